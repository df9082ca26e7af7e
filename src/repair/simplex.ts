/**
 * The simplex method in whole numbers: finds a non-negative point of a system of equations and moves it as far as it goes
 * along any direction. Bland's rule, so that it ends; every row is kept as integers, scaled by a positive factor, so that
 * nothing is ever rounded (Chvátal, Linear Programming, ch. 2, 3 and 8).
 */

/** A system in the form the method works on, at one of its corner points. Mutable, for speed. */
export interface Tableau {
  /** Each row: one coefficient for each variable, then the constant, which is ≥ 0. */
  rows: bigint[][];
  /** The variable that each row gives; its coefficient in the row is positive, and 0 in every other row. */
  basis: number[];
  readonly variableCount: number;
}

/** A corner point's coordinate: `numerator` / `denominator`, the latter positive. */
export interface Coordinate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Finds a corner point of the system that `rows` states (coefficients, then constant) with all variables ≥ 0.
 *
 * @returns `undefined` when there is none
 */
export function findCorner(rows: readonly (readonly bigint[])[], variableCount: number): Tableau | undefined {
  const positive = rows.map((row) => ((row[variableCount] ?? 0n) < 0n ? row.map((value) => -value) : [...row]));
  // One artificial variable a row, numbered past the real ones; their columns are never needed, for none comes back.
  const tableau: Tableau = { rows: positive, basis: rows.map((_, k) => variableCount + k), variableCount };
  const cost = new Array<bigint>(variableCount + 1).fill(0n);
  for (const row of positive) row.forEach((value, k) => (cost[k] = (cost[k] ?? 0n) - value));
  if (descend(tableau, cost) !== 'lowest' || cost[variableCount] !== 0n) return undefined;
  expelArtificials(tableau);
  return tableau;
}

/**
 * Moves to a corner where Σ weights · variables is least.
 *
 * @returns `unbounded` when it has no least value; the tableau then stands at some corner
 */
export function minimise(tableau: Tableau, weights: ReadonlyMap<number, bigint>): 'lowest' | 'unbounded' {
  const cost = new Array<bigint>(tableau.variableCount + 1).fill(0n);
  for (const [variable, weight] of weights) cost[variable] = weight;
  tableau.rows.forEach((row, k) => {
    clearColumn(cost, row, tableau.basis[k] ?? 0);
  });
  return descend(tableau, cost);
}

/** The corner point the tableau stands at: coordinates of all variables. */
export function cornerOf({ rows, basis, variableCount }: Tableau): Coordinate[] {
  const corner = Array.from({ length: variableCount }, (): Coordinate => ({ numerator: 0n, denominator: 1n }));
  basis.forEach((variable, k) => {
    const row = rows[k];
    corner[variable] = { numerator: row?.[variableCount] ?? 0n, denominator: row?.[variable] ?? 1n };
  });
  return corner;
}

function descend(tableau: Tableau, cost: bigint[]): 'lowest' | 'unbounded' {
  for (;;) {
    const entering = cost.findIndex((value, k) => value < 0n && k < tableau.variableCount);
    if (entering < 0) return 'lowest';
    const leaving = leavingRow(tableau, entering);
    if (leaving === undefined) return 'unbounded';
    pivot(tableau, leaving, entering, cost);
  }
}

/** The row that stops a growing variable first; among equals the one with the lowest variable. */
function leavingRow({ rows, basis, variableCount }: Tableau, entering: number): number | undefined {
  let best: number | undefined;
  let bestRow: readonly bigint[] = [];
  rows.forEach((row, k) => {
    const slope = row[entering] ?? 0n;
    if (slope <= 0n) return;
    const mine = (row[variableCount] ?? 0n) * (bestRow[entering] ?? 0n);
    const theirs = (bestRow[variableCount] ?? 0n) * slope;
    const isEarlier = best === undefined || mine < theirs || (mine === theirs && (basis[k] ?? 0) < (basis[best] ?? 0));
    if (!isEarlier) return;
    best = k;
    bestRow = row;
  });
  return best;
}

function pivot(tableau: Tableau, rowIndex: number, variable: number, cost: bigint[]): void {
  const pivotRow = tableau.rows[rowIndex] ?? [];
  for (const [k, row] of tableau.rows.entries()) if (k !== rowIndex) clearColumn(row, pivotRow, variable);
  clearColumn(cost, pivotRow, variable);
  tableau.basis[rowIndex] = variable;
}

/** Adds a multiple of `pivotRow` to `row`, scaled by a positive factor, so that the variable's coefficient becomes 0. */
function clearColumn(row: bigint[], pivotRow: readonly bigint[], variable: number): void {
  const factor = row[variable] ?? 0n;
  if (factor === 0n) return;
  const scale = pivotRow[variable] ?? 1n;
  for (const [k, value] of pivotRow.entries()) {
    if (scale === 1n && value === 0n) continue;
    row[k] = (row[k] ?? 0n) * scale - factor * value;
  }
  if (scale !== 1n) divideByCommonFactor(row);
}

function divideByCommonFactor(row: bigint[]): void {
  let common = 0n;
  for (const value of row) {
    let [a, b] = [common, value < 0n ? -value : value];
    while (b !== 0n) [a, b] = [b, a % b];
    common = a;
    if (common === 1n) return;
  }
  if (common === 0n) return;
  for (const [k, value] of row.entries()) row[k] = value / common;
}

/** An artificial variable still in the basis is 0: a real one takes its place, or the row says nothing and goes. */
function expelArtificials(tableau: Tableau): void {
  const { variableCount } = tableau;
  for (let k = tableau.rows.length - 1; k >= 0; k--) {
    if ((tableau.basis[k] ?? 0) < variableCount) continue;
    const row = tableau.rows[k] ?? [];
    const variable = row.findIndex((value, j) => value !== 0n && j < variableCount);
    if (variable < 0) {
      tableau.rows.splice(k, 1);
      tableau.basis.splice(k, 1);
      continue;
    }
    if ((row[variable] ?? 0n) < 0n) for (const [j, value] of row.entries()) row[j] = -value;
    pivot(tableau, k, variable, []);
  }
}
