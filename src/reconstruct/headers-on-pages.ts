/** Finds headers of tables at the top of pages: printed again on the next page they look like running heads. */
import type { TextLine } from '../model/index.js';
import type { PageLine, PageParts } from './page-parts.js';

/** A header names at least so many columns side by side, */
const FEWEST_WORDINGS = 3;
/** each this share of its size away from the next. */
const GAP_SHARE = 0.6;
/** Its figures follow within so many lines, */
const LINES_TO_FIGURES = 8;
/** none further below the one before than this many times its size; a running head stands further away. */
const STEP = 2.5;
/** Two figures or marks at the end of a line. */
const FIGURES = /(?:^|\s)[+-]?[\d.,/—–-]+\s+[+-]?[\d.,/—–-]+$/u;

/** Whether a line ends in two figures or marks in place of them. */
export function endsInFigures({ text }: TextLine): boolean {
  return FIGURES.test(text.normalize('NFKC'));
}

/** The lines of headers that stand closely above rows of figures. */
export function headersOnPages(pages: readonly PageParts[]): ReadonlySet<TextLine> {
  const found = new Set<TextLine>();
  for (const { lines } of pages) {
    for (const at of lines.keys()) {
      const to = at + lines.slice(at, at + LINES_TO_FIGURES).findIndex(endsInFigures);
      const block = lines.slice(at, to);
      if (to > at && block.some(isOfWordings) && isClose(lines.slice(at, to + 1)))
        block.forEach((line) => found.add(line));
    }
  }
  return found;
}

function isOfWordings({ glyphs }: PageLine): boolean {
  const gaps = glyphs.slice(1).filter(({ box, glyph }, at) => {
    const before = glyphs[at];
    return before !== undefined && box.x0 - before.box.x1 > GAP_SHARE * glyph.fontSize;
  });
  return gaps.length >= FEWEST_WORDINGS - 1;
}

function isClose(lines: readonly PageLine[]): boolean {
  return lines.slice(1).every((line, at) => line.box.top - (lines[at]?.box.top ?? 0) <= STEP * line.fontSize);
}
