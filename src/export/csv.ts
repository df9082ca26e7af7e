/** Writes rows as CSV by RFC 4180: CRLF, quotes only where needed, and nothing that a spreadsheet would run as a formula. */
import { stringify } from 'csv-stringify/sync';
import type { Column, RowOf } from './columns.js';

/** The byte-order mark that makes Excel read UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The line end of every CSV, as RFC 4180 has it. */
export const CSV_LINE_END = '\r\n';

/** The header line of a table. */
export function columnsToHeader(columns: readonly Column[]): string {
  return stringify([columns.map((column) => column.name)], { record_delimiter: CSV_LINE_END });
}

/** The lines of a table, without its header. */
export function rowsToCsv<Columns extends readonly Column[]>(
  columns: Columns,
  rows: readonly RowOf<Columns>[],
): string {
  const names: readonly Columns[number]['name'][] = columns.map((column) => column.name);
  return recordsToCsv(rows.map((row) => names.map((name) => row[name])));
}

/** The lines of records that have no description, headers among them. */
export function recordsToCsv(records: readonly (readonly string[])[]): string {
  if (records.length === 0) return '';
  return stringify(
    records.map((record) => record.map(defuseFormula)),
    // By itself the library quotes only the whole line end; a lone CR or LF in a field would end a row for most readers.
    { record_delimiter: CSV_LINE_END, quoted_match: /[\r\n]/ },
  );
}

/**
 * Puts a `'` before a text that a spreadsheet would take for a formula: one that begins with `= + - @`, tab or return.
 * Numbers and a lone `-` (a common mark for "none") stay as they are.
 */
export function defuseFormula(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text) || text === '-' || isPlainNumber(text)) return text;
  return `'${text}`;
}

/** Takes away the `'` that {@link defuseFormula} put before a text. */
export function restoreFormula(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** A signed number, with or without thousands separators, as a report prints it. */
function isPlainNumber(text: string): boolean {
  return /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text);
}
