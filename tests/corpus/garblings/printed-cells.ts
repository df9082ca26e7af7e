// Tables as programs print the texts they found on a page: each cell with numbers that are none of the report's, or twice.
import type { Random } from '../random.js';
import type { GarbledTable } from './run-together.js';
import { rowCells, type TextTable } from './text-rows.js';

/** A cell a line, each with how sure a recogniser is of it. */
export function scoresBehindCells(table: TextTable, random: Random): GarbledTable {
  const lines = cellsOf(table).map(({ text }) => `${text}\t${(random.int(900, 999) / 1000).toFixed(3)}`);
  return { lines };
}

/** A cell a line as an object with its place. */
export function cellsWithPlaces(table: TextTable): GarbledTable {
  return { lines: cellsOf(table).map(({ row, column, text }) => JSON.stringify({ row, col: column, text })) };
}

/** Each character twice, as pages draw it that want it bold. */
export function charactersDoubled(table: TextTable): GarbledTable {
  const twice = (text: string): string => Array.from(text, (sign) => (sign === ' ' ? sign : sign + sign)).join('');
  return { lines: table.rows.map((row) => rowCells(row, table.labelColumns).map(twice).join('\t')) };
}

interface PrintedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The cells that print something. */
function cellsOf(table: TextTable): readonly PrintedCell[] {
  return table.rows.flatMap((row, at) =>
    [...row.labels, ...row.values]
      .map((text, column): PrintedCell => ({ row: at, column, text }))
      .filter(({ text }) => text.trim() !== ''),
  );
}
