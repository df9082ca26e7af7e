/** The cells of a header row, and how well each names the columns of a block. */
import type { Block, BlockColumn, Cell, Label } from '../model/index.js';
import type { LabelMatcher } from './label-matcher.js';
import { hasLetter, hasPlaces, isBareFigure } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** Below this a wording is not recognised. */
export const RECOGNISED = 0.55;
/** So many header rows may stand above the one that carries the leaf columns. */
const DEEPEST_HEADER = 4;
/** A group's wording above a column adds this much of its fit. */
const GROUP_WEIGHT = 0.1;
/** A wording above a column that fits a group this well is that group's. */
const GROUP_NAMED = 0.75;
/** A wording that fits this well is that of its column beyond doubt. */
export const CLEAR_WORDING = 0.85;
const BRACKETED = /[（(]([^（）()]+)[）)]/gu;
/** Fits nearer than this are equal. */
const RIVAL = 0.05;

/** A cell of a header row. */
export interface HeaderSlot {
  readonly cell: Cell;
  /** How well it names each column of the block. */
  readonly fits: readonly number[];
  /** Whether the wording of the column's own group stands above it, by column. */
  readonly isInGroup: readonly boolean[];
}

const missingSlot: HeaderSlot = {
  isInGroup: [],
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

/** A row that may be a header, and what measures its wordings. */
export interface HeaderRow {
  readonly row: number;
  readonly matcher: LabelMatcher;
  /** The groups' wordings above a cell of the row; those of the cells that cover it by default. */
  readonly groupsAbove?: ReadonlyMap<Cell, readonly Cell[]>;
}

/** One text for some labels of a path, by which groups are told apart. */
export function pathName(path: readonly Label[]): string {
  return path.map(({ text }) => text).join('/');
}

/** Measures how well a header cell, with the groups above it, names each column of a block. */
export function toSlot(index: TableIndex, block: Block, cell: Cell, at: HeaderRow): HeaderSlot {
  const above = (at.groupsAbove?.get(cell) ?? cellsAbove(index, cell, at.row)).filter((other) => other.text !== '');
  const groups = [...new Set(block.columns.flatMap((column) => column.path.slice(0, -1)))];
  const nameOf = (wordings: readonly string[]): string => {
    const fits = groups.map((group) => ({ text: group.text, fit: at.matcher.bestFit(wordings, group) }));
    const best = fits.reduce((found, each) => (each.fit > found.fit ? each : found), { text: '', fit: 0 });
    return best.fit >= GROUP_NAMED ? best.text : '';
  };
  // The group whose wording each cell above is, by its text, and the one within it that brackets name.
  const named = above.flatMap((other) => [
    nameOf(wordingsOf(index, other)),
    ...[...other.text.matchAll(BRACKETED)].map(([, inside = '']) => nameOf([inside])),
  ]);
  const groupsOf = (column: BlockColumn): readonly string[] => column.path.slice(0, -1).map((group) => group.text);
  const isOther = (column: BlockColumn): boolean =>
    named.some((text) => text !== '' && !groupsOf(column).includes(text));
  return {
    cell,
    fits: block.columns.map((column) => (isOther(column) ? 0 : columnFit(index, cell, column, at))),
    isInGroup: block.columns.map((column) => {
      const innermost = groupsOf(column).at(-1);
      return innermost === undefined || named.includes(innermost);
    }),
  };
}

/** How well a header cell, or the cell above a blank one, names a column; groups above it count a little. */
export function columnFit(
  index: TableIndex,
  cell: Cell,
  column: BlockColumn,
  { row, matcher }: { row: number; matcher: LabelMatcher },
): number {
  const leaf = column.path.at(-1);
  if (!leaf) return 0;
  const above = cellsAbove(index, cell, row);
  const own = cell.text === '' ? above[0] : cell;
  const wordings = own ? wordingsOf(index, own) : [];
  if (!wordings.some(hasLetter)) return 0;
  const fit = matcher.bestFit(wordings, leaf);
  if (fit < RECOGNISED || column.path.length === 1) return fit;
  const groups = column.path.slice(0, -1);
  const over = above.flatMap((other) => wordingsOf(index, other));
  const groupFit = Math.max(0, ...groups.map((group) => matcher.bestFit(over, group)));
  return Math.min(1, fit * (1 - GROUP_WEIGHT) + GROUP_WEIGHT * groupFit);
}

/** What a header cell says: its text, and where a page break may cut it, its text with that of the cell over the break. */
function wordingsOf({ table, rows }: TableIndex, cell: Cell): readonly string[] {
  if (!table.seams.includes(cell.rowIndex)) return [cell.text];
  const upper = (rows[cell.rowIndex - 1] ?? []).find(
    (other) => other.columnIndex === cell.columnIndex && other.columnSpan === cell.columnSpan,
  );
  return upper && hasLetter(upper.text) ? [cell.text, `${upper.text}${cell.text}`] : [cell.text];
}

function cellsAbove(index: TableIndex, cell: Cell, row: number): readonly Cell[] {
  const found: Cell[] = [];
  if (!hasPlaces(index.table)) return found;
  for (let above = cell.rowIndex - 1; above >= Math.max(0, row - DEEPEST_HEADER); above--) {
    const cells = index.rows[above] ?? [];
    // What stands above figures heads them, not this one.
    if (cells.filter(({ text }) => isBareFigure(text)).length > 1) break;
    const over = cells.find(
      (other) =>
        other.columnIndex <= cell.columnIndex &&
        other.columnIndex + other.columnSpan >= cell.columnIndex + cell.columnSpan,
    );
    if (over && !found.includes(over)) found.push(over);
  }
  return found;
}

/** The assignment of slots to columns, both in order, with the greatest sum of fits above the threshold. */
export function alignSlots(slots: readonly HeaderSlot[], columns: number): (HeaderSlot | undefined)[] {
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

/** Where every wording stands exactly once, the wordings say which column is which, in whatever order they stand. */
export function slotsByWording(slots: readonly HeaderSlot[], columns: number): HeaderSlot[] | undefined {
  const chosen: HeaderSlot[] = [];
  for (let column = 0; column < columns; column++) {
    const fitting = slots.filter((slot) => (slot.fits[column] ?? 0) >= CLEAR_WORDING);
    const [only] = fitting;
    if (!only || fitting.length > 1 || chosen.includes(only)) return undefined;
    chosen.push(only);
  }
  return chosen;
}

/** Whether an unused header cell beside a column's own fits the column as well. */
export function hasRival(
  filled: readonly (HeaderSlot | undefined)[],
  slots: readonly HeaderSlot[],
  column: number,
): boolean {
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

/** Gives unrecognised columns the header cells between their neighbours' where the numbers agree. */
export function fillGaps(
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

/**
 * Takes the header cell left of the second column for an unnamed first column where figures stand below it.
 *
 * @param filled changed in place
 * @returns the columns so taken
 */
export function takeFirst(
  index: TableIndex,
  filled: (HeaderSlot | undefined)[],
  slots: readonly HeaderSlot[],
): readonly number[] {
  const second = filled[1];
  const candidate = second && slots[slots.indexOf(second) - 1];
  if (filled[0] !== undefined || !candidate) return [];
  const { columnIndex, columnSpan, rowIndex, rowSpan } = candidate.cell;
  const below = index.table.cells.filter(
    (cell) =>
      cell.rowIndex >= rowIndex + rowSpan &&
      cell.columnIndex >= columnIndex &&
      cell.columnIndex < columnIndex + columnSpan &&
      cell.text !== '',
  );
  const figures = below.filter((cell) => isBareFigure(cell.text));
  if (figures.length === 0 || figures.length < below.length / 2) return [];
  filled[0] = candidate;
  return [0];
}

/** Whether every column that was found stands under the wording of its own group. */
export function isEachInGroup(filled: readonly (HeaderSlot | undefined)[]): boolean {
  return filled.every((slot, column) => slot === undefined || slot.isInGroup[column]);
}
