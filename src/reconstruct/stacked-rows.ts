/**
 * Rows of a table that the source keeps in one row of cells, line below line: an editor that could not divide a row, or a
 * page that was pasted together. They are taken apart where every figure's cell has as many lines as the label.
 */
import type { MarkupTableCell } from '../model/index.js';
import { isValue } from './line-to-row.js';
import { cellParagraphs } from './markup-flow.js';
import type { PlacedCell } from './markup-grid.js';
import { joinParagraphs } from './markup-text.js';

/** A number may be broken over two lines, and its label with it; so many cells of numbers are not. */
const FEWEST_FIGURES = 3;

/** Cells placed anew, and for each row of the source, and for its end, the row that it became. */
export interface UnstackedCells {
  readonly placed: readonly PlacedCell[];
  readonly rowOf: readonly number[];
}

/** Divides the rows that hold several; where lines are lost, cells are doubted that do not say to which of them they belong. */
export function unstackRows(placed: readonly PlacedCell[], sourceRows: number): UnstackedCells {
  const byRow = new Map<number, PlacedCell[]>();
  for (const each of placed) byRow.set(each.row, [...(byRow.get(each.row) ?? []), each]);
  const stacks = Array.from({ length: sourceRows }, (_, row) => stackOf(byRow.get(row) ?? []));
  const rowOf = [0];
  for (const { height, isEven } of stacks) rowOf.push((rowOf.at(-1) ?? 0) + (isEven ? height : 1));
  const startOf = (row: number): number => rowOf[row] ?? row;
  const divided = placed.flatMap((each): readonly PlacedCell[] => {
    const { height, isEven } = stacks[each.row] ?? SINGLE;
    const row = startOf(each.row);
    const moved = { ...each, row, rows: startOf(each.row + each.rows) - row };
    const lines = cellParagraphs(each.cell);
    if (height === 1 || each.rows > 1 || (isEven && lines.length !== height)) return [moved];
    if (!isEven) return [isShort(each.cell, height) ? { ...moved, cell: doubtCell(each.cell) } : moved];
    return lines.map((line, at) => ({ ...moved, cell: { ...each.cell, blocks: [line] }, row: row + at, rows: 1 }));
  });
  return { placed: divided.sort((a, b) => a.row - b.row || a.column - b.column), rowOf };
}

interface Stack {
  /** How many rows the row holds: 1 for most. */
  readonly height: number;
  /** Whether all its figures have as many lines. */
  readonly isEven: boolean;
}

const SINGLE: Stack = { height: 1, isEven: true };

function stackOf(cells: readonly PlacedCell[]): Stack {
  const own = cells.filter(({ rows }) => rows === 1).map(({ cell }) => linesOf(cell));
  const figures = own.filter((lines) => lines.length > 0 && lines.every(isValue));
  const height = Math.max(1, ...figures.map((lines) => lines.length));
  const labels = own.filter((lines) => lines.length > 0 && !lines.some(isValue));
  const hasLabel = labels.some((lines) => lines.length === height);
  if (height === 1 || !hasLabel || figures.length < FEWEST_FIGURES) return SINGLE;
  const full = figures.filter((lines) => lines.length === height).length;
  const isEven = full === figures.length && figures.length + labels.length === own.length;
  return isEven || full > 1 ? { height, isEven } : SINGLE;
}

/** Whether a cell holds no words, and fewer lines than others of its row. */
function isShort(cell: MarkupTableCell, height: number): boolean {
  const lines = linesOf(cell);
  return lines.length < height && lines.every(isValue);
}

function doubtCell(cell: MarkupTableCell): MarkupTableCell {
  return { ...cell, doubts: [...cell.doubts, 'uneven-lines'] };
}

function linesOf(cell: MarkupTableCell): readonly string[] {
  return cellParagraphs(cell).map((line) => joinParagraphs([line]).baseText);
}
