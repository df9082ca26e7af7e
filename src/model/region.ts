/** What a list of administrative divisions can say of a body's name. */
import type { Level } from './report.js';

/** An administrative division. */
export interface Region {
  /** Six digits of the national division code; of a township, its county's; empty where several of one level fit. */
  readonly code: string;
  /** Never empty, never `central`. */
  readonly level: Exclude<Level, '' | 'central'>;
}

/** Finds divisions by name. */
export interface Regions {
  /**
   * The division that a body belongs to, told from the name it gives itself (`威海市工业和信息化局` → 371000, prefecture).
   *
   * @returns `undefined` where the name says nothing, where it fits divisions of several levels, or where the list does not
   *   know it: a wrong code is a silent error, so nothing is guessed.
   */
  readonly findRegion: (agency: string) => Region | undefined;
  /**
   * What is left of a body's name once its division's, superior ones included, is taken off (`江苏省淮安市洪泽区教育局` →
   * `教育局`); `undefined` where `findRegion` finds none.
   */
  readonly nameInDivision: (agency: string) => string | undefined;
  /** Whether a name begins with one that several divisions have (鼓楼区), so that it does not tell one body from another. */
  readonly isAmbiguous: (agency: string) => boolean;
}
