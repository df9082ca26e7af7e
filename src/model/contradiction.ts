/** Sums of which each could hold by itself, and not all of them. */
import type { Check } from './finding.js';

/** A blank for which sums demand different values: no one number that could stand in it lets all of them hold. */
export interface Contradiction {
  /** Where the blank is that most of the sums are about. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** The sums; without any one of them the others could hold. */
  readonly checks: readonly Check[];
  /** What each of them demands of the blank; empty where other blanks leave that open too. */
  readonly demanded: readonly string[];
}
