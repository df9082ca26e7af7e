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
});

describe('a text aslant', () => {
  it('is no part of the page', () => {
    const aslant = write('2024', 200, 100).map((glyph) => ({ ...glyph, isSlanted: true as const }));
    const { lines } = pagesToLayout([page([...write('规章', 50, 100), ...aslant], [])]);
    expect(lines.map(({ text }) => text)).toEqual(['规章']);
  });
});
