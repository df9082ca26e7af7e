import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.js';
import type { Analysis } from '../../src/analysis.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Family } from '../../src/model/index.js';
import { TABLE_TWO, writeRows } from '../bind/tables.js';
import { CONTEXT, drawReport, SOUND } from './drawn-report.js';

// Two more kinds of applicants and three more results than the form of 2021 has.
const COLUMNS = `          - id: from_abroad
            label: 境外申请人
            en: applicants from abroad
            keys: [境外]
          - id: collective
            label: 集体申请人
            en: collective applicants
            keys: [集体申请]
`;
const DETAIL = `              - id: notproc_6_machine
                label: '6.机器批量提交的申请'
                en: applications sent by machine
                keys: [机器]
`;
const RESULTS = `          - id: transferred
            label: （七）移送其他机关
            en: passed on to another body
            keys: [移送]
          - id: withdrawn
            label: （八）申请人撤回
            en: withdrawn
            keys: [撤回]
`;

const made: string[] = [];

/** The text with another put before the place where a third begins. */
function insert(text: string, before: string, added: string): string {
  expect(text.split(before)).toHaveLength(2);
  return text.replace(before, added + before);
}

function replace(text: string, from: string, to: string): string {
  expect(text.split(from)).toHaveLength(2);
  return text.replace(from, to);
}

/** The families in a folder of their own, with an edition more and an end to the one before it. */
async function familiesWithNewEdition(): Promise<readonly Family[]> {
  const root = await mkdtemp(join(tmpdir(), 'gouji-edition-'));
  made.push(root);
  await cp(fileURLToPath(PIPELINES_DIRECTORY), root, { recursive: true });
  const folder = join(root, 'open-government-annual-report');
  const old = await readFile(join(folder, '2021.yaml'), 'utf8');
  await writeFile(join(folder, '2021.yaml'), replace(old, 'years: { from: 2021 }', 'years: { from: 2021, to: 2030 }'));
  let text = replace(replace(old, "id: '2021'", "id: '2031'"), 'years: { from: 2021 }', 'years: { from: 2031 }');
  text = insert(
    text,
    '          - id: total\n            label: 总计\n            en: total\n            variants: [合计]\n            keys',
    COLUMNS,
  );
  text = insert(text, '          - group: （六）其他处理', DETAIL);
  text = insert(text, '          - id: handled_total', RESULTS);
  text = replace(text, 'label: （七）总计', 'label: （九）总计');
  text = replace(text, 'legal_service, other_org] }', 'legal_service, other_org, from_abroad, collective] }');
  text = insert(text, '            - other_1_no_correction\n', '            - notproc_6_machine\n');
  text = replace(
    text,
    '            - other_3_other\n',
    '            - other_3_other\n            - transferred\n            - withdrawn\n',
  );
  await writeFile(join(folder, '2031.yaml'), text);
  return loadFamilies(root);
}

const families = await familiesWithNewEdition();
const FORM = families[0]?.editions.find(({ id }) => id === '2031')?.blocks.find(({ slot }) => slot === 'applications');
const HEADER = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|<|<|申请人情况|<|<|<|<|<|<|<|<',
  '^|^|^|自然人|法人或其他组织|<|<|<|<|境外申请人|集体申请人|总计',
  '^|^|^|^|商业企业|科研机构|社会公益组织|法律服务机构|其他|^|^|^',
];

/** Figures of table three by row, every law held and no two result rows alike. */
function figures(): Map<string, readonly number[]> {
  const rows = new Map<string, readonly number[]>();
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const results = (FORM?.rows ?? []).map(({ id }) => id).slice(2, -2);
  const base = (at: number): number[] => Array.from({ length: 8 }, (_, column) => (at * 7 + column * 3) % 19);
  for (const [at, id] of results.entries()) rows.set(id, base(at + 1));
  const handled = Array.from({ length: 8 }, (_, column) => sum(results.map((id) => rows.get(id)?.[column] ?? 0)));
  const [carriedIn, carriedOut] = [base(40), base(50)];
  rows.set('handled_total', handled);
  rows.set('carried_in', carriedIn);
  rows.set('carried_out', carriedOut);
  rows.set(
    'new_received',
    handled.map((value, column) => value + (carriedOut[column] ?? 0) - (carriedIn[column] ?? 0)),
  );
  return new Map([...rows].map(([id, values]) => [id, [...values, sum(values)]]));
}

const FIGURES = figures();
const TABLE_THREE = [
  ...HEADER,
  ...writeRows(
    (FORM?.rows ?? []).map(({ id, path }) => ({
      path: path.map(({ text }) => text),
      figures: (FIGURES.get(id) ?? []).map(String),
    })),
  ),
];

function read(report: typeof SOUND, year: number): Analysis {
  const pages = drawReport(report, 'pdfium', `某某局${year}年政府信息公开工作年度报告`);
  return analyse(pages, { ...CONTEXT, families });
}

afterAll(async () => {
  for (const root of made.splice(0)) await rm(root, { recursive: true });
});

describe('an edition that YAML alone adds', () => {
  const { binding, checks, findings } = read({ two: TABLE_TWO, three: TABLE_THREE, four: SOUND.four }, 2031);

  it('is recognised, and every figure of it read', () => {
    const three = binding.facts.filter(({ table }) => table === 'applications');
    const columns = FORM?.columns.map(({ id }) => id) ?? [];
    expect(columns).toHaveLength(9);
    expect(three.map(({ row, column, value, status }) => `${row}/${column} ${value} ${status}`)).toEqual(
      (FORM?.rows ?? []).flatMap(({ id }) =>
        columns.map((column, at) => `${id}/${column} ${FIGURES.get(id)?.[at] ?? ''} printed`),
      ),
    );
    expect([three.length, binding.edition, findings]).toEqual([28 * 9, '2031', []]);
  });

  it('has its laws checked: a sum for each of 28 rows, two laws for each of 9 columns', () => {
    const ofThree = checks.filter(({ table }) => table === 'applications');
    expect(ofThree).toHaveLength(28 + 2 * 9);
    expect(checks.every(({ outcome }) => outcome === 'holds')).toBe(true);
  });

  it('finds a sum that does not add up', () => {
    const at = TABLE_THREE.findIndex((line) => line.includes('（八）申请人撤回'));
    const three = TABLE_THREE.map((line, k) => (k === at ? line.replace(/\d+$/u, '999') : line));
    const violated = read({ ...SOUND, three }, 2031).checks.filter(({ outcome }) => outcome === 'violated');
    expect(violated.map(({ rule }) => rule).sort()).toEqual(['T3.handled', 'T3.rowsum']);
  });

  it('leaves reports in the older forms to those, whatever their year', () => {
    for (const year of [2023, 2031]) {
      const old = read(SOUND, year).binding;
      const editions = new Map(old.facts.map(({ table, edition }) => [table, edition]));
      expect([editions.get('applications'), old.facts.length]).toEqual(['2021', 200]);
      expect(old.facts.every(({ status }) => status === 'printed')).toBe(true);
    }
  });
});
