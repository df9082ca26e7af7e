import { describe, expect, it } from 'vitest';
import { soleValues, toUnits } from '../../../src/check/verify/exact.js';

const ONE = toUnits('1') ?? 0n;

function equation(terms: Record<string, number>, constant: number): { terms: Map<string, bigint>; constant: bigint } {
  return { terms: new Map(Object.entries(terms).map(([k, v]) => [k, BigInt(v)])), constant: BigInt(constant) };
}

describe('toUnits', () => {
  it('adds decimals exactly', () => {
    expect((toUnits('0.1') ?? 0n) + (toUnits('0.2') ?? 0n)).toBe(toUnits('0.3'));
    expect(toUnits('-12.5')).toBe((-25n * ONE) / 2n);
  });

  it('takes nothing else for a number', () => {
    for (const text of ['', '1e3', '1.', '.5', '+1', '1,000', ' 1']) expect(toUnits(text)).toBeUndefined();
  });
});

describe('soleValues', () => {
  it('finds what one law decides', () => {
    expect(soleValues([equation({ a: 1 }, 5)])).toEqual(new Map([['a', 5n]]));
  });

  it('finds noughts where nothing is left', () => {
    expect(soleValues([equation({ a: 1, b: 1 }, 0)])).toEqual(
      new Map([
        ['a', 0n],
        ['b', 0n],
      ]),
    );
  });

  it('finds what two laws together decide', () => {
    expect(soleValues([equation({ a: 1, b: 1 }, 3), equation({ a: 1, c: -1 }, 3)])).toEqual(
      new Map([
        ['a', 3n],
        ['b', 0n],
        ['c', 0n],
      ]),
    );
  });

  it('leaves open what may be several, and ends where laws contradict each other', () => {
    expect(soleValues([equation({ a: 1, b: 1 }, 3)])).toEqual(new Map());
    expect(soleValues([equation({ a: 1, b: -1 }, 1), equation({ a: 1, b: -1 }, 2)])).toEqual(new Map());
  });
});
