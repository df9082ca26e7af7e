/** Writes rows as CSV by RFC 4180: CRLF, quotes only where needed, and nothing that a spreadsheet would run as a formula. */
import { stringify } from 'csv-stringify/sync';
import type { Column, RowOf } from './columns.js';

/** The byte-order mark that makes Excel read UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The line end of every CSV, as RFC 4180 has it. */
export const CSV_LINE_END = '\r\n';

/** How the CSV files are written. */
export type CsvDialect =
  /** RFC 4180; what looks like a formula gets a `'`. */
  | 'default'
  /** The same for people who only have Excel: what it would turn into a date, a fraction or another number stays a text. */
  | 'excel'
  /** For programs: lines end in LF, texts are exactly as they are. */
  | 'plain';

/** The header line of a table. */
export function columnsToHeader(columns: readonly Column[], dialect: CsvDialect = 'default'): string {
  return recordsToCsv([columns.map((column) => column.name)], dialect);
}

/** The lines of a table, without its header. */
export function rowsToCsv<Columns extends readonly Column[]>(
  columns: Columns,
  rows: Iterable<RowOf<Columns>>,
  dialect: CsvDialect = 'default',
): string {
  return recordsToCsv(recordsOf(columns, rows), dialect);
}

/** One record at a time, and no list of them: of 25,000 each would outlive the next collection of garbage. */
function* recordsOf<Columns extends readonly Column[]>(
  columns: Columns,
  rows: Iterable<RowOf<Columns>>,
): Iterable<readonly string[]> {
  const names: readonly Columns[number]['name'][] = columns.map((column) => column.name);
  for (const row of rows) yield names.map((name) => row[name]);
}

/** The lines of records that have no description, headers among them. */
export function recordsToCsv(records: Iterable<readonly string[]>, dialect: CsvDialect = 'default'): string {
  const { toField } = DIALECTS[dialect];
  const lineEnd = lineEndOf(dialect);
  let lines = '';
  for (const record of records) lines += toLine(record.map(toField), lineEnd);
  return lines;
}

/** One line. The library takes its time for every field, and of a table of 200,000 rows hardly one has to be quoted. */
function toLine(fields: readonly string[], lineEnd: string): string {
  const line = fields.join(',');
  const needsQuotes = /["\r\n]/.test(line) || countCommas(line) !== fields.length - 1;
  if (!needsQuotes && fields.length > 1) return line + lineEnd;
  // By itself the library quotes only the whole line end; a lone CR or LF in a field would end a row for most readers.
  return stringify([[...fields]], { record_delimiter: lineEnd, quoted_match: /[\r\n]/ });
}

function countCommas(line: string): number {
  let count = 0;
  for (let at = line.indexOf(','); at >= 0; at = line.indexOf(',', at + 1)) count++;
  return count;
}

/** The line end of a dialect. */
export function lineEndOf(dialect: CsvDialect): string {
  return dialect === 'plain' ? '\n' : CSV_LINE_END;
}

/** The text that a field of a file stands for. */
export function restoreField(field: string, dialect: CsvDialect): string {
  return DIALECTS[dialect].toText(field);
}

/** How a dialect writes a text and reads it back. */
interface DialectRules {
  readonly toField: (text: string) => string;
  readonly toText: (field: string) => string;
}

const DIALECTS: Readonly<Record<CsvDialect, DialectRules>> = {
  default: { toField: defuseFormula, toText: restoreFormula },
  excel: {
    toField: (text) => (isChangedByExcel(text) ? `="${text}"` : defuseFormula(text)),
    toText: (field) => /^="(.*)"$/.exec(field)?.[1] ?? restoreFormula(field),
  },
  plain: { toField: (text) => text, toText: (field) => field },
};

/** Texts that Excel shows as something else: dates, times, fractions, numbers with an exponent or of more than 15 digits. */
function isChangedByExcel(text: string): boolean {
  if (!/^[\d\s.,:/%+\-eE年月日()]+$/.test(text) || !/\d/.test(text)) return false;
  const isStable = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text);
  return !isStable || text.replace(/\D/g, '').length > 15;
}

/** By their codes: a table asks this of every one of its fields. */
const FORMULA_BEGINNINGS = new Set(Array.from('=+-@\t\r', (character) => character.charCodeAt(0)));

/**
 * Puts a `'` before a text that a spreadsheet would take for a formula: one that begins with `= + - @`, tab or return.
 * Numbers and a lone `-` (a common mark for "none") stay as they are.
 */
export function defuseFormula(text: string): string {
  if (!FORMULA_BEGINNINGS.has(text.charCodeAt(0)) || text === '-' || isPlainNumber(text)) return text;
  return `'${text}`;
}

/** Takes away the `'` that {@link defuseFormula} put before a text. */
export function restoreFormula(text: string): string {
  return text.startsWith("'") && /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** A signed number, with or without thousands separators, as a report prints it. */
function isPlainNumber(text: string): boolean {
  return /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text);
}
