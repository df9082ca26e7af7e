import { expect, it } from 'vitest';
import { certainty } from '../../../src/export/audit/certainty.js';
import { formNames } from '../../../src/export/audit/form-names.js';
import { shownFindings } from '../../../src/export/audit/shown-findings.js';
import { reportToJson } from '../../../src/export/report-to-json.js';
import type { ReportJson } from '../../../src/export/report-schema.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import { sampleReport } from '../sample-report.js';

const names = formNames(await loadFamilies(PIPELINES_DIRECTORY), '2021');

type Explanation = ReportJson['verdicts'][number]['explanations'][number];

function linesOf(...explanations: readonly Explanation[]): { zh: string; en: string }[] {
  const json = reportToJson(sampleReport());
  const [shown] = shownFindings(json);
  if (shown === undefined) throw new Error('no finding');
  const verdict: ReportJson['verdicts'][number] = {
    ...{ table: 'applications', block: 'applications', kind: 'ambiguous', is_cut_short: false },
    ...{ explanations: [...explanations], mends: [] },
  };
  return certainty(shown, { ...json, verdicts: [verdict] }, names);
}

const change = (row: string): Explanation['changes'][number] => ({ row, column: 'total', from: '3', to: '5' });
const GRANTED: Explanation = { cost: 1, faults: [], changes: [change('granted')] };
const SUPPORT: Explanation['support'] = [
  { kind: 'prose', rule: 'granted', value: '5', source: '予以公开5件。' },
  { kind: 'other-year', rule: 'X.carry', value: '8', source: '年报/2022.pdf' },
];

it('says of an ambiguous table how many readings there are, and nothing of evidence where there is none', () => {
  const text = JSON.stringify(linesOf(GRANTED, { ...GRANTED, changes: [change('partial')] }));
  expect(text).toContain('有 2 种读法都能使勾稽关系成立，未作改动。');
  expect(text).not.toContain('表外的证据');
});

it('shows what outside the table speaks for one reading, and that it changes nothing', () => {
  const rows = ['granted', 'partial', 'denied_1_state_secret', 'denied_2_law_prohibits', 'handled_total'];
  const lines = linesOf({ ...GRANTED, changes: rows.map(change), support: SUPPORT }, GRANTED);
  const zh = lines.map((line) => line.zh).join('\n');
  expect(zh).toMatch(/（一）予以公开 × 总计 由 3 改为 5.*另 2 处）.*数字仍为存疑/);
  expect(zh).toContain('报告写道“予以公开5件。”，即 5（granted）。');
  expect(zh).toContain('另一年度的报告 年报/2022.pdf 给出 8（X.carry）。');
  expect(lines.map((line) => line.en).join('\n')).toMatch(/fits one reading alone \(.*and 2 more\).*stay suspect/);
});
