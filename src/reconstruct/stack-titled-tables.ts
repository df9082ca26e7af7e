/**
 * A table that is printed in pieces, each under a title and the same header, with one row of figures: the titles say which
 * figures these are. The pieces become one table, the titles rows of it.
 */
import { hasStatedCells, unionOfBoxes } from '../model/index.js';
import type { Cell, Layout, Table, TablePart, TextLine } from '../model/index.js';
import { hasDigit } from './digit-runs.js';

/** A title has no more characters. */
const LONGEST_TITLE = 30;
/** The number before a title. */
const ORDINAL = /^[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.．、\s]*/u;
const LETTER = /\p{L}/u;

/** The layout with such tables put together. */
export function stackTitledTables(layout: Layout): Layout {
  const { tables, lines } = layout;
  const titles = tables.map((_, at) => titleOf(lines, at));
  const runs: (readonly number[])[] = [];
  for (let at = 0; at < tables.length; at++) {
    const run = runs.at(-1);
    if (run && goesOn(tables, titles, run, at) && isAlone(lines, at)) runs[runs.length - 1] = [...run, at];
    else runs.push([at]);
  }
  if (runs.length === tables.length) return layout;
  const runOf = tables.map((_, at) => runs.findIndex((run) => run.includes(at)));
  const taken = new Set(runs.filter((run) => run.length > 1).flatMap((run) => run.map((at) => titles[at])));
  return {
    ...layout,
    tables: runs.map((run, tableIndex) =>
      stack(
        run.flatMap((at) => piece(tables[at], titles[at])),
        tableIndex,
      ),
    ),
    lines: lines
      .filter((line) => !taken.has(line))
      .map((line) => ({ ...line, tablesBefore: runOf[line.tablesBefore] ?? runs.length })),
  };
}

/** The line right above a table, where it may be its title. */
function titleOf(lines: readonly TextLine[], at: number): TextLine | undefined {
  const title = lines.findLast((line) => line.tablesBefore === at && line.isFurniture !== true);
  if (title === undefined || title.text.length > LONGEST_TITLE || /[。；;]$/u.test(title.text)) return undefined;
  const words = title.text.replace(ORDINAL, '');
  return LETTER.test(words) && !hasDigit(words) ? title : undefined;
}

/** Whether nothing but its title stands between a table and the one before it. */
function isAlone(lines: readonly TextLine[], at: number): boolean {
  return lines.filter((line) => line.tablesBefore === at && line.isFurniture !== true).length === 1;
}

function goesOn(
  tables: readonly Table[],
  titles: readonly (TextLine | undefined)[],
  run: readonly number[],
  at: number,
): boolean {
  const [first, table] = [tables[run[0] ?? at], tables[at]];
  if (!table || first?.geometry !== table.geometry || !hasStatedCells(table)) return false;
  const said = [...run, at].map((each) => titles[each]?.text);
  if (said.includes(undefined) || new Set(said).size < said.length) return false;
  return hasOneRow(first) && hasOneRow(table) && headerOf(first) === headerOf(table);
}

/** A row of words over one of figures. */
function hasOneRow(table: Table): boolean {
  return table.rowCount === 2 && !table.cells.some(({ rowIndex, text }) => rowIndex === 0 && hasDigit(text));
}

function headerOf({ cells, columnCount }: Table): string {
  const header = cells.filter(({ rowIndex }) => rowIndex === 0).map(({ text, columnSpan }) => [text, columnSpan]);
  return JSON.stringify([columnCount, header]);
}

interface Piece {
  readonly table: Table;
  readonly title: TextLine | undefined;
}

function piece(table: Table | undefined, title: TextLine | undefined): readonly Piece[] {
  return table ? [{ table, title }] : [];
}

function stack(pieces: readonly Piece[], tableIndex: number): Table {
  const [first] = pieces;
  if (first === undefined) throw new RangeError('no table to stack');
  if (pieces.length === 1) return { ...first.table, tableIndex };
  const cells: Cell[] = [];
  let rowCount = 0;
  for (const { table, title } of pieces) {
    if (title) cells.push(titleCell(title, rowCount++, table.columnCount));
    for (const cell of table.cells) cells.push({ ...cell, rowIndex: cell.rowIndex + rowCount });
    rowCount += table.rowCount;
  }
  const { geometry, columnCount } = first.table;
  const tables = pieces.map(({ table }) => table);
  return {
    ...{ tableIndex, geometry, rowCount, columnCount, cells },
    seams: [],
    parts: tables.flatMap(({ parts }) => parts).reduce<readonly TablePart[]>(joinPart, []),
    strayRuns: tables.flatMap(({ strayRuns }) => strayRuns),
  };
}

function titleCell({ text, baseText = text, pageNumber, box }: TextLine, rowIndex: number, columnSpan: number): Cell {
  const parts = box ? [{ pageNumber, box, text }] : [];
  return { rowIndex, columnIndex: 0, rowSpan: 1, columnSpan, text, baseText, parts, runs: [], doubts: [] };
}

/** One box a page. */
function joinPart(parts: readonly TablePart[], part: TablePart): readonly TablePart[] {
  const last = parts.at(-1);
  if (last?.pageNumber !== part.pageNumber) return [...parts, part];
  const box = unionOfBoxes([last.box, part.box]) ?? part.box;
  return [...parts.slice(0, -1), { ...part, box }];
}
