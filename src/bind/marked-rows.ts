/**
 * Rows of a table that the source states cell by cell. Spans in published mark-up often do not fit: a label one column too
 * wide, a group that claims one row too many, and a browser shows every figure behind it one column aside. The cells and
 * their order are right even then, so a row is read on the grid where it fits the header, else by the count of its cells.
 */
import type { Cell } from '../model/index.js';
import type { ColumnPlan, ColumnRange } from './locate-columns.js';
import { isFigureText } from './read-figure.js';
import type { RowView } from './row-view.js';
import { figureOf, isFigure, labelReadings } from './ruled-rows.js';
import { hasDigit, hasLetter } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** The cells of a row that belong to the columns of a block. */
interface RowPlacement {
  /** By column; `undefined` where the row has no cell for it. */
  readonly chosen: readonly (Cell | undefined)[];
  /** Whether nothing else is possible. */
  readonly isCertain: boolean;
}

/** Sees every row from the plan's first on. */
export function markedRows(index: TableIndex, plan: ColumnPlan, marks: readonly string[]): readonly RowView[] {
  const views: RowView[] = [];
  for (let row = plan.firstRow; row < index.table.rowCount; row++) views.push(markedRow(index, plan, { row, marks }));
  return views;
}

function markedRow(index: TableIndex, plan: ColumnPlan, at: { row: number; marks: readonly string[] }): RowView {
  const cells = (index.rows[at.row] ?? []).filter(isStated);
  const header = index.rows[plan.firstRow - 1] ?? [];
  const frame = { plan, ranges: plan.ranges, header, marks: at.marks };
  const { chosen, isCertain } = plan.evidence === 'order' ? placeInOrder(cells, frame) : placeCells(cells, frame);
  const figures = chosen.map((cell, column) => {
    const figure = cell && figureOf(index, cell, { row: at.row, column, chosen, plan });
    const doubts = [
      ...(!isCertain || plan.uncertain.includes(column) ? ['column-uncertain'] : []),
      ...(plan.unnamed.includes(column) ? ['header-unrecognised'] : []),
    ];
    return figure && doubts.length > 0 ? { ...figure, doubts: [...figure.doubts, ...doubts] } : figure;
  });
  const first = cells.findIndex((cell) => chosen.includes(cell));
  const isBefore = (cell: Cell, at: number): boolean =>
    first < 0 ? cell.columnIndex < firstColumn(plan.ranges) : at < first;
  return {
    rowIndex: at.row,
    rowIndexes: [at.row],
    labels: labelReadings(labelCells(cells.filter(isBefore), at.row), at.row),
    figures,
    hasFigures: figures.some((figure) => figure && isFigure(figure.text, at.marks)),
    outside: cells.filter(
      (cell, k) => !isBefore(cell, k) && cell.rowIndex === at.row && !chosen.includes(cell) && hasDigit(cell.text),
    ),
  };
}

/** The row's own labels; those that reach into it from above only where it has none, since one may stand out of place. */
function labelCells(cells: readonly Cell[], row: number): readonly Cell[] {
  const own = cells.filter((cell) => cell.rowIndex === row && cell.text !== '');
  return own.length > 0 ? own : cells;
}

interface RowFrame {
  readonly plan: ColumnPlan;
  readonly ranges: readonly (ColumnRange | undefined)[];
  /** The lowest row of the header. */
  readonly header: readonly Cell[];
  readonly marks: readonly string[];
}

/** @param cells those that cover the row, left to right */
function placeCells(cells: readonly Cell[], { plan, ranges, header, marks }: RowFrame): RowPlacement {
  const onGrid = ranges.map((range) => range && cells.find((cell) => isExactly(cell, range)));
  const behindLabel = cells.slice(cells.findLastIndex((cell) => isLabel(cell, marks)) + 1);
  const isOwnColumns = (cell: Cell): boolean =>
    header.some((head) => head.text !== '' && isExactly(head, toRange(cell))) &&
    cell.rowIndex > (header[0]?.rowIndex ?? 0);
  const isOnGrid = onGrid.every((cell, at) => ranges[at] === undefined || cell !== undefined);
  // Figures that stand under no header are out of place, and the others with them.
  if (isOnGrid && behindLabel.every((cell) => cell.text === '' || onGrid.includes(cell) || isOwnColumns(cell))) {
    return { chosen: onGrid, isCertain: plan.isOutOfGroup !== true || isOrderSure(plan) };
  }
  const surplus = behindLabel.slice(ranges.length);
  if (!ranges.includes(undefined) && behindLabel.length >= ranges.length && surplus.every(({ text }) => text === '')) {
    // A blank in front may be part of the label, and then the blank at the end is the last figure.
    const isCertain =
      isOrderSure(plan) && (behindLabel[0]?.text !== '' || (surplus.length === 0 && !mayLackLast(behindLabel, ranges)));
    // The header's order is the row's, whatever the form's.
    const order = [...ranges.keys()].sort((a, b) => (ranges[a]?.start ?? 0) - (ranges[b]?.start ?? 0));
    return { chosen: ranges.map((_, column) => behindLabel[order.indexOf(column)]), isCertain };
  }
  return { chosen: ranges.map((range) => range && widestIn(cells, range)), isCertain: false };
}

