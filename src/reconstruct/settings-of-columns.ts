/** Tells which columns of figures are set alike in the height of their rows: at the top, in the middle or at the foot. */
import type { Segment } from './aligned-lines.js';
import { differentHeights, SAME_HEIGHT, sizeOf } from './line-heights.js';

/** Where a cell's text stands in the height of its row. */
export type Setting = 'top' | 'middle' | 'foot';

/** All of them. */
export const SETTINGS: readonly Setting[] = ['top', 'middle', 'foot'];

/** Figures of all columns that are set alike, and the heights at which they stand, ascending. */
export interface ColumnClass {
  readonly figures: readonly Segment[];
  readonly heights: readonly number[];
}

/** Rows of one class are no nearer to each other than this share of the least step from row to row in a column. */
const LEAST_SHARE = 0.9;

/**
 * Puts columns together whose figures stand at heights of the same rows.
 *
 * @param columns the figures of each on one page; blank cells have none
 */
export function classesOfColumns(columns: readonly (readonly Segment[])[]): readonly ColumnClass[] {
  const room = SAME_HEIGHT * sizeOf(columns.flat());
  const toClass = (figures: readonly Segment[]): ColumnClass => ({
    figures,
    heights: differentHeights(
      figures.map(({ y }) => y),
      room,
    ),
  });
  const step = Math.min(...columns.map((own) => leastStep(toClass(own).heights)));
  const classes: ColumnClass[] = [];
  // A column with figures in most rows says more about the others than one with few.
  for (const figures of [...columns].sort((a, b) => b.length - a.length).filter((own) => own.length > 0)) {
    const together = classes.map((own) => toClass([...own.figures, ...figures]));
    const at = together.findIndex(({ heights }) => leastStep(heights) >= LEAST_SHARE * step);
    const joined = together[at];
    if (joined) classes[at] = joined;
    else classes.push(toClass(figures));
  }
  return classes;
}

function leastStep(heights: readonly number[]): number {
  return Math.min(Infinity, ...heights.slice(1).map((y, at) => y - (heights[at] ?? y)));
}
