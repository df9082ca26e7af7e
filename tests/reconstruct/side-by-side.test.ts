import { describe, expect, it } from 'vitest';
import { partSideBySide } from '../../src/reconstruct/side-by-side.js';

const LEFT = [
  '一、总体情况',
  '甲类事项 1 2 3',
  '乙类事项 4 5 6',
  '丙类事项 7',
  '丁类事项 8',
  '戊类事项 9',
  '己类事项 0',
  '庚类事项 1',
];
const width = (text: string): number => Array.from(text).reduce((sum, c) => sum + (c < '\u2000' ? 1 : 2), 0);
const beside = (left: readonly string[], right: readonly string[]): string[] =>
  left.map((text, k) => `${text}${' '.repeat(Math.max(4, 40 - width(text)))}${right[k] ?? ''}`.trimEnd());
const part = (lines: readonly string[]): (readonly string[])[] =>
  partSideBySide({ kind: 'text', pageNumber: 1, lines }).map((page) => page.lines);

describe('two reports on the same lines', () => {
  it('are parted at the gutter', () => {
    const right = LEFT.map((line) => line.replace(/\d/gu, '9'));
    expect(part(beside(LEFT, right))).toEqual([LEFT, right]);
  });

  it('are parted where a line on the left is too long for its side', () => {
    const long = [...LEFT, `很${'长'.repeat(30)}的一行`];
    const right = [...LEFT.map((line) => line.replace(/\d/gu, '9')), '右边的一行'];
    expect(part(beside(long, right))).toEqual([long, right]);
  });

  it('are parted where one of them has nothing in a line', () => {
    const right = ['', ...LEFT.slice(0, -1)];
    expect(part(beside([...LEFT, '辛类事项 2'], [...right, '庚类事项 1']))).toHaveLength(2);
  });
});

describe('one report with wide gaps', () => {
  it('stays whole', () => {
    const lines = beside(LEFT, ['商业企业', '1', '2', '3', '4', '5', '6', '7']);
    expect(part(lines)).toEqual([lines]);
  });
});
