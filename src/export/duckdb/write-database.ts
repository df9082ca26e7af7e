/** Writes the facts as Parquet, and the whole output as a DuckDB file, from the CSV files that are written already. */
import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import type { CsvDialect } from '../csv.js';
import type { ExtraFile, FileDigest } from '../data-package.js';
import { openDatabase, type Database } from './database.js';
import { loadOutputs } from './load-outputs.js';
import { sqlText } from './sql-text.js';

/** Above so many facts (five thousand reports), the Parquet files are one a year. */
export const PARTITION_ABOVE = 1_000_000;

/** What is written, and from where. */
export interface DatabaseExport {
  /** The path of a name in the output. */
  readonly inside: (name: string) => string;
  readonly dialect: CsvDialect;
  readonly writesParquet: boolean;
  readonly writesDuckdb: boolean;
  readonly partitionAbove?: number;
}

const PARQUET = { format: 'parquet', mediatype: 'application/vnd.apache.parquet' } as const;
const PARQUET_TITLE = { zh: '数据（Parquet）', en: 'Figures as Parquet' };

/**
 * Writes the files, and describes them.
 *
 * @throws {DatabaseUnavailableError} where there is no DuckDB for this system.
 */
export async function writeDatabase(options: DatabaseExport): Promise<readonly ExtraFile[]> {
  const { inside, dialect, writesParquet, writesDuckdb } = options;
  const database = await openDatabase(writesDuckdb ? inside('gouji.duckdb') : ':memory:');
  const files: ExtraFile[] = [];
  try {
    // With one thread rows come out in one order, and the files are the same each time.
    await database.run('SET threads = 1');
    await loadOutputs(database, [{ name: 'output', dialect, csvPath: (table) => inside(`${table}.csv`) }]);
    if (writesParquet) files.push(...(await writeParquet(database, inside, options.partitionAbove ?? PARTITION_ABOVE)));
  } finally {
    database.close();
  }
  if (writesDuckdb) {
    const title = { zh: '全部表（DuckDB 数据库）', en: 'All tables as a DuckDB database' };
    // Its bytes differ from run to run, so it has no hash.
    files.push({
      name: 'database',
      path: 'gouji.duckdb',
      title,
      format: 'duckdb',
      mediatype: 'application/octet-stream',
    });
  }
  return files;
}

async function writeParquet(
  database: Database,
  inside: DatabaseExport['inside'],
  partitionAbove: number,
): Promise<ExtraFile[]> {
  const { rows } = await database.ask('SELECT year, count(*) FROM facts GROUP BY year ORDER BY year NULLS LAST');
  const total = rows.reduce((sum, [, count]) => sum + (typeof count === 'number' ? count : 0), 0);
  const copy = (columns: string, condition: string, path: string): Promise<void> =>
    database.run(
      `COPY (SELECT ${columns} FROM facts WHERE ${condition} ORDER BY rowid) TO ${sqlText(path)} (FORMAT parquet)`,
    );
  if (total <= partitionAbove) {
    await copy('* EXCLUDE (output)', 'true', inside('facts.parquet'));
    const digest = await syncAndHash(inside('facts.parquet'));
    return [{ name: 'facts-parquet', path: 'facts.parquet', title: PARQUET_TITLE, ...PARQUET, digest }];
  }
  const files: ExtraFile[] = [];
  for (const [year] of rows) {
    // As Hive names partitions, which DuckDB, Arrow and pandas read: the year is in the name and not in the file.
    const folder = `facts/year=${typeof year === 'number' ? year : '__HIVE_DEFAULT_PARTITION__'}`;
    await mkdir(inside(folder), { recursive: true });
    const condition = typeof year === 'number' ? `year = ${year}` : 'year IS NULL';
    await copy('* EXCLUDE (output, year)', condition, inside(`${folder}/facts.parquet`));
    const digest = await syncAndHash(inside(`${folder}/facts.parquet`));
    const name = `facts-parquet-${typeof year === 'number' ? year : 'undated'}`;
    files.push({ name, path: `${folder}/facts.parquet`, title: PARQUET_TITLE, ...PARQUET, digest });
  }
  return files;
}

/** Makes sure that a file written by DuckDB is on the disk, and hashes it. */
async function syncAndHash(path: string): Promise<FileDigest> {
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
  const hash = createHash('sha256');
  let byteCount = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    byteCount += chunk.length;
  }
  return { byteCount, sha256: hash.digest('hex') };
}
