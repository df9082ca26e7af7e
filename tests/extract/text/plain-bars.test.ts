import { describe, expect, it } from 'vitest';
import { plainBars } from '../../../src/extract/text/plain-bars.js';

describe('bars between the cells of a dump', () => {
  it('may be full-width', () => {
    const rows = ['规章｜0｜1', '许可｜5｜', '处罚｜7｜', '强制｜0｜', '收费｜1｜'];
    expect(plainBars([...rows, '首页｜公开'])).toEqual(
      [...rows, '首页｜公开'].map((line) => line.replaceAll('｜', '|')),
    );
  });

  it('may have tabs around them', () => {
    expect(plainBars(['规章\t|\t0\t|\t\t|', '处罚\t|\t7\t|', '许可\t5'])).toEqual([
      '规章 | 0 |  | ',
      '处罚 | 7 | ',
      '许可\t5',
    ]);
  });

  it('may have a tab in a cell between them', () => {
    const [line = ''] = plainBars(['| 行政\t许可 | 5 |']);
    expect(line.replace(/\s+/gu, ' ').trim()).toBe('| 行政 许可 | 5 |');
  });

  it('are digits that were misread where tabs part the cells', () => {
    const lines = ['规章\t0\t|2', '许可\t|', '处罚\t7'];
    expect(plainBars(lines)).toEqual(lines);
  });

  it('are ornaments where they are few', () => {
    const lines = ['首页｜公开｜年报', '规章 | 0 |'];
    expect(plainBars(lines)).toEqual(lines);
  });
});
