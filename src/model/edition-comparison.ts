/** How figures of two editions of a form compare: whether one may stand beside the other in a series over the years. */
import type { BilingualText } from './finding.js';

/** How far figures may be compared. */
export type Comparability =
  /** They count the same. */
  | 'exact'
  /** They count nearly the same; the note says in what they differ. */
  | 'approximate'
  /** The other edition has nothing to compare with. */
  | 'none';

/** One figure of an edition, or the sum of several in one column. */
export interface ComparedFigures {
  readonly edition: string;
  readonly table: string;
  /** Rows whose figures are added up; most often one. */
  readonly rows: readonly string[];
  readonly column: string;
}

/** What an edition's figure is in another edition. */
export interface EditionComparison {
  readonly from: ComparedFigures;
  readonly toEdition: string;
  /** Absent where there is nothing to compare with. */
  readonly to?: ComparedFigures;
  readonly kind: Comparability;
  /** Empty where there is nothing to say. */
  readonly note: BilingualText;
}
