/** Whether figures that stand at several heights are those of one row without rules. */
import { middleY } from './model/index.js';
import type { Bbox } from './model/index.js';

/** Where the figures of a row stand, and its own label; no box is of another page. */
export interface RowOfBoxes {
  readonly figures: readonly { readonly column: string; readonly box: Bbox }[];
  /** Absent where it has none. */
  readonly label: Bbox | undefined;
}

/** So many complete rows say how high each column is set. */
const TELLING_ROWS = 2;
/** Figures of one line, and those set alike, stand no further off than this share of their height. */
const SAME_LINE = 0.3;
/** Rows whose labels are alike differ in height by no more than this, in points. */
const SAME_ROW = 1;

/**
 * Whether the figures of a row with blanks are all its own: they stand on one line, they and the label overlap in height, or they stand
 * as high and low as in rows that print one in every column.
 */
export function areOfOneRow(row: RowOfBoxes, complete: readonly RowOfBoxes[]): boolean {
  return isOneLine(row) || overlapsThroughout(row) || standsLevel(row, complete);
}

function isOneLine({ figures }: RowOfBoxes): boolean {
  const [first] = figures;
  return first !== undefined && figures.every(({ box }) => areLevel(box, first.box, 0));
}

/** Whether one text stands a distance in points above or below another. */
function areLevel(box: Bbox, other: Bbox, distance: number): boolean {
  return Math.abs(middleY(box) - middleY(other) - distance) < SAME_LINE * (other.bottom - other.top);
}

/** Texts share at least this part of their height where rows cannot be drawn between them. */
const LEAST_SHARED = 0.2;

/** Whether a row's figures and its label overlap in height, each some other: as rows do not, none of them is another row's. */
function overlapsThroughout(row: RowOfBoxes): boolean {
  const boxes = [...row.figures.map(({ box }) => box), ...(row.label ? [row.label] : [])];
  const [first, ...rest] = boxes.sort((a, b) => a.top - b.top);
  let bottom = first?.bottom ?? -Infinity;
  return rest.every((box) => {
    const shared = Math.min(bottom, box.bottom) - box.top;
    bottom = Math.max(bottom, box.bottom);
    return shared >= LEAST_SHARED * (box.bottom - box.top);
  });
}

/** At which height of its row each column's figures are set: 0 at that of the highest, 1 at that of the lowest. */
type Settings = ReadonlyMap<string, number>;

/** How far the highest figures of a row are above the lowest, in points. */
function spanOf({ figures }: RowOfBoxes): number {
  const heights = figures.map(({ box }) => middleY(box));
  return heights.length > 0 ? Math.max(...heights) - Math.min(...heights) : 0;
}

/** `undefined` where complete rows do not set their columns alike, or there are too few of them. */
function settingsOf(complete: readonly RowOfBoxes[]): Settings | undefined {
  const widest = complete.reduce<RowOfBoxes | undefined>(
    (best, row) => (best && spanOf(best) >= spanOf(row) ? best : row),
    undefined,
  );
  if (!widest || complete.length < TELLING_ROWS) return undefined;
  const top = Math.min(...widest.figures.map(({ box }) => middleY(box)));
  const settings = new Map(
    widest.figures.map(({ column, box }) => [column, (middleY(box) - top) / (spanOf(widest) || 1)]),
  );
  return complete.every((row) => areSet(row, settings, spanOf(row))) ? settings : undefined;
}

/** Whether the figures of a row stand where a row of this span sets them. */
function areSet(row: RowOfBoxes, settings: Settings, span: number): boolean {
  const [first] = row.figures;
  const at = (column: string): number => (settings.get(column) ?? NaN) * span;
  return row.figures.every(({ column, box }) => first && areLevel(box, first.box, at(column) - at(first.column)));
}

/**
 * Whether the figures of a row are set as those of complete rows. Rows differ in height by no more than their labels do: figures of
 * two rows stand further apart.
 */
function standsLevel(row: RowOfBoxes, complete: readonly RowOfBoxes[]): boolean {
  const settings = settingsOf(complete);
  const heights = row.figures.map(({ column, box }) => ({ y: middleY(box), share: settings?.get(column) ?? NaN }));
  const top = heights.reduce((best, each) => (each.share < best.share ? each : best), heights[0] ?? { y: 0, share: 0 });
  const foot = heights.reduce((best, each) => (each.share > best.share ? each : best), top);
  if (!settings || !row.label || !(foot.share > top.share)) return false;
  const span = (foot.y - top.y) / (foot.share - top.share);
  const label = heightOf(row.label);
  const isAsHigh = complete.every(
    (other) => other.label && Math.abs(spanOf(other) - span) <= Math.abs(heightOf(other.label) - label) + SAME_ROW,
  );
  return isAsHigh && areSet(row, settings, span);
}

function heightOf({ top, bottom }: Bbox): number {
  return bottom - top;
}
