/**
 * Finds which columns of a table are which columns of a block, by the wording of its header. Header cells are taken from
 * left to right and aligned with the block's columns in order, so that repeated wordings (总计 three times in table
 * four) fall into place.
 */
import { hasStatedCells } from '../model/index.js';
import type { Block, Cell } from '../model/index.js';
import {
  alignSlots,
  CLEAR_WORDING,
  columnFit,
  fillGaps,
  hasRival,
  isEachInGroup,
  pathName,
  RECOGNISED,
  slotsByWording,
  takeFirst,
  toSlot,
} from './header-slots.js';
import type { HeaderRow, HeaderSlot } from './header-slots.js';
import type { LabelMatcher } from './label-matcher.js';
import { hasLetter, hasPlaces, isBareFigure } from './table-index.js';
import type { TableIndex } from './table-index.js';
import { tiledGroups } from './tiled-groups.js';

/** Columns `start … end − 1` of a table. */
export interface ColumnRange {
  readonly start: number;
  readonly end: number;
}

/** Where the columns of a block stand in a table. */
export interface ColumnPlan {
  /**
   * By the header's wording; by position, counted from the right, under an unreadable header or under one that does
   * nothing but number them; or by order within each row, of dumps and where spans are lost.
   */
  readonly evidence: 'header' | 'position' | 'numbers' | 'order';
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
  /** Columns taken for the one beside the first that is named, without a wording of their own. */
  readonly unnamed: readonly number[];
  /** Some name stands beside the wording of its group, not under it. */
  readonly isOutOfGroup?: boolean;
}

/** A plan of which nothing is known but the order of the columns. */
export const UNKNOWN_COLUMNS: ColumnPlan = {
  evidence: 'order',
  score: 0,
  recognisedShare: 0,
  firstRow: 0,
  ranges: [],
  uncertain: [],
  unnamed: [],
};

/** A header names at least this share of the block's columns. */
const HEADER_SHARE = 0.6;

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
  if (!namesColumns(index, block, matcher)) return plans;
  for (const [row, cells] of index.rows.entries()) {
    if (!mayBeHeader(cells, row)) continue;
    const plan = rowToPlan(index, block, { row, matcher }) ?? planUnderGroups(index, block, { row, matcher });
    if (plan) plans.push(plan);
  }
  return plans;
}

/** Whether the table holds the wordings of enough columns at all, wherever they stand. */
function namesColumns({ table, wordings }: TableIndex, block: Block, matcher: LabelMatcher): boolean {
  const { columns, hasRowLabels } = block;
  const named = columns.filter(({ path }) => {
    const leaf = path.at(-1);
    return leaf !== undefined && wordings.some((text) => matcher.fit(text, leaf) >= RECOGNISED);
  });
  // Some of the columns may be a table of their own; without row labels, one group of them.
  const fewest = hasStatedCells(table) ? Math.min(FEWEST_APART, columns.length) : HEADER_SHARE * columns.length;
  return named.length >= (hasRowLabels ? fewest : 1);
}

/** A header row has wordings of its own and next to no bare figures (noise can look like one). */
function mayBeHeader(cells: readonly Cell[], row: number): boolean {
  const isOwnWording = (cell: Cell): boolean => cell.rowIndex + cell.rowSpan - 1 === row && hasLetter(cell.text);
  return cells.filter((cell) => isBareFigure(cell.text)).length < 2 && cells.some(isOwnWording);
}

/** Where no rules say how far groups reach, and each column of the block stands in one: side by side they cover them all. */
function planUnderGroups(index: TableIndex, block: Block, at: HeaderRow): ColumnPlan | undefined {
  const isTiled = index.table.geometry === 'aligned' && block.columns.every(({ path }) => path.length > 1);
  return isTiled ? rowToPlan(index, block, { ...at, groupsAbove: tiledGroups(index, at.row) }) : undefined;
}

