import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareOutputs } from '../../../src/compare/compare-outputs.js';
import type { ReportOwner } from '../../../src/compare/indicators/index.js';
import { openOutputFolder } from '../../../src/compare/read-output.js';
import { writeComparison } from '../../../src/compare/write-comparison.js';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column } from '../../../src/export/columns.js';
import { openDatabase, type Database } from '../../../src/export/duckdb/database.js';
import { loadFamily, makeOutput } from './made-outputs.js';

const YEARS = [2019, 2020, 2021, 2022, 2023];

let folder = '';
let database: Database;

/** Lines of a table; none of the texts that are made here needs quotes. */
function toCsv(columns: readonly Column[], rows: readonly object[]): string {
  const lines = rows.map((row) => {
    const cells = new Map<string, string | number>(Object.entries(row));
    return columns.map(({ name }) => cells.get(name) ?? '').join(',');
  });
  return [columns.map(({ name }) => name).join(','), ...lines, ''].join('\r\n');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-independent-'));
  const family = await loadFamily();
  const { owners, figures, findings } = makeOutput(family, 200, YEARS);
  // Beside sums of reviews that fail, errors that name one figure and are no sum's.
  const odd = owners
    .filter((_, at) => at % 37 === 0)
    .map(({ report_id }) => ({
      ...{ report_id, rule: 'made.odd', severity: 'error', table: 'applications', row: 'granted', column: 'total' },
    }));
  const counts = new Map<string, number>();
  for (const { report_id: id } of figures) counts.set(id, (counts.get(id) ?? 0) + 1);
  const output = join(folder, 'output');
  await mkdir(output);
  await writeFile(join(output, 'datapackage.json'), '{"name":"gouji-run","gouji":{"version":"1.2.3","csv":"default"}}');
  await writeFile(join(output, 'facts.csv'), toCsv(FACT_COLUMNS, figures));
  await writeFile(join(output, 'findings.csv'), toCsv(FINDING_COLUMNS, [...findings, ...odd]));
  const reports = owners.map((owner) => ({ ...owner, facts: counts.get(owner.report_id) }));
  await writeFile(join(output, 'reports.csv'), toCsv(REPORT_COLUMNS, reports));
  const bureauKeyOf = ({ agency }: ReportOwner): string => agency;
  const comparison = await compareOutputs([await openOutputFolder(output)], () => ({ family, bureauKeyOf }));
  const written = await writeComparison(join(folder, 'comparison'), comparison, { hasBom: true });
  database = await openDatabase();
  const sql = await readFile(new URL('independent.sql', import.meta.url), 'utf8');
  await database.run(sql.replaceAll('$OUTPUT', output).replaceAll('$COMPARISON', written));
}, 60_000);
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function ask(sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await database.ask(sql)).rows;
}

it('is what SQL over the CSV files comes to, for 200 bodies and five years: values, states, intervals, ranks', async () => {
  // All but a few bodies have their first report in the first year.
  expect(await ask('SELECT count(DISTINCT indicator), count(DISTINCT agency), count(*) > 18000 FROM expected')).toEqual(
    [[26, 200, true]],
  );
  expect(await ask('SELECT * FROM wrong_cells LIMIT 5')).toEqual([]);
});

it('has every state by the hundred, so that each is put to the test', async () => {
  const states = await ask('SELECT state FROM expected GROUP BY state HAVING count(*) > 300 ORDER BY state');
  expect(states.flat()).toEqual(['absent', 'doubted', 'small', 'sound']);
  expect(await ask(`SELECT count(*) > 10 FROM expected WHERE kind = 'growth' AND state = 'sound'`)).toEqual([[true]]);
});

it('has the same quartiles, medians, sums and counts of what was left out', async () => {
  expect(await ask('SELECT count(*) FROM given_summary WHERE indicator IN (SELECT indicator FROM term)')).toEqual([
    [130],
  ]);
  expect(await ask('SELECT * FROM wrong_summaries LIMIT 5')).toEqual([]);
});

it('would be seen to be wrong if one value of it were', async () => {
  const [found] = await ask(`SELECT rowid FROM given WHERE indicator = 'granted_share' AND rank = '7' LIMIT 1`);
  const change = `UPDATE given SET value = value::DOUBLE + 0.00001 WHERE rowid = ${String(found?.[0])}`;
  await database.run(change);
  expect(await ask('SELECT count(*) FROM wrong_cells')).toEqual([[1]]);
});
