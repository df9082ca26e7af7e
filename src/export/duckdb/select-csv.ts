/** Says in SQL how a table is read from the CSV file that a run wrote. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Column } from '../columns.js';
import { BYTE_ORDER_MARK, type CsvDialect } from '../csv.js';
import { sqlName, sqlText } from './sql-text.js';

/** A table in a CSV file. */
export interface CsvSource {
  readonly path: string;
  /** Those that are wanted; others of the file are passed over. */
  readonly columns: readonly Column[];
  readonly dialect: CsvDialect;
}

/** How the types of columns are called in SQL. */
const SQL_TYPES: Readonly<Record<Column['type'], string>> = {
  string: 'VARCHAR',
  number: 'DOUBLE',
  integer: 'INTEGER',
  year: 'INTEGER',
};

/** Bytes in which every header ends. */
const HEADER_BYTES = 8192;

/**
 * A SELECT of a table with types: an empty field is NULL, except where it is a value of its own. Columns are taken by the names
 * in the file's first line, wherever they stand, for DuckDB by itself would take them by their places.
 *
 * @throws {Error} when the file cannot be read, or lacks a column.
 */
export async function selectCsv({ path, columns, dialect }: CsvSource): Promise<string> {
  const header = await readHeader(path);
  const missing = columns.find(({ name }) => !header.includes(name));
  if (missing !== undefined) throw new Error(`${basename(path)}: no column ${missing.name}`);
  const types = header.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(', ');
  const fields = columns.map((column) => `${toField(column, dialect)} AS ${sqlName(column.name)}`).join(', ');
  return (
    `SELECT ${fields} FROM read_csv(${sqlText(path)}, auto_detect = false, header = true, ` +
    `columns = {${types}}, delim = ',', quote = '"', escape = '"', strict_mode = true, max_line_size = 100000000)`
  );
}

/** The names of the columns, which need no quotes. */
async function readHeader(path: string): Promise<readonly string[]> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).replace(BYTE_ORDER_MARK, '').split(/\r?\n/, 1);
    return line.split(',');
  } finally {
    await file.close();
  }
}

/** What was done to a text for spreadsheets' sake is undone, as `restoreField` does. */
function toField({ name, type, emptyIsValue }: Column, dialect: CsvDialect): string {
  const field = sqlName(name);
  // The plain comparison first: few texts begin so, and the pattern costs more than all the rest.
  const isDefused = `starts_with(${field}, '''') AND regexp_matches(${field}, '^''[=+@\\t\\r-]')`;
  const isWrapped = `starts_with(${field}, '="') AND regexp_matches(${field}, '^="[^"]*"$')`;
  const undefused = `CASE WHEN ${isDefused} THEN substr(${field}, 2) ELSE ${field} END`;
  const texts: Readonly<Record<CsvDialect, string>> = {
    default: undefused,
    excel: `CASE WHEN ${isWrapped} THEN substr(${field}, 3, length(${field}) - 3) ELSE ${undefused} END`,
    plain: field,
  };
  if (type !== 'string') return `CAST(${texts[dialect]} AS ${SQL_TYPES[type]})`;
  return emptyIsValue === true ? `coalesce(${texts[dialect]}, '')` : texts[dialect];
}
