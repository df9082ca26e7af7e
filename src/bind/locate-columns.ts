/**
 * Finds which columns of a table are which columns of a block, by the wording of its header. Header cells are taken from
 * left to right and aligned with the block's columns in order, so that repeated wordings (总计 three times in table
 * four) fall into place.
 */
import type { Block, BlockColumn, Cell } from '../model/index.js';
import type { LabelMatcher } from './label-matcher.js';
import { hasLetter } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** Columns `start … end − 1` of a table. */
export interface ColumnRange {
  readonly start: number;
  readonly end: number;
}

/** Where the columns of a block stand in a table. */
export interface ColumnPlan {
  /** By the header's wording; by position, counted from the right; or by order within each row of a dump. */
  readonly evidence: 'header' | 'position' | 'order';
  /** Sum over the block's columns; comparable with the scores of row labels. */
  readonly score: number;
  /** Share of the block's columns whose wording was recognised. */
  readonly recognisedShare: number;
  /** First row below the header. */
  readonly firstRow: number;
  /** One range a column of the block, `undefined` where the table lacks it; of a dump, where the header's cells stand, or empty. */
  readonly ranges: readonly (ColumnRange | undefined)[];
  /** Columns that another header cell fits as well. */
  readonly uncertain: readonly number[];
}

/** A plan of which nothing is known but the order of the columns. */
export const UNKNOWN_COLUMNS: ColumnPlan = {
  evidence: 'order',
  score: 0,
  recognisedShare: 0,
  firstRow: 0,
  ranges: [],
  uncertain: [],
};

/** Below this a wording is not recognised. */
export const RECOGNISED = 0.55;
/** A header names at least this share of the block's columns. */
const HEADER_SHARE = 0.6;
/** So many header rows may stand above the one that carries the leaf columns. */
const DEEPEST_HEADER = 4;
/** A group's wording above a column adds this much of its fit. */
const GROUP_WEIGHT = 0.1;

interface HeaderSlot {
  readonly cell: Cell;
  readonly fits: readonly number[];
}

/** Turns a fit (0 to 1) into a score: 0 where it says nothing, at most 4. */
export function fitScore(fit: number): number {
  return Math.min(4, (fit - RECOGNISED) * 10);
}

/**
 * Finds every row that may be the header of a block.
 *
 * @returns from top to bottom; empty where no row names enough of the columns
 */
export function findHeaders(index: TableIndex, block: Block, matcher: LabelMatcher): readonly ColumnPlan[] {
  const plans: ColumnPlan[] = [];
  for (const [row, cells] of index.rows.entries()) {
    if (!mayBeHeader(cells, row)) continue;
    const plan = rowToPlan(index, block, { row, matcher });
    if (plan) plans.push(plan);
  }
  return plans;
}

/** A header row has wordings of its own and next to no bare figures (noise can look like one). */
function mayBeHeader(cells: readonly Cell[], row: number): boolean {
  const isOwnWording = (cell: Cell): boolean => cell.rowIndex + cell.rowSpan - 1 === row && hasLetter(cell.text);
  return cells.filter((cell) => BARE_FIGURE.test(cell.text)).length < 2 && cells.some(isOwnWording);
}

const BARE_FIGURE = /^\d[\d.,]*$/u;

function rowToPlan(
  index: TableIndex,
  block: Block,
  at: { row: number; matcher: LabelMatcher },
): ColumnPlan | undefined {
  const { table } = index;
  const isDump = table.geometry !== 'ruled';
  const slots = (index.rows[at.row] ?? [])
    .filter((cell) => !isDump || cell.text !== '')
    .map((cell): HeaderSlot => ({
      cell,
      fits: block.columns.map((column) => columnFit(index, cell, column, at)),
    }));
  const matched = slotsByWording(slots, block.columns.length) ?? alignSlots(slots, block.columns.length);
  const recognised = matched.filter((slot, column) => slot && (slot.fits[column] ?? 0) >= RECOGNISED).length;
  const recognisedShare = recognised / block.columns.length;
  if (recognisedShare < HEADER_SHARE) return undefined;
  const filled = fillGaps(matched, slots);
  const score = matched.reduce((sum, slot, column) => sum + (slot ? fitScore(slot.fits[column] ?? 0) : -1), 0);
  const cells = filled.map((slot) => slot?.cell);
  return {
    evidence: isDump ? 'order' : 'header',
    score,
    recognisedShare,
    firstRow: Math.max(...cells.map((cell) => (cell ? cell.rowIndex + cell.rowSpan : at.row + 1))),
    ranges: isDump && cells.includes(undefined) ? [] : cells.map(toRange),
    uncertain: [...filled.keys()].filter((column) => hasRival(filled, slots, column)),
  };
}

/** True where some row names most of a block's columns, in whatever order: then position proves nothing against it. */
export function hasLegibleHeader(index: TableIndex, block: Block, matcher: LabelMatcher): boolean {
  return index.rows.some((cells, row) => {
    if (!mayBeHeader(cells, row)) return false;
    const named = block.columns.filter((column) =>
      cells.some((cell) => columnFit(index, cell, column, { row, matcher }) >= RECOGNISED),
    );
    return named.length >= HEADER_SHARE * block.columns.length;
  });
}

