/** Where in a paragraph's text a pattern matched. */

/** A match: where it begins, and where what it says of a figure stands. */
export interface Found {
  /** First place of the whole match. */
  readonly start: number;
  /** First place of the figure. */
  readonly from: number;
  /** Behind the figure and its unit. */
  readonly to: number;
}
