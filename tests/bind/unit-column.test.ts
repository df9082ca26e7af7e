import { describe, expect, it } from 'vitest';
import { LabelMatcher } from '../../src/bind/label-matcher.js';
import { indexTable } from '../../src/bind/table-index.js';
import { withoutUnits } from '../../src/bind/unit-column.js';
import { blockOf } from '../check/sample-facts.js';
import { dumped, ruled } from './tables.js';

const BLOCK = blockOf('2014', 'statistics');
const LINES = [
  '统计指标|单位|统计数',
  '（二）设置政府信息公开查阅点数|个|3',
  // The label of a group runs over the column of units: its dash stands on a row of its own.
  '|三、依申请公开情况|',
  '|——|',
  '（一）收到申请数|件|2',
  '1.当面申请数|件|2',
];

describe('a column of units told by its wordings', () => {
  const context = { matcher: new LabelMatcher(), notApplicableMarks: ['—', '——', '/'] };
  const { index, units } = withoutUnits(indexTable(dumped(LINES, 'aligned')), BLOCK, context);
  const texts = index.rows.map((row) => row.map(({ text }) => text).filter((text) => text !== ''));

  it('is taken out, a dash that stands alone in it too', () => {
    expect(texts.flat()).not.toContain('——');
    expect(texts[4]).toEqual(['（一）收到申请数', '2']);
  });

  it('gives each row its unit', () => {
    expect([...units.values()]).toEqual(['个', '件', '件']);
  });
});

describe('a column of units that the form does not have', () => {
  const context = { matcher: new LabelMatcher(), notApplicableMarks: ['—', '/'] };
  const rows = [
    '（本列数据的勾稽关系）|单位|自然人|总计',
    '一、本年新收政府信息公开申请数量|件|1|1',
    '1.属于国家秘密|件|2|2',
    '2.其他法律行政法规禁止公开|件|3|3',
  ];

  it('is taken out where most rows name their unit in a cell of its own, behind labels with numbers too', () => {
    const { index, units } = withoutUnits(indexTable(ruled(rows)), blockOf('2021', 'applications'), context);
    const texts = index.rows.map((row) => row.map(({ text }) => text));
    expect(texts[2]).toEqual(['1.属于国家秘密', '2', '2']);
    expect([...units.values()]).toEqual(['件', '件', '件']);
  });

  it('is none behind the figures, nor in a dump, whose cells nothing states', () => {
    const behind = rows.map((row) => row.replace(/\|(件|单位)(.*)$/u, '$2|$1'));
    const block = blockOf('2021', 'applications');
    expect(withoutUnits(indexTable(ruled(behind)), block, context).units.size).toBe(0);
    expect(withoutUnits(indexTable(dumped(rows)), block, context).units.size).toBe(0);
  });
});
