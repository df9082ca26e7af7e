/** Finds headers of tables at the top of pages: printed again on the next page they look like running heads. */
import type { TextLine } from '../model/index.js';
import type { PageLine, PageParts } from './page-parts.js';

/** A header names at least so many columns side by side, */
const FEWEST_WORDINGS = 3;
/** each this share of its size away from the next. */
const GAP_SHARE = 0.6;
/** Its figures follow within so many lines, */
const LINES_TO_FIGURES = 14;
/** none further below the one before than this many times its size; a running head stands further away. */
const STEP = 2.5;
/** Or so many times the step from the first row of figures to the next: rows of a header are as high as others. */
const ROW_STEPS = 1.25;
/** The next row follows within so many lines: its label may be wrapped. */
const LINES_TO_NEXT_ROW = 4;
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
      if (to > at && block.some(isOfWordings) && isClose(lines.slice(at, to + 1), rowStep(lines.slice(to))))
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

/** From the first line, which ends in figures, to the next one that does; 0 where none follows soon. */
function rowStep([first, ...rest]: readonly PageLine[]): number {
  const next = rest.slice(0, LINES_TO_NEXT_ROW).find(endsInFigures);
  return first && next ? next.box.top - first.box.top : 0;
}

function isClose(lines: readonly PageLine[], row: number): boolean {
  return lines.slice(1).every((line, at) => {
    const step = line.box.top - (lines[at]?.box.top ?? 0);
    return step <= Math.max(STEP * line.fontSize, ROW_STEPS * row);
  });
}

/**
 * The lines of headers that a page begins with and that stand above earlier figures too, where a row is the last thing on the
 * page before: they are printed again because the table goes on.
 *
 * @param lines of all pages from top to bottom, without page furniture
 * @param isOfTable whether a line may be part of a table
 */
export function repeatedHeaders(
  lines: readonly PageLine[],
  isOfTable: (line: PageLine) => boolean,
): ReadonlySet<PageLine> {
  const repeated = new Set<PageLine>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!before || before.pageNumber === line.pageNumber || !isOfTable(before)) continue;
    const to = lines.slice(at, at + LINES_TO_FIGURES).findIndex(endsInFigures);
    const block = lines.slice(at, at + Math.max(0, to));
    const header = block.slice(0, longestRepeat(block, lines.slice(0, at)));
    if (header.some(isOfWordings)) header.forEach((each) => repeated.add(each));
  }
  return repeated;
}

/** How many of some lines stand in this order somewhere among others. */
function longestRepeat(block: readonly PageLine[], others: readonly PageLine[]): number {
  const lengths = others.map((_, from) => {
    const differs = block.findIndex(({ text }, at) => others[from + at]?.text !== text);
    return differs < 0 ? block.length : differs;
  });
  return Math.max(0, ...lengths);
}
