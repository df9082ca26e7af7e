/**
 * Tells from the pieces of ink on a page which way its text runs, without reading it: characters stand close to one another
 * along a line, the stops of Chinese print hang low in it, labels stand left of figures and paragraphs end anywhere.
 */
import type { GreyImage, PixelBox } from './grey-image.js';
import { findPieces } from './recognise/components.js';
import { toInk } from './to-ink.js';
import { reduceImage, turnByQuarters } from './turn-image.js';

/** Pixels per inch that are enough to see a comma. */
const FINE_DPI = 130;
/** All in inches. What is larger both ways than a character is no text: rules, stamps. */
const LARGEST = 0.4;
/** Smaller pieces are dust. */
const DUST = 0.012;
/** Sides of the squares by which pieces are gathered to lines: as wide as gaps between characters. */
const SQUARE = 0.02;
/** A line of text is so long at least, and so many times as long as high. */
const LINE = { length: 0.45, ratio: 3 };
/** Stops and lines must speak so clearly for one way up, the stops alone or both together. */
const CLEAR_STOPS = 2.5;
const FAIR_STOPS = 1.5;
const FAIR_LEANING = 1.4;
/** A stop or two may be dirt. */
const STOPS_TOO_FEW = 2;
/** Lines down the page must be so many times as long, all together, as those across for the page to lie on its side. */
const CLEARLY_DOWN = 2;
/** A stop is no larger; characters beside it are at least this high. */
const STOP = 0.065;
const CHARACTER = 0.08;
/** How far around a stop the characters of its line are looked for. */
const BESIDE = 0.17;
const ABOVE = 0.14;
/** A stop stands this far from the middle of its line, as a share of the line's height. */
const OFF_MIDDLE = 0.2;

/** How a page must be turned so that its text stands upright. */
export interface WayUp {
  /** Clockwise. */
  readonly quarters: 0 | 1 | 2 | 3;
  /** False where the text may as well stand on its head. */
  readonly isSure: boolean;
}

/** Finds which way up a page is. It may lie askew by some degrees. */
export function findWayUp(image: GreyImage): WayUp {
  const pieces = piecesOf(image);
  const { wide, high } = linesOf(pieces);
  const isDown = lengthOf(high) > CLEARLY_DOWN * lengthOf(wide);
  if (!isDown) return wayUpOf(pieces, wide, [0, 2]);
  const turned = piecesOf(turnByQuarters(image, 1));
  return wayUpOf(turned, linesOf(turned).wide, [1, 3]);
}

/** Which way up text stands whose lines run across. */
function wayUpOf(
  pieces: Pieces,
  lines: readonly PixelBox[],
  [upright, onHead]: readonly [0, 2] | readonly [1, 3],
): WayUp {
  const { low, high } = countStops(pieces);
  const stops = (low + STOPS_TOO_FEW) / (high + STOPS_TOO_FEW);
  const leaning = leaningLeft(lines);
  const isClear = (ofStops: number, ofLines: number): boolean =>
    ofStops >= CLEAR_STOPS || (ofStops >= FAIR_STOPS && ofLines >= FAIR_LEANING);
  if (isClear(1 / stops, 1 / leaning)) return { quarters: onHead, isSure: true };
  return { quarters: upright, isSure: isClear(stops, leaning) };
}

/** How much further lines stop short of the right edge of all lines than of the left one: more than 1 on an upright page. */
function leaningLeft(lines: readonly PixelBox[]): number {
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const right = Math.max(...lines.map(({ x1 }) => x1));
  const before = lines.reduce((sum, { x0 }) => sum + x0 - left, 0);
  const behind = lines.reduce((sum, { x1 }) => sum + right - x1, 0);
  return (behind + 1) / (before + 1);
}

