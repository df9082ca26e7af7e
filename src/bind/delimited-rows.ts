/**
 * Rows of a dump: order within a row is known, columns are not. A run of figures at the end of a row fills the block's
 * columns where it has exactly as many figures; with fewer, the separators of the other rows say which are blank; with
 * neither, every figure of the row is doubted.
 */
import { NOTE_MARKS } from '../model/index.js';
import type { Cell } from '../model/index.js';
import type { ColumnPlan } from './locate-columns.js';
import { isFigureText } from './read-figure.js';
import { wholeCell } from './row-view.js';
import type { FigureCell, RowView } from './row-view.js';
import { hasDigit, hasLetter } from './table-index.js';
import type { TableIndex } from './table-index.js';

const LABEL_AND_FIGURES =
  /^(?<label>.*\p{Script=Han}[^\d０-９]*?)[\s:：]*(?<figures>[+\-−－]?[\d０-９][\d０-９.,\s]*(?:件|条|项|万元|元)?)$/u;

interface Split {
  readonly label: readonly string[];
  /** Cells from the first figure of the trailing run to the last one, blanks between included. */
  readonly run: readonly Cell[];
  /** Column in which the run begins. */
  readonly start: number;
}

/** Sees every row from the plan's first on. */
export function delimitedRows(
  index: TableIndex,
  plan: ColumnPlan,
  columnCount: number,
  marks: readonly string[],
): readonly RowView[] {
  const { firstRow } = plan;
  const splits = index.rows.map((cells) => splitRow(cells, columnCount, marks));
  // Gaps show no blanks, so that with them a column's place within the row says nothing.
  const hasBlanks = index.table.geometry !== 'spaced';
  const showsBlankRows = index.table.geometry === 'delimited';
  const header = headerStart(plan, columnCount);
  // A table of exactly so many columns has none for labels.
  const only = index.table.columnCount === columnCount ? 0 : undefined;
  const start = hasBlanks ? (usualStart(splits.slice(firstRow), columnCount) ?? header ?? only) : undefined;
  const hasOtherColumn = standsBesideFigures(splits.slice(firstRow));
  return splits.slice(firstRow).map((split, offset) => {
    const row = firstRow + offset;
    return toView(split, {
      row,
      cells: index.rows[row] ?? [],
      columnCount,
      start,
      headerStart: header,
      showsBlankRows,
      hasOtherColumn,
    });
  });
}

/** Numbers right before so many of the runs of figures are no residue of labels but a column of their own. */
const COLUMN_SHARE = 0.5;
const FEWEST_IN_COLUMN = 3;

/** Whether a column of figures stands left of those that are taken: nothing says which of the two is the form's. */
function standsBesideFigures(splits: readonly Split[]): boolean {
  const withFigures = splits.filter(({ run }) => run.length > 0);
  const beside = withFigures.filter(({ label }) => isFigureText(label.at(-1) ?? '', []) && label.some(hasLetter));
  return beside.length >= FEWEST_IN_COLUMN && beside.length >= COLUMN_SHARE * withFigures.length;
}

