/**
 * Joins blank cells that a rule divides in the middle of a row: where a page break cuts a cell over several rows, browsers end its
 * frame too early, and the rest of its column looks like another cell.
 */
import type { FilledGrid } from './fill-grid.js';
import { withoutUnusedLines } from './grid.js';
import type { Grid, GridCell } from './grid.js';

/** At least this share of the columns holds text across the rule: it divides no row. */
const CROSSED_SHARE = 0.5;

/** The grid without rules that divide nothing but blank cells of one row. */
export function joinBlankCells(filled: FilledGrid): FilledGrid {
  const { grid, contents, overlays } = filled;
  const isBlank = grid.cells.map((_, at) => contents[at]?.lines.length === 0 && contents[at].doubts.length === 0);
  if (!isBlank.includes(true)) return filled;
  const joined = new Map<GridCell, GridCell>();
  const dropped = new Set<number>();
  const [ending, beginning] = [
    cellsBy(grid, (cell) => cell.rowIndex + cell.rowSpan),
    cellsBy(grid, (cell) => cell.rowIndex),
  ];
  const tall = grid.cells.filter((cell, at) => cell.rowSpan > 1 && (contents[at]?.lines.length ?? 0) > 0);
  for (let line = 1; line < grid.ys.length - 1; line++) {
    const above = ending.get(line) ?? [];
    const below = beginning.get(line) ?? [];
    if (![...above, ...below].every((at) => isBlank[at]) || !isCrossed(tall, line, grid)) continue;
    for (const at of below) {
      const cell = grid.cells[at];
      const over = above.find((other) => isSameColumns(grid.cells[other], cell));
      const upper = over === undefined ? undefined : grid.cells[over];
      if (cell === undefined || upper === undefined) continue;
      const whole = joined.get(upper) ?? upper;
      joined.set(upper, { ...whole, rowSpan: cell.rowIndex + cell.rowSpan - whole.rowIndex });
      dropped.add(at);
    }
  }
  if (dropped.size === 0) return filled;
  const kept = grid.cells.map((cell) => joined.get(cell) ?? cell);
  const left = <T>(items: readonly T[]): readonly T[] => items.filter((_, at) => !dropped.has(at));
  const whole = withoutUnusedLines(grid.xs, grid.ys, left(kept));
  return { grid: whole, contents: left(contents), overlays };
}

/** The indices of a grid's cells by a line of it: looked through once, for a hostile grid has nearly as many lines as cells. */
function cellsBy({ cells }: Grid, lineOf: (cell: GridCell) => number): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [at, cell] of cells.entries()) {
    const own = found.get(lineOf(cell));
    if (own) own.push(at);
    else found.set(lineOf(cell), [at]);
  }
  return found;
}

/** @param tall cells with text over several rows */
function isCrossed(tall: readonly GridCell[], line: number, { xs }: Grid): boolean {
  const crossing = tall.filter((cell) => cell.rowIndex < line && cell.rowIndex + cell.rowSpan > line);
  const columns = crossing.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  return columns >= CROSSED_SHARE * (xs.length - 1);
}

function isSameColumns(a: GridCell | undefined, b: GridCell | undefined): boolean {
  return a?.columnIndex === b?.columnIndex && a?.columnSpan === b?.columnSpan;
}
