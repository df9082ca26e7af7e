import { describe, expect, it } from 'vitest';
import { hideContacts } from '../../src/bind/mask-contacts.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Cell, CellBinding, Report } from '../../src/model/index.js';
import { sampleReport } from '../export/sample-report.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');
const rules = family.contacts;

function reportWith(texts: readonly string[], bindings: readonly CellBinding[] = []): Report {
  const cells = texts.map((text, columnIndex): Cell => ({
    rowIndex: 0,
    columnIndex,
    rowSpan: 1,
    columnSpan: 1,
    text,
    baseText: text,
    parts: [{ pageNumber: 1, box: { x0: 0, top: 0, x1: 1, bottom: 1 }, text }],
    runs: [...text.matchAll(/\d+/gu)].map(([run]) => ({ text: run, pageNumber: 1 })),
    doubts: [],
  }));
  const table = {
    tableIndex: 0,
    geometry: 'ruled' as const,
    rowCount: 1,
    columnCount: texts.length,
    cells,
    seams: [],
    parts: [],
    strayRuns: [],
  };
  return sampleReport({ tables: [{ table, bindings }], contacts: [{ kind: 'phone', text: '0631-5212345' }] });
}

function textsOf(report: Report): string[] {
  return hideContacts(report, rules).tables.flatMap(({ table }) => table.cells.map(({ text }) => text));
}

describe('hideContacts', () => {
  it.each([
    ['联系电话：0631-5212345', '联系电话：************'],
    ['0100-5550137', '************'],
    ['（010）65550137转2', '*************转2'],
    ['手机 13812345678', '手机 ***********'],
    ['gk_2023@weihai.gov.cn', '*********************'],
  ])('blots %s out', (text, expected) => {
    expect(textsOf(reportWith([text]))).toEqual([expected]);
  });

  it.each(['13985758', '3985758.123456', '24252.311082', '2023年12月31日', '11398889 件', '113706840042659'])(
    'leaves %s',
    (text) => {
      expect(textsOf(reportWith([text]))).toEqual([text]);
    },
  );

  it('leaves nothing of a number in any text or run of its cell', () => {
    const hidden = hideContacts(reportWith(['受理机构 0631-5212345，共3件']), rules);
    expect(hidden.contacts).toEqual([]);
    expect(JSON.stringify(hidden)).not.toContain('5212345');
    const runs = hidden.tables[0]?.table.cells[0]?.runs.map(({ text }) => text);
    expect(runs).toEqual(['****', '*******', '3']);
  });

  it('never touches a figure, bound or not', () => {
    const binding = { rowIndex: 0, columnIndex: 0, table: 'disclosure', row: 'licensing', column: 'decisions' };
    expect(textsOf(reportWith(['13812345678', '02134567890'], [binding]))).toEqual(['13812345678', '02134567890']);
  });

  it('blots out what a finding quotes', () => {
    const [first] = sampleReport().findings;
    if (first === undefined) throw new Error('no finding');
    const finding = { ...first, actual: '联系电话 0631-5212345', message: { zh: '多一行：0631-5212345', en: 'x' } };
    const hidden = hideContacts(sampleReport({ findings: [finding] }), rules);
    expect(JSON.stringify(hidden.findings)).not.toContain('5212345');
  });
});
