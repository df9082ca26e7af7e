/**
 * Finds which unknowns of a system can have one value only. Exact and complete for non-negative (or signed) numbers: an
 * unknown is given a value only where its least and its greatest possible one are the same, and only where the system as
 * a whole can be satisfied at all.
 */
import { type Bounds, narrowBounds } from './bounds.js';
import type { Equation, Solution, Unknown } from './linear-system.js';
import { type Coordinate, cornerOf, findCorner, minimise, type Tableau } from './simplex.js';

const CONTRADICTION: Solution = { isFeasible: false };

/** The values that the equations leave to the unknowns, where they leave only one. */
export function solveSystem(equations: readonly Equation[], unknowns: readonly Unknown[]): Solution {
  const bounds = narrowBounds(equations, unknowns);
  if (bounds === undefined) return CONTRADICTION;
  const values = bounds.map(fixedValue);
  const rest = equations
    .map((equation) => substitute(equation, values))
    .filter((equation) => equation.unknowns.length > 0 || equation.constant !== 0n);
  if (rest.some((equation) => equation.unknowns.length === 0)) return CONTRADICTION;
  if (rest.length > 0 && !solveRest(rest, unknowns, values)) return CONTRADICTION;
  if (values.some((value, k) => value !== undefined && !fits(value, unknowns[k]))) return CONTRADICTION;
  return { isFeasible: true, values };
}

function fixedValue({ least, most }: Bounds): bigint | undefined {
  return least !== undefined && least === most ? least : undefined;
}

function fits(value: bigint, unknown: Unknown | undefined): boolean {
  return unknown === undefined || unknown.step === 0n || value % unknown.step === 0n;
}

function substitute(equation: Equation, values: readonly (bigint | undefined)[]): Equation {
  let constant = equation.constant;
  const open: number[] = [];
  const coefficients: (1 | -1)[] = [];
  equation.unknowns.forEach((unknown, k) => {
    const coefficient = equation.coefficients[k] ?? 1;
    const value = values[unknown];
    if (value === undefined) {
      open.push(unknown);
      coefficients.push(coefficient);
    } else constant -= BigInt(coefficient) * value;
  });
  return { unknowns: open, coefficients, constant };
}

/** One unknown as the simplex method sees it: a signed one is the difference of two variables. */
interface Column {
  readonly unknown: number;
  readonly plus: number;
  readonly minus: number | undefined;
}

/**
 * Settles what single equations could not; writes what it finds into `values`.
 *
 * @returns false when the equations contradict each other, or leave a count only a broken value
 */
function solveRest(
  equations: readonly Equation[],
  unknowns: readonly Unknown[],
  values: (bigint | undefined)[],
): boolean {
  const columns = toColumns(equations, unknowns);
  const variableCount = columns.length + columns.filter(({ minus }) => minus !== undefined).length;
  const tableau = findCorner(toRows(equations, columns, variableCount), variableCount);
  if (tableau === undefined) return false;
  const first = valuesAt(tableau, columns);
  const isUnique = uniqueOnes(tableau, columns, first);
  for (const [k, { unknown }] of columns.entries()) {
    const value = first[k];
    if (isUnique[k] !== true || value === undefined) continue;
    if (value.numerator % value.denominator === 0n) values[unknown] = value.numerator / value.denominator;
    else if (unknowns[unknown]?.step !== 0n) return false;
  }
  return true;
}

function toColumns(equations: readonly Equation[], unknowns: readonly Unknown[]): Column[] {
  let next = 0;
  return [...new Set(equations.flatMap((equation) => equation.unknowns))].map((unknown) => {
    const plus = next++;
    return { unknown, plus, minus: unknowns[unknown]?.isSigned === true ? next++ : undefined };
  });
}

function toRows(equations: readonly Equation[], columns: readonly Column[], variableCount: number): bigint[][] {
  const columnOf = new Map(columns.map((column) => [column.unknown, column]));
  return equations.map(({ unknowns, coefficients, constant }) => {
    const row = new Array<bigint>(variableCount + 1).fill(0n);
    row[variableCount] = constant;
    unknowns.forEach((unknown, k) => {
      const column = columnOf.get(unknown);
      if (column === undefined) return;
      row[column.plus] = BigInt(coefficients[k] ?? 1);
      if (column.minus !== undefined) row[column.minus] = -BigInt(coefficients[k] ?? 1);
    });
    return row;
  });
}

/** Pushes each unknown down and up as far as it goes; whatever moves on the way has more than one value. */
function uniqueOnes(tableau: Tableau, columns: readonly Column[], first: readonly Coordinate[]): boolean[] {
  const isUnique = columns.map(() => true);
  for (const [k, { plus, minus }] of columns.entries()) {
    for (const weight of [1n, -1n]) {
      if (isUnique[k] !== true) break;
      const weights = new Map([[plus, weight]]);
      if (minus !== undefined) weights.set(minus, -weight);
      if (minimise(tableau, weights) === 'unbounded') isUnique[k] = false;
      valuesAt(tableau, columns).forEach((value, j) => {
        if (!isSame(value, first[j])) isUnique[j] = false;
      });
    }
  }
  return isUnique;
}

function valuesAt(tableau: Tableau, columns: readonly Column[]): Coordinate[] {
  const corner = cornerOf(tableau);
  const at = (variable: number): Coordinate => corner[variable] ?? { numerator: 0n, denominator: 1n };
  return columns.map(({ plus, minus }) => {
    if (minus === undefined) return at(plus);
    const [a, b] = [at(plus), at(minus)];
    return {
      numerator: a.numerator * b.denominator - b.numerator * a.denominator,
      denominator: a.denominator * b.denominator,
    };
  });
}

function isSame(a: Coordinate, b: Coordinate | undefined): boolean {
  return b !== undefined && a.numerator * b.denominator === b.numerator * a.denominator;
}
