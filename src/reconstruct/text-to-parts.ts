/**
 * Lays out a text dump: lines that look like rows of a table, and the short lines between them, become tables; all others
 * stay lines of text. A separator says where a cell ends, not in which column it stands.
 */
import type { Cell, Table, TableGeometry, TextLine, TextPage } from '../model/index.js';
import { textDigitRuns } from './digit-runs.js';
import { endOfTable } from './end-of-table.js';
import { joinVerticalRows } from './join-vertical-rows.js';
import { isValue, lineToRow } from './line-to-row.js';
import type { TextRow } from './line-to-row.js';

/** What a text dump holds. */
export interface TextParts {
  readonly tables: readonly Table[];
  readonly lines: readonly TextLine[];
}

/** Divides the lines of text pages into delimited tables and lines of text, in reading order. */
export function textToParts(pages: readonly TextPage[]): TextParts {
  const rows = pages.flatMap(({ lines, pageNumber }) =>
    joinVerticalRows(lines).map((line) => ({ row: lineToRow(line), pageNumber })),
  );
  const kinds = rows.map(({ row }) => row.kind);
  const tables: Table[] = [];
  const lines: TextLine[] = [];
  let at = 0;
  while (at < rows.length) {
    const end = endOfTable(kinds, at);
    if (end > at) {
      // A short line between rows may be a title as well as a piece of a label: it is kept as both.
      for (const { row, pageNumber } of rows.slice(at, end)) {
        if (row.kind === 'piece') lines.push({ text: row.text, pageNumber, tablesBefore: tables.length });
      }
      const own = rows.slice(at, end).map(({ row }, k) => ({ row, isTorn: goesOnBelow(row, rows[at + k + 1]?.row) }));
      tables.push(rowsToTable(own, tables.length));
      at = end;
      continue;
    }
    const here = rows[at++];
    const text = here?.row.text ?? '';
    if (here && text !== '') lines.push({ text, pageNumber: here.pageNumber, tablesBefore: tables.length });
  }
  return { tables, lines };
}

/** Whether a line ends in a number and the next one is nothing but digits: the number may be broken, or that is a page's. */
function goesOnBelow(row: TextRow, next: TextRow | undefined): boolean {
  const last = row.cells.at(-1) ?? '';
  return row.cells.length > 1 && /\d$/u.test(last) && isValue(last) && /^\d+(?:\.\d+)?$/u.test(next?.text ?? '');
}

interface OwnRow {
  readonly row: TextRow;
  readonly isTorn: boolean;
}

function rowsToTable(rows: readonly OwnRow[], tableIndex: number): Table {
  const filled = rows.filter(({ row }) => row.cells.length > 0);
  const columnCount = Math.max(...filled.map(({ row }) => row.cells.length));
  const isSpaced = filled.some(({ row }) => row.cells.length > 1 && !row.hasExplicitBlanks);
  const geometry: TableGeometry = isSpaced ? 'spaced' : 'delimited';
  const cells = filled.flatMap(({ row, isTorn }, rowIndex) =>
    Array.from({ length: columnCount }, (_, columnIndex): Cell => {
      const cell = textCell(row.cells[columnIndex] ?? '', { rowIndex, columnIndex });
      if (!isTorn || columnIndex !== row.cells.length - 1) return cell;
      return { ...cell, doubts: [...cell.doubts, 'broken-number'] };
    }),
  );
  return { tableIndex, geometry, rowCount: filled.length, columnCount, cells, seams: [], parts: [], strayRuns: [] };
}

/** A cell of plain text, without a place on a page. */
export function textCell(
  text: string,
  at: { readonly rowIndex: number; readonly columnIndex: number; readonly columnSpan?: number },
): Cell {
  return {
    rowSpan: 1,
    columnSpan: 1,
    ...at,
    text,
    baseText: text,
    parts: [],
    runs: textDigitRuns(text),
    doubts: text.includes('\ufffd') ? ['unreadable-glyph'] : [],
  };
}
