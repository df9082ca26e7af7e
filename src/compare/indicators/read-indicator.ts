/** Reads an indicator: a value, how far chance may have moved it, and all that stands against it. */
import { compareDecimals, formatDecimal, signOfDecimal, type Decimal, type Indicator } from '../../model/index.js';
import type { CompiledIndicator } from './compile-indicators.js';
import type { ComparedReport } from './compared-report.js';
import { effectOf, reason, type Reason } from './reason.js';
import { distinctReasons, type FigureSum } from './sum-figures.js';
import { quotientInterval, wilsonInterval, type Interval } from './wilson-interval.js';

/** How far a value may be used. */
export type ReadingState =
  /** It may be ranked and enters medians. */
  | 'sound'
  /** Sound, but from too few cases to be ranked. */
  | 'small'
  /** Shown, never counted. */
  | 'doubted'
  /** There is none. */
  | 'absent';

/** What an indicator is for one body and year. */
export interface IndicatorReading {
  readonly state: ReadingState;
  /** Plain decimal; quotients rounded to {@link QUOTIENT_DIGITS} digits behind the point. Empty where absent. */
  readonly value: string;
  /** Plain decimals; what is divided, or for counts what is counted. Empty where there is none. */
  readonly numerator: string;
  readonly denominator: string;
  /** 95 %; absent for counts and amounts, which are what they are, and where there is no value. */
  readonly interval?: Interval | undefined;
  readonly comparability: 'exact' | 'approximate' | 'none';
  /** The editions of its figures. Values with one basis are made of figures that compare exactly. Empty where absent. */
  readonly basis: string;
  readonly reasons: readonly Reason[];
}

/** Digits behind the point of quotients. */
export const QUOTIENT_DIGITS = 6;

/** A report with its sums, as the indicators compiled name them. */
export interface SummedReport {
  readonly report: ComparedReport;
  readonly sums: readonly FigureSum[];
}

/** Reads a count, an amount, a share or a ratio from one report. */
export function readIndicator(
  { indicator, of, outOf }: CompiledIndicator,
  report: SummedReport,
  minimumDenominator: number,
): IndicatorReading {
  const numerator = sumOf(report, of);
  if (outOf === undefined) return countReading(indicator, numerator);
  return quotientReading(indicator, { above: numerator, below: sumOf(report, outOf) }, minimumDenominator);
}

/** Reads the growth of a count from two reports of one body on years that follow one another. */
export function readGrowth(
  { indicator, of }: CompiledIndicator,
  reports: { readonly now: SummedReport; readonly before: SummedReport | undefined },
  minimumDenominator: number,
): IndicatorReading {
  const now = sumOf(reports.now, of);
  if (reports.before === undefined) return withoutValue([now], [reason('no-previous-year')]);
  const before = sumOf(reports.before, of);
  const isSameBasis = basisOf(indicator, [now]) === basisOf(indicator, [before]);
  // Two years of one older form compare exactly with one another, though not with the indicator's own form.
  return quotientReading(indicator, { above: now, below: before }, minimumDenominator, isSameBasis);
}

function sumOf({ sums }: SummedReport, at: number): FigureSum {
  const sum = sums[at];
  if (sum === undefined) throw new RangeError(`no sum ${at}: the report was summed for other indicators`);
  return sum;
}

/** A body and year without a report. */
export function readNothing(): IndicatorReading {
  return withoutValue([], [reason('no-report')]);
}

function countReading(indicator: Indicator, sum: FigureSum): IndicatorReading {
  if (sum.value === undefined) return withoutValue([sum], []);
  const value = formatDecimal(sum.value);
  return {
    state: stateOf(sum.reasons),
    value,
    numerator: value,
    denominator: '',
    comparability: sum.comparability,
    basis: basisOf(indicator, [sum]),
    reasons: sum.reasons,
  };
}

function quotientReading(
  indicator: Indicator,
  { above, below }: { readonly above: FigureSum; readonly below: FigureSum },
  minimumDenominator: number,
  isSameBasis = false,
): IndicatorReading {
  const sums = [above, below];
  if (above.value === undefined || below.value === undefined) return withoutValue(sums, []);
  const numerator = formatDecimal(above.value);
  const denominator = formatDecimal(below.value);
  if (signOfDecimal(below.value) <= 0) {
    return { ...withoutValue(sums, [reason('zero-denominator')]), numerator, denominator };
  }
  const own = quotientReasons(indicator, above.value, below.value, minimumDenominator);
  const reasons = distinctReasons(above.reasons.concat(below.reasons, own));
  const part = Number(numerator);
  const whole = Number(denominator);
  const value = indicator.kind === 'growth' ? (part - whole) / whole : part / whole;
  const isDoubtful = reasons.some(({ code }) => code === 'exceeds-whole');
  return {
    state: stateOf(reasons),
    value: roundQuotient(value),
    numerator,
    denominator,
    interval: isDoubtful ? undefined : intervalOf(indicator, part, whole),
    comparability: isSameBasis || sums.every((sum) => sum.comparability === 'exact') ? 'exact' : 'approximate',
    basis: basisOf(indicator, sums),
    reasons,
  };
}

function quotientReasons({ kind }: Indicator, above: Decimal, below: Decimal, minimum: number): Reason[] {
  const isTooMuch = kind === 'share' && (compareDecimals(above, below) > 0 || signOfDecimal(above) < 0);
  const isSmall = compareDecimals(below, { units: BigInt(minimum), scale: 0 }) < 0;
  const reasons = isTooMuch ? [reason('exceeds-whole')] : [];
  if (isSmall) reasons.push(reason('small-denominator', { zh: `至少 ${minimum}`, en: `at least ${minimum}` }));
  return reasons;
}

function intervalOf({ kind }: Indicator, part: number, whole: number): Interval {
  if (kind === 'share') return wilsonInterval(part, whole);
  const { low, high } = quotientInterval(part, whole);
  return kind === 'growth' ? { low: low - 1, high: high - 1 } : { low, high };
}

function withoutValue(sums: readonly FigureSum[], reasons: readonly Reason[]): IndicatorReading {
  return {
    state: 'absent',
    value: '',
    numerator: '',
    denominator: '',
    comparability: sums.some((sum) => sum.comparability === 'none') ? 'none' : 'exact',
    basis: '',
    reasons: distinctReasons([...sums.flatMap((sum) => sum.reasons), ...reasons]),
  };
}

function basisOf({ edition }: Indicator, sums: readonly FigureSum[]): string {
  if (sums.every(({ otherEditions }) => otherEditions.length === 0)) return edition;
  return [...new Set(sums.flatMap(({ otherEditions }) => otherEditions))].sort().join('+');
}

function stateOf(reasons: readonly Reason[]): ReadingState {
  switch (effectOf(reasons)) {
    case 'absent':
      return 'absent';
    case 'doubted':
      return 'doubted';
    case 'unranked':
      return 'small';
    case 'none':
      return 'sound';
  }
}

/** Rounds to a plain decimal without trailing zeros and without a negative zero. */
export function roundQuotient(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = value.toFixed(QUOTIENT_DIGITS).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
