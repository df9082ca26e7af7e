/**
 * Finds sums that cannot hold together. A sum with a blank in it is broken only where nothing that could stand there mends it;
 * but a row's sum may demand another number of a blank than its column's does, and then one of the printed figures is wrong.
 */
import { figureKey, formatDecimal } from '../model/index.js';
import type { Block, Check, Contradiction, Fact } from '../model/index.js';
import { groupsOf, scaleOf, solveGroup, unitsAt } from './law-groups.js';
import { collectLaws, type Figure, type ReportLaw } from './report-laws.js';

/**
 * The contradictions of a report. What a broken sum is about tells nothing more, and neither does a figure that is doubted:
 * only sums without such figures are held against one another.
 *
 * @param checks evaluated over these facts
 */
export function findContradictions(
  facts: readonly Fact[],
  checks: readonly Check[],
  blocks: readonly Block[],
): readonly Contradiction[] {
  if (facts.every(({ value }) => value !== '')) return [];
  const report = collectLaws(facts, blocks);
  // Whatever the reason is for which nothing is known of a figure, it is one number.
  const figures = report.figures.map((figure): Figure =>
    figure.value === undefined ? { ...figure, role: 'open' } : figure,
  );
  const scale = scaleOf(figures);
  const broken = new Set(checks.filter(({ outcome }) => outcome === 'violated').flatMap(keysOf));
  const isUsable = (index: number): boolean => {
    const fact = facts[figures[index]?.factIndex ?? -1];
    return fact !== undefined && figures[index]?.role !== 'doubtful' && !broken.has(figureKey(fact));
  };
  const usable = report.laws.filter((law) => law.figures.every(isUsable));
  const checkOf = new Map(checks.map((check) => [nameOf(check, check.terms[0]), check]));
  const contradictions: Contradiction[] = [];
  for (const group of groupsOf(usable, figures)) {
    for (const laws of contradictingSets(group, figures, scale)) {
      const blank = mostNamed(laws, figures);
      const fact = facts[figures[blank ?? -1]?.factIndex ?? -1];
      if (blank === undefined || !fact) continue;
      contradictions.push({
        table: fact.table,
        row: fact.row,
        column: fact.column,
        checks: laws.flatMap((law) => checkOf.get(nameOf(law, law)) ?? []),
        demanded: laws.map((law) => demandOf(law, blank, figures, scale)),
      });
    }
  }
  return contradictions;
}

function keysOf({ table, terms }: Check): readonly string[] {
  return terms.map(({ row, column }) => figureKey({ table, row, column }));
}

function nameOf(
  { table, rule }: Pick<Check, 'table' | 'rule'>,
  total?: { readonly row: string; readonly column: string },
): string {
  return `${rule} ${table}/${total?.row ?? ''}/${total?.column ?? ''}`;
}

/** Sets of laws that contradict one another, each as small as can be, no law in two of them. */
function contradictingSets(
  group: readonly ReportLaw[],
  figures: readonly Figure[],
  scale: number,
): readonly (readonly ReportLaw[])[] {
  const contradict = (laws: readonly ReportLaw[]): boolean => solveGroup(laws, figures, scale) === undefined;
  const sets: (readonly ReportLaw[])[] = [];
  let rest = group;
  while (rest.length > 0 && contradict(rest)) {
    let set = rest;
    for (const law of rest) {
      const without = set.filter((each) => each !== law);
      if (without.length > 0 && contradict(without)) set = without;
    }
    const found = new Set(set);
    sets.push(set);
    rest = rest.filter((law) => !found.has(law));
  }
  return sets;
}

/** The blank that most of the laws are about; of several the first. */
function mostNamed(laws: readonly ReportLaw[], figures: readonly Figure[]): number | undefined {
  const counts = new Map<number, number>();
  for (const figure of laws.flatMap((law) => law.figures)) {
    if (figures[figure]?.role === 'open') counts.set(figure, (counts.get(figure) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** What a law leaves to a blank; empty where it is not about it, or about other blanks too. */
function demandOf(law: ReportLaw, blank: number, figures: readonly Figure[], scale: number): string {
  const open = law.figures.filter((figure) => figures[figure]?.role === 'open');
  if (open.length !== 1 || open[0] !== blank) return '';
  let [sum, own] = [0n, 1n];
  for (const [k, index] of law.figures.entries()) {
    const coefficient = BigInt(law.coefficients[k] ?? 1);
    if (index === blank) own = coefficient;
    else sum += coefficient * unitsAt(figures[index]?.value, scale);
  }
  return formatDecimal({ units: -sum * own, scale });
}
