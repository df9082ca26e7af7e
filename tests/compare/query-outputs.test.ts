import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError, queryOutputs } from '../../src/compare/query-outputs.js';
import type { OutputFolder } from '../../src/compare/read-output.js';
import { OutputUnreadableError } from '../../src/compare/unreadable-output.js';
import { sampleFact, sampleReport } from '../export/sample-report.js';
import { madeOutput } from './made-output.js';

let folder = '';
let one: OutputFolder;
let other: OutputFolder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-query-'));
  one = await madeOutput(folder, 'one', [
    sampleReport({
      facts: [
        sampleFact({ row: 'new_received', value: '12.5', printed: '=12.5' }),
        sampleFact({ row: 'partial', value: '4', status: 'suspect' }),
        sampleFact({ row: 'carried_in', value: '', printed: '', status: 'missing' }),
      ],
    }),
  ]);
  other = await madeOutput(folder, 'other', [sampleReport({ reportId: 'fedcba9876543210', year: 2023 })]);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function refusal(sql: string): Promise<string> {
  const error: unknown = await queryOutputs(sql, [one]).catch((reason: unknown) => reason);
  return error instanceof QueryError ? error.text.en : 'was answered';
}

describe('queryOutputs', () => {
  it('sees figures as numbers, blanks as NULL and texts as they were printed', async () => {
    const sql = `SELECT "row", value, printed FROM facts ORDER BY rowid`;
    expect(await queryOutputs(sql, [one])).toEqual({
      columns: ['row', 'value', 'printed'],
      rows: [
        ['new_received', 12.5, '=12.5'],
        ['partial', 4, '3'],
        ['carried_in', null, ''],
      ],
    });
  });

  it('has one row a report in wide, without figures that are in doubt, which it names', async () => {
    const sql = 'SELECT applications__new_received__total, applications__partial__total, suspect, missing FROM wide';
    const key = (row: string): string => `applications__${row}__total`;
    expect((await queryOutputs(sql, [one])).rows).toEqual([[12.5, null, key('partial'), key('carried_in')]]);
  });

  it('tells the outputs apart', async () => {
    const sql = 'SELECT output, outcome, count(*) FROM reports GROUP BY ALL ORDER BY ALL';
    const { rows } = await queryOutputs(sql, [one, other]);
    expect(rows).toEqual([
      ['one', 'failed', 1],
      ['one', 'findings', 1],
      ['other', 'failed', 1],
      ['other', 'findings', 1],
    ]);
  });

  it('answers over an output without any report', async () => {
    const none = await madeOutput(folder, 'none', []);
    expect((await queryOutputs('SELECT * FROM wide', [none])).rows).toEqual([]);
    expect((await queryOutputs('SELECT outcome FROM reports', [none])).rows).toEqual([['failed']]);
  });

  it('gives numbers without loss, nested values, and dates as texts', async () => {
    const sql = `SELECT 9007199254740993, 1.50::DECIMAL(5,2), 0.1::DOUBLE, [1, NULL], {'a': DATE '2024-02-29'}, 'inf'::DOUBLE`;
    const { rows } = await queryOutputs(sql, [one]);
    expect(rows).toEqual([['9007199254740993', 1.5, 0.1, [1, null], { a: '2024-02-29' }, 'Infinity']]);
  });

  it.each([
    `COPY facts TO 'leak.csv'`,
    `SELECT 1; COPY facts TO 'leak.csv'`,
    `EXPORT DATABASE 'leak'`,
    `ATTACH 'leak.db'`,
    `SELECT * FROM read_text('package.json')`,
    `FROM 'https://example.org/a.csv'`,
    `INSTALL httpfs`,
    `SET enable_external_access = true`,
    `CALL enable_profiling(format = 'text', save_location = 'leak.txt')`,
    `DROP TABLE facts`,
  ])('refuses %s', async (sql) => {
    const before = await readdir('.');
    expect(await refusal(sql)).toContain('a query only reads');
    expect(await readdir('.')).toEqual(before);
  });

  it('says in two languages what is wrong with the SQL, and which views there are', async () => {
    const error: unknown = await queryOutputs('SELECT agenzy FROM facts', [one]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueryError);
    if (!(error instanceof QueryError)) return;
    expect(error.text.en).toMatch(/agenzy[\s\S]*views are facts/);
    expect(error.text.zh).toMatch(/SQL 有误[\s\S]*agenzy[\s\S]*可用的视图/);
  });

  it('takes columns by name: those of a later version may stand elsewhere, and more beside them', async () => {
    const later = await madeOutput(folder, 'later', [sampleReport()]);
    const path = join(later.path, 'facts.csv');
    const turned = parse(await readFile(path), { bom: true }).map((fields) => ['more', ...fields.toReversed()]);
    await writeFile(path, `\uFEFF${stringify(turned, { record_delimiter: '\r\n' })}`);
    const sql = 'SELECT * FROM facts';
    const { columns, rows } = await queryOutputs(sql, [later]);
    const made = await queryOutputs(sql, [await madeOutput(folder, 'now', [sampleReport()])]);
    expect(columns).toEqual(made.columns);
    expect(rows.map((row) => row.slice(0, -1))).toEqual(made.rows.map((row) => row.slice(0, -1)));
  });

  it('names a column that an output lacks', async () => {
    const lacking = await madeOutput(folder, 'lacking', [sampleReport()]);
    const path = join(lacking.path, 'findings.csv');
    await writeFile(path, (await readFile(path, 'utf8')).replace('severity', 'gravity'));
    await expect(queryOutputs('SELECT 1', [lacking])).rejects.toThrow(/findings\.csv: no column severity/);
  });

  it('refuses an output of which rows are gone', async () => {
    const damaged = await madeOutput(folder, 'damaged', [sampleReport()]);
    const path = join(damaged.path, 'facts.csv');
    const lines = (await readFile(path, 'utf8')).split('\r\n');
    await writeFile(path, [lines[0], ''].join('\r\n'));
    await expect(queryOutputs('SELECT 1', [damaged])).rejects.toThrow(OutputUnreadableError);
  });
});
