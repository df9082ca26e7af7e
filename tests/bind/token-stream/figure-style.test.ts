import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../src/bind/token-stream/figure-style.js';
import { linesToStream } from '../../../src/bind/token-stream/stream.js';

/** The style of rows of so many columns. */
const style = (columnCount: number, lines: readonly string[]): string =>
  styleOf(lines.map((line) => ({ columnCount, figures: linesToStream([line])?.figures ?? [] })));

describe('the style in which a dump sets its figures apart', () => {
  it('is told by spaces between all digits', () => {
    expect(style(2, ['1 2  3', '4  5 6', '7  8'])).toBe('spaced');
    expect(style(2, ['- 1 2  3', '4  5 6'])).toBe('spaced');
  });

  it('is told by several torn figures, if their rows have one figure a column', () => {
    expect(style(2, ['12  3', '4 1  56', '7  21 3'])).toBe('spaced');
  });

  it('is loose where one row is torn, or rows of one figure: a stray digit would pass for one torn off', () => {
    expect(style(2, ['12  3', '4  56', '7  21 3'])).toBe('loose');
    expect(style(1, ['12 3', '4 56', '7'])).toBe('loose');
  });

  it('is whole where each figure is one word', () => {
    expect(style(2, ['12  3', '4 56', '7  213'])).toBe('whole');
  });
});
