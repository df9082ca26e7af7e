import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { page, write } from './sketch.js';

type Glyphs = ReturnType<typeof write>;

/** A line of a table without rules: its label at the left, texts centred at 200, 250 and 300. */
function row(y: number, label: string, ...texts: readonly string[]): Glyphs {
  const widthOf = (text: string): number => text.length * (/\d/u.test(text) ? 5 : 10);
  return [...write(label, 50, y), ...texts.flatMap((text, k) => write(text, 200 + 50 * k - widthOf(text) / 2, y))];
}

const HEADER = row(60, '', '自然人', '企业', '总计');
const furnitureOf = (...pages: readonly Glyphs[]): string[] =>
  pagesToLayout(pages.map((glyphs, at) => page(glyphs, [], { pageNumber: at + 1 })))
    .lines.filter(({ isFurniture }) => isFurniture === true)
    .map(({ text }) => text);

describe('the same line at the top of two pages', () => {
  it('is the header of a table closely above figures', () => {
    const rows = (n: number): Glyphs => [...row(80, '予以公开', '12', '0', `${n}`), ...row(100, '总计', '4', '0', '1')];
    expect(furnitureOf([...HEADER, ...rows(3)], [...HEADER, ...rows(5)])).toEqual([]);
  });

  it('is a running head where figures stand further below, or where it is one text', () => {
    const rows = (n: number): Glyphs => [...row(130, '予以公开', '12', `${n}`), ...row(150, '部分公开', '4', '1')];
    expect(furnitureOf([...HEADER, ...rows(3)], [...HEADER, ...rows(5)])).toHaveLength(2);
    const head = write('政府信息公开工作年度报告', 200, 110);
    expect(furnitureOf([...head, ...rows(3)], [...head, ...rows(5)])).toHaveLength(2);
  });
});

describe('digits at the edge of a page', () => {
  it('are no page number where they stand beside a row of figures: they are parts of a broken one', () => {
    const top = [...write('11,', 292, 50), ...row(56, '予以公开', '9', '77'), ...write('498', 292, 63)];
    const rows = [...row(80, '部分公开', '1', '7', '8'), ...row(100, '总计', '4', '0', '4')];
    expect(furnitureOf([...top, ...rows])).toEqual([]);
    expect(furnitureOf([...write('11', 292, 30), ...rows])).toEqual(['11']);
  });

  it('are none close to a row with one figure, at another height of its row', () => {
    const foot = [...write('0', 250, 742), ...row(750, '规章', '3'), ...write('0', 297, 758)];
    expect(furnitureOf([...row(700, '信息内容', '制发件数', '废止件数', '现行有效件数'), ...foot])).toEqual([]);
  });

  it('are none below the wordings of a header, nor in the column of another number', () => {
    const below = [...row(60, '信息内容', '处理决定数量'), ...write('2990', 190, 90), ...row(100, '行政处罚')];
    expect(furnitureOf(below)).toEqual([]);
    const column = [
      ...write('2133', 190, 88),
      ...row(110, '行政处罚'),
      ...write('45', 195, 148),
      ...row(170, '行政强制'),
    ];
    expect(furnitureOf(column)).toEqual([]);
  });

  it('are none with their units, alike but for their digits at the foot of two pages', () => {
    const foot = (...texts: readonly string[]): Glyphs => row(740, '', ...texts);
    expect(furnitureOf(foot('23件', '6件', '30件'), foot('2件', '1件', '3件'))).toEqual([]);
    expect(furnitureOf(foot('23件'), foot('2件'))).toEqual([]);
    expect(furnitureOf(write('第3期 总第8期', 200, 740), write('第3期 总第9期', 200, 740))).toHaveLength(2);
  });

  it('are page numbers there where they count on from page to page', () => {
    const foot = (n: number, label: string): Glyphs => [...row(740, label, '3'), ...write(`${n}`, 297, 758)];
    expect(furnitureOf(foot(1, '规章'), foot(2, '行政许可'))).toEqual(['1', '2']);
    expect(furnitureOf(foot(2023, '规章'), foot(2023, '行政许可'))).toEqual(['2023', '2023']);
  });
});

describe('a text aslant', () => {
  it('is no part of the page', () => {
    const aslant = write('2024', 200, 100).map((glyph) => ({ ...glyph, isSlanted: true as const }));
    const { lines } = pagesToLayout([page([...write('规章', 50, 100), ...aslant], [])]);
    expect(lines.map(({ text }) => text)).toEqual(['规章']);
  });
});
