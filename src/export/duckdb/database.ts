/**
 * DuckDB behind a few plain functions: the one adapter of @duckdb/node-api. Its binary weighs 70 MB and comes with the package for
 * the usual systems; it is loaded only where it is asked for, and where there is none, that is said.
 */
import { createRequire } from 'node:module';
import type * as DuckDB from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResultReader, DuckDBValue, StatementType } from '@duckdb/node-api';
import { BilingualError } from '../../model/index.js';

/** A value of a result: nested ones as lists and objects, whole numbers beyond 2^53 and exact decimals as texts. */
export type QueryValue =
  null | boolean | number | string | readonly QueryValue[] | { readonly [name: string]: QueryValue };

/** What a query gives. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
}

/** An open database. */
export interface Database {
  /** @throws {Error} with DuckDB's words. */
  readonly run: (sql: string) => Promise<void>;
  /**
   * The result of statements that only ask; of several, that of the last.
   *
   * @throws {ForbiddenStatementError} for one that does more, {@link Error} with DuckDB's words for one that is wrong.
   */
  readonly ask: (sql: string) => Promise<QueryResult>;
  readonly close: () => void;
}

/** Where DuckDB cannot be loaded. */
export class DatabaseUnavailableError extends BilingualError {
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const text = {
      zh: `此系统上不能使用 DuckDB（${reason}）；请在 Linux、macOS 或 Windows（x64、arm64）上使用，并重新运行 npm ci`,
      en: `DuckDB cannot be used on this system (${reason}); use Linux, macOS or Windows on x64 or arm64, and run npm ci again`,
    };
    super(text, { cause });
  }
}

/** A statement that may change more than the result of a query. */
export class ForbiddenStatementError extends Error {}

/**
 * Opens a database file, or one in memory.
 *
 * @throws {DatabaseUnavailableError} where there is no DuckDB for this system.
 */
export async function openDatabase(path = ':memory:'): Promise<Database> {
  const api = loadDuckDB();
  // Without a folder for temporary files nothing is ever written beside what is asked for.
  const instance = await api.DuckDBInstance.create(path, { temp_directory: '' });
  const connection = await instance.connect();
  const { SELECT, EXPLAIN, CREATE } = api.StatementType;
  // CREATE, because PIVOT makes a type for itself; with access to files switched off, what it makes is in memory.
  const asking = new Set<number>([SELECT, EXPLAIN, CREATE]);
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    ask: (sql) => askEach(connection, sql, (type) => asking.has(type)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** By `require`: it is a CommonJS module, and `import` takes as long again to search it for the names that it exports. */
function loadDuckDB(): typeof DuckDB {
  try {
    return createRequire(import.meta.url)('@duckdb/node-api') as typeof DuckDB;
  } catch (cause) {
    throw new DatabaseUnavailableError(cause);
  }
}

async function askEach(
  connection: DuckDBConnection,
  sql: string,
  isAllowed: (type: StatementType) => boolean,
): Promise<QueryResult> {
  const statements = await connection.extractStatements(sql);
  let result: QueryResult = { columns: [], rows: [] };
  for (let at = 0; at < statements.count; at++) {
    // One after the other: a statement may need what the one before it made.
    const prepared = await statements.prepare(at);
    if (!isAllowed(prepared.statementType)) throw new ForbiddenStatementError();
    result = toResult(await prepared.runAndReadAll());
  }
  return result;
}

function toResult(reader: DuckDBResultReader): QueryResult {
  return { columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map(toValue)) };
}

function toValue(value: DuckDBValue): QueryValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return exactNumber(String(value));
  if ('items' in value) return [...value.items].map(toValue);
  if ('scale' in value) return exactNumber(value.toString());
  if ('entries' in value && !Array.isArray(value.entries)) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, entry]) => [name, toValue(entry)]));
  }
  return value.toString();
}

/** A number where no digit is lost by that, else its digits. */
function exactNumber(digits: string): number | string {
  const number = Number(digits);
  const isExact = Number.isInteger(number)
    ? Number.isSafeInteger(number)
    : String(number) === digits.replace(/0+$/, '');
  return isExact ? number : digits;
}
