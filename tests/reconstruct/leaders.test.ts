import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { withoutLeaders } from '../../src/reconstruct/leaders.js';
import { pageToParts } from '../../src/reconstruct/page-to-parts.js';
import { bareRow, page, write } from './sketch.js';

const rowsOf = (glyphs: ReturnType<typeof write>): string[] =>
  pagesToLayout([page(glyphs, [])]).tables.flatMap(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, at) =>
      cells
        .filter(({ rowIndex, text }) => rowIndex === at && text !== '')
        .map(({ text }) => text)
        .join(' '),
    ),
  );

describe('leaders before figures', () => {
  it.each(['……', '.....', '····'])('%s are no part of them, nor of the label', (leader) => {
    const glyphs = [
      ...bareRow(100, `予以公开${leader}`, `${leader}12`, `${leader}7`),
      ...bareRow(120, `部分公开${leader}`, `${leader}4`, `${leader}115`),
    ];
    expect(rowsOf(glyphs)).toEqual(['予以公开 12 7', '部分公开 4 115']);
  });

  it('leave their figures room from their middle on, where they stand in one cell: other figures of it stand below them', () => {
    const glyphs = [...write('部分公开…………', 50, 100), ...write('……4', 160, 100), ...write('……12', 220, 100)];
    const [line] = withoutLeaders(pageToParts(page(glyphs, []))).lines;
    const digits = line?.glyphs.filter(({ glyph: { text } }) => /\d/u.test(text)) ?? [];
    const widths = digits.map(({ glyph: { box } }) => box.x1 - box.x0);
    expect(widths).toEqual([5 + 5, 5 + 5, 5]);
    const [led] = withoutLeaders(pageToParts(page(write('部分公开…………4', 50, 100), []))).lines;
    expect(led?.box.x1).toBe(led?.glyphs.at(-1)?.box.x1);
    expect(led?.glyphs.at(-1)?.glyph.box).toMatchObject({ x0: (led?.box.x1 ?? 0) - 5 });
  });

  it('stay where they lead to the pages of a table of contents, which is no table', () => {
    const glyphs = [...write('一、总体情况………………1', 50, 100), ...write('二、主动公开政府信息情况………2', 50, 120)];
    expect(rowsOf(glyphs)).toEqual([]);
  });

  it('are more than the point of a number', () => {
    expect(rowsOf([...bareRow(100, '收费', '12.5', '7'), ...bareRow(120, '其他', '4', '1.25')])).toEqual([
      '收费 12.5 7',
      '其他 4 1.25',
    ]);
  });
});
