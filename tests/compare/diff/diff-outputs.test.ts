import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diffToText, hasChanges } from '../../../src/cli/diff-text.js';
import { diffOutputs, type OutputDiff } from '../../../src/compare/diff/diff-outputs.js';
import { writeDiff } from '../../../src/compare/diff/write-diff.js';
import { OutputUnreadableError } from '../../../src/compare/unreadable-output.js';
import type { Report } from '../../../src/model/index.js';
import { sampleFact, sampleReport } from '../../export/sample-report.js';
import { madeOutput } from '../made-output.js';

const IDS = ['0123456789abcdef', '1123456789abcdef', '2123456789abcdef'] as const;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-diff-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function diffOf(olds: readonly Report[], news: readonly Report[], isAcrossYears = false): Promise<OutputDiff> {
  const [old, other] = [await madeOutput(folder, 'old', olds), await madeOutput(folder, 'new', news)];
  return diffOutputs(old, other, { bureauKeyOf: ({ agency }) => agency, isAcrossYears });
}

it('finds what changed, writes it as CSV and JSON, and says it in both languages', async () => {
  const same = sampleReport({ reportId: IDS[0], agency: '=甲局' });
  const old = sampleReport({ reportId: IDS[1], agency: '=乙局', facts: [sampleFact()] });
  const other = { ...old, facts: [sampleFact({ value: '8', status: 'repaired' })], findings: [] };
  // The old output could not read this file.
  const added = sampleReport({ reportId: IDS[2], agency: '丙局', sourcePath: '年报/z.pdf' });
  const diff = await diffOf([same, old], [same, other, added]);
  expect(hasChanges(diff)).toBe(true);

  const path = await writeDiff(join(folder, 'diff'), diff, { hasBom: true });
  const read = async (name: string): Promise<unknown> =>
    parse(await readFile(join(path, `diff-${name}.csv`)), { columns: true, bom: true });
  expect(await read('reports')).toMatchObject([
    { change: 'same', matched_by: 'file', facts: '0', findings: '0' },
    { change: 'changed', agency: "'=乙局", facts: '1', findings: '1' },
    { change: 'added', old_outcome: 'failed', new_outcome: 'findings', old_report_id: '' },
  ]);
  expect(await read('facts')).toMatchObject([
    { change: 'value', row: 'granted', old_value: '3', new_value: '8', difference: '5', new_status: 'repaired' },
  ]);
  expect(await read('findings')).toMatchObject([{ change: 'vanished', rule: 'T3.rowsum', old_cause: 'publisher' }]);
  const json: unknown = JSON.parse(await readFile(join(path, 'diff.json'), 'utf8'));
  expect(json).toMatchObject({ format: 'gouji-diff', facts: [{ agency: '=乙局', difference: '5' }] });

  expect(diffToText(diff, 'zh', path)).toContain('报告：无变化 1，有变化 1，新增 1\n  + 丙局 2023 年报/z.pdf [failed');
  expect(diffToText(diff, 'en', undefined)).toContain(
    '=乙局 2023 applications/granted/total: 3 printed → 8 repaired (+5)',
  );
});

it('holds two years of a body against each other where that is asked for', async () => {
  const [old, report] = IDS.slice(0, 2).map((reportId, at) =>
    sampleReport({ reportId, year: 2022 + at, findings: [] }),
  );
  if (old === undefined || report === undefined) throw new Error('two reports were made');
  expect((await diffOf([old], [report])).lone).toHaveLength(2);
  await rm(folder, { recursive: true });
  const { pairs, lone } = await diffOf([old], [report], true);
  expect(lone).toEqual([]);
  expect(pairs[0]).toMatchObject({ matchedBy: 'body', changes: { facts: [], findings: [] } });
});

it('says of two outputs that are alike that nothing changed, and refuses a damaged report', async () => {
  const report = sampleReport();
  const diff = await diffOf([report], [report]);
  expect(hasChanges(diff)).toBe(false);
  expect(diffToText(diff, 'en', undefined)).toContain('Nothing changed.');
  await writeFile(join(folder, 'new/reports', `${report.reportId}.json`), '{"format": "gouji-report"}');
  const options = { bureauKeyOf: () => '', isAcrossYears: false };
  await expect(diffOutputs(diff.old, diff.new, options)).rejects.toThrow(OutputUnreadableError);
});
