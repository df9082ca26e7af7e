/** Chooses between two readings of one dump: its lines as they stand, and the tables that it states cell by cell. */
import { doubtFact, figureKey } from './model/index.js';
import type { Fact, Report } from './model/index.js';

/** The doubt of a figure that the two readings give differently. */
const READINGS_DIFFER = 'readers-differ';

/**
 * The reading that leaves fewer figures open. Where both leave as many it is that of the lines, unless cells are repeated
 * in them. A figure of which the other reading is as certain and says something else is doubted unless a law over it holds:
 * nothing else tells which of them miscounted the cells.
 */
export function chooseReading(
  asLines: readonly Report[],
  asTables: readonly Report[],
  isRepeated: boolean,
): readonly Report[] {
  if (asLines.length !== asTables.length) return asLines;
  const more = openCount(asLines) - openCount(asTables);
  // Reports of other years are compared with the lines, however their own tables were read.
  const withLines = asTables.map((report, at) => {
    const comparison = asLines[at]?.comparison;
    return comparison === undefined ? report : { ...report, comparison };
  });
  if (isRepeated && more >= 0) return withLines;
  const [chosen, others] = more > 0 ? [withLines, asLines] : [asLines, asTables];
  return chosen.map((report, at) => ({ ...report, facts: doubtDiffering(report, others[at]?.facts ?? []) }));
}

function openCount(reports: readonly Report[]): number {
  return reports.flatMap(({ facts }) => facts).filter((fact) => !isCertain(fact)).length;
}

function isCertain({ status }: Fact): boolean {
  return status !== 'suspect' && status !== 'missing';
}

function doubtDiffering({ facts, checks }: Report, others: readonly Fact[]): readonly Fact[] {
  const values = new Map(others.filter(isCertain).map((fact) => [figureKey(fact), fact.value]));
  const holding = checks.filter(({ outcome }) => outcome === 'holds');
  const borneOut = new Set(holding.flatMap(({ table, terms }) => terms.map((term) => figureKey({ table, ...term }))));
  return facts.map((fact) => {
    const value = values.get(figureKey(fact));
    if (value === undefined || value === fact.value || !isCertain(fact) || borneOut.has(figureKey(fact))) return fact;
    const alternatives = value === '' ? [] : [value];
    return doubtFact({ ...fact, alternatives: [...new Set([...fact.alternatives, ...alternatives])] }, READINGS_DIFFER);
  });
}
