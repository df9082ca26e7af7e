/** Finds the blocks of text on an upright page outside its tables: stretches of ink between gaps, from top to bottom. */
import type { Bbox } from '../../model/index.js';
import type { InkedPage } from './cut-out.js';
import type { PixelBox } from './grey-image.js';

const POINTS_PER_INCH = 72;
/** A row of pixels with no more ink than this, in points, is empty: dust. */
const DUST_WIDTH = 1;
/** A pixel of ink with fewer of its eight neighbours inked is a speck. */
const FEWEST_NEIGHBOURS = 3;
/** Lower stretches of ink, in points, are no lines of text. */
const LOWEST_LINE = 3;
/** Room left around a line, in points. */
const MARGIN = 2;
/** Lines nearer to a table than this, in points, are its rules. */
const TABLE_MARGIN = 2;

/** Lines of text outside the tables, from top to bottom, each as wide as its ink. */
export function findTextLines({ image, ink }: InkedPage, tables: readonly Bbox[]): readonly PixelBox[] {
  const scale = image.dpi / POINTS_PER_INCH;
  const { widthPx, heightPx } = image;
  const taken = tables.map(({ top, bottom }) => ({
    y0: Math.floor((top - TABLE_MARGIN) * scale),
    y1: Math.ceil((bottom + TABLE_MARGIN) * scale),
  }));
  const solid = withoutSpecks(ink, widthPx);
  const isFilled = (y: number): boolean => {
    if (taken.some(({ y0, y1 }) => y >= y0 && y < y1)) return false;
    let sum = 0;
    for (let at = y * widthPx, end = at + widthPx; at < end; at++) sum += solid[at] ?? 0;
    return sum > DUST_WIDTH * scale;
  };
  const lines: PixelBox[] = [];
  for (let y = 0, from = -1; y <= heightPx; y++) {
    const filled = y < heightPx && isFilled(y);
    if (filled && from < 0) from = y;
    if (filled || from < 0) continue;
    if (y - from >= LOWEST_LINE * scale) {
      const box = withMargin({ image, ink: solid }, from, y, Math.ceil(MARGIN * scale));
      if (box) lines.push(box);
    }
    from = -1;
  }
  return lines;
}

/** Ink that has ink around it: of the dust of a fax, which would fill every row, nothing is left. */
function withoutSpecks(ink: Uint8Array, widthPx: number): Uint8Array {
  const solid = new Uint8Array(ink.length);
  for (let at = widthPx + 1; at < ink.length - widthPx - 1; at++) {
    if (ink[at] !== 1) continue;
    const above = (ink[at - widthPx - 1] ?? 0) + (ink[at - widthPx] ?? 0) + (ink[at - widthPx + 1] ?? 0);
    const below = (ink[at + widthPx - 1] ?? 0) + (ink[at + widthPx] ?? 0) + (ink[at + widthPx + 1] ?? 0);
    if (above + below + (ink[at - 1] ?? 0) + (ink[at + 1] ?? 0) >= FEWEST_NEIGHBOURS) solid[at] = 1;
  }
  return solid;
}

function withMargin({ image, ink }: InkedPage, y0: number, y1: number, margin: number): PixelBox | undefined {
  const { widthPx, heightPx } = image;
  let [x0, x1] = [widthPx, 0];
  for (let y = y0; y < y1; y++)
    for (let x = 0; x < widthPx; x++) {
      if (ink[y * widthPx + x] !== 1) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
    }
  if (x1 <= x0) return undefined;
  return {
    x0: Math.max(0, x0 - margin),
    y0: Math.max(0, y0 - margin),
    x1: Math.min(widthPx, x1 + margin),
    y1: Math.min(heightPx, y1 + margin),
  };
}
