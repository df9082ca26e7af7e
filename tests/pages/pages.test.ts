import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareBureaus } from '../../src/compare/indicators/index.js';
import { comparisonPage } from '../../src/compare/page/comparison-page.js';
import { openOutput } from '../../src/export/output-writer.js';
import { renderReports } from '../../src/export/render-file.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { listInputs, readSource } from '../../src/ingest/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { gather, loadFamily, makeOutput } from '../compare/indicators/made-outputs.js';
import { compareShot, whyNotComparable } from './shot.js';

const REASON = whyNotComparable();
const LONG_NAME = '某某省某某市某某新区经济技术开发区管理委员会行政审批服务和政务信息公开管理局办公室';

/** On a desk in one language, in a hand in the other: each picture takes a start of the browser. */
const SHOTS = [
  { language: 'zh', width: 1280, height: 1500 },
  { language: 'en', width: 390, height: 2400 },
] as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-pages-'));
  if (REASON !== undefined) return;
  await writeReportPage();
  await writeComparisonPage();
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function writeReportPage(): Promise<void> {
  const families = await loadFamilies(PIPELINES_DIRECTORY);
  const writer = await openOutput(join(folder, 'output'), { hasBom: true, version: '1.2.3', formats: ['csv'] });
  const samples = ['publishers-error-review-total.pdf', 'mixed-edition-table-three-2019.pdf'].map(
    (name) => `samples/reports/${name}`,
  );
  const { files } = await listInputs(samples);
  for (const [at, file] of files.entries()) {
    const reports = await sourceToReports(await readSource(file), { families, reader: 'auto' });
    const named = reports.map((report) => ({ ...report, agency: LONG_NAME.slice(at) }));
    await writer.add(
      at,
      await renderReports(named, 5, { dialect: 'default', wideForms: [], families, workbooks: 'none' }),
    );
  }
  await writer.commit(families);
  await writeLanguages('report', await readFile(join(folder, 'output/report.html'), 'utf8'));
}

async function writeComparisonPage(): Promise<void> {
  const family = await loadFamily();
  const made = makeOutput(family, 9, [2021, 2022, 2023], 7);
  const owners = made.owners.map((owner) => (owner.agency === '第3局' ? { ...owner, agency: LONG_NAME } : owner));
  const comparison = compareBureaus(gather(family, [{ ...made, owners }]), family);
  await writeLanguages('comparison', comparisonPage(comparison));
}

/** The page as it opens, and with the other language chosen. */
async function writeLanguages(name: string, page: string): Promise<void> {
  await writeFile(join(folder, `${name}-zh.html`), page);
  const english = page
    .replace('id="language-zh" checked', 'id="language-zh"')
    .replace('id="language-en"', 'id="language-en" checked');
  expect(english).not.toBe(page);
  await writeFile(join(folder, `${name}-en.html`), english);
}

describe.skipIf(REASON !== undefined)(`the pages look as when they were looked at (${REASON ?? 'compared'})`, () => {
  const shots = ['report', 'comparison'].flatMap((page) =>
    SHOTS.map(({ language, width, height }) => ({
      name: `${page}-${language}-${width}`,
      file: `${page}-${language}.html`,
      ...{ width, height },
    })),
  );

  it.each(shots)('$name', ({ name, file, width, height }) => {
    expect(compareShot(name, { path: join(folder, file), width, height }, folder)).toBe('alike');
  });
});
