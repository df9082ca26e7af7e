/** Changes to tables after they were reconstructed: what a fault of that stage would hand on. */
import type { Cell, Layout, Table } from '../../src/model/index.js';

/** A change of one table; rows and columns count modulo what the table has. */
export type LayoutMutation =
  /** The cells of a row hold what their left neighbours held; the last one's text is lost. */
  | { readonly kind: 'shift-row'; readonly row: number }
  | { readonly kind: 'drop-row'; readonly row: number }
  | { readonly kind: 'double-row'; readonly row: number }
  /** Everything in two rows, labels too, where both have their labels in the same columns. */
  | { readonly kind: 'swap-rows'; readonly row: number; readonly other: number }
  /** Figures only: the labels stay. */
  | { readonly kind: 'swap-figures'; readonly row: number; readonly other: number }
  /** Everything in two of the five columns of organisations, headers too. */
  | { readonly kind: 'swap-columns'; readonly column: number; readonly other: number }
  /** A cell swallows its right neighbour. */
  | { readonly kind: 'merge-cells'; readonly row: number; readonly column: number }
  | { readonly kind: 'blank-cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'blank-label'; readonly row: number }
  | { readonly kind: 'noise-label'; readonly row: number; readonly text: string };

/** Changes the table with the most rows: table three. */
export function mutateLayout(layout: Layout, mutation: LayoutMutation): Layout {
  const longest = layout.tables.reduce<Table | undefined>(
    (found, table) => (found && found.rowCount >= table.rowCount ? found : table),
    undefined,
  );
  return {
    ...layout,
    tables: layout.tables.map((table) => (table === longest ? mutateTable(table, mutation) : table)),
  };
}

function mutateTable(table: Table, mutation: LayoutMutation): Table {
  const simple = simpleRows(table);
  const rowAt = (k: number): number => simple[k % Math.max(1, simple.length)] ?? -1;
  switch (mutation.kind) {
    case 'shift-row':
      return withCells(table, (cell) => (cell.rowIndex === rowAt(mutation.row) ? shifted(table, cell) : cell));
    case 'drop-row':
      return droppedRow(table, rowAt(mutation.row));
    case 'double-row':
      return doubledRow(table, rowAt(mutation.row));
    case 'swap-rows':
      return haveSameShape(table, rowAt(mutation.row), rowAt(mutation.other))
        ? swapped(table, rowAt(mutation.row), rowAt(mutation.other), () => true)
        : table;
    case 'swap-figures':
      return swapped(table, rowAt(mutation.row), rowAt(mutation.other), isFigureCell);
    case 'swap-columns':
      return swappedColumns(table, mutation.column, mutation.other);
    case 'merge-cells':
      return mergedCells(table, rowAt(mutation.row), mutation.column);
    case 'blank-cell': {
      const target = figureCells(table, rowAt(mutation.row)).at(mutation.column % 7);
      return withCells(table, (cell) => (cell === target ? emptied(cell) : cell));
    }
    case 'blank-label':
      return withCells(table, (cell) => (isLabelOf(cell, rowAt(mutation.row)) ? emptied(cell) : cell));
    case 'noise-label':
      return withCells(table, (cell) => (isLabelOf(cell, rowAt(mutation.row)) ? renamed(cell, mutation.text) : cell));
  }
}

function isFigureCell({ text, rowSpan, columnSpan }: Cell): boolean {
  return rowSpan === 1 && columnSpan === 1 && /^[\d.,]*$/u.test(text);
}

function figureCells(table: Table, row: number): readonly Cell[] {
  return table.cells.filter((cell) => cell.rowIndex === row && isFigureCell(cell));
}

/** Rows that hold at least seven figures, none of them cut by a page break. */
function simpleRows(table: Table): readonly number[] {
  return Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => figureCells(table, row).length >= 7);
}

function isLabelOf(cell: Cell, row: number): boolean {
  return cell.rowIndex === row && cell.rowSpan === 1 && /\p{Script=Han}/u.test(cell.text);
}

function withCells(table: Table, change: (cell: Cell) => Cell): Table {
  return { ...table, cells: table.cells.map(change) };
}

/** A cell that says what another says: text, runs and doubts; its place stays. */
function saying(cell: Cell, { text, baseText, runs, doubts, parts }: Cell): Cell {
  const own = cell.parts.map((part, k) => ({ ...part, text: parts[k]?.text ?? '' }));
  return { ...cell, text, baseText, runs, doubts, parts: own };
}

function emptied(cell: Cell): Cell {
  return { ...cell, text: '', baseText: '', runs: [], parts: cell.parts.map((part) => ({ ...part, text: '' })) };
}

function renamed(cell: Cell, text: string): Cell {
  return { ...cell, text, baseText: text, runs: [], parts: cell.parts.map((part) => ({ ...part, text })) };
}

