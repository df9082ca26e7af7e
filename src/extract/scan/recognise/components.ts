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
  for (let k = 0; k < pieces.length; k++) labels.fill((pieces[k] ?? 0) + 1, runs.froms[k], runs.ends[k]);
  return { widthPx, heightPx, labels, ...found };
}

/** The same, without telling which pixel is whose. */
export function findPieces(ink: Uint8Array, widthPx: number): InkPieces {
  const { boxes, areas } = gather(findRuns(ink, widthPx), widthPx);
  return { boxes, areas };
}

/** Stretches of ink along rows, in their order: places of the first pixel, and of the one behind the last. */
interface Runs {
  readonly froms: Int32Array;
  readonly ends: Int32Array;
}

function findRuns(ink: Uint8Array, widthPx: number): Runs {
  const froms: number[] = [];
  const ends: number[] = [];
  let rowEnd = 0;
  for (let from = ink.indexOf(1), end: number; from >= 0; from = ink.indexOf(1, end)) {
    while (from >= rowEnd) rowEnd += widthPx;
    end = from + 1;
    while (end < rowEnd && ink[end] === 1) end++;
    froms.push(from);
    ends.push(end);
  }
  return { froms: Int32Array.from(froms), ends: Int32Array.from(ends) };
}

/** For each run the first of those that it hangs together with (union-find); it stands for all. */
function firstsOf({ froms, ends }: Runs, widthPx: number): Int32Array {
  const firsts = new Int32Array(froms.length);
  for (let k = 0, above = 0, rowEnd = 0; k < froms.length; k++) {
    firsts[k] = k;
    const own = froms[k] ?? 0;
    // The row above ends where this one begins; at its edges nothing is beside it.
    while (own >= rowEnd) rowEnd += widthPx;
    const least = Math.max(own - widthPx - 1, rowEnd - 2 * widthPx);
    const most = Math.min((ends[k] ?? 0) - widthPx, rowEnd - widthPx - 1);
    while (above < k && (ends[above] ?? 0) <= least) above++;
    for (let at = above; at < k && (froms[at] ?? 0) <= most; at++) {
      const [a, b] = [firstOf(firsts, at), firstOf(firsts, k)];
      if (a < b) firsts[b] = a;
      else firsts[a] = b;
    }
  }
  for (let k = 0; k < firsts.length; k++) firsts[k] = firstOf(firsts, k);
  return firsts;
}

function firstOf(firsts: Int32Array, k: number): number {
  let at = k;
  for (let up = firsts[at] ?? 0; up !== at; up = firsts[at] ?? 0) {
    firsts[at] = firsts[up] ?? 0;
    at = up;
  }
  return at;
}

/** Puts runs together that touch those of the row above. */
function gather(runs: Runs, widthPx: number) {
  const { froms, ends } = runs;
  const firsts = firstsOf(runs, widthPx);
  const pieces = new Int32Array(firsts.length);
  const found: Growing[] = [];
  for (let k = 0, y = 0; k < firsts.length; k++) {
    const first = firsts[k] ?? 0;
    // The first run of a piece comes before its others.
    const number = first === k ? found.length : (pieces[first] ?? 0);
    while ((froms[k] ?? 0) >= (y + 1) * widthPx) y++;
    if (first === k) found.push({ x0: widthPx, y0: y, x1: 0, y1: y + 1, area: 0 });
    pieces[k] = number;
    const piece = found[number];
    if (piece !== undefined) grow(piece, (froms[k] ?? 0) - y * widthPx, (ends[k] ?? 0) - y * widthPx, y);
  }
  return {
    pieces,
    boxes: found.map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 })),
    areas: found.map(({ area }) => area),
  };
}

interface Growing {
  x0: number;
  readonly y0: number;
  x1: number;
  y1: number;
  area: number;
}

function grow(piece: Growing, x0: number, x1: number, y: number): void {
  if (x0 < piece.x0) piece.x0 = x0;
  if (x1 > piece.x1) piece.x1 = x1;
  // Runs come from the top.
  piece.y1 = y + 1;
  piece.area += x1 - x0;
}
