import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  isInteger,
  negateDecimal,
  parseDecimal,
  signOfDecimal,
  subtractDecimals,
  ZERO,
} from '../../src/model/index.js';

fc.configureGlobal({ seed: 711 });

const decimals = fc.record({
  units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.integer({ min: 0, max: 8 }),
});

function read(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a decimal: ${text}`);
  return value;
}

describe('decimals', () => {
  it.each([
    ['0', '0'],
    ['007', '7'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['1.500', '1.5'],
    ['-0.05', '-0.05'],
    ['3.00', '3'],
    ['24252.311082', '24252.311082'],
  ])('writes %s canonically as %s', (text, canonical) => {
    expect(formatDecimal(read(text))).toBe(canonical);
  });

  it.each(['', ' 1', '1,234', '+1', '1e3', '.5', '5.', '１', '--1', '1.2.3', 'NaN'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('adds what floating point cannot', () => {
    expect(formatDecimal(addDecimals(read('0.1'), read('0.2')))).toBe('0.3');
    expect(formatDecimal(addDecimals(read('9007199254740993'), read('0.000001')))).toBe('9007199254740993.000001');
  });

  it('reads back every decimal it writes', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(compareDecimals(read(formatDecimal(value)), value)).toBe(0);
      }),
    );
  });

  it('takes away what it added', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0);
      }),
    );
  });

  it('orders as subtraction says', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compareDecimals(a, b)).toBe(signOfDecimal(subtractDecimals(a, b)));
        expect(signOfDecimal(negateDecimal(a))).toBe(0 - signOfDecimal(a) + 0);
      }),
    );
  });

  it('knows a whole number by its value, not by its writing', () => {
    expect(['3', '3.00', '-4.0', '0'].map((text) => isInteger(read(text)))).toEqual([true, true, true, true]);
    expect(isInteger(read('3.01'))).toBe(false);
    expect(signOfDecimal(ZERO)).toBe(0);
  });
});
