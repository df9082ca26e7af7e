/** Finds the blocks of text on an upright page outside its tables: stretches of ink between gaps, from top to bottom. */
import type { Bbox } from '../../model/index.js';
import type { InkedPage } from './cut-out.js';
import { POINTS_PER_INCH, type PixelBox } from './grey-image.js';

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

/**
 * Lines of text outside the tables, from top to bottom, each as wide as its ink.
 *
 * @param most how many are wanted; further ones are not looked for
 */
export function findTextLines(page: InkedPage, tables: readonly Bbox[], most = Infinity): readonly PixelBox[] {
  const { widthPx, heightPx, dpi } = page.image;
  const scale = dpi / POINTS_PER_INCH;
  const margin = Math.ceil(MARGIN * scale);
  const isTable = rowsOfTables(tables, heightPx, scale);
  const lines: PixelBox[] = [];
  let [from, x0, x1] = [-1, widthPx, 0];
  for (let y = 0; y <= heightPx && lines.length < most; y++) {
    const row = y < heightPx && isTable[y] === 0 ? solidRow(page, y) : NO_INK;
    if (row.count > DUST_WIDTH * scale) {
      if (from < 0) [from, x0, x1] = [y, widthPx, 0];
      x0 = Math.min(x0, row.first);
      x1 = Math.max(x1, row.last + 1);
      continue;
    }
    if (from >= 0 && y - from >= LOWEST_LINE * scale)
      lines.push({
        x0: Math.max(0, x0 - margin),
        y0: Math.max(0, from - margin),
        x1: Math.min(widthPx, x1 + margin),
        y1: Math.min(heightPx, y + margin),
      });
    from = -1;
  }
  return lines;
}

/** 1 for rows of pixels that tables reach over. */
function rowsOfTables(tables: readonly Bbox[], heightPx: number, scale: number): Uint8Array {
  const rows = new Uint8Array(heightPx);
  for (const { top, bottom } of tables)
    rows.fill(
      1,
      Math.max(0, Math.floor((top - TABLE_MARGIN) * scale)),
      Math.max(0, Math.ceil((bottom + TABLE_MARGIN) * scale)),
    );
  return rows;
}

/** How many pixels of a row are ink that has ink around it, and the first and last of them. */
interface SolidRow {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

const NO_INK: SolidRow = { count: 0, first: 0, last: 0 };

/** Ink of a row that has ink around it: of the dust of a fax, which would fill every row, nothing is left. */
function solidRow({ image: { widthPx, heightPx }, ink }: InkedPage, y: number): SolidRow {
  if (y === 0 || y === heightPx - 1) return NO_INK;
  const from = y * widthPx;
  const row = ink.subarray(from, from + widthPx);
  let [count, first, last] = [0, 0, 0];
  // Most of a page is paper, which is passed over at once.
  for (let x = row.indexOf(1); x >= 0; x = row[x + 1] === 1 ? x + 1 : row.indexOf(1, x + 1)) {
    const at = from + x;
    const above = (ink[at - widthPx - 1] ?? 0) + (ink[at - widthPx] ?? 0) + (ink[at - widthPx + 1] ?? 0);
    const below = (ink[at + widthPx - 1] ?? 0) + (ink[at + widthPx] ?? 0) + (ink[at + widthPx + 1] ?? 0);
    if (above + below + (ink[at - 1] ?? 0) + (ink[at + 1] ?? 0) < FEWEST_NEIGHBOURS) continue;
    if (count === 0) first = x;
    count++;
    last = x;
  }
  return { count, first, last };
}
