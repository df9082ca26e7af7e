/** Applies the laws within a row: fills the one blank a law decides, and refuses what no filling can mend. */
import type { CodeSlot, RowLaw, RowValues } from './code-table.js';

/**
 * The figures of a row as its own laws leave them.
 *
 * @returns `undefined` where a law of the row cannot hold
 */
export function settleRow(
  values: RowValues,
  laws: readonly RowLaw[],
  slots: readonly CodeSlot[],
): RowValues | undefined {
  const settled = [...values];
  for (const law of laws) {
    let sum = 0;
    const open: number[] = [];
    for (const [k, cell] of law.cells.entries()) {
      const value = settled[cell];
      if (value === undefined) open.push(k);
      else sum += (law.coefficients[k] ?? 1) * value;
    }
    const [only] = open;
    if (only === undefined) {
      if (sum !== 0) return undefined;
    } else if (open.length === 1) {
      const cell = law.cells[only] ?? 0;
      const value = -sum * (law.coefficients[only] ?? 1);
      if (value < 0 && slots[cell]?.isSigned !== true) return undefined;
      settled[cell] = value === 0 ? 0 : value;
    } else if (!canBalance(sum, open, law, slots)) {
      return undefined;
    }
  }
  return settled;
}

/** Whether figures that may not be negative can bring a sum to zero. */
function canBalance(sum: number, open: readonly number[], law: RowLaw, slots: readonly CodeSlot[]): boolean {
  if (sum === 0) return true;
  return open.some((k) => {
    const isSigned = slots[law.cells[k] ?? 0]?.isSigned === true;
    return isSigned || (law.coefficients[k] === 1) === sum < 0;
  });
}
