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
    expect(plainBars(['规章\t|\t0\t|\t\t|', '许可\t5'])).toEqual(['规章 | 0 |  | ', '许可\t5']);
  });

  it('are ornaments where they are few', () => {
    const lines = ['首页｜公开｜年报', '规章 | 0 |'];
    expect(plainBars(lines)).toEqual(lines);
  });
});
