import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareOutputs } from '../../src/compare/compare-outputs.js';
import { openOutputFolder } from '../../src/compare/read-output.js';
import { writeComparison } from '../../src/compare/write-comparison.js';
import { openOutput } from '../../src/export/output-writer.js';
import { renderReports } from '../../src/export/render-file.js';
import { sampleFact, sampleReport } from '../export/sample-report.js';
import { loadFamily } from './indicators/made-outputs.js';

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
  const comparison = await compareOutputs(outputs, {
    family,
    indicators: ['granted_share'],
    bureauKeyOf: ({ agency }) => agency,
  });
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
