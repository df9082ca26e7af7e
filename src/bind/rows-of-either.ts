/** Finds figures of tables without rules that stand between two labels and may be either's. */
import type { Table } from '../model/index.js';
import type { FitTable } from './fit-table.js';
import { spansSeam } from './row-view.js';
import type { RowView } from './row-view.js';

/** The rows of a table as a block sees them. */
export interface SeenRows {
  readonly views: readonly RowView[];
  readonly fits: FitTable;
}

/**
 * Whether a row without rules takes part in figures that stand without a label between two labels without figures, or has none
 * beside such a label: nothing but their order says which row they belong to.
 */
export function mayBeOfEither(
  table: Table,
  seen: SeenRows,
  bound: { readonly row: number; readonly length: number; readonly form: number },
): boolean {
  if (table.geometry !== 'aligned') return false;
  const { views } = seen;
  const { row, length } = bound;
  const isLabel = (at: number): boolean => views[at]?.hasFigures === false && views[at].labels.length > 0;
  const isBare = (at: number): boolean => views[at]?.hasFigures === true && views[at].labels.length === 0;
  const own = [...views.keys()].slice(row, row + length);
  if (own.every(isBare) && (isLabel(row - 1) || isLabel(row + length))) return true;
  // A label at the foot of a page may be of a row of blanks, and figures at the head of the next one of the label below them.
  const isCutOff = (at: number): boolean => {
    const [upper, lower] = [views[at - 1], views[at]];
    if (at === row || !upper || !lower?.hasFigures || !isLabel(at - 1)) return false;
    return spansSeam(table, upper, lower) && (isBare(at) || !seen.fits.isWithin(at, bound.form));
  };
  if (own.some(isCutOff)) return true;
  // From the row above the first to the one below the last.
  return Array.from({ length: length + 2 }, (_, k) => row - 1 + k).some((at) => {
    const isAllOwn = at > row && at < row + length - 1;
    return (isBare(at) || saysNothing(seen, bound, at)) && isLabel(at - 1) && isLabel(at + 1) && !isAllOwn;
  });
}

/** Whether what stands beside figures of a bound row is no part of its label, which fits as well without: a piece of its group's. */
function saysNothing(
  { views, fits }: SeenRows,
  { row, length, form }: { readonly row: number; readonly length: number; readonly form: number },
  at: number,
): boolean {
  if (at < row || at >= row + length || length < 2 || views[at]?.hasFigures !== true) return false;
  const before = at > row ? fits.fit(row, at - row, form) : 0;
  // The rest of its own label is no other row's, nor is that of a group.
  const outside = [row - 1, row + length].filter((other) => Math.abs(other - at) === 1);
  if (!outside.some((other) => fits.fitsSome(other) && !fits.isWithin(other, form))) return false;
  const after = at < row + length - 1 ? fits.fit(at + 1, row + length - at - 1, form) : 0;
  return Math.max(before, after) >= fits.fit(row, length, form) && !fits.isWithin(at, form);
}
