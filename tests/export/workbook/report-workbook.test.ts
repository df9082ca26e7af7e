import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openOutput } from '../../../src/export/output-writer.js';
import { renderReports } from '../../../src/export/render-file.js';
import { reportToJson } from '../../../src/export/report-to-json.js';
import { workbookName, reportToSheets } from '../../../src/export/workbook/report-workbook.js';
import { renderWorkbook } from '../../../src/export/workbook/render-workbook.js';
import { sheetNamer } from '../../../src/export/workbook/sheet-names.js';
import { blocksToGrid } from '../../../src/export/workbook/form-grid.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import type { Fact, Report } from '../../../src/model/index.js';
import { convertInLibreOffice, EVERY_SHEET, HAS_LIBREOFFICE } from '../../in-libreoffice.js';
import { sampleFact, sampleFinding, sampleReport } from '../sample-report.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const LONG_NAME = `=某${'很'.repeat(200)}长/的局`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-workbook-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A whole report of the edition 2021: every figure of the form, each another number, some in doubt. */
function wholeReport(part: Partial<Report> = {}): Report {
  const edition = families[0]?.editions.find(({ id }) => id === '2021');
  const figures = (edition?.blocks ?? []).flatMap((block) => blocksToGrid([block]).figures);
  const facts = figures.map(({ block: { slot, table }, row, column }, at): Fact => {
    const value = at % 9 === 0 ? `${at}.180147` : String(at - 3);
    const status = (['printed', 'suspect', 'derived', 'repaired'] as const)[at % 4] ?? 'printed';
    return { ...sampleFact({ block: slot, table, row, column, value, printed: value, status }) };
  });
  return sampleReport({ facts, ...part });
}

async function workbookOf(report: Report): Promise<Uint8Array> {
  const workbook = await renderWorkbook(reportToJson(report), families, 'all');
  return workbook?.bytes ?? new Uint8Array();
}

describe('the workbook of a report', () => {
  it('is the same bytes each time', async () => {
    const report = wholeReport();
    const first = await workbookOf(report);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    const later = await workbookOf(report);
    vi.useRealTimers();
    expect(Buffer.from(first).equals(later)).toBe(true);
  });

  it('has numbers as numbers, texts as texts, and notes in words on what is in doubt or at odds', async () => {
    const message = { zh: '=1+1', en: '@cmd' };
    const report = sampleReport({ agency: LONG_NAME });
    const findings = [...report.findings, sampleFinding({ rule: 'value.odd', message })];
    const { sheets } = await readXlsx(await workbookOf({ ...report, findings }));
    const [list, table] = sheets;
    expect(sheets.map(({ name }) => name)).toEqual(['发现 Findings', '表三']);
    const cells = [...(list?.cells?.values() ?? [])];
    expect(cells.every(({ formula }) => formula === undefined)).toBe(true);
    expect(list?.rows.flat()).toEqual(expect.arrayContaining(['=1+1', '@cmd', `${LONG_NAME} 2023`]));
    const links = cells.flatMap(({ hyperlink }) => hyperlink?.location ?? []);
    expect(links).toEqual(["'表三'!J8", "'表三'!J8"]);
    const total = table?.cells?.get('7,9');
    expect(total?.value).toBe(3);
    expect(total?.comment?.text).toMatch(
      /^存疑（数字断开；也可能是 8）。\n.*\n等式不符，差 1（发现 1）\n见发现 2\nsum off by 1/,
    );
    expect(table?.cells?.get('7,4')).toMatchObject({ value: '—' });
  });

  it('is written where something was found, and by choice for all', async () => {
    const clean = reportToJson(sampleReport({ outcome: 'ok', findings: [] }));
    expect(await renderWorkbook(clean, families, 'findings')).toBeUndefined();
    expect(await renderWorkbook(clean, families, 'all')).toBeDefined();
    expect(await renderWorkbook(reportToJson(sampleReport()), families, 'none')).toBeUndefined();
  });

  it('sets numbers to the right in the list of findings, words to the left', () => {
    const [list] = reportToSheets(reportToJson(sampleReport()), families);
    const row = list?.cells.filter(({ rowIndex }) => rowIndex === list.frozenRows);
    const looks = row?.map(({ value, look }) => [typeof value, look.kind]);
    expect(looks).toContainEqual(['number', 'figure']);
    expect(looks?.every(([type, kind]) => (type === 'number') === (kind === 'figure'))).toBe(true);
  });

  it('lists figures of sentences with the sentence', () => {
    const fact = sampleFact({ block: 'prose', table: 'prose', row: 'x', column: 'y', sentence: '收费3元。' });
    const [, sheet] = reportToSheets(reportToJson(sampleReport({ facts: [fact] })), families);
    expect(sheet?.cells.map(({ value }) => value)).toEqual(expect.arrayContaining(['收费3元。', 3]));
  });

  it('has a name that every file system takes', () => {
    const name = workbookName({ agency: LONG_NAME, year: 2023, report_id: '0123456789abcdef' });
    expect(name).toMatch(/^=某很+-2023-0123456789abcdef\.xlsx$/);
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(workbookName({ agency: '../甲\n乙', year: null, report_id: 'ab' })).toBe('甲 乙-ab.xlsx');
  });

  it.skipIf(!HAS_LIBREOFFICE)(
    'says the same figures when LibreOffice opens it (skipped without LibreOffice)',
    async () => {
      const report = wholeReport();
      const path = join(folder, 'book.xlsx');
      await writeFile(path, await workbookOf(report));
      convertInLibreOffice([path], EVERY_SHEET, folder);
      const files = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
      expect(files).toHaveLength(4);
      const read: string[] = [];
      for (const name of ['表二', '表三', '表四']) {
        const rows: string[][] = parse(await readFile(join(folder, `book-${name}.csv`)), { relax_column_count: true });
        read.push(...rows.slice(1).flatMap((row) => row.filter((text) => /^-?\d+(\.\d+)?$/.test(text))));
      }
      expect(read).toEqual(report.facts.map(({ value }) => value));
    },
  );
});

