/**
 * Joins tables of a dump that print the same header again, with nothing but the heading of the next rows between: programs
 * that read pictures write a table for each group of rows. One of the two is short, since two whole tables are of two years.
 */
import type { Cell, Table, TextLine } from '../model/index.js';
import { HEADING, isValue, LONGEST_PIECE } from './line-to-row.js';
import type { TextParts } from './text-to-parts.js';

/** A header of fewer names stands over many tables. */
const FEWEST_NAMES = 4;
/** The header may stand below a heading that is a row itself. */
const DEEPEST_HEADER = 1;
/** So many rows of figures are a short table. */
const SHORT_TABLE = 3;

/** Tables and lines, such tables joined. */
export function joinByHeader({ tables, lines }: TextParts): TextParts {
  const joined: Table[] = [];
  const indexes: number[] = [];
  for (const [at, table] of tables.entries()) {
    const last = joined.at(-1);
    // Short lines within a table are kept as lines before it too.
    const within = new Set(table.cells.map(({ text }) => text));
    const between = lines.filter(({ tablesBefore, text }) => tablesBefore === at && !within.has(text));
    if (last && goesOn(last, table) && between.every(isHeadingOfRows)) {
      joined[joined.length - 1] = join(last, between, table);
    } else joined.push({ ...table, tableIndex: joined.length });
    indexes.push(joined.length - 1);
  }
  if (joined.length === tables.length) return { tables, lines };
  const moved = (line: TextLine): TextLine => ({ ...line, tablesBefore: indexes[line.tablesBefore] ?? joined.length });
  return { tables: joined, lines: lines.map(moved) };
}

function goesOn(a: Table, b: Table): boolean {
  return a.columnCount === b.columnCount && hasSameHeader(a, b) && isShort(a, b);
}

function hasSameHeader(a: Table, b: Table): boolean {
  const names = rowTexts(a, 0);
  if (names.some(isValue)) return false;
  const isThat = (row: number): boolean => rowTexts(b, row).join('|') === names.join('|');
  return names.length >= FEWEST_NAMES && Array.from({ length: DEEPEST_HEADER + 1 }, (_, row) => row).some(isThat);
}

function isShort(a: Table, b: Table): boolean {
  return Math.min(...[a, b].map(figureRowCount)) <= SHORT_TABLE;
}

function figureRowCount({ cells }: Table): number {
  return new Set(cells.filter(({ text }) => isValue(text)).map(({ rowIndex }) => rowIndex)).size;
}

function isHeadingOfRows({ text }: TextLine): boolean {
  return HEADING.test(text) && text.length <= LONGEST_PIECE;
}

function rowTexts({ cells }: Table, row: number): readonly string[] {
  return cells.filter(({ rowIndex, text }) => rowIndex === row && text !== '').map(({ text }) => text);
}

function join(a: Table, between: readonly TextLine[], b: Table): Table {
  const headings = between.map(({ text }, at) => headingCell(text, a.rowCount + at, a.columnCount));
  const from = a.rowCount + between.length;
  const below = b.cells.map((cell) => ({ ...cell, rowIndex: cell.rowIndex + from }));
  return {
    ...a,
    geometry: a.geometry === b.geometry ? a.geometry : 'spaced',
    rowCount: from + b.rowCount,
    cells: [...a.cells, ...headings.flat(), ...below],
  };
}

/** The row of a heading: its text in the first cell, as that of any line without figures. */
function headingCell(text: string, rowIndex: number, columnCount: number): readonly Cell[] {
  return Array.from({ length: columnCount }, (_, columnIndex) => {
    const own = columnIndex === 0 ? text : '';
    return {
      rowIndex,
      columnIndex,
      rowSpan: 1,
      columnSpan: 1,
      text: own,
      baseText: own,
      parts: [],
      runs: [],
      doubts: [],
    };
  });
}
