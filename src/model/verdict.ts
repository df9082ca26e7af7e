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
  /** True where the search reached its limit of steps: `unsolved`, and more searching might have explained it. */
  readonly isCutShort: boolean;
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
  /**
   * What outside the table speaks for this explanation alone and against every other; absent for most. It ranks, and changes
   * nothing: such evidence is of single figures.
   */
  readonly support?: readonly OutsideSupport[];
}

/** Evidence for an explanation that the table itself does not hold. */
export interface OutsideSupport {
  /** A sentence of the report, or the report of the year before or after. */
  readonly kind: 'prose' | 'other-year';
  /** The quantity that the sentence states, or the law between years. */
  readonly rule: string;
  /** What it says, a plain decimal. */
  readonly value: string;
  /** The sentence, or the path of the other report. */
  readonly source: string;
}

/** A figure that an explanation reads otherwise. */
export interface FigureChange {
  readonly row: string;
  readonly column: string;
  /** Plain decimals; empty for no figure. */
  readonly from: string;
  readonly to: string;
}
