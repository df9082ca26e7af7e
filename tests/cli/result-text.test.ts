import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.js';
import { resultToText } from '../../src/cli/result-text.js';

const RESULT = {
  columns: ['agency', 'n', 'n'],
  rows: [
    ['洪泽区人民政府', 12, null],
    ['a\u001b[31m', 3.5, '=1+1'],
  ],
};

describe('resultToText', () => {
  it('aligns Chinese texts and numbers on a terminal, and makes control characters harmless', () => {
    const lines = resultToText(RESULT, 'table').split('\n');
    expect(lines).toEqual([
      'agency            n  n',
      '──────────────  ───  ────',
      '洪泽区人民政府   12  NULL',
      'a\uFFFD[31m          3.5  =1+1',
      '',
    ]);
    expect(displayWidth(lines[2] ?? '')).toBe(displayWidth(lines[1] ?? ''));
  });

  it('cuts a long cell on the screen only', () => {
    const long = { columns: ['text'], rows: [['数'.repeat(100)]] };
    expect(resultToText(long, 'table')).toContain(`${'数'.repeat(29)}…`);
    expect(resultToText(long, 'csv')).toContain('数'.repeat(100));
  });

  it('writes CSV without formulas, and JSON with a name for each column', () => {
    expect(resultToText(RESULT, 'csv')).toBe("agency,n,n\r\n洪泽区人民政府,12,\r\na\u001b[31m,3.5,'=1+1\r\n");
    expect(JSON.parse(resultToText(RESULT, 'json'))).toEqual([
      { agency: '洪泽区人民政府', n: 12, n_2: null },
      { agency: 'a\u001b[31m', n: 3.5, n_2: '=1+1' },
    ]);
    expect(resultToText({ columns: ['a'], rows: [] }, 'json')).toBe('[]\n');
  });
});
