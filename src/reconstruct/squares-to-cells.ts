/** Joins the squares of a grid into cells wherever no rule divides them. */
import type { GridCell } from './grid.js';

/** Which edges between squares are drawn. */
export interface SquareEdges {
  readonly isDividedFromRight: (row: number, column: number) => boolean;
  readonly isDividedFromBelow: (row: number, column: number) => boolean;
}

/**
 * Joins undivided squares into rectangular cells. Squares that join into a shape that is no rectangle (a rule that ends
 * in mid-cell) are cut into the runs of their rows again, so that the result always tiles the grid.
 *
 * @returns by row, then column
 */
export function squaresToCells(rows: number, columns: number, edges: SquareEdges): readonly GridCell[] {
  const groups = joinSquares(rows, columns, edges);
  const cells: GridCell[] = [];
  for (const squares of groups.values()) {
    const whole = boundsOf(squares, columns);
    if (whole.rowSpan * whole.columnSpan === squares.length) cells.push(whole);
    else cells.push(...cutIntoRectangles(squares, columns));
  }
  return cells.sort((a, b) => a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex);
}

function joinSquares(rows: number, columns: number, edges: SquareEdges): Map<number, number[]> {
  const parents = Array.from({ length: rows * columns }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
    return at;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const square = row * columns + column;
      if (column + 1 < columns && !edges.isDividedFromRight(row, column)) parents[root(square + 1)] = root(square);
      if (row + 1 < rows && !edges.isDividedFromBelow(row, column)) parents[root(square + columns)] = root(square);
    }
  }
  const groups = new Map<number, number[]>();
  for (let square = 0; square < rows * columns; square++) {
    const key = root(square);
    const group = groups.get(key);
    if (group) group.push(square);
    else groups.set(key, [square]);
  }
  return groups;
}

function boundsOf(squares: readonly number[], columns: number): GridCell {
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1];
  for (const square of squares) {
    const row = Math.floor(square / columns);
    const column = square % columns;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return { rowIndex: top, columnIndex: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1 };
}

/** Runs of squares in each row; equal runs in consecutive rows are one rectangle. */
function cutIntoRectangles(squares: readonly number[], columns: number): readonly GridCell[] {
  const runs: { row: number; start: number; end: number }[] = [];
  for (const square of [...squares].sort((a, b) => a - b)) {
    const row = Math.floor(square / columns);
    const column = square % columns;
    const last = runs.at(-1);
    if (last?.row === row && last.end === column) last.end++;
    else runs.push({ row, start: column, end: column + 1 });
  }
  const cells: { rowIndex: number; columnIndex: number; rowSpan: number; columnSpan: number }[] = [];
  for (const run of runs) {
    const above = cells.find(
      (cell) =>
        cell.rowIndex + cell.rowSpan === run.row &&
        cell.columnIndex === run.start &&
        cell.columnSpan === run.end - run.start,
    );
    if (above) above.rowSpan++;
    else cells.push({ rowIndex: run.row, columnIndex: run.start, rowSpan: 1, columnSpan: run.end - run.start });
  }
  return cells;
}
