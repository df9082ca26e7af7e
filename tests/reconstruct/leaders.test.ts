import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
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
