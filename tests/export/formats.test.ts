import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOutputFolder, readRows } from '../../src/compare/read-output.js';
import { queryOutputs } from '../../src/compare/query-outputs.js';
import { FACT_COLUMNS } from '../../src/export/columns.js';
import type { CsvDialect } from '../../src/export/csv.js';
import { openDatabase } from '../../src/export/duckdb/database.js';
import { writeDatabase } from '../../src/export/duckdb/write-database.js';
import type { OutputFormat } from '../../src/export/formats.js';
import { openOutput } from '../../src/export/output-writer.js';
import { renderReports } from '../../src/export/render-file.js';
import { reportToFactRows } from '../../src/export/report-rows.js';
import { familiesToForms } from '../../src/export/wide/form-figures.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { convertInLibreOffice, CSV_WITH_MARK, HAS_LIBREOFFICE } from '../in-libreoffice.js';
import { sampleFact, sampleReport, undated } from './sample-report.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const wideForms = familiesToForms(families);
const TRICKY = ['=1+1', '1-2', '3/4', '-', '', '22（其中修订16件）', '长'.repeat(5000), '"a",\r\nb', '0012', '1e5'];
const FACTS = TRICKY.map((printed, at) =>
  sampleFact({ row: `row_${at}`, printed, value: at === 0 ? '24252.311082' : String(at) }),
);
const REPORTS = [
  sampleReport({ facts: FACTS }),
  sampleReport({ reportId: '1234567890123456', year: 2024, facts: [sampleFact({ value: '', printed: '' })] }),
  undated(sampleReport({ reportId: '12e4567890123456', facts: [sampleFact()] })),
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-formats-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function write(name: string, formats: readonly OutputFormat[], dialect: CsvDialect = 'default'): Promise<string> {
  const path = join(folder, name);
  const writer = await openOutput(path, { hasBom: dialect !== 'plain', version: '1.2.3', dialect, formats });
  for (const [at, report] of REPORTS.entries())
    await writer.add(at, await renderReports([report], 5, { dialect, wideForms, families: [], workbooks: 'none' }));
  await writer.commit(families);
  return path;
}

/** Rows of a query over files, for which nothing is locked. */
async function ask(sql: string): Promise<readonly (readonly unknown[])[]> {
  const database = await openDatabase();
  try {
    return (await database.ask(sql)).rows;
  } finally {
    database.close();
  }
}

/** Facts as Parquet holds them: numbers as such, an empty field as nothing, an empty `printed` as it is. */
function expectedRows(reports: typeof REPORTS): unknown[][] {
  return reports.flatMap(reportToFactRows).map((row) =>
    FACT_COLUMNS.map(({ name, type }) => {
      const text = row[name];
      if (text === '' && name !== 'printed') return null;
      return type === 'string' ? text : Number(text);
    }),
  );
}

describe('the Parquet file', () => {
  it('equals the rows of facts.csv before formulas were defused, and is the same each time', async () => {
    const [one, other] = [await write('one', ['parquet', 'wide']), await write('other', ['parquet', 'wide'])];
    expect(await ask(`SELECT * FROM '${one}/facts.parquet'`)).toEqual(expectedRows(REPORTS));
    for (const name of (await readdir(one, { recursive: true })).filter((entry) => /\.\w+$/.test(entry))) {
      expect((await readFile(join(one, name))).equals(await readFile(join(other, name))), name).toBe(true);
    }
  });

  it('is one file a year above a limit, with rows of unknown year in a partition of their own', async () => {
    const path = await write('partitioned', ['csv']);
    const inside = (name: string): string => join(path, name);
    const common = { inside, dialect: 'default', writesParquet: true, writesDuckdb: false, partitionAbove: 2 } as const;
    const files = await writeDatabase(common);
    expect(files.map((file) => file.path)).toEqual(
      [2023, 2024, '__HIVE_DEFAULT_PARTITION__'].map((year) => `facts/year=${year}/facts.parquet`),
    );
    const rows = await ask(
      `SELECT year, count(*) FROM '${path}/facts/*/*.parquet' GROUP BY year ORDER BY year NULLS LAST`,
    );
    expect(rows).toEqual([
      [2023, TRICKY.length],
      [2024, 1],
      [null, 1],
    ]);
  });
});

describe('the CSV dialects', () => {
  it.each(['default', 'excel', 'plain'] as const)('give back every text as it was: %s', async (dialect) => {
    const output = await openOutputFolder(await write(`dialect-${dialect}`, ['csv'], dialect));
    expect(await readRows(output, 'facts')).toEqual(REPORTS.flatMap(reportToFactRows));
    const { rows } = await queryOutputs('SELECT report_id, printed FROM facts ORDER BY rowid', [output]);
    expect(rows).toEqual(REPORTS.flatMap(reportToFactRows).map((row) => [row.report_id, row.printed]));
  });

  it('leave texts as they are for programs, and keep Excel from changing them where that is asked for', async () => {
    const columns = async (dialect: CsvDialect): Promise<Record<string, string>[]> =>
      parse(await readFile(join(folder, `dialect-${dialect}/facts.csv`)), { bom: true, columns: true });
    const [plain, excel] = [await columns('plain'), await columns('excel')];
    expect(plain.slice(0, 3).map(({ printed }) => printed)).toEqual(['=1+1', '1-2', '3/4']);
    expect(excel.slice(0, 3).map(({ printed }) => printed)).toEqual(["'=1+1", '="1-2"', '="3/4"']);
    expect(excel.slice(-2).map((row) => row['report_id'])).toEqual(['="1234567890123456"', '="12e4567890123456"']);
    expect(excel[0]?.['value']).toBe('24252.311082');
    expect((await readFile(join(folder, 'dialect-plain/facts.csv'), 'utf8')).startsWith('report_id')).toBe(true);
  });
});

describe('the CSV files in a spreadsheet program', () => {
  it.skipIf(!HAS_LIBREOFFICE)('show Chinese by their byte-order mark (skipped without LibreOffice)', async () => {
    const path = join(await write('spreadsheet', ['csv']), 'facts.csv');
    expect((await readFile(path)).subarray(0, 3).toString('hex')).toBe('efbbbf');
    convertInLibreOffice([path], 'fods', folder, CSV_WITH_MARK);
    const sheet = await readFile(join(folder, 'facts.fods'), 'utf8');
    expect(sheet).toContain('<text:p>某某市某某局</text:p>');
    expect(sheet).toContain('<text:p>22（其中修订16件）</text:p>');
  });
});

describe('the other files', () => {
  it('are a DuckDB file with all tables and the wide view', async () => {
    const path = await write('duckdb', ['duckdb']);
    const database = await openDatabase(join(path, 'gouji.duckdb'));
    const { rows } = await database.ask('SELECT (SELECT count(*) FROM facts), (SELECT count(*) FROM wide)');
    database.close();
    expect(rows).toEqual([[TRICKY.length + 2, REPORTS.length]]);
  });

  it('are described in datapackage.json with hashes of what is the same each time, and in README.md', async () => {
    const path = await write('described', ['wide', 'parquet', 'duckdb']);
    const { resources } = JSON.parse(await readFile(join(path, 'datapackage.json'), 'utf8')) as {
      resources: { path: string; hash?: string }[];
    };
    const unhashed = resources.filter(({ hash }) => hash === undefined).map((resource) => resource.path);
    expect(unhashed).toEqual(['reports.csv', 'gouji.duckdb']);
    const guide = await readFile(join(path, 'README.md'), 'utf8');
    for (const resource of resources) {
      await readFile(join(path, resource.path));
      expect(guide).toContain(resource.path.replace(/^wide\/.*/, 'wide/<'));
    }
    for (const { name } of FACT_COLUMNS) expect(guide).toContain(`| \`${name}\` |`);
  });

  it('are written of a run without reports too', async () => {
    const path = join(folder, 'nothing');
    const writer = await openOutput(path, { hasBom: true, version: '1.2.3', formats: ['wide', 'parquet', 'duckdb'] });
    await writer.commit(families);
    expect(await readdir(join(path, 'wide'))).toEqual([]);
    expect(await ask(`SELECT count(*) FROM '${path}/facts.parquet'`)).toEqual([[0]]);
  });
});
