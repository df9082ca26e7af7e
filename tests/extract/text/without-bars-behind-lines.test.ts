import { describe, expect, it } from 'vitest';
import { withoutBarsBehindLines } from '../../../src/extract/text/without-bars-behind-lines.js';

const CELLS = Array.from({ length: 20 }, (_, at) => `${at} |`);

describe('bars behind the lines of a dump', () => {
  it('are left out where every cell is a line, with those of the columns that a row lacks', () => {
    const lines = ['三、申请情况', '规章 |', '第二十条 | |||', '||||', '|', ...CELLS];
    const plain = CELLS.map((_, at) => String(at));
    expect(withoutBarsBehindLines(lines)).toEqual(['三、申请情况', '规章', '第二十条', '', '', ...plain]);
  });

  it('stay where they part cells', () => {
    const rows = ['规章 | 0 | 0 | 0 |', '（三）不予公开 | 1.属于国家秘密 |', '| 甲 |', '甲 | 乙'];
    expect(withoutBarsBehindLines([...rows, ...CELLS]).slice(0, rows.length)).toEqual(rows);
  });

  it('stay where they are few', () => {
    expect(withoutBarsBehindLines(['规章 |', '0 |'])).toEqual(['规章 |', '0 |']);
  });
});
