/** Reads the smaller CSV files that a run wrote as a whole. The one adapter of csv-parse here. */
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { restoreField, type Column, type CsvDialect, type RowOf } from '../export/tables.js';
import { damagedTable } from './unreadable-output.js';

/**
 * The rows of a table in the order of the file. Texts are as they were before they were made harmless to spreadsheets. Columns
 * are taken by name; those beside them are left out.
 *
 * @throws {OutputUnreadableError} when the file cannot be read, lacks a column, is no CSV, ends within a row, or has a row
 * with too few or too many fields.
 */
export async function readCsv<Columns extends readonly Column[]>(
  path: string,
  columns: Columns,
  dialect: CsvDialect = 'default',
): Promise<RowOf<Columns>[]> {
  const [header, ...records] = parseRecords(path, await readText(path));
  if (header === undefined) throw damagedTable(path, { zh: '没有表头', en: 'it has no header' });
  const places = columns.map(({ name }) => ({ name, at: header.indexOf(name) }));
  const missing = places.find(({ at }) => at < 0);
  if (missing !== undefined) {
    throw damagedTable(path, { zh: `缺少 ${missing.name} 列`, en: `it has no column ${missing.name}` });
  }
  return records.map((fields) => {
    const row: Record<string, string> = {};
    for (const { name, at } of places) row[name] = restoreField(fields[at] ?? '', dialect);
    // Every column was found in the header, and the row has as many fields.
    return row as RowOf<Columns>;
  });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw damagedTable(path, { zh: `无法读取（${reason}）`, en: `it cannot be read (${reason})` }, { cause });
  }
}

function parseRecords(path: string, text: string): string[][] {
  const cut = { zh: '最后一行不完整', en: 'it ends within a row' };
  if (text !== '' && !text.endsWith('\n')) throw damagedTable(path, cut);
  try {
    return parse(text, { bom: true, record_delimiter: ['\r\n', '\n'] });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { code } = cause;
    const line = String(cause['lines']);
    if (code === 'CSV_QUOTE_NOT_CLOSED') throw damagedTable(path, cut, { cause });
    const what =
      code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
        ? { zh: '字段数不对', en: 'a wrong number of fields' }
        : { zh: '引号或行尾有误', en: 'a quote or line end is wrong' };
    throw damagedTable(path, { zh: `第 ${line} 行${what.zh}`, en: `line ${line} has ${what.en}` }, { cause });
  }
}
