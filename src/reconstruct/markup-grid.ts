/**
 * Lays the cells of mark-up out on a grid, as HTML's table model does ("Forming a table"): each takes the first free place
 * of its row, and spans reserve places below and beside. Then the rows and columns in which no cell begins are taken out,
 * so that spans beyond the table's end and empty rows leave no trace, and gaps are filled with cells that say so.
 */
import { PipelineError } from '../model/index.js';
import type { Cell, CellDoubt, MarkupTableCell, MarkupTableRow } from '../model/index.js';
import { cellParagraphs, hidesFigures } from './markup-flow.js';
import { joinParagraphs } from './markup-text.js';

/** Places of a table, filled or not; a form has a few hundred, a table beyond this was made to harm. */
const MOST_PLACES = 4_000_000;

/** A cell with the place it takes on the grid as stated. */
export interface PlacedCell {
  readonly cell: MarkupTableCell;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Rows of mark-up laid out. */
export interface MarkupGrid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** By row, then column; together they tile the grid. */
  readonly cells: readonly Cell[];
  /** For each row of the source, the row of the grid it became, or would have been. */
  readonly rowOf: readonly number[];
}

/**
 * Places the cells of groups of rows.
 *
 * @returns in the order of the source, which is by row, then column
 * @throws {PipelineError} `memory-limit` for spans that would fill millions of places
 */
export function placeCells(groups: readonly (readonly MarkupTableRow[])[]): readonly PlacedCell[] {
  const placed: PlacedCell[] = [];
  let firstRow = 0;
  let filled = 0;
  for (const rows of groups) {
    const taken: Set<number>[] = rows.map(() => new Set());
    for (const [at, { cells, columnsBefore }] of rows.entries()) {
      let column = columnsBefore;
      for (const cell of cells) {
        const own = taken[at] ?? new Set();
        while (own.has(column)) column++;
        let columns = 1;
        // Where spans overlap, the one that came first keeps its place.
        while (columns < cell.columnSpan && !own.has(column + columns)) columns++;
        const left = rows.length - at;
        const height = cell.rowSpan === 0 ? left : Math.min(cell.rowSpan, left);
        filled += columns * height;
        if (filled > MOST_PLACES) throw new PipelineError('memory-limit', TOO_LARGE);
        for (const places of taken.slice(at, at + height)) {
          for (let offset = 0; offset < columns; offset++) places.add(column + offset);
        }
        placed.push({ cell, row: firstRow + at, column, rows: height, columns });
        column += columns;
      }
    }
    firstRow += rows.length;
  }
  return placed;
}

const TOO_LARGE = {
  zh: `表格的跨行跨列超过 ${MOST_PLACES} 格，不予读取`,
  en: `the spans of a table reach over more than ${MOST_PLACES} places; it is not read`,
};

/** Turns placed cells into the cells of a table. */
export function toGrid(placed: readonly PlacedCell[], sourceRows: number): MarkupGrid {
  const rowStarts = startsOf(placed.map(({ row }) => row));
  const columnStarts = startsOf(placed.map(({ column }) => column));
  const cells = placed.map(({ cell, row, column, rows, columns }) => {
    const rowIndex = indexOfStart(rowStarts, row);
    const columnIndex = indexOfStart(columnStarts, column);
    return toCell(cell, {
      rowIndex,
      columnIndex,
      rowSpan: indexOfStart(rowStarts, row + rows) - rowIndex,
      columnSpan: indexOfStart(columnStarts, column + columns) - columnIndex,
    });
  });
  const size = { rowCount: rowStarts.length, columnCount: columnStarts.length };
  const all = [...cells, ...gapsOf(cells, size)];
  return {
    ...size,
    cells: all.sort((a, b) => a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex),
    rowOf: Array.from({ length: sourceRows }, (_, row) => indexOfStart(rowStarts, row)),
  };
}

function startsOf(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}

/** The index of the first start at or behind a position; the count of all where there is none. */
function indexOfStart(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Place = Pick<Cell, 'rowIndex' | 'columnIndex' | 'rowSpan' | 'columnSpan'>;

/** Some glyph is not Unicode's: a replacement mark, or a private one that only the page's own font can draw. */
const UNREADABLE = /[\ufffd\ue000-\uf8ff]/u;
const TELLS_SOMETHING = /[\p{L}\p{N}]/u;

function toCell(cell: MarkupTableCell, place: Place): Cell {
  const content = joinParagraphs(cellParagraphs(cell));
  const doubts: CellDoubt[] = cell.doubts.filter(
    // A picture beside text is an ornament; alone it may be the figure.
    (doubt) => doubt !== 'picture-in-cell' || !TELLS_SOMETHING.test(content.text),
  );
  if (UNREADABLE.test(content.text)) doubts.push('unreadable-glyph');
  if (hidesFigures(cell)) doubts.push('nested-table');
  return { ...place, ...content, parts: [], doubts };
}

function gapsOf(
  cells: readonly Cell[],
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
): readonly Cell[] {
  if (rowCount * columnCount > MOST_PLACES) throw new PipelineError('memory-limit', TOO_LARGE);
  const taken = new Uint8Array(rowCount * columnCount);
  for (const { rowIndex, columnIndex, rowSpan, columnSpan } of cells) {
    for (let row = rowIndex; row < rowIndex + rowSpan; row++) {
      taken.fill(1, row * columnCount + columnIndex, row * columnCount + columnIndex + columnSpan);
    }
  }
  const gaps: Cell[] = [];
  for (let place = taken.indexOf(0); place >= 0; place = taken.indexOf(0, place + 1)) {
    const at = {
      rowIndex: Math.floor(place / columnCount),
      columnIndex: place % columnCount,
      rowSpan: 1,
      columnSpan: 1,
    };
    gaps.push({ ...at, text: '', baseText: '', parts: [], runs: [], doubts: ['no-such-cell'] });
  }
  return gaps;
}