/**
 * Whether names stand in the form's order, or side by side in another one, each under its group. Where the spans of a header do not fit,
 * names slip before those beside them: out of their group, or with a hole behind them.
 */
export function isOrderSure({ ranges, isOutOfGroup = false }: Pick<ColumnPlan, 'ranges' | 'isOutOfGroup'>): boolean {
  const known = ranges.filter((range) => range !== undefined);
  const isBefore = (range: ColumnRange, next: ColumnRange | undefined): boolean => !next || range.end <= next.start;
  if (known.every((range, at) => isBefore(range, known[at + 1]))) return true;
  const sorted = known.toSorted((a, b) => a.start - b.start);
  return !isOutOfGroup && sorted.every((range, at) => !sorted[at + 1] || range.end === sorted[at + 1]?.start);
}

/** Whether all that is printed behind a label stands under the header but nothing under its last column: the row may lack that one, or be set one to the left. */
function mayLackLast(behindLabel: readonly Cell[], ranges: readonly (ColumnRange | undefined)[]): boolean {
  const last = ranges.findLastIndex((range) => range);
  const printed = behindLabel.filter(({ text }) => text !== '');
  const columns = printed.map((cell) => ranges.findIndex((range) => range && isExactly(cell, range)));
  return columns.length > 0 && columns.every((column) => column >= 0 && column !== last);
}

/** The cells behind the label in their order; certain where they are as many as the columns, blanks at the end aside. */
function placeInOrder(cells: readonly Cell[], { ranges, marks }: RowFrame): RowPlacement {
  const behindLabel = cells.slice(cells.findLastIndex((cell) => isLabel(cell, marks)) + 1);
  const isFilled = ({ text }: Cell): boolean => text !== '';
  const surplus = behindLabel.length - ranges.length;
  const isSurplusBlank = behindLabel.slice(0, 1).every(isFilled) && !behindLabel.slice(ranges.length).some(isFilled);
  if (surplus === 0 || (surplus > 0 && isSurplusBlank)) {
    return { chosen: behindLabel.slice(0, ranges.length), isCertain: true };
  }
  // Blanks in front may be of the label.
  const first = Math.max(0, Math.min(behindLabel.findIndex(isFilled), surplus));
  return { chosen: ranges.map((_, at) => behindLabel[first + at]), isCertain: false };
}

function isExactly(cell: Cell, range: ColumnRange): boolean {
  return cell.columnIndex === range.start && cell.columnIndex + cell.columnSpan === range.end;
}

function toRange({ columnIndex, columnSpan }: Cell): ColumnRange {
  return { start: columnIndex, end: columnIndex + columnSpan };
}

function widestIn(cells: readonly Cell[], range: ColumnRange): Cell | undefined {
  const overlap = (cell: Cell): number =>
    Math.min(cell.columnIndex + cell.columnSpan, range.end) - Math.max(cell.columnIndex, range.start);
  return cells
    .filter((cell) => overlap(cell) > 0)
    .reduce<Cell | undefined>((best, cell) => (best && overlap(best) >= overlap(cell) ? best : cell), undefined);
}

function firstColumn(ranges: readonly (ColumnRange | undefined)[]): number {
  return Math.min(...ranges.map((range) => range?.start ?? Infinity));
}

/** Whether the source has a cell there. */
function isStated(cell: Cell): boolean {
  return !cell.doubts.includes('no-such-cell');
}

function isLabel(cell: Cell, marks: readonly string[]): boolean {
  return hasLetter(cell.text) && !isFigureText(cell.baseText, marks);
}
