import { describe, expect, it } from 'vitest';
import { withFirstBars } from '../../../src/extract/text/with-first-bars.js';

const ROWS = ['规章 | 0 | 1 |', '许可 | 5 |', '处罚 | 7 |'];

describe('rows of a dump with a bar behind each cell', () => {
  it('get one before the first, so that one at the head of a row stands for a blank cell', () => {
    expect(withFirstBars(['一、情况', ...ROWS, '| 强制 | 3 |', '| | 收费 |', '|---|---|'])).toEqual([
      '一、情况',
      ...ROWS.map((row) => `| ${row}`),
      '| | 强制 | 3 |',
      '| | | 收费 |',
      '|---|---|',
    ]);
  });

  it.each([
    ['no row begins with a bar', ROWS],
    ['all do', ROWS.map((row) => `| ${row}`)],
    ['few do not', [...ROWS.slice(0, 2), '| 强制 | 3 |']],
  ])('are left as they are where %s', (_, lines) => {
    expect(withFirstBars(lines)).toBe(lines);
  });
});
