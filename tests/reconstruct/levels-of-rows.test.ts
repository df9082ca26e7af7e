import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow, page, write } from './sketch.js';

/** The cells of each row that print something. */
function rowsOf(...pages: readonly (readonly Glyph[])[]): string[] {
  const { tables } = pagesToLayout(pages.map((glyphs, at) => page(glyphs, [], { pageNumber: at + 1 })));
  return tables.flatMap(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, at) => {
      const own = cells.filter(({ rowIndex, text }) => rowIndex === at && text !== '');
      return own.map(({ text, columnSpan }) => (columnSpan > 1 ? `${text}/${String(columnSpan)}` : text)).join(' ');
    }),
  );
}

/** A row whose figures stand above, beside and below its label. */
function spreadRow(y: number, label: string, figures: readonly [string, string, string], step = 9): Glyph[] {
  const [first, second, third] = figures;
  return [
    ...bareRow(y - step, '', first, '', ''),
    ...bareRow(y, label, '', second, ''),
    ...bareRow(y + step, '', '', '', third),
  ];
}

describe('figures of one row set at its top, its middle and its foot', () => {
  it('are one row where every column has as many figures as there are labels', () => {
    const glyphs = [...spreadRow(200, '予以公开', ['12', '7', '19']), ...spreadRow(236, '部分公开', ['4', '1', '5'])];
    expect(rowsOf(glyphs)).toEqual(['予以公开 12 7 19', '部分公开 4 1 5']);
  });

  it('are one row where rows follow as closely as the heights of one, told by the nearer label', () => {
    const glyphs = [
      ...spreadRow(200, '予以公开', ['12', '7', '19'], 12),
      ...spreadRow(234, '部分公开', ['4', '1', '5'], 12),
    ];
    expect(rowsOf(glyphs)).toEqual(['予以公开 12 7 19', '部分公开 4 1 5']);
  });

  it('belong to nobody where the page begins and ends within a row: all counts agree one column off', () => {
    const glyphs = [
      ...bareRow(191, '', '', '', '3'),
      ...bareRow(207, '', '12', '', ''),
      ...bareRow(216, '予以公开', '', '7', ''),
      ...bareRow(225, '', '', '', '19'),
      ...bareRow(241, '', '4', '', ''),
      ...bareRow(250, '部分公开', '', '1', ''),
    ];
    expect(rowsOf(glyphs).join('；')).not.toContain('予以公开 12 7 3');
  });

  it('are those of two rows where two labels stand over one another', () => {
    const glyphs = [...bareRow(200, '予以公开', '12', '', '12'), ...bareRow(220, '部分公开', '', '1', '')];
    expect(rowsOf(glyphs)).toEqual(['予以公开 12 12', '部分公开 1']);
  });

  it('stand beside labels of a group that nearly touches those of the rows', () => {
    const row = (y: number, group: string, label: string): Glyph[] => [
      ...write(group, 50, y),
      ...spreadRow(y, '', ['4', '1', '5']),
      ...write(label, 74, y),
    ];
    const glyphs = [...row(200, '', '予以公开'), ...row(236, '结果', '部分公开'), ...row(272, '', '不予公开')];
    expect(rowsOf(glyphs)).toEqual(['予以公开 4 1 5', '结果 部分公开 4 1 5', '不予公开 4 1 5']);
  });
});

describe('figures right above their labels', () => {
  const table = (aside: number): Glyph[] => [
    ...bareRow(100, '信息内容', '处理决定数量'),
    ...[...bareRow(140 - aside, '', '213'), ...bareRow(140, '行政处罚', '')],
    ...[...bareRow(180 - aside, '', '45'), ...bareRow(180, '行政强制', '')],
  ];

  it('are one row with them where all stand so by turns', () => {
    expect(rowsOf(table(13)).slice(-2)).toEqual(['行政处罚 213', '行政强制 45']);
  });

  it('stay alone where they stand halfway between two labels', () => {
    expect(rowsOf(table(20)).join(' ')).toContain('213 行政处罚 45');
    expect(rowsOf(table(20))).toContain('行政处罚');
  });
});
