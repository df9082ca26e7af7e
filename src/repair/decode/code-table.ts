/**
 * A table as the decoder sees it: rows of slots with what is printed in them, and the laws over their figures. Knows neither
 * fields nor pages. Figures are whole numbers (an amount is scaled by a power of ten before), exact below 2^53.
 */

/** One slot of a row: the place of one figure. */
export interface CodeSlot {
  /** The runs of digits printed here, left to right, separators removed; empty where the slot prints no number. */
  readonly tokens: readonly string[];
  /** What is believed to be printed; absent for a blank. */
  readonly value: number | undefined;
  /** Other values the reader holds possible, best first. */
  readonly alternatives: readonly number[];
  /** Whether the reader may have misread the digits. */
  readonly mayBeMisread: boolean;
  /** Whether the figure may be below zero. */
  readonly isSigned: boolean;
}

/** One printed row. */
export interface CodeRow {
  /** Left to right. */
  readonly slots: readonly CodeSlot[];
  /** Whether its figures may stand in other columns than they were bound to. */
  readonly mayBeMisplaced: boolean;
  /** Whether its label is doubted: its figures may be those of another row. */
  readonly mayBeOtherRow: boolean;
  /** Whether it prints blanks where the other rows of its table print figures: then it may have lost or moved some. */
  readonly hasOddBlanks: boolean;
  /** Whether something about its figures is doubted that the laws may settle. */
  readonly isDoubted: boolean;
  /** Runs of digits that were left over before and after the slots: they may be figures pushed out. */
  readonly surplusBefore: readonly string[];
  readonly surplusAfter: readonly string[];
}

/** A law: Σ coefficient × figure = 0. */
export interface CodeLaw {
  /** Indices of figures, rows one after the other. */
  readonly cells: readonly number[];
  readonly coefficients: readonly (1 | -1)[];
}

/** A table to decode. */
export interface CodeTable {
  readonly rows: readonly CodeRow[];
  readonly laws: readonly CodeLaw[];
}

/** A law within one row, its cells numbered by slot. */
export type RowLaw = CodeLaw;

/** The laws of a table sorted by what they reach over. */
export interface LawPlan {
  /** Index of each row's first cell; one more at the end. */
  readonly firstCell: readonly number[];
  /** By row: laws over nothing but its own slots. */
  readonly rowLaws: readonly (readonly RowLaw[])[];
  /** Laws over several rows: for each row its share, as slot indices and coefficients. */
  readonly crossLaws: readonly CrossLaw[];
}

/** A law over several rows. */
export interface CrossLaw {
  readonly law: CodeLaw;
  /** By row index; rows without a share are absent. */
  readonly shares: ReadonlyMap<number, RowLaw>;
}

/** Sorts a table's laws. */
export function planLaws({ rows, laws }: CodeTable): LawPlan {
  const firstCell = [0];
  for (const row of rows) firstCell.push((firstCell.at(-1) ?? 0) + row.slots.length);
  const rowOf = rows.flatMap((row, index) => row.slots.map(() => index));
  const rowLaws: RowLaw[][] = rows.map(() => []);
  const crossLaws: CrossLaw[] = [];
  for (const law of laws) {
    const shares = new Map<number, { cells: number[]; coefficients: (1 | -1)[] }>();
    law.cells.forEach((cell, k) => {
      const row = rowOf[cell] ?? 0;
      const share = shares.get(row) ?? { cells: [], coefficients: [] };
      share.cells.push(cell - (firstCell[row] ?? 0));
      share.coefficients.push(law.coefficients[k] ?? 1);
      shares.set(row, share);
    });
    const [only] = shares;
    if (shares.size === 1 && only) rowLaws[only[0]]?.push(only[1]);
    else crossLaws.push({ law, shares });
  }
  return { firstCell, rowLaws, crossLaws };
}

/** The figures of a row; `undefined` where nothing is known. */
export type RowValues = readonly (number | undefined)[];

/** What a share of a law comes to; `undefined` where a figure of it is not known. */
export function shareSum(share: RowLaw, values: RowValues): number | undefined {
  let sum = 0;
  for (const [k, cell] of share.cells.entries()) {
    const value = values[cell];
    if (value === undefined) return undefined;
    sum += (share.coefficients[k] ?? 1) * value;
  }
  return sum;
}
