import { describe, expect, it } from 'vitest';
import { smallestMends } from '../../../src/repair/decode/smallest-mends.js';
import { row, sumTable, texts } from './code.js';

const certain = (...values: readonly number[]) => row(texts(...values), { mayBeMisplaced: false });

describe('the smallest mends', () => {
  it('name the one printed figure whose change lets every law hold', () => {
    const table = sumTable([certain(31, 4, 12, 47), certain(5, 0, 3, 9), certain(36, 4, 15, 55)]);
    expect(smallestMends(table).map(({ changes }) => changes.map(({ cell, value }) => [cell, value]))).toEqual([
      [[7, 8]],
    ]);
  });

  it('name every figure of a sum that stands alone', () => {
    const table = { rows: [certain(1, 2, 4)], laws: [{ cells: [2, 0, 1], coefficients: [-1, 1, 1] as const }] };
    const mends = smallestMends(table).map(({ changes }) => changes.map(({ cell, value }) => [cell, value]));
    expect(mends).toHaveLength(3);
    expect(mends).toContainEqual([[2, 3]]);
  });

  it('are none where more than two figures would have to change', () => {
    const table = sumTable([certain(31, 4, 12, 99), certain(5, 7, 1, 50), certain(40, 4, 19, 55)]);
    expect(smallestMends(table)).toEqual([]);
  });
});
