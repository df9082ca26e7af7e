import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutputFolder, readRows } from '../../src/compare/read-output.js';
import { OutputUnreadableError } from '../../src/compare/unreadable-output.js';
import { openOutput } from '../../src/export/output-writer.js';
import { renderReports } from '../../src/export/render-file.js';
import { reportToFactRows, reportToFindingRows } from '../../src/export/report-rows.js';
import { sampleFact, sampleReport } from '../export/sample-report.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-read-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const REPORT = sampleReport({ facts: [sampleFact(), sampleFact({ row: 'partial', printed: '=1+1' })] });

async function writeRun(name: string, reports = [REPORT]): Promise<string> {
  const path = join(folder, name);
  const writer = await openOutput(path, { hasBom: true, version: '1.2.3' });
  await writer.add(0, await renderReports(reports, 5));
  await writer.commit([]);
  return path;
}

async function complaint(path: string): Promise<string> {
  const error: unknown = await openOutputFolder(path).catch((reason: unknown) => reason);
  return error instanceof OutputUnreadableError ? error.text.en : 'was opened';
}

describe('openOutputFolder', () => {
  it('reads back the rows that a run wrote', async () => {
    const output = await openOutputFolder(await writeRun('output'));
    expect(output).toMatchObject({ name: 'output', version: '1.2.3' });
    expect(await readRows(output, 'facts')).toEqual(reportToFactRows(REPORT));
    expect(await readRows(output, 'findings')).toEqual(reportToFindingRows(REPORT));
    expect(await readRows(output, 'reports')).toMatchObject([{ report_id: REPORT.reportId, outcome: REPORT.outcome }]);
    expect(await readRows(output, 'comparability')).toEqual([]);
  });

  it('refuses what is no output: no folder, another package, broken JSON', async () => {
    expect(await complaint(join(folder, 'gone'))).toContain('no datapackage.json');
    await writeFile(join(folder, 'datapackage.json'), '{"name":"other","gouji":{"version":"1"}}');
    expect(await complaint(folder)).toContain('not written by gouji');
    await writeFile(join(folder, 'datapackage.json'), '{');
    expect(await complaint(folder)).toContain('not written by gouji');
  });

  it('names the table that an output lacks', async () => {
    const output = await openOutputFolder(await writeRun('output'));
    await rm(join(output.path, 'findings.csv'));
    await expect(readRows(output, 'findings')).rejects.toThrow('findings.csv');
  });
});
