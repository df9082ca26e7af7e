/** What decoding a table by its laws came to. */

/** Whether the laws of a table hold, and if not, whether one explanation of the failure stands out. */
export type VerdictKind =
  /** Every law holds, or may hold with its blanks filled. */
  | 'consistent'
  /** One explanation stands out; its figures are `repaired`. */
  | 'unique'
  /** Several explanations remain; nothing was changed. */
  | 'ambiguous'
  /** None was found: the table is wrong as printed, or wrong beyond what the decoder undoes. */
  | 'unsolved';

/** A verdict on one block of a report. */
export interface TableVerdict {
  readonly table: string;
  readonly block: string;
  readonly kind: VerdictKind;
  /** Explanations of what fails, best first: the one taken, or the alternatives. */
  readonly explanations: readonly FailureExplanation[];
  /**
   * The smallest sets of printed figures whose change would let every law hold, never applied: for the auditor, where
   * figures are certain and the laws fail all the same.
   */
  readonly mends: readonly FailureExplanation[];
}

/** One explanation of why laws fail. */
export interface FailureExplanation {
  /** Rows read otherwise with what is supposed to have gone wrong in them, top to bottom. */
  readonly faults: readonly { readonly row: string; readonly fault: string }[];
  /** The figures it reads otherwise, in the order of the form. */
  readonly changes: readonly FigureChange[];
  /** How much it assumes; comparable within one table only. */
  readonly cost: number;
}

/** A figure that an explanation reads otherwise. */
export interface FigureChange {
  readonly row: string;
  readonly column: string;
  /** Plain decimals; empty for no figure. */
  readonly from: string;
  readonly to: string;
}
