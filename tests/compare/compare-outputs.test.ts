import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareOutputs } from '../../src/compare/compare-outputs.js';
import { openOutputFolder } from '../../src/compare/read-output.js';
import { OutputUnreadableError } from '../../src/compare/unreadable-output.js';
import { writeComparison } from '../../src/compare/write-comparison.js';
import { openOutput } from '../../src/export/output-writer.js';
import { renderReports } from '../../src/export/render-file.js';
import { sampleFact, sampleReport } from '../export/sample-report.js';
import { loadFamily } from './indicators/made-outputs.js';
import { madeOutput } from './made-output.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-compare-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

it('compares what runs wrote, and writes CSV and JSON that agree', async () => {
  const family = await loadFamily();
  const place = { block: 'applications', edition: '2021', table: 'applications', column: 'total' } as const;
  const reports = [2021, 2022].map((year) =>
    sampleReport({
      reportId: `00000000000${year}0`.padStart(16, '0'),
      agency: '=某局',
      findings: [],
      year,
      facts: [
        sampleFact({ ...place, row: 'handled_total', value: '40' }),
        sampleFact({ ...place, row: 'granted', value: String(year - 2011) }),
      ],
    }),
  );
  const outputs = await Promise.all(
    reports.map(async (report, at) => {
      const path = join(folder, `run${at}`);
      const writer = await openOutput(path, { hasBom: true, version: '1.2.3' });
      await writer.add(0, await renderReports([report], 5));
      await writer.commit([]);
      return openOutputFolder(path);
    }),
  );
  const comparison = await compareOutputs(outputs, () => ({
    family,
    indicators: ['granted_share'],
    bureauKeyOf: ({ agency }) => agency,
  }));
  const path = await writeComparison(join(folder, 'comparison'), comparison, { hasBom: true });
  const csv: unknown = parse(await readFile(join(path, 'comparison.csv')), { columns: true, bom: true });
  expect(csv).toMatchObject([
    { indicator: 'granted_share', year: '2021', bureau: "'=某局", value: '0.25', rank: '1', state: 'sound' },
    { indicator: 'granted_share', year: '2022', bureau: "'=某局", value: '0.275', rank: '1', state: 'sound' },
  ]);
  const json: unknown = JSON.parse(await readFile(join(path, 'comparison.json'), 'utf8'));
  expect(json).toMatchObject({
    format: 'gouji-comparison',
    years: [2021, 2022],
    bureaus: [{ name: '=某局' }],
    cells: [
      { year: 2021, bureau: 0, value: '0.25', reasons: [] },
      { year: 2022, bureau: 0, value: '0.275', reasons: [] },
    ],
  });
});

it.each(['default', 'excel', 'plain'] as const)('reads figures exactly, whatever the dialect: %s', async (dialect) => {
  const family = await loadFamily();
  const value = '12345678901234567.25';
  const place = { block: 'applications', edition: '2021', table: 'applications', column: 'total' } as const;
  const report = sampleReport({ findings: [], facts: [sampleFact({ ...place, row: 'new_received', value })] });
  const path = join(folder, dialect);
  const writer = await openOutput(path, { hasBom: false, version: '1.2.3', dialect, formats: ['csv'] });
  const rendering = { dialect, wideForms: [], families: [], workbooks: 'none' } as const;
  await writer.add(0, await renderReports([report], 5, rendering));
  await writer.commit([]);
  const options = { family, indicators: ['new_received'], bureauKeyOf: () => 'one' };
  const { cells } = await compareOutputs([await openOutputFolder(path)], () => options);
  expect(cells.map(({ reading }) => reading.value)).toEqual([value]);
});

it.each([
  ['a row is gone', (lines: string[]) => lines.toSpliced(1, 1), 'it has 2 rows and should have 3'],
  ['a row is cut', (lines: string[]) => lines.map((line, at) => (at === 1 ? line.slice(0, 40) : line)), 'facts.csv'],
  ['a column is gone', (lines: string[]) => lines.map((line) => line.replace('status', 'state')), 'no column status'],
])('refuses an output of whose figures %s', async (_, damage, says) => {
  const family = await loadFamily();
  const output = await madeOutput(folder, 'damaged', [sampleReport()]);
  const path = join(output.path, 'facts.csv');
  await writeFile(path, damage((await readFile(path, 'utf8')).split('\r\n')).join('\r\n'));
  const comparing = compareOutputs([output], () => ({ family, bureauKeyOf: ({ agency }) => agency }));
  await expect(comparing).rejects.toThrow(OutputUnreadableError);
  await expect(comparing).rejects.toThrow(says);
});
