/** What a person should look at, and one evaluation of an identity. */
import type { CellPlace } from './fact.js';

/** A text in both languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** How much a finding matters. */
export type Severity = 'error' | 'warning' | 'info';

/** Whose doing a finding is. */
export type Cause = 'publisher' | 'extraction' | 'unknown';

/** Something a person should look at. */
export interface Finding {
  /** Stable id, documented in docs/rules.md, never reused. */
  readonly rule: string;
  readonly severity: Severity;
  readonly cause: Cause;
  /** Empty where the finding concerns the whole report. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** What the other terms give; plain decimal, or empty. */
  readonly expected: string;
  /** What is printed; plain decimal or text, or empty. */
  readonly actual: string;
  /** `actual` − `expected`; empty where either is. */
  readonly difference: string;
  readonly message: BilingualText;
  readonly place?: CellPlace;
  /** The evaluation behind it, where an identity failed. */
  readonly check?: Check;
}

/** The outcome of one evaluation. */
export type CheckOutcome = 'holds' | 'violated' | 'unassessable';

/** One evaluation of an identity: the total against the signed sum of the other terms. */
export interface Check {
  readonly rule: string;
  readonly severity: Severity;
  readonly table: string;
  /** The total first. */
  readonly terms: readonly CheckTerm[];
  readonly outcome: CheckOutcome;
  /** The signed sum of the parts; empty when unassessable. */
  readonly expected: string;
  /** The total's value; empty when it has none. */
  readonly actual: string;
  readonly difference: string;
  /** True where some term's value was derived, not printed. */
  readonly usesDerived: boolean;
}

/** One term of an evaluation. */
export interface CheckTerm {
  readonly role: 'total' | 'part';
  readonly sign: 1 | -1;
  readonly row: string;
  readonly column: string;
  /** Plain decimal, or empty. */
  readonly value: string;
  readonly place?: CellPlace;
}
