/** Finds connected pieces of ink. */
import type { PixelBox } from '../grey-image.js';

/** Pieces of ink: around which box each lies, and how many pixels it has. */
export interface InkPieces {
  readonly boxes: readonly PixelBox[];
  readonly areas: readonly number[];
}

/** Pieces of ink, each with its number: pixels of piece k carry k + 1 in `labels`, paper 0. */
export interface Components extends InkPieces {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly labels: Int32Array;
}

/**
 * Finds pieces of ink that hang together, also across corners.
 *
 * @param ink - 1 where there is ink; rows from the top
 * @returns pieces in the order of their first pixels, by rows
 */
export function findComponents(ink: Uint8Array, widthPx: number, heightPx: number): Components {
  const runs = findRuns(ink, widthPx);
  const { pieces, ...found } = gather(runs, widthPx);
  const labels = new Int32Array(widthPx * heightPx);
  runs.froms.forEach((from, k) => labels.fill((pieces[k] ?? 0) + 1, from, runs.ends[k]));
  return { widthPx, heightPx, labels, ...found };
}

/** The same, without telling which pixel is whose. */
export function findPieces(ink: Uint8Array, widthPx: number): InkPieces {
  const { boxes, areas } = gather(findRuns(ink, widthPx), widthPx);
  return { boxes, areas };
}

/** Stretches of ink along rows, in their order: places of the first pixel, and of the one behind the last. */
interface Runs {
  readonly froms: readonly number[];
  readonly ends: readonly number[];
}

function findRuns(ink: Uint8Array, widthPx: number): Runs {
  const froms: number[] = [];
  const ends: number[] = [];
  for (let from = ink.indexOf(1), end: number; from >= 0; from = ink.indexOf(1, end)) {
    const rowEnd = (Math.floor(from / widthPx) + 1) * widthPx;
    end = from + 1;
    while (end < rowEnd && ink[end] === 1) end++;
    froms.push(from);
    ends.push(end);
  }
  return { froms, ends };
}

/** Puts runs together that touch those of the row above (union-find, the first run standing for all). */
function gather({ froms, ends }: Runs, widthPx: number) {
  const firsts = froms.map((_, k) => k);
  const firstOf = (k: number): number => {
    let at = k;
    for (let up = firsts[at] ?? at; up !== at; up = firsts[at] ?? at) {
      firsts[at] = firsts[up] ?? up;
      at = up;
    }
    return at;
  };
  for (let k = 0, above = 0; k < froms.length; k++) {
    const [from, end] = [(froms[k] ?? 0) - widthPx, (ends[k] ?? 0) - widthPx];
    // At a row's edges nothing is beside it: the place before it is the end of another row.
    const row = Math.floor((from + widthPx) / widthPx) - 1;
    const [least, most] = [Math.max(from - 1, row * widthPx), Math.min(end, (row + 1) * widthPx - 1)];
    while (above < k && (ends[above] ?? 0) <= least) above++;
    for (let at = above; at < k && (froms[at] ?? 0) <= most; at++) {
      const [a, b] = [firstOf(at), firstOf(k)];
      firsts[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const numbers = new Map<number, number>();
  const found: Growing[] = [];
  const pieces = froms.map((from, k) => {
    const first = firstOf(k);
    const number = numbers.get(first) ?? found.push({ x0: widthPx, y0: Infinity, x1: 0, y1: 0, area: 0 }) - 1;
    numbers.set(first, number);
    const piece = found[number];
    if (piece !== undefined) grow(piece, from, ends[k] ?? from, widthPx);
    return number;
  });
  return {
    pieces,
    boxes: found.map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 })),
    areas: found.map(({ area }) => area),
  };
}

interface Growing {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  area: number;
}

function grow(piece: Growing, from: number, end: number, widthPx: number): void {
  const y = Math.floor(from / widthPx);
  const x0 = from - y * widthPx;
  const x1 = x0 + end - from;
  if (x0 < piece.x0) piece.x0 = x0;
  if (x1 > piece.x1) piece.x1 = x1;
  if (y < piece.y0) piece.y0 = y;
  if (y >= piece.y1) piece.y1 = y + 1;
  piece.area += end - from;
}
