/** What a list of administrative divisions can say of a body's name. */
import type { Level } from './report.js';

/** An administrative division. */
export interface Region {
  /** Six digits of the national division code; of a township, its county's. */
  readonly code: string;
  /** Never empty, never `central`. */
  readonly level: Exclude<Level, '' | 'central'>;
}

/** Finds divisions by name. */
export interface Regions {
  /**
   * The division that a body belongs to, told from the name it gives itself (`威海市工业和信息化局` → 371000, prefecture).
   *
   * @returns `undefined` where the name says nothing, where it fits several divisions, or where the list does not know it:
   *   a wrong code is a silent error, so nothing is guessed.
   */
  readonly findRegion: (agency: string) => Region | undefined;
}
