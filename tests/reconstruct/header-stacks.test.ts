import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow, page, write } from './sketch.js';

describe('the header of a table without rules', () => {
  it('is read whole beside a text in smaller print, whose lines follow one another more closely', () => {
    const glyphs = [
      ...[...write('勾稽关系为', 50, 80, { size: 7 }), ...write('前两项之和', 50, 88, { size: 7 })],
      ...[...write('自然', 190, 80), ...write('人', 195, 93)],
      ...[...write('商业', 240, 84), ...write('企业', 240, 97)],
      ...write('总计', 290, 88),
      ...[...bareRow(115, '予以公开', '12', '7', '19'), ...bareRow(135, '部分公开', '4', '5', '9')],
    ];
    const [table] = pagesToLayout([page(glyphs, [])]).tables;
    const header = table?.cells.filter(({ rowIndex, text }) => rowIndex === 0 && text !== '');
    expect(header?.map(({ text }) => text)).toEqual(['勾稽关系为前两项之和', '自然人', '商业企业', '总计']);
  });
});
