/** Quick look-ups in a table: which cells cover a row, and where its columns and rows stand on the page. */
import { hasStatedCells } from '../model/index.js';
import type { Cell, Table } from '../model/index.js';

/** A table with its look-ups. */
export interface TableIndex {
  readonly table: Table;
  /** Cells that cover each row, left to right. */
  readonly rows: readonly (readonly Cell[])[];
  /** Each text with a letter in it once, in order of its first cell: what the table could say of a form. */
  readonly wordings: readonly string[];
  /** Horizontal position of each column line in points; `NaN` where no cell tells. */
  readonly columnX: readonly number[];
  /** Top of each row in points on its page; `NaN` where no cell tells. */
  readonly rowTop: readonly number[];
  /** Bottom of each row in points on its page; `NaN` where no cell tells. */
  readonly rowBottom: readonly number[];
}

/** Indexes a table. */
export function indexTable(table: Table): TableIndex {
  const rows: Cell[][] = Array.from({ length: table.rowCount }, () => []);
  const columnX = new Array<number>(table.columnCount + 1).fill(NaN);
  const rowTop = new Array<number>(table.rowCount).fill(NaN);
  const rowBottom = new Array<number>(table.rowCount).fill(NaN);
  for (const cell of table.cells) {
    for (let row = cell.rowIndex; row < cell.rowIndex + cell.rowSpan; row++) rows[row]?.push(cell);
    const box = cell.parts[0]?.box;
    if (!box) continue;
    columnX[cell.columnIndex] = box.x0;
    columnX[cell.columnIndex + cell.columnSpan] = box.x1;
    rowTop[cell.rowIndex] = box.top;
    rowBottom[cell.rowIndex + cell.rowSpan - 1] = box.bottom;
  }
  for (const row of rows) row.sort((a, b) => a.columnIndex - b.columnIndex);
  const wordings = new Set(table.cells.map((cell) => cell.text).filter(hasLetter));
  return { table, rows, wordings: [...wordings], columnX, rowTop, rowBottom };
}

/** True where a cell's column is stated by the source or is its place on a page; in a dump it is a count of separators. */
export function hasPlaces(table: Table): boolean {
  return hasStatedCells(table) || table.geometry === 'aligned';
}

const DIGIT = /[0-9\uff10-\uff19]/u;

/** True where a text holds a digit. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

const LETTER = /\p{L}/u;

/** True where a text holds a letter or a Chinese character. */
export function hasLetter(text: string): boolean {
  return LETTER.test(text);
}

const HAN = /\p{Script=Han}/u;

/** True where a text holds a Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

const BARE_FIGURE = /^\d[\d.,]*$/u;

/** True where a text is nothing but a plain number. */
export function isBareFigure(text: string): boolean {
  return BARE_FIGURE.test(text);
}