/** Lines of text, in squares: pieces of ink that stand close to one another. */
function linesOf({ boxes, dpi, widthPx, heightPx }: Pieces): {
  readonly wide: readonly PixelBox[];
  readonly high: readonly PixelBox[];
} {
  const side = SQUARE * dpi;
  const across = Math.ceil(widthPx / side) + 1;
  const down = Math.ceil(heightPx / side) + 1;
  const squares = new Uint8Array(across * down);
  for (const { x0, y0, x1, y1 } of boxes)
    for (let y = Math.floor(y0 / side); y <= Math.floor((y1 - 1) / side); y++)
      squares.fill(1, y * across + Math.floor(x0 / side), y * across + Math.floor((x1 - 1) / side) + 1);
  const isLong = (long: number, short: number): boolean => long * SQUARE >= LINE.length && long >= LINE.ratio * short;
  const lines = findPieces(squares, across).boxes;
  return {
    wide: lines.filter(({ x0, y0, x1, y1 }) => isLong(x1 - x0, y1 - y0)),
    high: lines.filter(({ x0, y0, x1, y1 }) => isLong(y1 - y0, x1 - x0)),
  };
}

function lengthOf(lines: readonly PixelBox[]): number {
  return lines.reduce((sum, { x0, y0, x1, y1 }) => sum + Math.max(x1 - x0, y1 - y0), 0);
}

/** How many stops hang low in their lines, and how many stand high. */
function countStops({ boxes, dpi }: Pieces): { readonly low: number; readonly high: number } {
  const byTop = [...boxes].sort((a, b) => a.y0 - b.y0);
  let [low, high, from] = [0, 0, 0];
  for (const stop of byTop) {
    while ((byTop[from]?.y0 ?? Infinity) < stop.y0 - (LARGEST + ABOVE) * dpi) from++;
    if (Math.max(stop.x1 - stop.x0, stop.y1 - stop.y0) > STOP * dpi) continue;
    const line = neighboursOf(stop, byTop, from, dpi);
    if (line === undefined) continue;
    const off = ((stop.y0 + stop.y1) / 2 - (line.y0 + line.y1) / 2) / (line.y1 - line.y0);
    if (off > OFF_MIDDLE) low++;
    if (off < -OFF_MIDDLE) high++;
  }
  return { low, high };
}

/** The extent of the characters beside a stop; none where ink stands above or below it, so that it is part of a character. */
function neighboursOf(
  stop: PixelBox,
  byTop: readonly PixelBox[],
  from: number,
  dpi: number,
): { y0: number; y1: number } | undefined {
  const middle = (stop.y0 + stop.y1) / 2;
  let [y0, y1] = [Infinity, -Infinity];
  for (let k = from; k < byTop.length; k++) {
    const other = byTop[k];
    if (other === undefined || other.y0 > middle + ABOVE * dpi) break;
    if (other === stop || other.y1 < middle - ABOVE * dpi) continue;
    if (other.x0 < stop.x1 + 1 && other.x1 > stop.x0 - 1) return undefined;
    const isBeside = other.x0 < stop.x1 + BESIDE * dpi && other.x1 > stop.x0 - BESIDE * dpi;
    if (!isBeside || other.y1 - other.y0 < CHARACTER * dpi) continue;
    y0 = Math.min(y0, other.y0);
    y1 = Math.max(y1, other.y1);
  }
  // Of two lines at once nothing is known.
  return y1 > y0 && y1 - y0 <= LARGEST * dpi ? { y0, y1 } : undefined;
}

/** Pieces of ink that may be text. */
interface Pieces {
  readonly boxes: readonly PixelBox[];
  readonly dpi: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

function piecesOf(image: GreyImage): Pieces {
  const small = reduceImage(image, Math.max(1, Math.round(image.dpi / FINE_DPI)));
  const { widthPx, heightPx, dpi } = small;
  const boxes = findPieces(toInk(small), widthPx).boxes.filter(({ x0, y0, x1, y1 }) => {
    const size = Math.max(x1 - x0, y1 - y0) / dpi;
    return size <= LARGEST && size > DUST;
  });
  return { boxes, dpi, widthPx, heightPx };
}
