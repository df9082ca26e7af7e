import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow, page, write } from './sketch.js';

type Glyphs = ReturnType<typeof write>;

const tablesOf = (...pages: readonly Glyphs[]): readonly Table[] =>
  pagesToLayout(pages.map((glyphs, at) => page(glyphs, [], { pageNumber: at + 1 }))).tables;

/** The texts of the rows, blanks left out. */
const textsOf = ({ cells, rowCount }: Table): string[] =>
  Array.from({ length: rowCount }, (_, at) =>
    cells
      .filter(({ rowIndex, text }) => rowIndex === at && text !== '')
      .map(({ text }) => text)
      .join(' '),
  );

/** Wordings centred over the figures of `bareRow`. */
function wordings(y: number, ...texts: readonly string[]): Glyphs {
  return texts.flatMap((text, at) => write(text, 200 + 50 * at - text.length * 5, y));
}

/** A header of four rows, each as high as a row of figures. */
const highHeader = (y: number): Glyphs => [
  ...write('申请人情况', 225, y),
  ...write('法人组织', 255, y + 40),
  ...write('情况', 50, y + 80),
  ...write('单位', 265, y + 90),
  ...wordings(y + 120, '自然人', '企业', '总计'),
];

describe('a header printed again on the next page', () => {
  it('is no part of the table that goes on, however high its rows are', () => {
    const first = [
      ...highHeader(480),
      ...bareRow(640, '予以公开', '12', '7', '19'),
      ...bareRow(680, '部分公开', '4', '1', '5'),
    ];
    const next = [
      ...highHeader(60),
      ...bareRow(220, '不予公开', '3', '0', '3'),
      ...bareRow(260, '总计', '19', '8', '27'),
    ];
    const tables = tablesOf(first, next);
    expect(tables).toHaveLength(1);
    expect(tables.flatMap(textsOf).slice(-5)).toEqual([
      '自然人 企业 总计',
      '予以公开 12 7 19',
      '部分公开 4 1 5',
      '不予公开 3 0 3',
      '总计 19 8 27',
    ]);
  });

  it('begins a table where something else stands before it', () => {
    const rows = (y: number): Glyphs => [
      ...bareRow(y, '予以公开', '12', '7', '19'),
      ...bareRow(y + 40, '总计', '4', '1', '5'),
    ];
    const last = write('以上数据不含所属单位。', 50, 740);
    expect(tablesOf([...highHeader(480), ...rows(640), ...last], [...highHeader(60), ...rows(220)])).toHaveLength(2);
  });
});

describe('a header cut within its wordings', () => {
  it('is read whole where a wording of one line stands lower than the lines that go on', () => {
    const above = [...wordings(700, '结果维', '结果纠'), ...write('总计', 290, 706)];
    const below = [
      ...wordings(60, '持', '正'),
      ...bareRow(90, '', '12', '7', '19'),
      ...bareRow(120, '', '4', '1', '5'),
    ];
    expect(tablesOf(above, below).flatMap(textsOf)).toEqual(['结果维持 结果纠正 总计', '12 7 19', '4 1 5']);
  });
});
