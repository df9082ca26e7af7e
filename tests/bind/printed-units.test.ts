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

  it.each([
    ['单位：件、元', '本年收费金额', '元'],
    ['（单位：件/万元）', '本年收费金额', '万元'],
    ['单位：元', '本年收费金额（单位：万元）', '万元'],
    ['单位：件', '本年收费金额', '万元'],
    ['单位：教育局、元', '本年收费金额', '万元'],
  ])('is the one that a line above the table names, where none is nearer: %s %s', (line, heading, unit) => {
    const table = ruled(reworded(heading));
    const layout = layoutOf(table);
    const lines = [{ text: line, pageNumber: 1, tablesBefore: table.tableIndex }];
    expect(fees({ ...layout, lines })[0]?.split(' ')[1]).toBe(unit);
    expect(fees({ ...layout, lines: lines.map((each) => ({ ...each, tablesBefore: 9 })) })[0]).toContain('万元');
  });

  it('is open where a table names two, and none is nearer', () => {
    const of = block('2021', 'article_20_8');
    const facts = factsOf(ruled(reworded('本年收费金额')), of);
    for (const texts of [['单位：元', '单位：亿元'], ['单位：万元、元'], ['（单位：件，元/万元）']]) {
      const [found] = withPrintedUnits(facts, of, texts);
      expect([found?.unit, found?.status, found?.doubts]).toEqual(['万元', 'suspect', ['unit-uncertain']]);
    }
    expect(withPrintedUnits(facts, of, ['单位：万元、元', '本年收费金额（单位：元）'])[0]?.status).toBe('printed');
    expect(withPrintedUnits(facts, of, ['单位：亿元'])[0]?.unit).toBe('亿元');
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