describe('an output with workbooks', () => {
  it('writes the workbook of an amended report anew, and none of a copy', async () => {
    const path = join(folder, 'output');
    const rendering = { dialect: 'default', wideForms: [], families, workbooks: 'findings' } as const;
    const writer = await openOutput(path, { hasBom: true, version: '1.2.3', formats: ['xlsx'] });
    const ids = ['0123456789abcdef', '1123456789abcdef', '2123456789abcdef'];
    const files = [];
    for (const [at, reportId] of ids.entries()) {
      const report = sampleReport(at === 1 ? { reportId, outcome: 'ok', findings: [] } : { reportId });
      const file = await renderReports([report], 5, rendering);
      await writer.add(at, file);
      files.push(file);
    }
    const findings = new Map([['1123456789abcdef', [sampleFinding({ rule: 'X.year' })]]]);
    await writer.amend(1, files[1]?.reportRows ?? [], { findings });
    await writer.amend(2, files[2]?.reportRows ?? [], { findings: new Map(), copyOf: 'a.pdf' });
    await writer.commit(families);
    expect(await readdir(join(path, 'xlsx'))).toEqual(ids.slice(0, 2).map((id) => `某某市某某局-2023-${id}.xlsx`));
    const book = await readXlsx(await readFile(join(path, `xlsx/某某市某某局-2023-${ids[1] ?? ''}.xlsx`)));
    expect(book.sheets[0]?.rows.flat()).toContain('X.year');
    expect(await readFile(join(path, 'README.md'), 'utf8')).toContain('`xlsx/');
  });
});

it('names sheets as Excel allows', () => {
  const nameSheet = sheetNamer();
  expect(nameSheet("'表[三]: a/b'")).toBe('表 三   a b');
  expect(nameSheet('History')).toBe('History_');
  const names = [nameSheet('长'.repeat(40)), nameSheet('长'.repeat(40)), nameSheet('')];
  expect(names.map((name) => name.length)).toEqual([31, 31, 1]);
  expect(new Set(names).size).toBe(3);
});
