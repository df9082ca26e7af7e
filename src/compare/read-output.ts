/**
 * Reads the output folders of earlier runs: what `query`, `diff` and `compare` work on. Rows come as the CSV files hold them, one
 * text a column; nothing is made a number here, and an empty text is no 0.
 */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  COMPARISON_COLUMNS,
  FACT_COLUMNS,
  FINDING_COLUMNS,
  PACKAGE_NAME,
  REPORT_COLUMNS,
  type CsvDialect,
  type RowOf,
} from '../export/tables.js';
import { readCsv } from './read-csv.js';
import { OutputUnreadableError } from './unreadable-output.js';

/** A folder that a run wrote. */
export interface OutputFolder {
  /** Absolute. */
  readonly path: string;
  /** Its last name: what people call it. */
  readonly name: string;
  /** The version of Gouji that wrote it. */
  readonly version: string;
  readonly dialect: CsvDialect;
}

/** The tables of an output with their columns. */
const TABLES = {
  facts: FACT_COLUMNS,
  findings: FINDING_COLUMNS,
  reports: REPORT_COLUMNS,
  comparability: COMPARISON_COLUMNS,
} as const;

/** A table of an output. */
export type OutputTable = keyof typeof TABLES;

/** A row of a table, one text a column. */
export type OutputRow<Table extends OutputTable> = RowOf<(typeof TABLES)[Table]>;

/**
 * Opens an output.
 *
 * @throws {OutputUnreadableError} when there is no such folder, or it is not the output of a run.
 */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
  const path = resolve(folder);
  let text: string;
  try {
    text = await readFile(join(path, 'datapackage.json'), 'utf8');
  } catch (cause) {
    throw noOutput(folder, '其中没有 datapackage.json', 'there is no datapackage.json in it', { cause });
  }
  const origin = originOf(text);
  if (origin === undefined) {
    throw noOutput(folder, 'datapackage.json 不是 gouji 写出的', 'its datapackage.json was not written by gouji');
  }
  return { path, name: basename(path), ...origin };
}

/**
 * The rows of a table in the order of the file. `compare` reads figures by DuckDB instead: of a thousand reports there are 200,000.
 *
 * @throws {OutputUnreadableError} when the table is missing, damaged, or lacks a column that this version knows.
 */
export function readRows<Table extends OutputTable>(folder: OutputFolder, table: Table): Promise<OutputRow<Table>[]> {
  return readCsv(tablePath(folder, table), TABLES[table], folder.dialect);
}

/** Where a table's CSV file is. */
export function tablePath(folder: OutputFolder, table: OutputTable): string {
  return join(folder.path, `${table}.csv`);
}

function originOf(text: string): Pick<OutputFolder, 'version' | 'dialect'> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not ours, then.
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('name' in value) || value.name !== PACKAGE_NAME || !('gouji' in value)) return undefined;
  const { gouji } = value;
  if (typeof gouji !== 'object' || gouji === null || !('version' in gouji)) return undefined;
  if (typeof gouji.version !== 'string') return undefined;
  const dialect = 'csv' in gouji && (gouji.csv === 'excel' || gouji.csv === 'plain') ? gouji.csv : 'default';
  return { version: gouji.version, dialect };
}

function noOutput(folder: string, zh: string, en: string, options?: ErrorOptions): OutputUnreadableError {
  return new OutputUnreadableError(
    {
      zh: `${folder} 不是 gouji 的输出文件夹：${zh}；请指定 gouji run 写出的文件夹（默认为 output）`,
      en: `${folder} is no output folder of gouji: ${en}; name a folder that gouji run wrote (output by default)`,
    },
    options,
  );
}
