/** Chooses between two readings of one dump: its lines as they stand, and the tables that it states cell by cell. */
import type { Analysis } from './analysis.js';
import { factsToChecks } from './check/index.js';
import { doubtFact, figureKey } from './model/index.js';
import type { Fact, Report } from './model/index.js';
import { IDENTITY_FAILS } from './repair/index.js';

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
  const more = opennessOf(asLines, asTables) - opennessOf(asTables, asLines);
  // Reports of other years are compared with the lines, however their own tables were read.
  const withLines = asTables.map((report, at) => {
    const comparison = asLines[at]?.comparison;
    return comparison === undefined ? report : { ...report, comparison };
  });
  if (isRepeated && more >= 0) return withLines;
  const [chosen, others] = more > 0 ? [withLines, asLines] : [asLines, asTables];
  return chosen.map((report, at) => ({ ...report, facts: doubtDiffering(report, others[at]?.facts ?? []) }));
}

/** A reading of a dump that holds one report, with what came of it. */
export interface DumpReading {
  readonly analyses: readonly Analysis[];
  readonly reports: readonly Report[];
}

/**
 * A reading put together of two, table by table of the form, where each leaves fewer figures open in some of them; to be
 * reported anew. `undefined` where one of them is the better throughout, or there are several reports.
 */
export function mixReadings(one: DumpReading, other: DumpReading): Analysis | undefined {
  const [[a, ...moreOfOne], [b, ...moreOfOther]] = [one.analyses, other.analyses];
  if (!a || !b || moreOfOne.length + moreOfOther.length > 0 || a.family !== b.family) return undefined;
  const gainOf = (table: string): number =>
    opennessOf(one.reports, other.reports, table) - opennessOf(other.reports, one.reports, table);
  const names = [...new Set([...a.binding.blocks, ...b.binding.blocks].map(({ table }) => table))];
  const taken = new Set(names.filter((name) => gainOf(name) > 0));
  if (taken.size === 0 || names.every((name) => gainOf(name) >= 0)) return undefined;
  const pick = <T extends { readonly table: string }>(own: readonly T[], others: readonly T[]): readonly T[] => [
    ...own.filter(({ table }) => !taken.has(table)),
    ...others.filter(({ table }) => taken.has(table)),
  ];
  const order = ({ table }: { readonly table: string }): number => names.indexOf(table);
  const inOrder = <T extends { readonly table: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((x, y) => order(x) - order(y));
  const blocks = inOrder(pick(a.binding.blocks, b.binding.blocks));
  const facts = inOrder(pick(a.binding.facts, b.binding.facts));
  return {
    ...a,
    binding: {
      blocks,
      facts,
      tables: [...boundIn(a, (name) => !taken.has(name)), ...boundIn(b, (name) => taken.has(name))],
      edition: [...new Set(blocks.map(({ edition }) => edition))].sort().join('+'),
    },
    checks: factsToChecks(facts, blocks),
    findings: pick(a.findings, b.findings),
    unlikely: pick(a.unlikely, b.unlikely),
  };
}

/** The tables of a reading with what was bound of some tables of the form; those of which nothing is left out. */
function boundIn({ binding }: Analysis, isWanted: (table: string) => boolean): Analysis['binding']['tables'] {
  return binding.tables
    .map(({ table, bindings }) => ({ table, bindings: bindings.filter((each) => isWanted(each.table)) }))
    .filter(({ bindings }) => bindings.length > 0);
}

/** How much a reading leaves open; cells that it has not found and the other one has weigh more than any doubt. */
function opennessOf(reports: readonly Report[], others: readonly Report[], table?: string): number {
  const found = new Set(
    others.flatMap(({ facts }) => facts).flatMap((fact) => (isFound(fact) ? [figureKey(fact)] : [])),
  );
  const isLost = (fact: Fact): boolean => fact.reading.kind !== 'number' && found.has(figureKey(fact));
  const own = reports.flatMap(({ facts }) => facts).filter((fact) => table === undefined || fact.table === table);
  return own.reduce((sum, fact) => sum + (isLost(fact) ? LOST : isCertain(fact) ? 0 : 1), 0);
}

/** More than a table has cells. */
const LOST = 1_000;

/** Whether a cell prints a number, and nothing but the sums speaks against its place. */
function isFound({ reading, doubts }: Fact): boolean {
  return reading.kind === 'number' && doubts.every((doubt) => doubt === IDENTITY_FAILS);
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
    // A law that a figure was derived from bears nothing out.
    const isBorneOut = borneOut.has(figureKey(fact)) && fact.status !== 'derived';
    if (value === undefined || value === fact.value || !isCertain(fact) || isBorneOut) return fact;
    const alternatives = value === '' ? [] : [value];
    return doubtFact({ ...fact, alternatives: [...new Set([...fact.alternatives, ...alternatives])] }, READINGS_DIFFER);
  });
}
