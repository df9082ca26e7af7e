/** Indicators that compare bureaus and years: which figures of a form they are made of. */
import type { BilingualText } from './finding.js';

/** What an indicator's value is. */
export type IndicatorKind =
  /** A number of cases, as it is. */
  | 'count'
  /** A sum of money or the like, as it is. */
  | 'amount'
  /** A part of a whole, in [0, 1]. */
  | 'share'
  /** A quotient of two counts of which one is no part of the other. */
  | 'ratio'
  /** The change of a count against the same body's year before: 0.1 is 10 % more. */
  | 'growth';

/** Figures in one column of a table, each added or taken off. */
export interface IndicatorTerm {
  readonly table: string;
  /** In the order of the definition; never empty. */
  readonly rows: readonly string[];
  readonly column: string;
  readonly sign: 1 | -1;
}

/** One indicator, in the terms of one edition of the form. */
export interface Indicator {
  readonly id: string;
  /** Id of its {@link IndicatorGroup}. */
  readonly group: string;
  readonly name: BilingualText;
  /** How it is reckoned; empty where the name says all. */
  readonly note: BilingualText;
  /** The edition whose rows and columns `of` and `outOf` name. */
  readonly edition: string;
  readonly kind: IndicatorKind;
  /** Empty for quotients. */
  readonly unit: string;
  readonly of: readonly IndicatorTerm[];
  /** What `of` is divided by; empty for counts, amounts and growth. */
  readonly outOf: readonly IndicatorTerm[];
}

/** Indicators shown together. */
export interface IndicatorGroup {
  readonly id: string;
  readonly name: BilingualText;
}

/** All indicators of a family. */
export interface IndicatorRules {
  /** Quotients and growths with a smaller denominator are not ranked and enter no median. */
  readonly minimumDenominator: number;
  readonly groups: readonly IndicatorGroup[];
  readonly indicators: readonly Indicator[];
}
