import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointReadings } from '../../../src/bind/token-stream/joint-readings.js';

type Sums = readonly (readonly (readonly number[])[])[];

/** The same by trying everything. */
function byTrying(sums: Sums): readonly (readonly number[])[] {
  const used = sums.map(() => new Set<number>());
  const walk = (row: number, chosen: readonly number[], total: readonly number[]): void => {
    if (row === sums.length) {
      if (total.every((sum) => sum === 0)) chosen.forEach((index, at) => used[at]?.add(index));
      return;
    }
    for (const [index, reading] of (sums[row] ?? []).entries()) {
      walk(
        row + 1,
        [...chosen, index],
        total.map((sum, law) => sum + (reading[law] ?? 0)),
      );
    }
  };
  walk(0, [], [0, 0]);
  return used.map((own) => [...own].sort((a, b) => a - b));
}

describe('the readings that hold together', () => {
  it('are all those that occur in some solution, and no other', () => {
    const reading = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));
    const rows = fc.array(fc.array(reading, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (sums) => {
        expect(jointReadings(sums)).toEqual(byTrying(sums));
      }),
    );
  });

  it('are not told where there are too many ways to try', () => {
    const rows = Array.from({ length: 60 }, (_, k) => {
      const sum = 1000 + ((37 * k * k) % 997);
      return [
        [sum, 0],
        [-sum, 0],
      ];
    });
    expect(jointReadings(rows)).toBeUndefined();
  });
});
