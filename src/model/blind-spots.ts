/** What the laws of a block cannot see. */
export interface BlindSpots {
  readonly table: string;
  readonly block: string;
  /** Rows whose figures may be exchanged, whatever they are, without any law noticing; groups of two and more. */
  readonly rows: readonly (readonly string[])[];
  /** The same of columns; `row/column` where the columns of a block belong to several rows of figures. */
  readonly columns: readonly (readonly string[])[];
}