function shifted(table: Table, cell: Cell): Cell {
  const figures = figureCells(table, cell.rowIndex);
  const place = figures.indexOf(cell);
  const left = figures[place - 1];
  if (place < 0) return cell;
  return left === undefined ? emptied(cell) : saying(cell, left);
}

function movedDown(cell: Cell, from: number, by: number): Cell {
  if (cell.rowIndex >= from) return { ...cell, rowIndex: cell.rowIndex + by };
  return cell.rowIndex + cell.rowSpan > from ? { ...cell, rowSpan: cell.rowSpan + by } : cell;
}

function droppedRow(table: Table, row: number): Table {
  if (row < 0) return table;
  const cells = table.cells.flatMap((cell) => {
    if (cell.rowIndex === row && cell.rowSpan === 1) return [];
    // A group's label that begins in this row goes on below it.
    if (cell.rowIndex === row) return [{ ...cell, rowSpan: cell.rowSpan - 1 }];
    return [movedDown(cell, row + 1, -1)];
  });
  const seams = table.seams.map((seam) => (seam > row ? seam - 1 : seam));
  return { ...table, rowCount: table.rowCount - 1, cells, seams };
}

function doubledRow(table: Table, row: number): Table {
  if (row < 0) return table;
  const again = table.cells.filter((cell) => cell.rowIndex === row && cell.rowSpan === 1);
  const below = again.map((cell) => ({ ...cell, rowIndex: row + 1 }));
  const cells = [
    ...table.cells.map((cell) =>
      cell.rowIndex === row && cell.rowSpan > 1 ? { ...cell, rowSpan: cell.rowSpan + 1 } : movedDown(cell, row + 1, 1),
    ),
    ...below,
  ];
  const seams = table.seams.map((seam) => (seam > row ? seam + 1 : seam));
  return { ...table, rowCount: table.rowCount + 1, cells: inOrder(cells), seams };
}

function inOrder(cells: readonly Cell[]): readonly Cell[] {
  return [...cells].sort((a, b) => a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex);
}

/** Whether two rows have their labels in the same columns: only then can they change places as a whole. */
function haveSameShape(table: Table, row: number, other: number): boolean {
  const shapeOf = (of: number): string =>
    table.cells
      .filter((cell) => cell.rowIndex === of && cell.rowSpan === 1)
      .map(({ columnIndex, columnSpan }) => `${columnIndex}+${columnSpan}`)
      .join(' ');
  return shapeOf(row) === shapeOf(other);
}

/** Exchanges what the cells of two rows say, column by column, where both have one square. */
function swapped(table: Table, row: number, other: number, isMeant: (cell: Cell) => boolean): Table {
  const partner = (cell: Cell, inRow: number): Cell | undefined =>
    table.cells.find(
      (each) => each.rowIndex === inRow && each.columnIndex === cell.columnIndex && each.columnSpan === cell.columnSpan,
    );
  return withCells(table, (cell) => {
    if (cell.rowSpan !== 1 || !isMeant(cell) || (cell.rowIndex !== row && cell.rowIndex !== other)) return cell;
    const from = partner(cell, cell.rowIndex === row ? other : row);
    return from?.rowSpan === 1 ? saying(cell, from) : cell;
  });
}

function swappedColumns(table: Table, column: number, other: number): Table {
  // The last column holds totals; the five before it have their headers side by side, under one group.
  const from = table.columnCount - 2 - (column % 5);
  const to = table.columnCount - 2 - (other % 5);
  return withCells(table, (cell) => {
    if (cell.columnSpan !== 1 || (cell.columnIndex !== from && cell.columnIndex !== to)) return cell;
    const wanted = cell.columnIndex === from ? to : from;
    const partner = table.cells.find(
      (each) => each.rowIndex === cell.rowIndex && each.columnIndex === wanted && each.columnSpan === 1,
    );
    return partner === undefined ? cell : saying(cell, partner);
  });
}

function mergedCells(table: Table, row: number, column: number): Table {
  const figures = figureCells(table, row);
  const k = column % Math.max(1, figures.length - 1);
  const [left, right] = [figures[k], figures[k + 1]];
  if (left === undefined || right === undefined) return table;
  const text = `${left.text} ${right.text}`.trim();
  const part = left.parts[0];
  const last = right.parts[0];
  const box = part && last ? { ...part.box, x1: last.box.x1 } : undefined;
  const parts = part && box ? [{ ...part, text, box }] : left.parts;
  const merged = { ...left, columnSpan: 2, text, baseText: text, runs: [...left.runs, ...right.runs], parts };
  return {
    ...table,
    cells: table.cells.filter((cell) => cell !== right).map((cell) => (cell === left ? merged : cell)),
  };
}
