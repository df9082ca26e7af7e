/**
 * Derives what blank cells must stand for. A value is derived only where the laws and non-negativity leave exactly one,
 * and only from figures that nobody doubts and no violated law touches: of a table with an error in it, what the error
 * may have reached stays blank.
 */
import { type Block, type Decimal, type Fact, formatDecimal } from '../model/index.js';
import type { Equation, Unknown } from './linear-system.js';
import { collectLaws, type Figure, type ReportLaw, type ReportLaws } from './report-laws.js';
import { solveSystem } from './solve-system.js';

/**
 * The facts, with `status` `derived` and a `value` where a blank, a mark of "not applicable" or a missing cell can stand
 * for one number only. What is printed and how it was read stay as they are; no printed figure is touched.
 */
export function deriveBlanks(facts: readonly Fact[], blocks: readonly Block[]): readonly Fact[] {
  if (!facts.some(({ value }) => value === '')) return facts;
  const report = collectLaws(facts, blocks);
  if (!report.figures.some(({ role }) => role === 'open')) return facts;
  const scale = Math.max(0, ...report.figures.map(({ value }) => value?.scale ?? 0));
  const derived = deriveSoundly(report, scale);
  if (derived.size === 0) return facts;
  const byFact = new Map([...derived].map(([figure, units]) => [report.figures[figure]?.factIndex, units]));
  return facts.map((fact, k) => {
    const units = byFact.get(k);
    return units === undefined ? fact : { ...fact, value: formatDecimal({ units, scale }), status: 'derived' };
  });
}

/** By index of the figure, in units of 10^−scale. */
type Derived = ReadonlyMap<number, bigint>;

/** Derives, and where a law then fails starts anew without any figure that this law or its proofs touch. */
function deriveSoundly(report: ReportLaws, scale: number): Derived {
  const tainted = new Set<number>();
  for (;;) {
    const before = tainted.size;
    const usable = usableLaws(report, tainted);
    const groups = groupsOf(usable, report.figures);
    const derived = new Map<number, bigint>();
    for (const group of groups) {
      const values = solveGroup(group, report.figures, scale);
      if (values === undefined) taint(tainted, group);
      else for (const [figure, units] of values) derived.set(figure, units);
    }
    for (const law of report.laws) {
      if (canHold(law, report.figures, derived, scale)) continue;
      taint(tainted, [law, ...groups.filter((group) => touches(law, group, derived)).flat()]);
    }
    if (tainted.size === before) return derived;
  }
}

function usableLaws({ laws, figures }: ReportLaws, tainted: ReadonlySet<number>): ReportLaw[] {
  return laws.filter((law) =>
    law.figures.every((figure) => !tainted.has(figure) && figures[figure]?.role !== 'doubtful'),
  );
}

function taint(tainted: Set<number>, laws: readonly ReportLaw[]): void {
  for (const figure of laws.flatMap((law) => law.figures)) tainted.add(figure);
}

/** True where a law is about something that was derived within a group. */
function touches(law: ReportLaw, group: readonly ReportLaw[], derived: Derived): boolean {
  return law.figures.some((figure) => derived.has(figure) && group.some(({ figures }) => figures.includes(figure)));
}

/** The laws with open figures, those together that share any. */
function groupsOf(laws: readonly ReportLaw[], figures: readonly Figure[]): ReportLaw[][] {
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
function solveGroup(group: readonly ReportLaw[], figures: readonly Figure[], scale: number): Derived | undefined {
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

/** False where the law is violated, whatever its figures without a value stand for. */
function canHold(law: ReportLaw, figures: readonly Figure[], derived: Derived, scale: number): boolean {
  let sum = 0n;
  let canRise = false;
  let canFall = false;
  for (const [k, index] of law.figures.entries()) {
    const figure = figures[index];
    const coefficient = law.coefficients[k] ?? 1;
    const units = derived.get(index) ?? (figure?.value === undefined ? undefined : unitsAt(figure.value, scale));
    if (units !== undefined) sum += BigInt(coefficient) * units;
    else if (figure?.type === 'signed-count') canRise = canFall = true;
    else if (coefficient === 1) canRise = true;
    else canFall = true;
  }
  return sum === 0n || (sum < 0n ? canRise : canFall);
}

function unitsAt(value: Decimal | undefined, scale: number): bigint {
  if (value === undefined) return 0n;
  return value.scale === scale ? value.units : value.units * 10n ** BigInt(scale - value.scale);
}
