/** Tells pages on which texts are printed over one another: there headings and rows are mixed, and what is missing may be there. */
import type { Glyph, PositionedPage } from './model/index.js';

/** So many glyphs lie over others: one or two do so by chance, in tight print and beside signs that are drawn twice. */
const FEWEST_OVERLAPS = 6;
/** The share of both of the smaller one's sides that is covered. */
const OVERLAP_SHARE = 0.3;
/** Prints of one size, to within this factor: watermarks and seals lie over text that stays legible. */
const LIKE_SIZE = 1.6;

/** Whether different texts of like size lie over one another on a page. */
export function isOverprinted({ glyphs }: PositionedPage): boolean {
  const sorted = glyphs
    .filter(({ text, isVisible, isSlanted }) => text.trim() !== '' && isVisible && isSlanted !== true)
    .toSorted((a, b) => a.box.x0 - b.box.x0);
  let found = 0;
  for (const [at, glyph] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (other === undefined || other.box.x0 >= glyph.box.x1) break;
      if (liesOver(glyph, other) && ++found >= FEWEST_OVERLAPS) return true;
    }
  }
  return false;
}

function liesOver(a: Glyph, b: Glyph): boolean {
  // Text drawn twice looks bold.
  if (a.text === b.text) return false;
  if (Math.max(a.fontSize, b.fontSize) > LIKE_SIZE * Math.min(a.fontSize, b.fontSize)) return false;
  const width = Math.min(a.box.x1, b.box.x1) - Math.max(a.box.x0, b.box.x0);
  const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
  return (
    width > OVERLAP_SHARE * Math.min(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0) &&
    height > OVERLAP_SHARE * Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top)
  );
}
