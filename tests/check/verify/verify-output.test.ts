// Tampers with an output folder, one claim at a time: the checker must find each.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyOutput } from '../../../src/check/verify/verify-output.js';
import type { Violation, ViolationKind } from '../../../src/check/verify/violation.js';
import { openOutput } from '../../../src/export/output-writer.js';
import { renderReports } from '../../../src/export/render-file.js';
import type { ReportJson } from '../../../src/export/report-schema.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import { sourceToReports } from '../../../src/pipeline.js';

let folder = '';
const clean = (): string => join(folder, 'clean');
const spoilt = (): string => join(folder, 'spoilt');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-verify-'));
  const families = await loadFamilies(PIPELINES_DIRECTORY);
  const dump = await readFile('samples/reports/garbled-dump.txt', 'utf8');
  const page = await readFile('samples/reports/publishers-error-review-total.pdf');
  // Two figures run together are repaired; a blank beside a sum is derived.
  const joined = dump.replace('数量\t2\t1\t0', '数量\t21\t0');
  const blank = dump.replace('相关政府信息\t1\t0\t0', '相关政府信息\t1\t\t0');
  const writer = await openOutput(clean(), { hasBom: true, version: '1' });
  for (const [at, bytes] of [Buffer.from(joined), Buffer.from(blank), page].entries()) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kind = bytes === page ? 'pdf' : 'text';
    const source = { sourcePath: `in/${at}`, sha256, kind, contentType: '', bytes } as const;
    await writer.add(at, await renderReports(await sourceToReports(source, { families, reader: 'auto' }), 5));
  }
  await writer.commit(families);
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

async function violations(directory: string): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  for await (const violation of verifyOutput(directory)) found.push(violation);
  return found;
}

/** The kinds of what is found in a copy of the folder that was changed. */
async function kindsAfter(change: (directory: string) => Promise<unknown>): Promise<readonly ViolationKind[]> {
  await rm(spoilt(), { recursive: true, force: true });
  await cp(clean(), spoilt(), { recursive: true });
  await change(spoilt());
  return (await violations(spoilt())).map(({ kind }) => kind);
}

type Change = (report: ReportJson) => void;

/** Changes the one report in which there is something to change. */
async function changeJson(directory: string, has: (report: ReportJson) => boolean, change: Change): Promise<void> {
  for (const name of await readdir(join(directory, 'reports'))) {
    const path = join(directory, 'reports', name);
    const report = JSON.parse(await readFile(path, 'utf8')) as ReportJson;
    if (!has(report)) continue;
    change(report);
    await writeFile(path, JSON.stringify(report));
    return;
  }
  throw new Error('nothing to change');
}

const changeText = async (path: string, from: RegExp, to: string): Promise<void> => {
  const text = await readFile(path, 'utf8');
  if (text.search(from) < 0) throw new Error('nothing to change');
  await writeFile(path, text.replace(from, to));
};

const isPdf = ({ kind }: ReportJson): boolean => kind === 'pdf';
const hasStatus = (status: string) => (report: ReportJson) => report.facts.some((fact) => fact.status === status);
const first = <T>(list: readonly T[], isIt: (each: T) => boolean): T => {
  const found = list.find(isIt);
  if (found === undefined) throw new Error('nothing to change');
  return found;
};
const factOf = (report: ReportJson, status: string): ReportJson['facts'][number] =>
  first(report.facts, (fact) => fact.status === status && fact.table !== 'prose');

