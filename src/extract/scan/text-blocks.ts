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
export function findTextLines(page: InkedPage, tables: readonly Bbox[]): readonly PixelBox[] {
  const { widthPx, heightPx, dpi } = page.image;
  const scale = dpi / POINTS_PER_INCH;
  const margin = Math.ceil(MARGIN * scale);
  const rows = solidRows(page);
  for (const { top, bottom } of tables)
    rows.counts.fill(
      0,
      Math.max(0, Math.floor((top - TABLE_MARGIN) * scale)),
      Math.max(0, Math.ceil((bottom + TABLE_MARGIN) * scale)),
    );
  const lines: PixelBox[] = [];
  for (let y = 0, from = -1; y <= heightPx; y++) {
    const isFilled = (rows.counts[y] ?? 0) > DUST_WIDTH * scale;
    if (isFilled && from < 0) from = y;
    if (isFilled || from < 0) continue;
    if (y - from >= LOWEST_LINE * scale)
      lines.push({
        x0: Math.max(0, Math.min(...rows.firsts.subarray(from, y)) - margin),
        y0: Math.max(0, from - margin),
        x1: Math.min(widthPx, Math.max(...rows.lasts.subarray(from, y)) + 1 + margin),
        y1: Math.min(heightPx, y + margin),
      });
    from = -1;
  }
  return lines;
}

/** For each row how many pixels are ink that has ink around it, and the first and last of them. */
interface SolidRows {
  readonly counts: Uint32Array;
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
}

/** Ink that has ink around it, by rows: of the dust of a fax, which would fill every row, nothing is left. */
function solidRows({ image: { widthPx, heightPx }, ink }: InkedPage): SolidRows {
  const counts = new Uint32Array(heightPx);
  const firsts = new Uint32Array(heightPx).fill(widthPx);
  const lasts = new Uint32Array(heightPx);
  const end = (heightPx - 1) * widthPx;
  // Most of a page is paper, which is passed over at once.
  for (
    let at = ink.indexOf(1, widthPx);
    at >= 0 && at < end;
    at = ink[at + 1] === 1 ? at + 1 : ink.indexOf(1, at + 1)
  ) {
    const above = (ink[at - widthPx - 1] ?? 0) + (ink[at - widthPx] ?? 0) + (ink[at - widthPx + 1] ?? 0);
    const below = (ink[at + widthPx - 1] ?? 0) + (ink[at + widthPx] ?? 0) + (ink[at + widthPx + 1] ?? 0);
    if (above + below + (ink[at - 1] ?? 0) + (ink[at + 1] ?? 0) < FEWEST_NEIGHBOURS) continue;
    const y = Math.floor(at / widthPx);
    const x = at - y * widthPx;
    if ((counts[y] ?? 0) === 0) firsts[y] = x;
    counts[y] = (counts[y] ?? 0) + 1;
    lasts[y] = x;
  }
  return { counts, firsts, lasts };
}
