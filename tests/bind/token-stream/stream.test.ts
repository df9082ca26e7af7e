import { describe, expect, it } from 'vitest';
import { linesToStream } from '../../../src/bind/token-stream/stream.js';

const figures = (line: string): readonly string[] => linesToStream([line])?.figures.map(({ text }) => text) ?? [];

describe('commas in a stream', () => {
  it.each([
    ['行政许可：355，-1，7791', ['355', '-1', '7791']],
    ['行政许可: 355,-1,7791', ['355', '-1', '7791']],
    ['行政许可,10,6765', ['10', '6765']],
    ['行政许可 1,355 10,676', ['1,355', '10,676']],
    ['行政许可 １，３５５ 10', ['1,355', '10']],
    ['行政许可：1，355', ['1', '355']],
  ])('part figures where no thousands stand behind them: %s', (line, expected) => {
    expect(figures(line)).toEqual(expected);
  });
});

describe('signs behind or within digits in a stream', () => {
  it.each(['21#1', '21%', '21‰', '21余', '21多件'])('leave the figure open: %s', (text) => {
    expect(linesToStream([`行政强制 ${text}`])?.figures).toMatchObject([{ text: '' }]);
  });
});

describe('characters from right to left in a stream', () => {
  it('are no figure', () => {
    expect(figures('规章 \u202e21\u202c 3')).toEqual(['3']);
  });
});

describe('what stands between two figures in a stream', () => {
  const gaps = (line: string): readonly string[] => linesToStream([line])?.figures.map(({ gap }) => gap) ?? [];

  it.each([
    ['收费 1 3 5', 'space'],
    ['收费 1, 3, 5', 'space'],
    ['收费 21,0,3', 'wide'],
    ['收费 {1} {3} {5}', 'cell'],
    ['收费 row 1 col 3 text 5', 'cell'],
  ])('parts them unless it is white space or may stand within a figure: %s', (line, expected) => {
    expect(gaps(line).slice(1)).toEqual([expected, expected]);
  });
});
