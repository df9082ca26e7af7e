import { describe, expect, it } from 'vitest';
import { solveBlock } from '../../../src/bind/token-stream/solve-block.js';
import { linesToStream } from '../../../src/bind/token-stream/stream.js';
import { block } from '../tables.js';

describe('the amount of a table of one column', () => {
  const figures = linesToStream(['112 334 95841.2'])?.figures ?? [];
  const material = { order: 'after', rows: [{ form: 0, figures, isUnsure: false }], labelCount: 1, start: 0 } as const;

  it.each([
    ['mixed', false],
    ['loose', false],
    ['spaced', true],
  ] as const)('is put together for sure only where the dump tears its figures: %s', (style, isCertain) => {
    const [row] = solveBlock(block('2021', 'article_20_8'), material, style).rows;
    expect(row?.figures).toMatchObject([{ value: '11233495841.2', isCertain }]);
  });
});
