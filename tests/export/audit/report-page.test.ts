import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planAuditPages, type AuditEntry } from '../../../src/export/audit/audit-pages.js';
import { reportToRegions } from '../../../src/export/audit/report-to-regions.js';
import { openOutput } from '../../../src/export/output-writer.js';
import { renderFileWithoutReport, renderReports } from '../../../src/export/render-file.js';
import { reportToJson } from '../../../src/export/report-to-json.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import type { Report } from '../../../src/model/index.js';
import { HAS_CHROMIUM, openInChromium } from '../../html/in-chromium.js';
import { sampleFinding, sampleReport } from '../sample-report.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const HOSTILE = `</script><script>document.title='out'</script>"'>`;
const PICTURE = {
  page: 2,
  box: { x0: 90, top: 150, x1: 200, bottom: 250 },
  width: 10,
  height: 10,
  base64: 'QUJD',
  lacksFonts: true,
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-audit-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes an output of these reports and one file that could not be read. */
async function writeOutput(reports: readonly Report[]): Promise<string> {
  const path = join(folder, 'output');
  const writer = await openOutput(path, { hasBom: false, version: '1.2.3' });
  for (const [at, report] of reports.entries()) {
    const rendering = { dialect: 'default', wideForms: [], families, workbooks: 'none' } as const;
    await writer.add(at, await renderReports([report], 5, rendering, () => Promise.resolve([PICTURE])));
  }
  const reason = { zh: `encrypted：${HOSTILE}`, en: 'encrypted: asks for a password' };
  const lost = { sourcePath: 'a/lost.pdf', sha256: '', kind: 'pdf', outcome: 'failed', reason, elapsedMs: 1 } as const;
  await writer.add(reports.length, renderFileWithoutReport(lost));
  await writer.commit(families);
  return path;
}

describe('report.html', () => {
  it('shows a finding with its equation, its table, its picture and why it is believed', async () => {
    const path = await writeOutput([sampleReport()]);
    const page = await readFile(join(path, 'report.html'), 'utf8');
    const text = page.replace(/<style>.*<\/style>/s, '').replace(/\s+/g, ' ');
    expect(text).toContain('data-severity="error" data-cause="publisher" data-rule="T3.rowsum"');
    expect(text).toContain('判为公布方所致');
    expect(text).toContain('class="official"');
    expect(text).toContain('src="data:image/png;base64,QUJD"');
    expect(text).toMatch(/<rect class="total" x="100\.8"/);
    expect(text).toContain('部分字体未嵌入');
    expect(text).toContain('a/lost.pdf');
    expect(text).toContain('encrypted: asks for a password');
  });

  it('keeps what documents say from becoming mark-up', async () => {
    const report = sampleReport({ agency: HOSTILE, sourcePath: `src="picture:0" ${HOSTILE}` });
    const message = { zh: HOSTILE, en: HOSTILE };
    const path = await writeOutput([{ ...report, findings: [sampleFinding({ message, rule: 'T3.rowsum' })] }]);
    const page = await readFile(join(path, 'report.html'), 'utf8');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain(HOSTILE);
    expect(page.match(/base64,QUJD/g)).toHaveLength(1);
  });

  it.each([
    ['draws the pages of findings that other files gave', [{ ...PICTURE, base64: 'REVG' }], ['REVG']],
    ['goes without pictures that cannot be drawn any more', [], []],
  ])('%s', async (_, drawn, shown) => {
    const writer = await openOutput(join(folder, 'output'), { hasBom: false, version: '1.2.3' });
    const rendered = await renderReports([{ ...sampleReport(), findings: [] }], 5);
    await writer.add(0, rendered);
    const [row] = rendered.reportRows;
    const reportId = row?.report_id ?? '';
    const findings = new Map([[reportId, [sampleFinding({ rule: 'X.carry' })]]]);
    await writer.amend(0, rendered.reportRows, { findings, verdicts: new Map() });
    const asked: unknown[] = [];
    await writer.commit(families, {
      drawAgain: (position, id, regions) => {
        asked.push([position, id, regions.map(({ pageNumber }) => pageNumber)]);
        return Promise.resolve(drawn);
      },
    });
    expect(asked).toEqual([[0, reportId, [2]]]);
    const page = await readFile(join(folder, 'output', 'report.html'), 'utf8');
    expect(page).toContain('X.carry');
    expect([...page.matchAll(/base64,(\w+)/g)].map(([, picture]) => picture)).toEqual(shown);
  });

  it('says of a run without errors and warnings that there are none, and has no filter', async () => {
    const path = await writeOutput([{ ...sampleReport(), findings: [] }]);
    const page = await readFile(join(path, 'report.html'), 'utf8');
    expect(page).not.toContain('<section class="report"');
    expect(page).not.toContain('<form');
    expect(await readdir(path)).toContain('report.html');
  });

  it('stays small with 1,000 findings: pictures are loaded when they come into view, on pages of bounded size', async () => {
    const picture = { ...PICTURE, base64: 'QUJD'.repeat(30_000) };
    const writer = await openOutput(join(folder, 'output'), { hasBom: false, version: '1.2.3', formats: ['csv'] });
    const rendering = { dialect: 'default', wideForms: [], families, workbooks: 'none' } as const;
    for (let at = 0; at < 125; at++) {
      const reportId = String(at).padStart(16, '0');
      const findings = Array.from({ length: 8 }, () => sampleFinding());
      const rendered = await renderReports([sampleReport({ reportId, findings })], 5, rendering, () =>
        Promise.resolve([picture]),
      );
      await writer.add(at, rendered);
    }
    await writer.commit(families);
    const names = (await readdir(join(folder, 'output'))).filter((name) => /^report.*\.html$/.test(name));
    const pages = await Promise.all(names.map((name) => readFile(join(folder, 'output', name), 'utf8')));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page.length).toBeLessThan(12_500_000);
    const all = pages.join('');
    expect(all.match(/<article/g)).toHaveLength(1000);
    expect(all.match(/<img /g)).toHaveLength(125);
    expect(all.match(/loading="lazy"/g)).toHaveLength(125);
  });

  it.skipIf(!HAS_CHROMIUM)('lets a browser run its filter and nothing else (skipped without Chromium)', async () => {
    const report = sampleReport({ agency: HOSTILE });
    const path = await writeOutput([report]);
    const dom = openInChromium(join(path, 'report.html'));
    expect(dom).toContain('<title>勾稽核对报告');
    // The script has run: it shows the form, which is hidden without it, and counts.
    expect(dom).toMatch(/<form class="filter noprint">/);
    expect(dom).toMatch(/<output>[1-9]\d*<\/output>/);
  });
});

describe('the pages', () => {
  const entry = (at: number, byteCount: number, tallies: Record<string, number>): AuditEntry => ({
    reportId: `id${at}`,
    agency: `局${at}`,
    year: '2022',
    sourcePath: `${at}.pdf`,
    suspect: 0,
    missing: 0,
    tallies,
    position: at,
    index: 0,
    byteCount,
  });

  it("begin with the publisher's errors, and are several where there is much to show", () => {
    const entries = [
      entry(0, 5_000_000, { 'warning unknown X.a': 1 }),
      entry(1, 5_000_000, { 'error unknown X.b': 1 }),
      entry(2, 5_000_000, { 'error publisher X.c': 1 }),
      entry(3, 0, {}),
    ];
    const pages = planAuditPages({ entries, unread: [], version: '1' });
    expect(pages.map(({ name, entries: own }) => [name, own.map(({ reportId }) => reportId)])).toEqual([
      ['report.html', ['id2', 'id1']],
      ['report-2.html', ['id0']],
    ]);
    expect(pages[1]?.head).toContain('href="report.html"');
  });
});

it('draws the part of the table around the marked cells, and nothing for a report without errors and warnings', () => {
  const report = sampleReport();
  const [region] = reportToRegions(reportToJson(report));
  expect(region?.pageNumber).toBe(2);
  expect(region?.box.top).toBeLessThan(200.26);
  expect(region?.box.bottom).toBeGreaterThan(220);
  expect(reportToRegions(reportToJson({ ...report, findings: [] }))).toEqual([]);
  expect(reportToRegions(reportToJson({ ...report, kind: 'image' }))).toEqual([region]);
  expect(reportToRegions(reportToJson({ ...report, kind: 'html' }))).toEqual([]);
});
