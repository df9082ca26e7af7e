import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Equation, Unknown } from '../../src/repair/linear-system.js';
import { solveSystem } from '../../src/repair/solve-system.js';

fc.configureGlobal({ seed: 711 });

const COUNT: Unknown = { isSigned: false, step: 1n };
const SIGNED: Unknown = { isSigned: true, step: 1n };

/** An equation from its coefficients (0 leaves an unknown out) and its constant. */
function equation(coefficients: readonly (-1 | 0 | 1)[], constant: number): Equation {
  const unknowns = coefficients.flatMap((coefficient, k) => (coefficient === 0 ? [] : [k]));
  return { unknowns, coefficients: coefficients.filter((c) => c !== 0), constant: BigInt(constant) };
}

function solve(equations: readonly Equation[], unknowns: readonly Unknown[]): (number | undefined)[] | 'contradiction' {
  const solution = solveSystem(equations, unknowns);
  if (!solution.isFeasible) return 'contradiction';
  return solution.values.map((value) => (value === undefined ? undefined : Number(value)));
}

/** All solutions with counts up to a limit, by trying. */
function trial(equations: readonly Equation[], count: number, limit: number): number[][] {
  let points: number[][] = [[]];
  for (let k = 0; k < count; k++)
    points = points.flatMap((p) => Array.from({ length: limit + 1 }, (_, v) => [...p, v]));
  return points.filter((point) =>
    equations.every(({ unknowns, coefficients, constant }) => {
      const sum = unknowns.reduce((all, unknown, k) => all + (coefficients[k] ?? 0) * (point[unknown] ?? 0), 0);
      return BigInt(sum) === constant;
    }),
  );
}

describe('solveSystem', () => {
  it('solves what only several equations together determine', () => {
    // x + y = 5, y + z = 7, x + z = 4
    const equations = [equation([1, 1, 0], 5), equation([0, 1, 1], 7), equation([1, 0, 1], 4)];
    expect(solve(equations, [COUNT, COUNT, COUNT])).toEqual([1, 4, 3]);
  });

  it('takes a broken count for a contradiction', () => {
    const equations = [equation([1, 1, 0], 5), equation([0, 1, 1], 7), equation([1, 0, 1], 5)];
    expect(solve(equations, [COUNT, COUNT, COUNT])).toBe('contradiction');
  });

  it('leaves open what may move, and still finds what may not', () => {
    // x + y = 5 leaves both open; z is fixed by two equations that share w.
    const equations = [equation([1, 1, 0, 0], 5), equation([0, 0, 1, 1], 6), equation([0, 0, 1, -1], 2)];
    expect(solve(equations, [COUNT, COUNT, COUNT, COUNT])).toEqual([undefined, undefined, 4, 2]);
  });

  it('finds a contradiction that no equation shows by itself', () => {
    // x − y = 0, x − y = 1
    expect(solve([equation([1, -1], 0), equation([1, -1], 1)], [COUNT, COUNT])).toBe('contradiction');
  });

  it('knows that signed unknowns are not bounded by 0', () => {
    expect(solve([equation([1, 1], 0)], [COUNT, COUNT])).toEqual([0, 0]);
    expect(solve([equation([1, 1], 0)], [SIGNED, COUNT])).toEqual([undefined, undefined]);
    expect(solve([equation([1, 1], 0), equation([1, -1], -4)], [SIGNED, COUNT])).toEqual([-2, 2]);
  });

  it('agrees with trying every filling of a small system', () => {
    const coefficients = fc.array(fc.constantFrom<(-1 | 0 | 1)[]>(-1, 0, 1, 1), { minLength: 4, maxLength: 4 });
    const systems = fc.array(fc.tuple(coefficients, fc.integer({ min: -2, max: 4 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(systems, (rows) => {
        const equations = rows.map(([row, constant]) => equation(row, constant));
        const found = solve(equations, [COUNT, COUNT, COUNT, COUNT]);
        const points = trial(equations, 4, 7);
        if (found === 'contradiction') {
          expect(points).toEqual([]);
          return;
        }
        found.forEach((value, k) => {
          if (value === undefined) return;
          for (const point of points) expect(point[k]).toBe(value);
        });
      }),
      { numRuns: 300 },
    );
  });
});
