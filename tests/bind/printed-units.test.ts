import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import { withPrintedUnits } from '../../src/bind/printed-units.js';
import type { Layout } from '../../src/model/index.js';
import { block, dumped, factsOf, family, layoutOf, ruled, TABLE_TWO } from './tables.js';

const HEADING = '信息内容|本年收费金额（单位：万元）';
const fees = (layout: Layout): string[] =>
  layoutToFacts(layout, family, 2023)
    .value.facts.filter(({ row }) => row === 'fees')
    .map(({ value, unit, status }) => `${value} ${unit} ${status}`);
/** Table two with other words in the heading of its amount, or in the row. */
const reworded = (heading: string, row = '行政事业性收费'): string[] =>
  TABLE_TWO.map((line) => line.replace('本年收费金额（单位：万元）', heading).replace('行政事业性收费', row));

describe('the unit of an amount', () => {
  it.each([
    ['本年收费金额（单位：万元）', undefined, '万元'],
    ['本年收费金额（单位：元）', undefined, '元'],
    ['本年收费金额(亿元)', undefined, '亿元'],
    ['本年收费金额 单位:元', undefined, '元'],
    ['本年收费金额', undefined, '万元'],
    ['本年收费金额（单位：万元）', '行政事业性收费（元）', '元'],
  ])('is the one printed beside it: %s %s', (heading, row, unit) => {
    expect(TABLE_TWO.join('\n')).toContain(HEADING);
    const [found] = fees(layoutOf(ruled(reworded(heading, row))));
    expect(found?.split(' ').slice(1)).toEqual([unit, 'printed']);
  });

  it('is looked for in all of a dump', () => {
    const [found] = fees(
      layoutOf(dumped(reworded('本年收费金额（单位：元）').map((line) => line.replaceAll('|<', '')))),
    );
    expect(found).toContain(' 元 ');
  });

  it('is open where a picture may have lost a character of it', () => {
    const of = block('2021', 'article_20_8');
    const facts = factsOf(ruled(TABLE_TWO), of).map((fact) => ({ ...fact, confidence: 0.99 }));
    const [found] = withPrintedUnits(facts, of, ['本年收费金额（单位：元）']);
    expect([found?.unit, found?.status]).toEqual(['万元', 'suspect']);
  });
});
