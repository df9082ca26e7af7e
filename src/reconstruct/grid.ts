/**
 * The grid of one table on one page, before any text is put into it. Lines of the grid are positions, not rules: a cell
 * boundary exists only where a rule is drawn.
 */
import type { Bbox } from '../model/index.js';

/** A rectangle of grid squares that no rule divides. */
export interface GridCell {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Cells tiling a rectangle. */
export interface Grid {
  /** Column boundaries in points, ascending; one more than there are columns. */
  readonly xs: readonly number[];
  /** Row boundaries in points, ascending; one more than there are rows. */
  readonly ys: readonly number[];
  /** By row, then column. */
  readonly cells: readonly GridCell[];
}

/** The outer box of a grid. */
export function gridBox(grid: Grid): Bbox {
  return {
    x0: grid.xs[0] ?? 0,
    top: grid.ys[0] ?? 0,
    x1: grid.xs.at(-1) ?? 0,
    bottom: grid.ys.at(-1) ?? 0,
  };
}

/** The box of one cell of a grid. */
export function gridCellBox(grid: Grid, cell: GridCell): Bbox {
  return {
    x0: grid.xs[cell.columnIndex] ?? 0,
    top: grid.ys[cell.rowIndex] ?? 0,
    x1: grid.xs[cell.columnIndex + cell.columnSpan] ?? 0,
    bottom: grid.ys[cell.rowIndex + cell.rowSpan] ?? 0,
  };
}

/**
 * The index of the interval that holds a position.
 *
 * @param bounds ascending boundaries
 * @returns -1 where the position lies outside
 */
export function intervalAt(bounds: readonly number[], position: number): number {
  let low = 0;
  let high = bounds.length - 1;
  if (high < 1 || position < (bounds[0] ?? 0) || position > (bounds[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** For every grid square, the index of its cell: `owners[row * columns + column]`. */
export function cellOwners(grid: Grid): Int32Array {
  const columns = grid.xs.length - 1;
  const owners = new Int32Array(columns * (grid.ys.length - 1)).fill(-1);
  for (const [index, cell] of grid.cells.entries()) {
    for (let row = cell.rowIndex; row < cell.rowIndex + cell.rowSpan; row++) {
      owners.fill(index, row * columns + cell.columnIndex, row * columns + cell.columnIndex + cell.columnSpan);
    }
  }
  return owners;
}

/** Drops grid lines at which no cell begins or ends, such as those of an underline inside a cell. */
export function withoutUnusedLines(xs: readonly number[], ys: readonly number[], cells: readonly GridCell[]): Grid {
  const usedX = usedLines(xs.length, cells, (cell) => [cell.columnIndex, cell.columnIndex + cell.columnSpan]);
  const usedY = usedLines(ys.length, cells, (cell) => [cell.rowIndex, cell.rowIndex + cell.rowSpan]);
  const newX = renumber(usedX);
  const newY = renumber(usedY);
  const kept = cells.map((cell) => {
    const columnIndex = newX[cell.columnIndex] ?? 0;
    const rowIndex = newY[cell.rowIndex] ?? 0;
    return {
      rowIndex,
      columnIndex,
      rowSpan: (newY[cell.rowIndex + cell.rowSpan] ?? 0) - rowIndex,
      columnSpan: (newX[cell.columnIndex + cell.columnSpan] ?? 0) - columnIndex,
    };
  });
  return { xs: xs.filter((_, line) => usedX[line]), ys: ys.filter((_, line) => usedY[line]), cells: kept };
}

function usedLines(
  count: number,
  cells: readonly GridCell[],
  linesOf: (cell: GridCell) => readonly number[],
): readonly boolean[] {
  const used = new Array<boolean>(count).fill(false);
  for (const cell of cells) for (const line of linesOf(cell)) used[line] = true;
  return used;
}

function renumber(used: readonly boolean[]): readonly number[] {
  let next = 0;
  return used.map((isUsed) => (isUsed ? next++ : next));
}
