/** Asks outputs by SQL: loads their tables into a database in memory, locks it, and runs what was asked. */
import {
  ForbiddenStatementError,
  loadOutputs,
  openDatabase,
  type Database,
  type QueryResult,
} from '../export/tables.js';
import { BilingualError } from '../model/index.js';
import { tablePath, type OutputFolder, type OutputTable } from './read-output.js';
import { OutputUnreadableError } from './unreadable-output.js';

/** A query that is wrong, or that asks for more than to read. */
export class QueryError extends BilingualError {}

/**
 * The result of a query over the views `facts`, `findings`, `reports`, `comparability` and `wide`. It can neither read nor write
 * a file nor reach the network, and leaves nothing behind.
 *
 * @throws {QueryError} when the SQL is wrong or may change something; {@link OutputUnreadableError} when an output is damaged;
 * a `DatabaseUnavailableError` when there is no DuckDB for this system.
 */
export async function queryOutputs(sql: string, folders: readonly OutputFolder[]): Promise<QueryResult> {
  const database = await openDatabase();
  try {
    await load(database, folders);
    return await ask(database, sql);
  } finally {
    database.close();
  }
}

async function load(database: Database, folders: readonly OutputFolder[]): Promise<void> {
  const names = toDistinctNames(folders);
  try {
    await loadOutputs(
      database,
      folders.map((folder, at) => ({
        name: names[at] ?? folder.path,
        dialect: folder.dialect,
        csvPath: (table) => tablePath(folder, table as OutputTable),
      })),
    );
  } catch (cause) {
    const reason = firstLine(cause);
    const paths = folders.map(({ path, version }) => `${path} (gouji ${version})`).join(', ');
    throw new OutputUnreadableError(
      {
        zh: `${paths} 中的结果表无法读取：${reason}；请重新运行 gouji run`,
        en: `the tables in ${paths} cannot be read: ${reason}; make them again with gouji run`,
      },
      { cause },
    );
  }
  await database.run('SET enable_external_access = false; SET lock_configuration = true');
}

async function ask(database: Database, sql: string): Promise<QueryResult> {
  try {
    return await database.ask(sql);
  } catch (cause) {
    if (cause instanceof ForbiddenStatementError || firstLine(cause).startsWith('Permission Error')) {
      throw new QueryError(
        {
          zh: '查询只能读取结果，不能写入、修改设置，也不能读写其他文件或访问网络；请用 SELECT',
          en: 'a query only reads the outputs: it may not write, change settings, touch other files or the network; use SELECT',
        },
        { cause },
      );
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new QueryError(
      {
        zh: `SQL 有误（以下为 DuckDB 的说明）：${reason}\n可用的视图：facts、findings、reports、comparability、wide；例子见 gouji query --help`,
        en: `the SQL is wrong: ${reason}\nThe views are facts, findings, reports, comparability and wide; gouji query --help has examples`,
      },
      { cause },
    );
  }
}

/** The folders' own names where no two are alike, else their paths. */
function toDistinctNames(folders: readonly OutputFolder[]): readonly string[] {
  const names = folders.map(({ name }) => name);
  return new Set(names).size === names.length ? names : folders.map(({ path }) => path);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
