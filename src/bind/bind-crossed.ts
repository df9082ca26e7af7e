/**
 * Binds a block whose one row of figures carries no label to a table that prints its groups as rows, or its columns, or
 * both below one another: each figure stands where the wording of a group and that of a column meet.
 */
import { hasStatedCells } from '../model/index.js';
import type { Block, BlockColumn, Cell } from '../model/index.js';
import type { BoundBlock } from './judge-rows.js';
import type { LabelMatcher } from './label-matcher.js';
import { fitScore } from './locate-columns.js';
import { isFigureText } from './read-figure.js';
import { wholeCell } from './row-view.js';
import { hasLetter } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** A wording that fits a group, or a column, this well names it. */
const NAMED = 0.75;
/** A wording that fits two groups, or two columns, nearer than this names neither. */
const RIVAL = 0.05;

/** What binding needs besides table and block. */
interface CrossedContext {
  readonly matcher: LabelMatcher;
  readonly notApplicableMarks: readonly string[];
}

/** A column of the block with the one cell that its wordings lead to. */
interface Crossing {
  readonly cell: Cell;
  readonly fit: number;
}

/** Binds the block where each of its columns is named by the wordings beside and above exactly one cell. */
export function bindCrossed(index: TableIndex, block: Block, context: CrossedContext): BoundBlock | undefined {
  const { table } = index;
  if (block.hasRowLabels || !hasStatedCells(table) || block.columns.some(({ path }) => path.length < 2))
    return undefined;
  if (!namesAll(index, block, context.matcher)) return undefined;
  const cells = table.cells.filter(
    ({ baseText, doubts }) =>
      !doubts.includes('no-such-cell') &&
      (baseText === '' || !hasLetter(baseText) || isFigureText(baseText, context.notApplicableMarks)),
  );
  const crossings = new Map<number, Crossing>();
  for (const cell of cells) {
    const crossing = columnOf(wordingsOf(index, cell, context), block, context.matcher);
    if (crossing === undefined) continue;
    // Two cells for one figure: nothing says which of them counts.
    if (crossings.has(crossing.column)) return undefined;
    crossings.set(crossing.column, { cell, fit: crossing.fit });
  }
  const found = block.columns.map((_, at) => crossings.get(at)).filter((each) => each !== undefined);
  return found.length === block.columns.length ? toBound(index, block, found) : undefined;
}

/** Whether the table says all that the cells are looked up by: that takes long in a long table of anything else. */
function namesAll({ wordings }: TableIndex, { columns }: Block, matcher: LabelMatcher): boolean {
  const labels = new Set(columns.flatMap(({ path }) => path.slice(-2)));
  return [...labels].every((label) => wordings.some((text) => matcher.fit(text, label) >= NAMED));
}

/** The wordings in the cell's row left of it, and in its column above it. */
function wordingsOf(
  { table, rows }: TableIndex,
  cell: Cell,
  { notApplicableMarks }: CrossedContext,
): readonly string[] {
  const isWording = ({ text, baseText }: Cell): boolean =>
    hasLetter(text) && !isFigureText(baseText, notApplicableMarks);
  const beside = (rows[cell.rowIndex] ?? []).filter(
    (other) => other.columnIndex < cell.columnIndex && isWording(other),
  );
  const above = table.cells.filter(
    (other) =>
      other.rowIndex < cell.rowIndex &&
      other.columnIndex <= cell.columnIndex &&
      other.columnIndex + other.columnSpan >= cell.columnIndex + cell.columnSpan &&
      isWording(other),
  );
  // A label stands above the labels of the rows below it as well: left of a figure they are its own, above it they head it.
  return [...new Set([...beside, ...above].map(({ text }) => text))];
}

function columnOf(
  wordings: readonly string[],
  block: Block,
  matcher: LabelMatcher,
): { readonly column: number; readonly fit: number } | undefined {
  const fits = block.columns.map((column) => crossingFit(wordings, column, matcher));
  const best = Math.max(...fits);
  const column = fits.indexOf(best);
  const isRivalled = fits.some((fit, at) => at !== column && fit > best - RIVAL);
  return best < NAMED || isRivalled ? undefined : { column, fit: best };
}

/** How well two of the wordings, or one that says both, name a column and its innermost group. */
function crossingFit(wordings: readonly string[], { path }: BlockColumn, matcher: LabelMatcher): number {
  const leaf = path.at(-1);
  const group = path.at(-2);
  if (!leaf || !group) return 0;
  return Math.min(matcher.bestFit(wordings, leaf), matcher.bestFit(wordings, group));
}

function toBound({ table }: TableIndex, block: Block, crossings: readonly Crossing[]): BoundBlock {
  const cells = crossings.map(({ cell }) => cell);
  const rowIndexes = [...new Set(cells.map(({ rowIndex }) => rowIndex))].sort((a, b) => a - b);
  const firstRow = rowIndexes[0] ?? 0;
  const view = {
    rowIndex: firstRow,
    rowIndexes,
    labels: [],
    figures: cells.map((cell) => wholeCell(cell)),
    hasFigures: cells.some(({ text }) => text !== ''),
    outside: [],
  };
  const score = crossings.reduce((sum, { fit }) => sum + fitScore(fit), 0);
  const plan = {
    evidence: 'header',
    score,
    recognisedShare: 1,
    firstRow,
    ranges: cells.map(({ columnIndex, columnSpan }) => ({ start: columnIndex, end: columnIndex + columnSpan })),
    uncertain: [],
    unnamed: [],
  } as const;
  return { block, table, plan, rows: [{ form: 0, view, length: 1, doubts: [] }], score, extraRows: [] };
}
