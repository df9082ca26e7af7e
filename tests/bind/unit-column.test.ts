import { describe, expect, it } from 'vitest';
import { LabelMatcher } from '../../src/bind/label-matcher.js';
import { indexTable } from '../../src/bind/table-index.js';
import { withoutUnits } from '../../src/bind/unit-column.js';
import { blockOf } from '../check/sample-facts.js';
import { dumped } from './tables.js';

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
