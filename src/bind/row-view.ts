/** A row of a table as a block sees it: what its label may say, and what stands in the block's columns. */
import type { Cell, CellPlace, Table } from '../model/index.js';

/** The text in one place of a block. */
export interface FigureCell {
  /** As found. */
  readonly text: string;
  /** Without raised marks. */
  readonly baseText: string;
  readonly place?: CellPlace;
  /** Cells the text was taken from. */
  readonly cells: readonly Cell[];
  /** Why it may not belong here; stable words. */
  readonly doubts: readonly string[];
}

/** A row of a table seen by a block. */
export interface RowView {
  /** First row of the table. */
  readonly rowIndex: number;
  /** All rows of the table that it covers, ascending. */
  readonly rowIndexes: readonly number[];
  /** Possible readings of the label: its innermost cell, several cells together. */
  readonly labels: readonly string[];
  /** One for each column of the block; `undefined` where the table has no cell there. */
  readonly figures: readonly (FigureCell | undefined)[];
  /** The unit printed in the row; absent where none is. */
  readonly unit?: string;
  /** True where some place holds a digit or a mark of "not applicable". */
  readonly hasFigures: boolean;
  /** Cells with digits beside the label that stand in none of the block's columns. */
  readonly outside: readonly Cell[];
}

/** The place of a cell's text: the part on the page that holds it. */
export function placeOfCell(cell: Cell): CellPlace | undefined {
  const part = cell.parts.find((each) => each.text !== '') ?? cell.parts[0];
  return part && { pageNumber: part.pageNumber, box: part.box };
}

/** A whole cell as a figure. */
export function wholeCell(cell: Cell, doubts: readonly string[] = []): FigureCell {
  const place = placeOfCell(cell);
  return {
    text: cell.text,
    baseText: cell.baseText,
    cells: [cell],
    doubts: [...cell.doubts, ...doubts],
    ...(place && { place }),
  };
}

/**
 * Several rows of a table taken as one.
 *
 * @returns `undefined` where two of them hold figures in more than one column: those are two rows. In a single column it
 *   is one figure that wraps over the cut; in several they are only where a page break cuts a row between rules, and what is left of its
 *   figures stands overleaf.
 */
export function mergeViews(views: readonly RowView[], table?: Table): RowView | undefined {
  const [first] = views;
  if (!first || views.length === 1) return first;
  const columns = [...first.figures.keys()].map((column) =>
    views.map((view) => view.figures[column]).filter((figure) => figure !== undefined),
  );
  const wrapped = columns.filter((halves) => halves.filter((half) => half.text !== '').length > 1);
  const isOne = wrapped.length <= (columns.length >= FEWEST_COLUMNS ? 1 : 0);
  if (!isOne && !(table && isCutThroughFigures(table, views))) return undefined;
  const figures = columns.map(mergeHalves);
  const leaves = views.map((view) => view.labels[0] ?? '').filter((label) => label !== '');
  const wholes = views.map((view) => view.labels.at(-1) ?? '').filter((label) => label !== '');
  const unit = views.find((view) => view.unit !== undefined)?.unit;
  return {
    rowIndex: first.rowIndex,
    rowIndexes: views.flatMap((each) => each.rowIndexes),
    labels: [...new Set([leaves.join(''), wholes.join('')])],
    figures,
    ...(unit === undefined ? {} : { unit }),
    hasFigures: views.some((view) => view.hasFigures),
    outside: views.flatMap((view) => view.outside),
  };
}

/**
 * Whether the second of two rows is what a page break left of the first one's figures: it has no label, and digits in some columns of a
 * row that prints a figure in each, of each no more than stands above it.
 */
function isCutThroughFigures(table: Table, [upper, lower, third]: readonly RowView[]): boolean {
  if (!upper || !lower || third || table.geometry !== 'ruled' || !spansSeam(table, upper, lower)) return false;
  const isWhole = upper.figures.every((figure) => /\d$/u.test(figure?.text ?? ''));
  const rests = lower.figures.map((figure) => figure?.text ?? '');
  const isRest = (text: string, column: number): boolean =>
    text === '' || (/^\d+$/u.test(text) && text.length <= (upper.figures[column]?.text.length ?? 0));
  return isWhole && rests.includes('') && rests.every(isRest) && lower.labels.every((label) => label === '');
}

/** With fewer columns than this, one in which both halves hold figures is as good as all of them. */
const FEWEST_COLUMNS = 5;

/** The halves of one figure: what they print, and the doubts of all of them. */
function mergeHalves(halves: readonly FigureCell[]): FigureCell | undefined {
  const filled = halves.filter((half) => half.text !== '');
  const first = filled[0] ?? halves[0];
  if (!first || halves.length === 1) return first;
  return {
    ...first,
    text: joinTexts(filled.map((half) => half.text)),
    baseText: joinTexts(filled.map((half) => half.baseText)),
    cells: filled.length > 0 ? filled.flatMap((half) => half.cells) : first.cells,
    doubts: [...new Set(halves.flatMap((half) => half.doubts))],
  };
}

/** Joins wrapped text: without a space beside a Chinese character, and with one between digits, which may be two numbers. */
function joinTexts(texts: readonly string[]): string {
  return texts.reduce((joined, text) => {
    const isSeamless = /\P{ASCII}$/u.test(joined) || /^\P{ASCII}/u.test(text);
    return joined === '' || isSeamless ? joined + text : `${joined} ${text}`;
  }, '');
}

/** True where one of the rows, from first to last, begins after a page break inside the merged rows. */
export function spansSeam(table: Table, first: RowView, last: RowView): boolean {
  return table.seams.some((seam) => seam > first.rowIndex && seam <= last.rowIndex);
}
