/** Laws that are about the same blanks, and what they leave to them together. */
import type { Decimal } from '../model/index.js';
import type { Equation, Unknown } from './linear-system.js';
import type { Figure, ReportLaw } from './report-laws.js';
import { solveSystem } from './solve-system.js';

/** What blanks stand for, by index of the figure, in units of 10^−scale. */
export type Derived = ReadonlyMap<number, bigint>;

/** The most decimal places of any figure. */
export function scaleOf(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.map(({ value }) => value?.scale ?? 0));
}

/** The laws with open figures, those together that share any. */
export function groupsOf(laws: readonly ReportLaw[], figures: readonly Figure[]): ReportLaw[][] {
  let groups: { open: Set<number>; laws: ReportLaw[] }[] = [];
  for (const law of laws) {
    const open = law.figures.filter((figure) => figures[figure]?.role === 'open');
    if (open.length === 0) continue;
    const joined = groups.filter((group) => open.some((figure) => group.open.has(figure)));
    const merged = {
      open: new Set([...open, ...joined.flatMap((group) => [...group.open])]),
      laws: [...joined.flatMap((group) => group.laws), law],
    };
    groups = [...groups.filter((group) => !joined.includes(group)), merged];
  }
  return groups.map((group) => group.laws);
}

/** What a group of laws leaves to its open figures; `undefined` where the laws contradict each other. */
export function solveGroup(
  group: readonly ReportLaw[],
  figures: readonly Figure[],
  scale: number,
): Derived | undefined {
  const indexOf = new Map<number, number>();
  const unknowns: Unknown[] = [];
  const equations = group.map((law): Equation => {
    const equation = { unknowns: [] as number[], coefficients: [] as (1 | -1)[], constant: 0n };
    law.figures.forEach((index, k) => {
      const figure = figures[index];
      const coefficient = law.coefficients[k] ?? 1;
      if (figure === undefined) return;
      if (figure.role !== 'open') {
        equation.constant -= BigInt(coefficient) * unitsAt(figure.value, scale);
        return;
      }
      const unknown = indexOf.get(index) ?? unknowns.push(toUnknown(figure, scale)) - 1;
      indexOf.set(index, unknown);
      equation.unknowns.push(unknown);
      equation.coefficients.push(coefficient);
    });
    return equation;
  });
  const solution = solveSystem(equations, unknowns);
  if (!solution.isFeasible) return undefined;
  const values = new Map<number, bigint>();
  for (const [figure, unknown] of indexOf) {
    const value = solution.values[unknown];
    if (value !== undefined) values.set(figure, value);
  }
  return values;
}

function toUnknown({ type }: Figure, scale: number): Unknown {
  return { isSigned: type === 'signed-count', step: type === 'amount' ? 0n : 10n ** BigInt(scale) };
}

/** A value in units of 10^−scale; 0 where there is none. */
export function unitsAt(value: Decimal | undefined, scale: number): bigint {
  if (value === undefined) return 0n;
  return value.scale === scale ? value.units : value.units * 10n ** BigInt(scale - value.scale);
}
