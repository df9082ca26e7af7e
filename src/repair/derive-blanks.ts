/**
 * Derives what blank cells must stand for. A value is derived only where the laws and non-negativity leave exactly one,
 * and only from figures that nobody doubts and no violated law touches: of a table with an error in it, what the error
 * may have reached stays blank.
 */
import { type Block, type Fact, formatDecimal } from '../model/index.js';
import { type Derived, groupsOf, scaleOf, solveGroup, unitsAt } from './law-groups.js';
import { collectLaws, type Figure, type ReportLaw, type ReportLaws } from './report-laws.js';

/**
 * The facts, with `status` `derived` and a `value` where a blank, a mark of "not applicable" or a missing cell can stand
 * for one number only. What is printed and how it was read stay as they are; no printed figure is touched.
 */
export function deriveBlanks(facts: readonly Fact[], blocks: readonly Block[]): readonly Fact[] {
  if (!facts.some(({ value }) => value === '')) return facts;
  const report = collectLaws(facts, blocks);
  if (!report.figures.some(({ role }) => role === 'open')) return facts;
  const scale = scaleOf(report.figures);
  const derived = deriveSoundly(report, scale);
  if (derived.size === 0) return facts;
  const byFact = new Map([...derived].map(([figure, units]) => [report.figures[figure]?.factIndex, units]));
  return facts.map((fact, k) => {
    const units = byFact.get(k);
    return units === undefined ? fact : { ...fact, value: formatDecimal({ units, scale }), status: 'derived' };
  });
}

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
