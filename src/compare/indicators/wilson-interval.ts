/**
 * Intervals for quotients of counts. They take the cases of a year for draws of what the body does in the long run, and say
 * how far chance alone may have moved the quotient: with few cases, far.
 */

/** Both ends, `low <= high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile for 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval for a share, 95 % (E. B. Wilson, JASA 22, 1927): sound for few cases and for shares near 0 and 1,
 * where the textbook's is not.
 *
 * @param whole - Above 0.
 */
export function wilsonInterval(part: number, whole: number): Interval {
  const share = part / whole;
  const square = (Z * Z) / whole;
  const middle = (share + square / 2) / (1 + square);
  const reach = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole));
  // Rounding must not take the ends over the bounds that they reach exactly.
  return {
    low: part === 0 ? 0 : Math.max(0, middle - reach),
    high: part === whole ? 1 : Math.min(1, middle + reach),
  };
}

/**
 * The interval of a quotient of two independent counts, 95 %: given their sum, the first is binomial (Przyborowski and
 * Wilenski, Biometrika 31, 1940), so Wilson's interval of its share gives that of the quotient.
 *
 * @param below - Above 0.
 * @returns `high` is infinite for no interval on that side.
 */
export function quotientInterval(above: number, below: number): Interval {
  const { low, high } = wilsonInterval(above, above + below);
  return { low: low / (1 - low), high: high === 1 ? Infinity : high / (1 - high) };
}
