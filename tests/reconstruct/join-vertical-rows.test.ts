import { describe, expect, it } from 'vitest';
import { joinVerticalRows } from '../../src/reconstruct/join-vertical-rows.js';

const cell = (label: string, ...figures: readonly string[]): string[] => [label, ...figures];

describe('a dump that prints one cell a line', () => {
  const rows = ['予以公开', '部分公开', '不予公开', '无法提供', '总计'];

  it('is put back into rows, label and figures', () => {
    const lines = ['标题', ...rows.flatMap((label) => cell(label, '1', '', '0', '12'))];
    expect(joinVerticalRows(lines)).toEqual([
      '标题  予以公开  1  0  12',
      ...rows.slice(1).map((label) => `${label}  1  0  12`),
    ]);
  });

  it('keeps sentences out of the labels', () => {
    const lines = ['本年共收到申请。', ...rows.flatMap((label) => cell(label, '1', '0', '1'))];
    expect(joinVerticalRows(lines).slice(0, 2)).toEqual(['本年共收到申请。', '予以公开  1  0  1']);
  });

  it('keeps a mark that stands in place of a figure', () => {
    const lines = rows.flatMap((label) => cell(label, '/', '0', '—'));
    expect(joinVerticalRows(lines)[0]).toBe('予以公开  /  0  —');
  });
});

describe('any other dump', () => {
  it('is left as it is', () => {
    const lines = ['标题', '予以公开  1  0  1', '3', '部分公开  1  0  1', '', '2023'];
    expect(joinVerticalRows(lines)).toEqual(lines);
  });
});
