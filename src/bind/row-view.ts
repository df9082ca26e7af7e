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
 * @returns `undefined` where two of them hold figures in one column
 */
export function mergeViews(views: readonly RowView[]): RowView | undefined {
  const [first] = views;
  if (!first || views.length === 1) return first;
  const figures: (FigureCell | undefined)[] = [];
  for (const column of first.figures.keys()) {
    const filled = views.map((view) => view.figures[column]).filter((figure) => figure && figure.text !== '');
    if (filled.length > 1) return undefined;
    figures.push(filled[0] ?? views.map((view) => view.figures[column]).find((figure) => figure !== undefined));
  }
  const leaves = views.map((view) => view.labels[0] ?? '').filter((label) => label !== '');
  const wholes = views.map((view) => view.labels.at(-1) ?? '').filter((label) => label !== '');
  return {
    rowIndex: first.rowIndex,
    rowIndexes: views.flatMap((each) => each.rowIndexes),
    labels: [...new Set([leaves.join(''), wholes.join('')])],
    figures,
    hasFigures: views.some((view) => view.hasFigures),
    outside: views.flatMap((view) => view.outside),
  };
}

/** True where one of the rows, from first to last, begins after a page break inside the merged rows. */
export function spansSeam(table: Table, first: RowView, last: RowView): boolean {
  return table.seams.some((seam) => seam > first.rowIndex && seam <= last.rowIndex);
}