/** How many figures most rows with figures end in, at most three; 0 where none does. */
export function usualFigureCount(index: TableIndex, marks: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const cells of index.rows) {
    const { run } = splitRow(cells, MOST_FIGURES_TOLD, marks);
    const figures = run.filter((cell) => cell.text !== '').length;
    if (figures > 0) counts.set(figures, (counts.get(figures) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** More figures in a row than any form with columns that vary has. */
const MOST_FIGURES_TOLD = 3;

/** Divides a row into its label and the run of figures at its end. */
function splitRow(cells: readonly Cell[], columnCount: number, marks: readonly string[]): Split {
  const isValue = (cell: Cell): boolean => isFigureText(cell.text, marks);
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.text === '') end--;
  let start = end;
  let figures = 0;
  for (let at = end - 1; at >= 0 && figures < columnCount; at--) {
    const cell = cells[at];
    if (!cell || (cell.text !== '' && !isValue(cell))) break;
    if (cell.text === '') continue;
    start = at;
    figures++;
  }
  if (figures === 0) return splitLabelCell(cells.slice(0, end), columnCount);
  const label = cells.slice(0, start).map((cell) => cell.text);
  return { label, run: cells.slice(start, end), start };
}

/** `行政许可 0`: label and figures in one cell. */
function splitLabelCell(cells: readonly Cell[], columnCount: number): Split {
  const last = cells.at(-1);
  const match = LABEL_AND_FIGURES.exec((last?.text ?? '').replace(NOTE_MARKS, ' ').trim());
  const trailing = match?.groups?.['figures']?.trim() ?? '';
  const words = trailing.split(/\s+/u);
  // More numbers than one column holds are one torn number; the reading of the cell says so.
  const figures = columnCount === 1 ? [trailing] : words;
  if (!last || !match?.groups || figures.length > columnCount) {
    return { label: cells.map((cell) => cell.text), run: [], start: -1 };
  }
  const label = [...cells.slice(0, -1).map((cell) => cell.text), match.groups['label'] ?? ''];
  return { label, run: figures.map((text) => ({ ...last, text, baseText: text })), start: -1 };
}

/** The column in which most rows with a full run begin theirs. */
function usualStart(splits: readonly Split[], columnCount: number): number | undefined {
  const counts = new Map<number, number>();
  for (const { run, start } of splits) {
    const isFull = run.length === columnCount && run.every((cell) => cell.text !== '');
    if (isFull && start >= 0) counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** The column of the header's first cell, where its cells follow one another without a gap. */
function headerStart({ ranges }: ColumnPlan, columnCount: number): number | undefined {
  const first = ranges[0]?.start;
  if (first === undefined || ranges.length !== columnCount) return undefined;
  return ranges.every((range, column) => range?.start === first + column) ? first : undefined;
}

interface RowContext {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly columnCount: number;
  readonly start: number | undefined;
  /** The column of the header's first cell. */
  readonly headerStart: number | undefined;
  /** False where a line without figures may as well be a piece of a wrapped label. */
  readonly showsBlankRows: boolean;
  /** True where most rows have a number right before the figures that are taken. */
  readonly hasOtherColumn: boolean;
}

function toView(split: Split, context: RowContext): RowView {
  const { row } = context;
  const filled = split.run.filter((cell) => cell.text !== '');
  const labels = split.label.filter((text) => text !== '');
  const figures = filled.length === 0 ? blanks(context) : place(filled, split, context);
  return {
    rowIndex: row,
    rowIndexes: [row],
    labels: labelReadings(labels),
    figures: hasSurplus(split, context) ? figures.map((figure) => figure && doubted(figure)) : figures,
    hasFigures: filled.length > 0,
    outside: [],
  };
}

/** The cells of a row that prints nothing in the columns where the other rows have their figures. */
function blanks({ cells, start, columnCount, showsBlankRows }: RowContext): (FigureCell | undefined)[] {
  const own = start === undefined || !showsBlankRows ? [] : cells.slice(start, start + columnCount);
  // A figure that is none, whatever is in it, may be the row's.
  const isOdd = cells.slice(1).some(({ text }) => hasDigit(text) && !hasLetter(text));
  const isBlank = !isOdd && own.length === columnCount && own.every((cell) => cell.text === '');
  return isBlank ? own.map((cell) => wholeCell(cell)) : new Array<FigureCell | undefined>(columnCount).fill(undefined);
}

/**
 * Whether a bare number stands right before the run although it is no residue of a label: residue stands left of the
 * column in which the other rows' figures begin.
 */
function hasSurplus(
  { run, label, start }: Split,
  { start: usual, headerStart: header, hasOtherColumn }: RowContext,
): boolean {
  if (run.length === 0) return false;
  if (hasOtherColumn) return true;
  if (start < 0) return false;
  // `收费 6 1 6 8 . 5`: a number torn at its point ends a label with digits.
  if (TORN_LABEL.test(label.at(-1) ?? '')) return true;
  const from = Math.min(usual ?? 0, header ?? Infinity);
  return label.some(
    (text, column) => column >= from && (isFigureText(text, []) || (hasDigit(text) && !hasLetter(text))),
  );
}

const TORN_LABEL = /\p{Script=Han}.*\d\s?[.．,，]$/u;

function doubted(figure: FigureCell): FigureCell {
  return { ...figure, doubts: [...figure.doubts, 'surplus-figure'] };
}

function labelReadings(labels: readonly string[]): readonly string[] {
  const words = labels.filter(hasLetter);
  return [...new Set([words.at(-1) ?? '', words.slice(-2).join(''), labels.join(''), words.join('')])].filter(
    (text) => text !== '',
  );
}

function place(filled: readonly Cell[], split: Split, context: RowContext): (FigureCell | undefined)[] {
  const { columnCount, start, cells } = context;
  if (filled.length === columnCount) return filled.map((cell) => wholeCell(cell));
  if (start !== undefined && split.start >= start) {
    const own = cells.slice(start, start + columnCount);
    const isAllThere = own.filter((cell) => cell.text !== '').length === filled.length;
    if (isAllThere && own.length === columnCount) {
      // A row that ends before the last column may have lost a separator: then all its figures are moved on.
      const doubts = own.at(-1)?.text === '' ? ['row-short'] : [];
      return own.map((cell) => wholeCell(cell, doubts));
    }
  }
  const text = filled.map((cell) => cell.text).join(' ');
  const doubtful: FigureCell = { text, baseText: text, cells: filled, doubts: ['place-in-row-unknown'] };
  return new Array<FigureCell | undefined>(columnCount).fill(doubtful);
}

/**
 * True where a row of a dump ends in exactly so many figures and has no label: a row of a block without row labels. So
 * many figures that no other row has as many need no missing label to be told by, and then blanks between them, each in
 * its place, are no less of the row.
 */
export function isBareRow(view: RowView): boolean {
  const isPlaced = view.figures.every((figure) => figure?.doubts.length === 0);
  const told = view.figures.filter((figure) => figure && (hasDigit(figure.text) || isFigureText(figure.text, [])));
  if (!isPlaced || told.length < Math.min(TELLING_FIGURES, view.figures.length)) return false;
  return told.length >= TELLING_FIGURES || view.labels.every((label) => !hasLetter(label));
}

/** More figures than any row with a label holds. */
const TELLING_FIGURES = 10;
