import { describe, expect, it } from 'vitest';
import { captionYears } from '../../src/bind/caption-years.js';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import type { Layout, Table, TextLine } from '../../src/model/index.js';
import { family, formRows, layoutOf, ruled, sketch, tableThree } from './tables.js';

const THIS_YEAR = tableThree(formRows('2021'));
const LAST_YEAR = tableThree(
  formRows('2021').map((row) => ({ ...row, figures: row.figures.map((figure) => `9${figure}`) })),
);

function captioned(tables: readonly Table[], ...captions: readonly string[]): Layout {
  const lines = captions.map((text, tablesBefore): TextLine => ({ text, pageNumber: 1, tablesBefore }));
  return { ...layoutOf(...tables), lines: lines.filter(({ text }) => text !== '') };
}

function rows(layout: Layout, year: number | undefined): string[] {
  return sketch(layoutToFacts(layout, family, year).value.facts.filter(({ table }) => table === 'applications'));
}

const EXPECTED = rows(layoutOf(THIS_YEAR), 2023);
const isDoubted = (lines: readonly string[]): boolean => lines.every((line) => line.endsWith('?'));

describe('the years of a caption', () => {
  it.each([
    ['附表：2022年度同期数据', [2022]],
    ['二〇二二年度收到和处理政府信息公开申请情况', [2022]],
    ['2022年与2023年对照', [2022, 2023]],
    ['2022年共受理申请30件，同比增长10%。', []],
    ['三、收到和处理政府信息公开申请情况', []],
  ])('are those it names: %s', (text, years) => {
    expect(captionYears(captioned([THIS_YEAR], text), THIS_YEAR)).toEqual(years);
  });
});

describe('a table of another year', () => {
  it('is left aside where its caption says so', () => {
    expect(rows(captioned([THIS_YEAR, LAST_YEAR], '', '附表：2022年度同期数据'), 2023)).toEqual(EXPECTED);
  });

  it('is left aside where no rules draw it and its title was taken for a part of its header', () => {
    const bare = { ...LAST_YEAR, geometry: 'aligned' as const };
    const cells = bare.cells.map((cell) =>
      cell.rowIndex === 0 && cell.columnIndex === 0 ? { ...cell, text: '2022年度' } : cell,
    );
    const layout = captioned([THIS_YEAR, { ...bare, tableIndex: 1, cells }], '', '');
    expect(rows(layout, 2023)).toEqual(EXPECTED);
  });

  it('is left aside where it stands first and the other is captioned with the year of the report', () => {
    const layout = captioned([LAST_YEAR, THIS_YEAR], '2022年度情况', '2023年度情况');
    expect(rows(layout, 2023)).toEqual(EXPECTED);
  });

  it('is doubted where it stands first and nothing names the year of the other: a caption may be left over', () => {
    expect(isDoubted(rows(captioned([LAST_YEAR, THIS_YEAR], '2022年度情况', ''), 2023))).toBe(true);
  });

  it('is doubted where nothing tells which is which', () => {
    expect(isDoubted(rows(captioned([THIS_YEAR, LAST_YEAR], '', ''), 2023))).toBe(true);
    expect(isDoubted(rows(captioned([THIS_YEAR, LAST_YEAR], '', '附表：2022年度同期数据'), undefined))).toBe(true);
  });

  it('is taken where no other is there', () => {
    expect(rows(captioned([THIS_YEAR], '2022年度情况'), 2023)).toEqual(EXPECTED);
  });

  it('is doubted where the year’s own table may be one that was not recognised', () => {
    const cells = THIS_YEAR.cells.map((cell) => (cell.runs.length > 0 ? cell : { ...cell, text: '', baseText: '' }));
    const unread = { ...THIS_YEAR, cells };
    expect(isDoubted(rows(captioned([unread, LAST_YEAR], '', '2022年度情况'), 2023))).toBe(true);
  });

  it('does not push out a table of which it shares no label', () => {
    const other = ruled(['姓名|电话', '张三|123', '李四|456']);
    expect(rows(captioned([other, THIS_YEAR], '', '2022年度情况'), 2023)).toEqual(EXPECTED);
  });
});
