/**
 * Takes the column that prints each row's unit out of a table, so that what is left is labels and figures. Between the
 * two, a unit would pass for a row's innermost label, and the dash of a row that only names a group for its figure.
 */
import { hasStatedCells } from '../model/index.js';
import type { Block, Cell, Label } from '../model/index.js';
import type { LabelMatcher } from './label-matcher.js';
import { isFigureText, isUnit } from './read-figure.js';
import type { RowView } from './row-view.js';
import { hasDigit, hasLetter } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** A wording that fits this well heads the column. */
const HEADS_COLUMN = 0.85;
/** Without a header, so many of the rows with several texts must name a unit for there to be a column of them. */
const UNIT_SHARE = 0.5;

/** What telling a unit needs besides table and block. */
interface UnitContext {
  readonly matcher: LabelMatcher;
  readonly notApplicableMarks: readonly string[];
}

/** A table without its column of units. */
export interface UnitsApart {
  readonly index: TableIndex;
  /** The unit printed in each row, by row; only where it is a word. */
  readonly units: ReadonlyMap<number, string>;
}

const NO_UNITS: ReadonlyMap<number, string> = new Map();

/** The table as a block without a column of units would have it; the same one where it has none. */
export function withoutUnits(index: TableIndex, block: Block, context: UnitContext): UnitsApart {
  const { unitColumn } = block;
  if (unitColumn === undefined) return withoutAddedUnits(index, block, context);
  if (!namesUnits(index, block, { label: unitColumn, matcher: context.matcher })) {
    return { index, units: NO_UNITS };
  }
  const isHead = (cell: Cell): boolean => headsUnits(cell, unitColumn, context.matcher);
  const taken = hasStatedCells(index.table) ? cellsUnderHeads(index, isHead) : undefined;
  const cells = taken ?? cellsByWording(index, block, { isHead, marks: context.notApplicableMarks });
  if (cells.size === 0) return { index, units: NO_UNITS };
  const units = new Map<number, string>();
  const rows = index.rows.map((row, at) => {
    const unit = row.find((cell) => cells.has(cell));
    if (unit && !isHead(unit) && hasLetter(unit.text)) units.set(at, unit.text);
    return unit ? row.filter((cell) => !cells.has(cell)) : row;
  });
  return { index: { ...index, rows }, units };
}

/** The table without a column of units that its form does not have, where cells of their own name one in most rows. */
function withoutAddedUnits(index: TableIndex, block: Block, { notApplicableMarks }: UnitContext): UnitsApart {
  const isNamed = hasStatedCells(index.table) && block.hasRowLabels && index.wordings.some((text) => isUnit(text));
  const wording = { isHead: () => false, marks: notApplicableMarks };
  const cells = isNamed ? cellsByWording(index, block, wording) : new Set<Cell>();
  const words = new Set([...cells].filter(({ text }) => isUnit(text)));
  if (words.size === 0) return { index, units: NO_UNITS };
  const units = new Map<number, string>();
  const rows = index.rows.map((row, at) => {
    const unit = row.find((cell) => words.has(cell));
    if (unit) units.set(at, unit.text);
    return unit ? row.filter((cell) => cell !== unit) : row;
  });
  return { index: { ...index, rows }, units };
}

/** Whether the table holds a head of units or a unit at all: most tables hold neither, and that is soon seen. */
function namesUnits(
  { wordings }: TableIndex,
  { rows }: Block,
  { label, matcher }: { label: Label; matcher: LabelMatcher },
): boolean {
  return wordings.some(
    (text) => isUnit(text) || matcher.fit(text, label) >= HEADS_COLUMN || rows.some(({ unit }) => unit === text),
  );
}

function headsUnits({ text }: Cell, label: Label, matcher: LabelMatcher): boolean {
  return hasLetter(text) && matcher.fit(text, label) >= HEADS_COLUMN;
}

/** The cells from a head of units downwards, up to the next row in which the head stands elsewhere. */
function cellsUnderHeads({ rows, table }: TableIndex, isHead: (cell: Cell) => boolean): Set<Cell> | undefined {
  const cells = new Set<Cell>();
  let head: Cell | undefined;
  for (let row = 0; row < table.rowCount; row++) {
    const own = rows[row] ?? [];
    head = own.find(isHead) ?? head;
    if (head === undefined) continue;
    const { columnIndex, columnSpan } = head;
    for (const cell of own) {
      const isUnder = cell.columnIndex >= columnIndex && cell.columnIndex + cell.columnSpan <= columnIndex + columnSpan;
      if (isUnder && !hasDigit(cell.text)) cells.add(cell);
    }
  }
  return head && cells;
}

interface Wording {
  readonly isHead: (cell: Cell) => boolean;
  readonly marks: readonly string[];
}

/** In each row the first unit, or mark that none applies, behind the label; none where most rows have none. */
function cellsByWording(index: TableIndex, block: Block, { isHead, marks }: Wording): Set<Cell> {
  const known = new Set(block.rows.map((row) => row.unit));
  const isWord = (cell: Cell): boolean => known.has(cell.text) || isUnit(cell.text);
  const cells = new Set<Cell>();
  let rowsWithUnit = 0;
  let rowsWithTexts = 0;
  for (const row of index.rows) {
    const [, ...behind] = row.filter((cell) => cell.text !== '');
    if (behind.length > 0) rowsWithTexts++;
    const unit = behind.find((cell) => isWord(cell) || isHead(cell) || isMark(cell.text, marks));
    if (unit && isWord(unit)) rowsWithUnit++;
    // A figure before it: what looks like a unit stands behind the figures.
    const before = unit ? behind.slice(0, behind.indexOf(unit)) : [];
    if (unit && !before.some(({ text }) => hasDigit(text) && isFigureText(text, marks))) cells.add(unit);
  }
  if (rowsWithUnit === 0 || rowsWithUnit < UNIT_SHARE * rowsWithTexts) return new Set();
  const columns = new Set([...cells].filter(isWord).map((cell) => cell.columnIndex));
  for (const cell of loneMarks(index, marks)) if (columns.has(cell.columnIndex)) cells.add(cell);
  return cells;
}

/** Marks that stand alone in their row: a group's label that runs over the column of units stands on a row of its own. */
function loneMarks({ rows }: TableIndex, marks: readonly string[]): readonly Cell[] {
  return rows.flatMap((row) => {
    const filled = row.filter((cell) => cell.text !== '');
    return filled.length === 1 ? filled.filter((cell) => isMark(cell.text, marks)) : [];
  });
}

function isMark(text: string, marks: readonly string[]): boolean {
  return marks.includes(text) || marks.includes(text.replace(/^(.)\1+$/u, '$1'));
}

/** Rows with the units printed in them. */
export function withUnits(views: readonly RowView[], units: ReadonlyMap<number, string>): readonly RowView[] {
  if (units.size === 0) return views;
  return views.map((view) => {
    const unit = units.get(view.rowIndex);
    return unit === undefined ? view : { ...view, unit };
  });
}
