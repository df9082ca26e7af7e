/** Rows of a ruled table: a figure belongs to the column under whose header it stands. */
import type { Cell, DigitRun } from '../model/index.js';
import { middleX, middleY } from '../model/index.js';
import type { ColumnPlan, ColumnRange } from './locate-columns.js';
import { wholeCell } from './row-view.js';
import type { FigureCell, RowView } from './row-view.js';
import { hasDigit, hasHan } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** Sees every row from the plan's first on. */
export function ruledRows(index: TableIndex, plan: ColumnPlan, marks: readonly string[]): readonly RowView[] {
  const firstColumn = Math.min(...plan.ranges.map((range) => range?.start ?? Infinity));
  const numbered = numberedColumns(index, plan.firstRow, firstColumn);
  const views: RowView[] = [];
  for (let row = plan.firstRow; row < index.table.rowCount; row++) {
    views.push(ruledRow(index, plan, { row, firstColumn, numbered, marks }));
  }
  return views;
}

/** A column among the labels holds figures of its own where it holds at least so many numbers, */
const FEWEST_NUMBERED = 3;
/** and little else. */
const NUMBERED_SHARE = 0.8;

/** Columns among the labels that hold nothing but numbers: serial numbers, or figures that the form does not have. */
function numberedColumns({ table }: TableIndex, firstRow: number, firstColumn: number): ReadonlySet<number> {
  const counts = new Map<number, { numbers: number; texts: number }>();
  for (const { rowIndex, columnIndex, columnSpan, text } of table.cells) {
    if (rowIndex < firstRow || columnIndex >= firstColumn || columnSpan > 1 || text === '') continue;
    const count = counts.get(columnIndex) ?? { numbers: 0, texts: 0 };
    counts.set(columnIndex, count);
    count.texts++;
    if (PLAIN_NUMBER.test(text)) count.numbers++;
  }
  const isNumbered = ({ numbers, texts }: { numbers: number; texts: number }): boolean =>
    numbers >= FEWEST_NUMBERED && numbers >= NUMBERED_SHARE * texts;
  return new Set([...counts].filter(([, count]) => isNumbered(count)).map(([column]) => column));
}

const PLAIN_NUMBER = /^[\d０-９]+(?:[.．][\d０-９]+)?$/u;

interface RowPlace {
  readonly row: number;
  /** First column of the block's figures. */
  readonly firstColumn: number;
  /** Columns before it that hold numbers. */
  readonly numbered: ReadonlySet<number>;
  readonly marks: readonly string[];
}

function ruledRow(index: TableIndex, plan: ColumnPlan, at: RowPlace): RowView {
  const { firstColumn, numbered } = at;
  const cells = index.rows[at.row] ?? [];
  const before = cells.filter((cell) => cell.columnIndex < firstColumn);
  const labelCells = before.filter((cell) => !numbered.has(cell.columnIndex));
  const valueCells = cells.filter((cell) => cell.columnIndex >= firstColumn);
  const chosen = cellsOfColumns(valueCells, plan.ranges);
  const figures = chosen.map((cell, column) => {
    const figure = cell && figureOf(index, cell, { row: at.row, column, chosen, plan });
    const doubts = columnDoubts(valueCells, plan, { column, chosen });
    if (figure?.text === '' && isFilledBeside(index, labelCells.at(-1), cell, plan.ranges[column])) {
      doubts.push('several-cells-in-column');
    }
    return figure && doubts.length > 0 ? { ...figure, doubts: [...figure.doubts, ...doubts] } : figure;
  });
  const hasFigures = figures.some((figure) => figure && isFigure(figure.text, at.marks));
  // Without rules a line without figures may be a row that prints none, or a piece of another row's label.
  const isRow = hasFigures || index.table.geometry === 'ruled';
  return {
    rowIndex: at.row,
    rowIndexes: [at.row],
    labels: labelReadings(labelCells, at.row, index.table.geometry === 'ruled'),
    figures: isRow ? figures : figures.map(() => undefined),
    hasFigures,
    outside: [...before.filter((cell) => numbered.has(cell.columnIndex)), ...valueCells].filter(
      (cell) => cell.rowIndex === at.row && !chosen.includes(cell) && hasDigit(cell.text),
    ),
  };
}

/** True for a text that holds a digit or says that the figure does not apply. */
export function isFigure(text: string, marks: readonly string[]): boolean {
  return hasDigit(text) || marks.includes(text.trim());
}

/** Whether a blank cell shares its label and its column with one that is filled: a rule too many divides the row there. */
function isFilledBeside(
  { rows }: TableIndex,
  label: Cell | undefined,
  blank: Cell | undefined,
  range: ColumnRange | undefined,
): boolean {
  if (!label || label.rowSpan === 1) return false;
  const band = rows.slice(label.rowIndex, label.rowIndex + label.rowSpan).flat();
  return band.some((cell) => cell !== blank && cell.text !== '' && overlap(cell, range) > 0);
}

