/** Fills what a reading leaves open, as far as all laws together decide it. */
import type { Equation, Unknown } from '../linear-system.js';
import { solveSystem } from '../solve-system.js';
import type { CodeLaw, RowValues } from './code-table.js';

/**
 * The figures with those filled that the laws and non-negativity leave one value.
 *
 * @param values by cell, all rows one after the other
 * @param isSigned by cell
 * @returns `undefined` where no filling satisfies every law
 */
export function completeFigures(
  values: RowValues,
  laws: readonly CodeLaw[],
  isSigned: readonly boolean[],
): RowValues | undefined {
  const unknowns: Unknown[] = [];
  const indexOf = new Map<number, number>();
  const equations: Equation[] = [];
  for (const law of laws) {
    const equation = { unknowns: [] as number[], coefficients: [] as (1 | -1)[], constant: 0n };
    for (const [k, cell] of law.cells.entries()) {
      const coefficient = law.coefficients[k] ?? 1;
      const value = values[cell];
      if (value !== undefined) {
        equation.constant -= BigInt(coefficient * value);
        continue;
      }
      const index = indexOf.get(cell) ?? unknowns.push({ isSigned: isSigned[cell] === true, step: 1n }) - 1;
      indexOf.set(cell, index);
      equation.unknowns.push(index);
      equation.coefficients.push(coefficient);
    }
    if (equation.unknowns.length > 0) equations.push(equation);
    else if (equation.constant !== 0n) return undefined;
  }
  if (unknowns.length === 0) return values;
  const solution = solveSystem(equations, unknowns);
  if (!solution.isFeasible) return undefined;
  const filled = [...values];
  for (const [cell, index] of indexOf) {
    const value = solution.values[index];
    if (value !== undefined) filled[cell] = Number(value);
  }
  return filled;
}
