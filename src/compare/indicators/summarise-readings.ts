/** What the sound values of an indicator in one year come to, and how many values were left out and why. */
import { addDecimals, formatDecimal, parseDecimal, ZERO, type Indicator } from '../../model/index.js';
import { roundQuotient, type IndicatorReading } from './read-indicator.js';

/** The spread of one indicator in one year over bodies whose figures compare exactly. */
export interface IndicatorSummary {
  readonly indicator: string;
  readonly year: number;
  /** The edition whose figures they are. */
  readonly basis: string;
  /** How many values the figures below are made of. */
  readonly sound: number;
  /** Left out: from too few cases, doubted, absent. */
  readonly small: number;
  readonly doubted: number;
  readonly absent: number;
  /** Plain decimals; empty without a value. Quartiles by linear interpolation (type 7 of Hyndman and Fan). */
  readonly minimum: string;
  readonly lowerQuartile: string;
  readonly median: string;
  readonly upperQuartile: string;
  readonly maximum: string;
  /** All cases together, those of small bodies too: the sum of counts, or the quotient of the sums. Empty for growth. */
  readonly pooled: string;
}

/** Summarises readings of one indicator, year and basis. */
export function summariseReadings(
  { id, kind, outOf }: Indicator,
  year: number,
  basis: string,
  readings: readonly IndicatorReading[],
): IndicatorSummary {
  const count = (state: IndicatorReading['state']): number => readings.filter((each) => each.state === state).length;
  const sorted = readings
    .filter(({ state }) => state === 'sound')
    .map(({ value }) => Number(value))
    .sort((a, b) => a - b);
  const at = (share: number): string => (sorted.length === 0 ? '' : roundQuotient(quantile(sorted, share)));
  return {
    indicator: id,
    year,
    basis,
    sound: sorted.length,
    small: count('small'),
    doubted: count('doubted'),
    absent: count('absent'),
    minimum: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    maximum: at(1),
    pooled: kind === 'growth' ? '' : pool(readings, outOf.length > 0),
  };
}

/** A quantile of ascending values by linear interpolation (type 7 of Hyndman and Fan, The American Statistician 50, 1996). */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

function pool(readings: readonly IndicatorReading[], isQuotient: boolean): string {
  const usable = readings.filter(({ state }) => state === 'sound' || state === 'small');
  if (usable.length === 0) return '';
  const numerator = sum(usable.map((each) => each.numerator));
  if (!isQuotient) return numerator;
  return roundQuotient(Number(numerator) / Number(sum(usable.map((each) => each.denominator))));
}

function sum(texts: readonly string[]): string {
  return formatDecimal(texts.reduce((total, text) => addDecimals(total, parseDecimal(text) ?? ZERO), ZERO));
}
