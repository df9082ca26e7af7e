import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHundredths, toTwoDecimals } from '../../src/export/hundredths.js';

describe('toTwoDecimals', () => {
  it.each([
    [0, '0.00'],
    [-0.001, '0.00'],
    [0.05, '0.05'],
    [-0.05, '-0.05'],
    [7, '7.00'],
    [841.89, '841.89'],
    [200.256, '200.26'],
    [-12.5, '-12.50'],
  ])('of %d is %s', (points, text) => {
    expect(toTwoDecimals(points)).toBe(text);
  });

  it('gives the same figure as the JSON', () => {
    fc.assert(
      fc.property(fc.double({ min: -20_000, max: 20_000, noNaN: true }), (points) => {
        expect(Number(toTwoDecimals(points)) + 0).toBe(toHundredths(points));
        expect(Math.abs(toHundredths(points) - points)).toBeLessThanOrEqual(0.005_001);
      }),
    );
  });
});