function rowToPlan(index: TableIndex, block: Block, at: HeaderRow): ColumnPlan | undefined {
  const { table } = index;
  const isDump = !hasPlaces(table);
  const slots = (index.rows[at.row] ?? [])
    .filter((cell) => !isDump || cell.text !== '')
    .map((cell) => toSlot(index, block, cell, at));
  const matched = slotsByWording(slots, block.columns.length) ?? alignSlots(slots, block.columns.length);
  const recognised = matched.filter((slot, column) => slot && (slot.fits[column] ?? 0) >= RECOGNISED).length;
  const recognisedShare = recognised / block.columns.length;
  const isEnough = recognisedShare >= HEADER_SHARE || isWholeGroup(block, matched);
  if (!isEnough && !isPartOfColumns(index, block, { slots, matched })) return undefined;
  const filled = fillGaps(matched, slots);
  const unnamed = isDump ? [] : takeFirst(index, filled, slots);
  if (filled.includes(undefined) && hasRepeatedWordings(block) && !isEachInGroup(filled)) return undefined;
  const score = matched.reduce((sum, slot, column) => sum + (slot ? fitScore(slot.fits[column] ?? 0) : -1), 0);
  const cells = filled.map((slot) => slot?.cell);
  return {
    evidence: isDump ? 'order' : 'header',
    score,
    recognisedShare,
    firstRow: Math.max(...cells.map((cell) => (cell ? cell.rowIndex + cell.rowSpan : at.row + 1))),
    ranges: isDump && cells.includes(undefined) ? [] : cells.map(toRange),
    uncertain: [...filled.keys()].filter((column) => hasRival(filled, slots, column)),
    unnamed,
    isOutOfGroup: !isEachInGroup(filled),
  };
}

/** So many columns of a labelled block make a table of their own. */
const FEWEST_APART = 2;

/**
 * Whether a header names some columns of a labelled block clearly and nothing else behind the labels: publishers cut a wide
 * table in two, each with the labels of all rows.
 */
function isPartOfColumns(
  { table }: TableIndex,
  { hasRowLabels }: Block,
  { slots, matched }: { readonly slots: readonly HeaderSlot[]; readonly matched: readonly (HeaderSlot | undefined)[] },
): boolean {
  if (!hasRowLabels || !hasStatedCells(table)) return false;
  const named = slots.filter((slot) => matched.includes(slot));
  const isClear = named.every((slot) => (slot.fits[matched.indexOf(slot)] ?? 0) >= CLEAR_WORDING);
  const behind = slots.slice(slots.findIndex((slot) => named.includes(slot))).filter(({ cell }) => cell.text !== '');
  return named.length >= FEWEST_APART && isClear && behind.length === named.length;
}

/**
 * Whether the columns that were recognised are all those of one group or several, each under its group's wording: some
 * publishers print each group of a block without row labels as a table of its own.
 */
function isWholeGroup(block: Block, matched: readonly (HeaderSlot | undefined)[]): boolean {
  if (block.hasRowLabels || !matched.some((slot) => slot) || !isEachInGroup(matched)) return false;
  const groups = block.columns.map(({ path }) => pathName(path.slice(0, -1)));
  const named = new Set(groups.filter((_, column) => matched[column]));
  return groups.every((group, column) => (group !== '' && named.has(group)) === Boolean(matched[column]));
}

/** Whether several columns of a block are worded alike, as in table four: only their groups tell them apart then. */
function hasRepeatedWordings(block: Block): boolean {
  const leaves = block.columns.map((column) => column.path.at(-1)?.text);
  return new Set(leaves).size < leaves.length;
}

/** True where some row names most of a block's columns, in whatever order: then position proves nothing against it. */
export function hasLegibleHeader(index: TableIndex, block: Block, matcher: LabelMatcher): boolean {
  if (!namesColumns(index, block, matcher)) return false;
  return index.rows.some((cells, row) => {
    if (!mayBeHeader(cells, row)) return false;
    const named = block.columns.filter((column) =>
      cells.some((cell) => columnFit(index, cell, column, { row, matcher }) >= RECOGNISED),
    );
    return named.length >= HEADER_SHARE * block.columns.length;
  });
}

function toRange(cell: Cell | undefined): ColumnRange | undefined {
  return cell && { start: cell.columnIndex, end: cell.columnIndex + cell.columnSpan };
}
