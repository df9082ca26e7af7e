import { describe, expect, it } from 'vitest';
import { quotientInterval, wilsonInterval } from '../../../src/compare/indicators/wilson-interval.js';

const Z = 1.959964;

describe('the interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one for %i of %i', (part, whole, low, high) => {
    const interval = wilsonInterval(part, whole);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it.each([
    [3, 7],
    [1, 1000],
    [500, 501],
  ])('ends where a test of the share would just reject %i of %i', (part, whole) => {
    const { low, high } = wilsonInterval(part, whole);
    for (const end of [low, high]) {
      expect(Math.abs(part / whole - end)).toBeCloseTo(Z * Math.sqrt((end * (1 - end)) / whole), 6);
    }
  });

  it('stays in bounds and holds the share', () => {
    for (let whole = 1; whole <= 40; whole++) {
      for (let part = 0; part <= whole; part++) {
        const { low, high } = wilsonInterval(part, whole);
        expect(low >= 0 && low <= part / whole && part / whole <= high && high <= 1).toBe(true);
      }
    }
  });
});

it('gives a quotient of counts the odds of the interval of their share', () => {
  const { low, high } = quotientInterval(110, 100);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1.1);
  expect(low / (1 + low)).toBeCloseTo(wilsonInterval(110, 210).low, 12);
  expect(quotientInterval(0, 5).low).toBe(0);
});
