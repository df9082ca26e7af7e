/**
 * Exact decimals: an integer and how many of its digits stand after the point. All arithmetic on figures goes through
 * here, because floating point would make an identity over amounts (`7730.28`) fail or hold by accident.
 */

/** The number `units` × 10^−`scale`. */
export interface Decimal {
  readonly units: bigint;
  /** Digits after the point, ≥ 0. */
  readonly scale: number;
}

/** Zero. */
export const ZERO: Decimal = { units: 0n, scale: 0 };

const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * Reads a plain decimal: digits, at most one point with digits on both sides, sign only `-`, no exponent.
 *
 * @returns `undefined` for any other text, the empty one included.
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (!PLAIN_DECIMAL.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), scale: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/** Writes a decimal canonically: no leading zeros, no trailing zeros after a point, no negative zero. */
export function formatDecimal(value: Decimal): string {
  if (value.scale === 0) return value.units.toString();
  const isNegative = value.units < 0n;
  const digits = (isNegative ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, -value.scale);
  const fraction = digits.slice(-value.scale).replace(/0+$/, '');
  return `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : '.'}${fraction}`;
}

/** The sum of two decimals. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

/** The decimal with its sign turned. */
export function negateDecimal(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale };
}

/** `a` − `b`. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negateDecimal(b));
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [unitsAt(a, scale), unitsAt(b, scale)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** −1, 0 or 1. */
export function signOfDecimal(a: Decimal): -1 | 0 | 1 {
  if (a.units === 0n) return 0;
  return a.units < 0n ? -1 : 1;
}

/** True for a whole number, however it is scaled. */
export function isInteger(a: Decimal): boolean {
  return a.scale === 0 || a.units % 10n ** BigInt(a.scale) === 0n;
}

function unitsAt(value: Decimal, scale: number): bigint {
  return scale === value.scale ? value.units : value.units * 10n ** BigInt(scale - value.scale);
}
