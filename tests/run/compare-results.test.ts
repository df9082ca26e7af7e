import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runPipeline, type RunOptions, type RunSummary } from '../../src/run/index.js';
import { BUILD_TIMEOUT_MS, ensureBuiltPackage, STUB_PIPELINE_URL, WORKER_URL } from './built-package.js';

let folder = '';

beforeAll(ensureBuiltPackage, BUILD_TIMEOUT_MS);
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'gouji-compare-')));
  await mkdir(join(folder, 'in'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'in', name), text);
}

function runHere(options: RunOptions = {}): Promise<RunSummary> {
  const common = { pipelineUrl: STUB_PIPELINE_URL, workerUrl: WORKER_URL, workers: 2 };
  return runPipeline([join(folder, 'in')], { outputDirectory: join(folder, 'out'), ...common, ...options });
}

type Row = Readonly<Record<string, string>>;

async function rowsOf(name: string): Promise<readonly Row[]> {
  const rows: unknown = parse(await readFile(join(folder, 'out', name), 'utf8'), { columns: true, bom: true });
  return rows as readonly Row[];
}

interface ReportFile {
  readonly source_path: string;
  readonly outcome: string;
  readonly findings: readonly { readonly rule: string; readonly place: unknown }[];
}

async function reportsByPath(): Promise<ReadonlyMap<string, ReportFile>> {
  const names = await readdir(join(folder, 'out/reports'));
  const reports = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, 'out/reports', name), 'utf8')) as ReportFile),
  );
  return new Map(reports.map((report) => [report.source_path, report]));
}

describe('a run over several years of one body', () => {
  const YEARS = { 'a.txt': 'yearly 2022 0 5', 'b.txt': 'yearly 2023 3 1', 'c.txt': 'yearly 2024 1 0' };

  it('puts what was not carried over into all that is written of the later report', async () => {
    await put(YEARS);
    const summary = await runHere();
    expect(await rowsOf('findings.csv')).toMatchObject([
      {
        rule: 'X.carry',
        severity: 'error',
        source_path: 'in/b.txt',
        row: 'carried_in',
        expected: '5',
        actual: '3',
        difference: '-2',
        page: '1',
      },
    ]);
    expect((await rowsOf('reports.csv')).map(({ outcome, findings }) => [outcome, findings])).toEqual([
      ['ok', '0'],
      ['findings', '1'],
      ['ok', '0'],
    ]);
    const later = (await reportsByPath()).get('in/b.txt');
    expect(later).toMatchObject({ outcome: 'findings', findings: [{ rule: 'X.carry', place: { page: 1, x0: 1 } }] });
    expect(summary).toMatchObject({
      outcomes: { ok: 2, findings: 1 },
      reportsWithErrors: 1,
      findings: { total: 1, bySeverity: { error: 1 } },
      notableFindings: [{ rule: 'X.carry', sourcePath: 'in/b.txt' }],
    });
  });

  it('writes the same bytes whatever the number of workers', async () => {
    await put({ ...YEARS, 'd.txt': 'yearly 2024 1 0 淮安市洪泽区教育局 7' });
    const hashes: string[] = [];
    for (const workers of [1, 4]) {
      await runHere({ workers });
      const hash = createHash('sha256');
      for (const [path, report] of [...(await reportsByPath())].sort()) hash.update(path + JSON.stringify(report));
      hash
        .update(await readFile(join(folder, 'out/findings.csv')))
        .update(await readFile(join(folder, 'out/facts.csv')));
      hash.update(JSON.stringify((await rowsOf('reports.csv')).map((row) => ({ ...row, ms: '' }))));
      hashes.push(hash.digest('hex'));
    }
    expect(hashes[1]).toBe(hashes[0]);
  });

  it('joins a body that changed its name, and leaves it when told to', async () => {
    await put({ 'a.txt': 'yearly 2022 0 5', 'b.txt': 'yearly 2023 5 1 淮安市洪泽区教育局' });
    await runHere();
    expect((await rowsOf('findings.csv')).map(({ rule }) => rule)).toEqual(['X.joined']);
    expect((await rowsOf('reports.csv')).map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
    await runHere({ joinsNames: false });
    expect(await rowsOf('findings.csv')).toEqual([]);
  });

  it('counts one report once that is there twice, keeps both JSON files, and names what differs', async () => {
    await put({ 'a.txt': 'yearly 2022 0 5', 'b.txt': 'yearly 2022 0 5 洪泽区教育局 8' });
    const summary = await runHere();
    expect((await rowsOf('reports.csv')).map(({ outcome, reason, facts }) => [outcome, reason, facts])).toEqual([
      ['findings', '', '33'],
      ['skipped', 'same-report-as in/a.txt', '0'],
    ]);
    expect(new Set((await rowsOf('facts.csv')).map((row) => row['source_path']))).toEqual(new Set(['in/a.txt']));
    expect(await rowsOf('findings.csv')).toMatchObject([
      { rule: 'X.copies_differ', source_path: 'in/a.txt', row: 'granted', expected: '8', actual: '2022' },
    ]);
    expect([...(await reportsByPath()).keys()].sort()).toEqual(['in/a.txt', 'in/b.txt']);
    expect(summary).toMatchObject({ reports: 1, figures: { total: 33 }, outcomes: { findings: 1, skipped: 1 } });
  });
});