/** Why what stands in a column of a row may not be the column's: its header is one of two, or two cells stand under it. */
function columnDoubts(
  cells: readonly Cell[],
  plan: ColumnPlan,
  { column, chosen }: { column: number; chosen: readonly (Cell | undefined)[] },
): string[] {
  const isOthers = (cell: Cell): boolean => cell !== chosen[column] && chosen.includes(cell);
  const under = cells.filter((cell) => cell.text !== '' && overlap(cell, plan.ranges[column]) > 0 && !isOthers(cell));
  const own = chosen[column];
  const isTie = cells.some(
    (cell) =>
      own &&
      cell !== own &&
      !isOthers(cell) &&
      overlap(cell, plan.ranges[column]) === overlap(own, plan.ranges[column]),
  );
  return [
    ...(plan.uncertain.includes(column) || isTie ? ['column-uncertain'] : []),
    ...(plan.unnamed.includes(column) ? ['header-unrecognised'] : []),
    ...(under.length > 1 ? ['several-cells-in-column'] : []),
  ];
}

/**
 * The innermost label, then all of the row's own label cells together. A cell that goes on over further rows is their
 * group's label, unless nothing stands to the right of it.
 */
export function labelReadings(cells: readonly Cell[], row: number, isRuled = true): readonly string[] {
  const own = cells
    .filter((cell, at) => (cell.rowSpan === 1 && cell.rowIndex === row) || at === cells.length - 1)
    .map((cell) => cell.text)
    .filter((text) => text !== '');
  const leaf = own.at(-1) ?? '';
  // Only a leaf that says nothing by itself (`1.`) needs the cells before it; without rules a label may be cut in two.
  return (hasHan(leaf) && isRuled ? [leaf] : [...new Set([leaf, own.join('')])]).filter((label) => label !== '');
}

/** For each column the cell that covers most of it; where the counts agree, order and position must name the same. */
function cellsOfColumns(cells: readonly Cell[], ranges: readonly (ColumnRange | undefined)[]): (Cell | undefined)[] {
  if (cells.length === ranges.length) {
    const isEachInPlace = cells.every((cell, column) => overlap(cell, ranges[column]) > 0);
    if (isEachInPlace) return [...cells];
  }
  return ranges.map((range) => {
    const best = cells.reduce<Cell | undefined>(
      (found, cell) => (overlap(cell, range) > (found ? overlap(found, range) : 0) ? cell : found),
      undefined,
    );
    return best;
  });
}

function overlap(cell: Cell, range: ColumnRange | undefined): number {
  if (!range) return 0;
  return Math.min(cell.columnIndex + cell.columnSpan, range.end) - Math.max(cell.columnIndex, range.start);
}

/** The place of a block that a cell may hold the figure of. */
export interface FigurePlace {
  readonly row: number;
  readonly column: number;
  readonly chosen: readonly (Cell | undefined)[];
  readonly plan: ColumnPlan;
}

/** The text of a cell that belongs to one place; a cell that covers several places is divided by where its numbers stand. */
export function figureOf(index: TableIndex, cell: Cell, place: FigurePlace): FigureCell {
  const columns = [...place.chosen.keys()].filter((column) => place.chosen[column] === cell);
  const rows = Array.from({ length: cell.rowSpan }, (_, offset) => cell.rowIndex + offset);
  if ((columns.length === 1 && rows.length === 1) || !hasDigit(cell.text)) return wholeCell(cell);
  const isHere = (run: DigitRun, row: number, column: number): boolean =>
    isInColumn(index, run, place.plan.ranges[column]) && isInRow(index, run, row);
  const places = rows.flatMap((row) => columns.map((column) => ({ row, column })));
  const isOneEach = places.every(({ row, column }) => cell.runs.filter((run) => isHere(run, row, column)).length === 1);
  const isBare = cell.runs.reduce((text, run) => text.replace(run.text, ''), cell.text).trim() === '';
  // Without rules a column's borders are not known.
  const isDrawn = index.table.geometry !== 'aligned';
  if (!isDrawn || !isOneEach || !isBare || cell.runs.length !== places.length)
    return wholeCell(cell, ['spans-several-places']);
  const own = cell.runs.find((run) => isHere(run, place.row, place.column));
  if (!own?.box) return wholeCell(cell, ['spans-several-places']);
  return {
    text: own.text,
    baseText: own.text,
    place: { pageNumber: own.pageNumber, box: own.box },
    cells: [cell],
    doubts: cell.doubts,
  };
}

function isInColumn(index: TableIndex, run: DigitRun, range: ColumnRange | undefined): boolean {
  if (!run.box || !range) return false;
  const x = middleX(run.box);
  return x >= (index.columnX[range.start] ?? NaN) && x < (index.columnX[range.end] ?? NaN);
}

function isInRow(index: TableIndex, run: DigitRun, row: number): boolean {
  if (!run.box) return false;
  const y = middleY(run.box);
  return y >= (index.rowTop[row] ?? NaN) && y < (index.rowBottom[row] ?? NaN);
}
