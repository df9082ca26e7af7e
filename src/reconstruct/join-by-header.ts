/**
 * Joins tables that print the same header again, with nothing but the heading of the next rows between: programs that read
 * pictures write a table for each group of rows, and so do some editors. Two whole tables under one header are of two
 * years: parts of one are short, or have no label of a row in common.
 */
import { hasStatedCells } from '../model/index.js';
import type { Cell, Table, TextLine } from '../model/index.js';
import { isValue, LONGEST_PIECE, SENTENCE } from './line-to-row.js';
import { textCell } from './text-to-parts.js';
import type { TextParts } from './text-to-parts.js';

/** A header of fewer names stands over many tables. */
const FEWEST_NAMES = 4;
/** The header may stand below a heading that is a row itself. */
const DEEPEST_HEADER = 1;
/** So many rows of figures are a short table. */
const SHORT_TABLE = 3;
/** `二、`, `（二）`. */
const HEADING_OF_ROWS = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u;

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
  return a.columnCount === b.columnCount && hasSameHeader(a, b) && (isShort(a, b) || areRowsOthers(a, b));
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

function figureRowCount(table: Table): number {
  return labelsOfFigures(table).length;
}

/** Whether every row of figures has a label, and none the same in both. */
function areRowsOthers(a: Table, b: Table): boolean {
  const [before, own] = [new Set(labelsOfFigures(a)), labelsOfFigures(b)];
  return !before.has('') && own.every((label) => label !== '' && !before.has(label));
}

function labelsOfFigures({ cells, rowCount }: Table): readonly string[] {
  const rows = Array.from({ length: rowCount }, (): string[] => []);
  for (const { rowIndex, text } of cells) if (text !== '') rows[rowIndex]?.push(text);
  return rows.filter((texts) => texts.some(isValue)).map((texts) => texts.filter((text) => !isValue(text)).join(' '));
}

function isHeadingOfRows({ text }: TextLine): boolean {
  return HEADING_OF_ROWS.test(text) && text.length <= LONGEST_PIECE && !SENTENCE.test(text);
}

function rowTexts({ cells }: Table, row: number): readonly string[] {
  return cells.filter(({ rowIndex, text }) => rowIndex === row && text !== '').map(({ text }) => text);
}

function join(a: Table, between: readonly TextLine[], b: Table): Table {
  const headings = between.map(({ text }, at) => headingCells(text, a.rowCount + at, a));
  const from = a.rowCount + between.length;
  const below = b.cells.map((cell) => ({ ...cell, rowIndex: cell.rowIndex + from }));
  return {
    ...a,
    geometry: a.geometry === b.geometry ? a.geometry : 'spaced',
    rowCount: from + b.rowCount,
    cells: [...a.cells, ...headings.flat(), ...below],
    seams: [...a.seams, ...b.seams.map((row) => row + from)],
  };
}

/**
 * The row of a heading: where cells are stated one cell over all columns, since a blank one would be a figure not printed;
 * elsewhere its text in the first cell, as that of any line without figures.
 */
function headingCells(text: string, rowIndex: number, table: Table): readonly Cell[] {
  const [count, columnSpan] = hasStatedCells(table) ? [1, table.columnCount] : [table.columnCount, 1];
  return Array.from({ length: count }, (_, columnIndex) =>
    textCell(columnIndex === 0 ? text : '', { rowIndex, columnIndex, columnSpan }),
  );
}