/** Where every wording stands exactly once, the wordings say which column is which, in whatever order they stand. */
function slotsByWording(slots: readonly HeaderSlot[], columns: number): HeaderSlot[] | undefined {
  const chosen: HeaderSlot[] = [];
  for (let column = 0; column < columns; column++) {
    const fitting = slots.filter((slot) => (slot.fits[column] ?? 0) >= CLEAR_WORDING);
    const [only] = fitting;
    if (!only || fitting.length > 1 || chosen.includes(only)) return undefined;
    chosen.push(only);
  }
  return chosen;
}

/** A wording that fits this well is that of its column beyond doubt. */
const CLEAR_WORDING = 0.85;

/** Whether an unused header cell beside a column's own fits the column as well. */
function hasRival(filled: readonly (HeaderSlot | undefined)[], slots: readonly HeaderSlot[], column: number): boolean {
  const own = filled[column];
  if (!own) return false;
  const before = slots.indexOf(filled[column - 1] ?? missingSlot);
  const next = filled[column + 1];
  const after = next ? slots.indexOf(next) : slots.length;
  return slots.some(
    (slot, at) =>
      at > before &&
      at < after &&
      !filled.includes(slot) &&
      (slot.fits[column] ?? 0) >= (own.fits[column] ?? 0) - RIVAL,
  );
}

/** Fits nearer than this are equal. */
const RIVAL = 0.05;

function toRange(cell: Cell | undefined): ColumnRange | undefined {
  return cell && { start: cell.columnIndex, end: cell.columnIndex + cell.columnSpan };
}

/** How well a header cell, or the cell above a blank one, names a column; groups above it count a little. */
function columnFit(
  index: TableIndex,
  cell: Cell,
  column: BlockColumn,
  { row, matcher }: { row: number; matcher: LabelMatcher },
): number {
  const leaf = column.path.at(-1);
  if (!leaf) return 0;
  const above = cellsAbove(index, cell, row);
  const own = cell.text === '' ? (above[0]?.text ?? '') : cell.text;
  if (!hasLetter(own)) return 0;
  const fit = matcher.fit(own, leaf);
  if (fit < RECOGNISED || column.path.length === 1) return fit;
  const groups = column.path.slice(0, -1);
  const groupFit = Math.max(0, ...above.flatMap((other) => groups.map((group) => matcher.fit(other.text, group))));
  return Math.min(1, fit * (1 - GROUP_WEIGHT) + GROUP_WEIGHT * groupFit);
}

function cellsAbove(index: TableIndex, cell: Cell, row: number): readonly Cell[] {
  const found: Cell[] = [];
  if (index.table.geometry !== 'ruled') return found;
  for (let above = cell.rowIndex - 1; above >= Math.max(0, row - DEEPEST_HEADER); above--) {
    const over = (index.rows[above] ?? []).find(
      (other) =>
        other.columnIndex <= cell.columnIndex &&
        other.columnIndex + other.columnSpan >= cell.columnIndex + cell.columnSpan,
    );
    if (over && !found.includes(over)) found.push(over);
  }
  return found;
}

/** The assignment of slots to columns, both in order, with the greatest sum of fits above the threshold. */
function alignSlots(slots: readonly HeaderSlot[], columns: number): (HeaderSlot | undefined)[] {
  const width = columns + 1;
  const best = new Float64Array((slots.length + 1) * width);
  for (let slot = slots.length - 1; slot >= 0; slot--) {
    for (let column = columns - 1; column >= 0; column--) {
      const at = slot * width + column;
      const gain = (slots[slot]?.fits[column] ?? 0) - RECOGNISED;
      const matched = gain >= 0 ? gain + 0.01 + (best[at + width + 1] ?? 0) : 0;
      best[at] = Math.max(matched, best[at + width] ?? 0, best[at + 1] ?? 0);
    }
  }
  const result = new Array<HeaderSlot | undefined>(columns).fill(undefined);
  let slot = 0;
  let column = 0;
  while (slot < slots.length && column < columns) {
    const at = slot * width + column;
    const here = best[at] ?? 0;
    if (here === best[at + width]) slot++;
    else if (here === best[at + 1]) column++;
    else result[column++] = slots[slot++];
  }
  return result;
}

/** Gives unrecognised columns the header cells between their neighbours' where the numbers agree. */
function fillGaps(
  matched: readonly (HeaderSlot | undefined)[],
  slots: readonly HeaderSlot[],
): (HeaderSlot | undefined)[] {
  const result = [...matched];
  for (let column = 0; column < result.length; column++) {
    if (result[column]) continue;
    let end = column;
    while (end < result.length && !result[end]) end++;
    const before = column === 0 ? -1 : slots.indexOf(result[column - 1] ?? missingSlot);
    const next = result[end];
    const after = next ? slots.indexOf(next) : slots.length;
    const isCounted = after - before - 1 === end - column && column > 0;
    if (isCounted) for (let gap = column; gap < end; gap++) result[gap] = slots[before + 1 + gap - column];
    column = end;
  }
  return result;
}

const missingSlot: HeaderSlot = {
  cell: {
    rowIndex: -1,
    columnIndex: -1,
    rowSpan: 0,
    columnSpan: 0,
    text: '',
    baseText: '',
    parts: [],
    runs: [],
    doubts: [],
  },
  fits: [],
};