describe('the checker of an output folder', () => {
  it('finds nothing in what a run wrote: printed, derived and repaired figures, and a publisher’s error', async () => {
    expect(await violations(clean())).toEqual([]);
    const facts = await readFile(join(clean(), 'facts.csv'), 'utf8');
    for (const status of ['printed', 'derived', 'repaired']) expect(facts).toContain(`,${status},`);
    expect(await readFile(join(clean(), 'findings.csv'), 'utf8')).toContain(',publisher,');
  });

  const inFiles: [string, ViolationKind, (directory: string) => Promise<unknown>][] = [
    ['a figure of facts.csv', 'hash', (at) => changeText(join(at, 'facts.csv'), /,printed,/u, ',suspect,')],
    [
      'a figure of facts.csv, against the JSON',
      'csv',
      (at) => changeText(join(at, 'facts.csv'), /,11,件,11,/u, ',8,件,11,'),
    ],
    ['a row of findings.csv', 'csv', (at) => changeText(join(at, 'findings.csv'), /,publisher,/u, ',unknown,')],
    ['an outcome', 'csv', (at) => changeText(join(at, 'reports.csv'), /,findings,/u, ',ok,')],
    ['the hash of a source', 'hash', (at) => changeText(join(at, 'reports.csv'), /\r\n[0-9a-f]{8}/u, '\r\n00000000')],
    [
      'a size in datapackage.json',
      'hash',
      (at) => changeText(join(at, 'datapackage.json'), /"bytes": \d+/u, '"bytes": 1'),
    ],
    ['a table that is gone', 'absent', (at) => unlink(join(at, 'comparability.csv'))],
    ['a file that no one listed', 'unlisted', (at) => writeFile(join(at, 'more.csv'), '')],
    [
      'a report that is gone',
      'absent',
      async (at) => unlink(join(at, 'reports', (await readdir(join(at, 'reports')))[0] ?? '')),
    ],
    ['a report too many', 'unlisted', (at) => writeFile(join(at, 'reports/0.json'), '{}')],
    [
      'a report cut off',
      'unreadable',
      async (at) => writeFile(join(at, 'reports', (await readdir(join(at, 'reports')))[0] ?? ''), '{'),
    ],
    [
      'a report that says the same in other bytes',
      'hash',
      (at) => changeJson(at, isPdf, (report) => Object.assign(report, { more: 1 })),
    ],
    ['a report without a hash', 'unlisted', (at) => changeText(join(at, 'reports.sha256'), /^.*\n/u, '')],
    ['a hash of no report', 'absent', (at) => changeText(join(at, 'reports.sha256'), /reports\/..../u, 'reports/0000')],
    ['a CSV that is none', 'unreadable', (at) => writeFile(join(at, 'facts.csv'), 'a,b\r\n"c')],
  ];
  it.each(inFiles)('finds %s', async (_, kind, change) => {
    expect(await kindsAfter(change)).toContain(kind);
  });

  const inReports: [string, ViolationKind, (report: ReportJson) => boolean, Change][] = [
    ['a printed value', 'status', isPdf, (report) => (factOf(report, 'printed').value = '77')],
    [
      'a value and how it was read',
      'status',
      isPdf,
      (report) =>
        Object.assign(factOf(report, 'printed'), { value: '77', reading: { kind: 'number', value: '77', unit: '' } }),
    ],
    ['a figure that is printed otherwise', 'digits', isPdf, (report) => (factOf(report, 'printed').printed += '1')],
    ['a law too many over a figure', 'status', isPdf, (report) => factOf(report, 'printed').laws++],
    ['a doubt left out', 'status', isPdf, (report) => (factOf(report, 'printed').status = 'suspect')],
    ['a repair that no verdict knows', 'status', isPdf, (report) => (factOf(report, 'printed').status = 'repaired')],
    ['a derived value', 'derived', hasStatus('derived'), (report) => (factOf(report, 'derived').value = '5')],
    ['a repaired value', 'verdict', hasStatus('repaired'), (report) => (factOf(report, 'repaired').value = '5')],
    [
      'an explanation that mends nothing',
      'verdict',
      hasStatus('repaired'),
      (report) => first(report.verdicts, ({ kind }) => kind === 'unique').explanations.splice(0),
    ],
    [
      'a table said to hold',
      'verdict',
      isPdf,
      (report) => (first(report.verdicts, ({ kind }) => kind === 'unsolved').kind = 'consistent'),
    ],
    [
      'a violated check said to hold',
      'check',
      isPdf,
      (report) => (first(report.checks, ({ outcome }) => outcome === 'violated').outcome = 'holds'),
    ],
    [
      'a term of a check',
      'check',
      isPdf,
      (report) => (first(report.checks[0]?.terms ?? [], () => true).value = '4000'),
    ],
    [
      'the sign of a term',
      'check',
      isPdf,
      (report) =>
        (first(report.checks[0]?.terms ?? [], ({ role, value }) => role === 'part' && value !== '0').sign = -1),
    ],
    [
      'a finding left out',
      'finding',
      isPdf,
      (report) =>
        report.findings.splice(
          report.findings.findIndex(({ check }) => check !== null),
          1,
        ),
    ],
    [
      'a difference that is not',
      'finding',
      isPdf,
      (report) => (first(report.findings, ({ check }) => check !== null).difference = '1'),
    ],
    [
      'an error whose figures are not marked',
      'unmarked',
      isPdf,
      (report) => (first(report.findings, ({ check }) => check !== null).cause = 'unknown'),
    ],
    [
      'an accusation without a second reader',
      'accused',
      isPdf,
      (report) => {
        report.readers.forEach((page) => (page.digits_agree = null));
      },
    ],
    [
      'a run of digits lost',
      'digits',
      isPdf,
      (report) => {
        report.tables.forEach(({ runs }) => runs.pop());
      },
    ],
    [
      'a run of digits in two cells',
      'digits',
      isPdf,
      (report) => {
        report.tables.forEach(({ runs, cells }) =>
          runs.push({ ...first(runs, () => true), cell: { row_index: cells[0]?.row_index ?? 0, column_index: 0 } }),
        );
      },
    ],
    [
      'a run of digits in no cell of the table',
      'digits',
      isPdf,
      (report) => {
        report.tables.forEach(({ runs }) => (first(runs, () => true).cell = { row_index: 999, column_index: 0 }));
      },
    ],
    ['a key that the schema does not know', 'unreadable', isPdf, (report) => Object.assign(report, { more: 1 })],
  ];
  it.each(inReports)('finds %s', async (_, kind, has, change) => {
    expect(await kindsAfter((directory) => changeJson(directory, has, change))).toContain(kind);
  });

  it('is no longer than it may be', async () => {
    const names = await readdir('src/check/verify');
    const texts = await Promise.all(names.map((name) => readFile(join('src/check/verify', name), 'utf8')));
    const code = texts
      .join('\n')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\/|\/?\*|$)/u.test(line));
    expect(code.length).toBeLessThanOrEqual(300);
  });
});
