/**
 * Lays out a text dump: lines with separators (tabs, bars, wide gaps) become the rows of delimited tables, all others
 * stay lines. A separator says where a cell ends, not in which column it stands.
 */
import type { Cell, Table, TextLine, TextPage } from '../model/index.js';
import { textDigitRuns } from './digit-runs.js';

/** Lines without separators that may stand inside a table: a wrapped label, an empty line at a page break. */
const LINES_BETWEEN_ROWS = 2;
/** A wrapped piece of a label is no longer than this; a sentence is. */
const LONGEST_LABEL = 60;

const MARKDOWN_RULE = /^[\s|:+\-=]*$/u;
const BARE_NUMBERS = /(?:\s+\d+(?:\.\d+)?){3,}\s*$/u;

/** What a text dump holds. */
export interface TextParts {
  readonly tables: readonly Table[];
  readonly lines: readonly TextLine[];
}

type Row = readonly string[];

/** Divides the lines of text pages into delimited tables and lines of text, in reading order. */
export function textToParts(pages: readonly TextPage[]): TextParts {
  const tables: Table[] = [];
  const lines: TextLine[] = [];
  let rows: Row[] = [];
  let pending: { text: string; pageNumber: number }[] = [];
  const flushPending = (): void => {
    for (const { text, pageNumber } of pending) {
      const collapsed = collapse(text);
      if (collapsed !== '') lines.push({ text: collapsed, pageNumber, tablesBefore: tables.length });
    }
    pending = [];
  };
  const closeTable = (): void => {
    if (rows.length > 0) tables.push(rowsToTable(rows, tables.length));
    rows = [];
    flushPending();
  };
  for (const { line, pageNumber } of numberedLines(pages)) {
    const row = lineToRow(line);
    if (row) {
      if (rows.length > 0) rows.push(...pending.map(({ text }) => [collapse(text)]).filter(([text]) => text !== ''));
      else flushPending();
      pending = [];
      if (row.length > 0) rows.push(row);
      continue;
    }
    pending.push({ text: line, pageNumber });
    const isBetweenRows = rows.length > 0 && pending.length <= LINES_BETWEEN_ROWS && pending.every(mayBeLabelPiece);
    if (!isBetweenRows) closeTable();
  }
  closeTable();
  return { tables, lines };
}

function* numberedLines(pages: readonly TextPage[]): Generator<{ line: string; pageNumber: number }> {
  for (const { lines, pageNumber } of pages) for (const line of lines) yield { line, pageNumber };
}

/** A heading (`三、收到…`) or a sentence ends a table; a short piece of text may be part of a label. */
function mayBeLabelPiece({ text }: { text: string }): boolean {
  const trimmed = collapse(text);
  return (
    trimmed.length <= LONGEST_LABEL && !/^[一二三四五六七八九十]+、/u.test(trimmed) && !/[。！？；]/u.test(trimmed)
  );
}

/**
 * Cuts a line at its separators.
 *
 * @returns `undefined` for a line without separators; no cells for a Markdown rule (`|---|---|`)
 */
function lineToRow(line: string): Row | undefined {
  if (line.includes('\t')) return line.trim() === '' ? undefined : line.split('\t').map(collapse);
  if ((line.match(/\|/gu) ?? []).length >= 2) {
    if (MARKDOWN_RULE.test(line)) return [];
    const cells = line.split('|').map(collapse);
    const start = /^\s*\|/u.test(line) ? 1 : 0;
    return cells.slice(start, /\|\s*$/u.test(line) ? -1 : undefined);
  }
  const wide = line.trim().split(/\s{2,}|\u3000+/u);
  if (wide.length >= 3 && line.trim().length <= 200) return wide.flatMap(splitNumbers);
  if (BARE_NUMBERS.test(line)) return splitNumbers(line);
  return undefined;
}

/** Cuts `label 1 0 2` before its trailing numbers. */
function splitNumbers(text: string): Row {
  const match = BARE_NUMBERS.exec(text);
  if (!match) return [collapse(text)];
  return [collapse(text.slice(0, match.index)), ...match[0].trim().split(/\s+/u)];
}

function collapse(text: string): string {
  return text.replace(/[\s\u3000]+/gu, ' ').trim();
}

function rowsToTable(rows: readonly Row[], tableIndex: number): Table {
  const columnCount = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, rowIndex) =>
    Array.from({ length: columnCount }, (_, columnIndex) => textCell(row[columnIndex] ?? '', rowIndex, columnIndex)),
  );
  return {
    tableIndex,
    geometry: 'delimited',
    rowCount: rows.length,
    columnCount,
    cells,
    seams: [],
    parts: [],
    strayRuns: [],
  };
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
