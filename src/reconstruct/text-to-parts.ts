/**
 * Lays out a text dump: lines that look like rows of a table, and the short lines between them, become tables; all others
 * stay lines of text. A separator says where a cell ends, not in which column it stands.
 */
import type { Cell, Table, TableGeometry, TextLine, TextPage } from '../model/index.js';
import { textDigitRuns } from './digit-runs.js';
import { lineToRow } from './line-to-row.js';
import type { TextRow } from './line-to-row.js';

/** Lines that are no rows but may stand between two rows of one table: pieces of a wrapped label. */
const PIECES_BETWEEN_ROWS = 3;
/** Empty lines that may stand between two rows of one table: a page break, a blank line after every line. */
const EMPTY_BETWEEN_ROWS = 4;

/** What a text dump holds. */
export interface TextParts {
  readonly tables: readonly Table[];
  readonly lines: readonly TextLine[];
}

interface NumberedRow {
  readonly row: TextRow;
  readonly pageNumber: number;
}

/** Divides the lines of text pages into delimited tables and lines of text, in reading order. */
export function textToParts(pages: readonly TextPage[]): TextParts {
  const rows = pages.flatMap(({ lines, pageNumber }) => lines.map((line) => ({ row: lineToRow(line), pageNumber })));
  const tables: Table[] = [];
  const lines: TextLine[] = [];
  let at = 0;
  while (at < rows.length) {
    const end = endOfTable(rows, at);
    if (end > at) {
      const table = rowsToTable(
        rows.slice(at, end).map(({ row }) => row),
        tables.length,
      );
      tables.push(table);
      at = end;
      continue;
    }
    const here = rows[at++];
    const text = here?.row.text ?? '';
    if (here && text !== '') lines.push({ text, pageNumber: here.pageNumber, tablesBefore: tables.length });
  }
  return { tables, lines };
}

/**
 * The end of the table that begins at a line: `at` itself where none does. A table begins with a row, or with short
 * lines right above one (its header), and holds at least two rows with figures or separators.
 */
function endOfTable(rows: readonly NumberedRow[], at: number): number {
  let end = at;
  let found = 0;
  let pieces = 0;
  let empty = 0;
  for (let here = at; here < rows.length; here++) {
    const kind = rows[here]?.row.kind;
    if (kind === 'row') {
      found++;
      end = here + 1;
      pieces = 0;
      empty = 0;
    } else if (kind === 'piece') pieces++;
    else if (kind === 'empty') empty++;
    else if (kind === 'text') break;
    if (here === at && kind !== 'row' && kind !== 'piece') break;
    if (found === 0 && empty > 0) break;
    if (pieces > PIECES_BETWEEN_ROWS || empty > EMPTY_BETWEEN_ROWS) break;
  }
  return found >= 2 ? end : at;
}

function rowsToTable(rows: readonly TextRow[], tableIndex: number): Table {
  const filled = rows.filter((row) => row.cells.length > 0);
  const columnCount = Math.max(...filled.map((row) => row.cells.length));
  const isSpaced = filled.some((row) => row.cells.length > 1 && !row.hasExplicitBlanks);
  const geometry: TableGeometry = isSpaced ? 'spaced' : 'delimited';
  const cells = filled.flatMap((row, rowIndex) =>
    Array.from({ length: columnCount }, (_, columnIndex) =>
      textCell(row.cells[columnIndex] ?? '', rowIndex, columnIndex),
    ),
  );
  return { tableIndex, geometry, rowCount: filled.length, columnCount, cells, seams: [], parts: [], strayRuns: [] };
}

function textCell(text: string, rowIndex: number, columnIndex: number): Cell {
  return {
    rowIndex,
    columnIndex,
    rowSpan: 1,
    columnSpan: 1,
    text,
    baseText: text,
    parts: [],
    runs: textDigitRuns(text),
    doubts: text.includes('\ufffd') ? ['unreadable-glyph'] : [],
  };
}
