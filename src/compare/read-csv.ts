/** Reads the CSV files that a run wrote, piece by piece. */
import { createReadStream } from 'node:fs';
import { BYTE_ORDER_MARK, restoreField, type Column, type CsvDialect, type RowOf } from '../export/index.js';
import { createCsvSplitter } from './split-csv.js';
import { OutputUnreadableError } from './unreadable-output.js';

/** Bytes read at once. */
const PIECE_BYTES = 1 << 20;

/**
 * The rows of a table in the order of the file, some thousand at a time. Texts are as they were before they were made
 * harmless to spreadsheets. Columns are taken by name; those beside them are left out.
 *
 * @throws {OutputUnreadableError} when the file cannot be read, lacks a column, is no CSV, ends within a row, or has a row
 * with too few or too many fields.
 */
export async function* readCsv<Columns extends readonly Column[]>(
  path: string,
  columns: Columns,
  dialect: CsvDialect = 'default',
): AsyncGenerator<RowOf<Columns>[], void, undefined> {
  let toRow: ((fields: readonly string[]) => RowOf<Columns>) | undefined;
  const splitter = createCsvSplitter((header) => {
    const places = placesOf(path, header, columns);
    toRow = rowReader(path, header.length, places, dialect);
    return new Set(places.map(({ at }) => at));
  });
  for await (const piece of textPieces(path)) {
    const lines = splitInto(splitter.feed, piece, path);
    if (toRow !== undefined && lines.length > 0) yield lines.map(toRow);
  }
  if (splitter.rest() !== '') throw damaged(path, '最后一行不完整', 'it ends within a row');
  if (toRow === undefined) throw damaged(path, '没有表头', 'it has no header');
}

async function* textPieces(path: string): AsyncGenerator<string, void, undefined> {
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE_BYTES })) {
      const text = String(chunk);
      yield isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
      isFirst = false;
    }
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw damaged(path, `无法读取（${reason}）`, `it cannot be read (${reason})`, { cause });
  }
}

function splitInto(feed: (piece: string) => string[][], piece: string, path: string): string[][] {
  try {
    return feed(piece);
  } catch (cause) {
    if (cause instanceof OutputUnreadableError) throw cause;
    const where = cause instanceof Error ? cause.message : String(cause);
    throw damaged(path, `引号或行尾有误，在 ${where} 处`, `a quote or line end is wrong at ${where}`, { cause });
  }
}

/** A column and where it stands in the file. */
interface ColumnPlace {
  readonly name: string;
  readonly at: number;
}

function placesOf(path: string, header: readonly string[], columns: readonly Column[]): ColumnPlace[] {
  const places = columns.map(({ name }) => ({ name, at: header.indexOf(name) }));
  const missing = places.find(({ at }) => at < 0);
  if (missing !== undefined) throw damaged(path, `缺少 ${missing.name} 列`, `it has no column ${missing.name}`);
  return places;
}

/** What makes rows of the fields below a header of so many. */
function rowReader<Columns extends readonly Column[]>(
  path: string,
  width: number,
  places: readonly ColumnPlace[],
  dialect: CsvDialect,
): (fields: readonly string[]) => RowOf<Columns> {
  return (fields) => {
    if (fields.length !== width) {
      const count = `${fields.length}/${width}`;
      throw damaged(path, `有一行的字段数不对（${count}）`, `a row has a wrong number of fields (${count})`);
    }
    const row: Record<string, string> = {};
    for (const { name, at } of places) row[name] = restoreField(fields[at] ?? '', dialect);
    // Every column was found in the header, and the row has as many fields.
    return row as RowOf<Columns>;
  };
}

function damaged(path: string, zh: string, en: string, options?: ErrorOptions): OutputUnreadableError {
  return new OutputUnreadableError(
    {
      zh: `${path} 不是完整的结果表：${zh}；请重新运行 gouji run`,
      en: `${path} is no complete table of an output: ${en}; make it again with gouji run`,
    },
    options,
  );
}
