/**
 * Clears doubts that arithmetic decides. A figure whose text could be read in several ways is proved by a law that holds
 * with it and in which nothing else is doubted: any other reading would break that law.
 */
import type { Check, Fact } from '../model/index.js';

/** Doubts about which value a text in a known place stands for. Doubts about the place itself are never settled here. */
const VALUE_DOUBTS: ReadonlySet<string> = new Set([
  'broken-number',
  'several-numbers',
  'text-after-number',
  'strays-over-rule',
]);
/** Doubt about the columns of a whole block whose header could not be read. */
const HEADER_DOUBT = 'header-unrecognised';

/**
 * Makes doubted facts `printed` where the checks prove them.
 *
 * @param checks evaluated over these facts
 */
export function settleDoubts(facts: readonly Fact[], checks: readonly Check[]): readonly Fact[] {
  const open = new Map(
    facts.filter((fact) => fact.status === 'suspect').map((fact) => [keyOf(fact.table, fact.row, fact.column), fact]),
  );
  if (open.size === 0) return facts;
  const settled = new Set([...provedValues(open, checks), ...provedHeaders(facts, checks)]);
  return facts.map((fact) =>
    settled.has(keyOf(fact.table, fact.row, fact.column)) ? { ...fact, status: 'printed', doubts: [] } : fact,
  );
}

function keyOf(table: string, row: string, column: string): string {
  return `${table}/${row}/${column}`;
}

function keysOf(check: Check): readonly string[] {
  return check.terms.map((term) => keyOf(check.table, term.row, term.column));
}

/** Proves value doubts one after another: a proved figure helps to prove the next. */
function provedValues(open: ReadonlyMap<string, Fact>, checks: readonly Check[]): ReadonlySet<string> {
  const proved = new Set<string>();
  const violated = new Set(checks.filter((check) => check.outcome === 'violated').flatMap(keysOf));
  const holding = checks.filter((check) => check.outcome === 'holds').map(keysOf);
  for (let size = -1; size !== proved.size;) {
    size = proved.size;
    for (const keys of holding) {
      const doubted = keys.filter((key) => open.has(key) && !proved.has(key));
      const [only] = doubted;
      if (only === undefined || doubted.length > 1 || violated.has(only)) continue;
      if (open.get(only)?.doubts.every((doubt) => VALUE_DOUBTS.has(doubt))) proved.add(only);
    }
  }
  return proved;
}

/**
 * Proves the columns of a block counted from the right: every law of the block holds, and among them one whose figures
 * are not all 0, so that a shifted column would break it.
 */
function provedHeaders(facts: readonly Fact[], checks: readonly Check[]): ReadonlySet<string> {
  const proved = new Set<string>();
  const blocks = new Set(facts.filter(({ doubts }) => doubts.includes(HEADER_DOUBT)).map(({ block }) => block));
  for (const block of blocks) {
    const own = facts.filter((fact) => fact.block === block);
    const keys = new Set(own.map((fact) => keyOf(fact.table, fact.row, fact.column)));
    const laws = checks.filter((check) => keysOf(check).some((key) => keys.has(key)));
    const hasTellingLaw = laws.some((law) => law.outcome === 'holds' && law.actual !== '0' && law.actual !== '');
    const isAllZero = own.every((fact) => fact.value === '0');
    const isProved = laws.length > 0 && laws.every((law) => law.outcome === 'holds') && (hasTellingLaw || isAllZero);
    if (!isProved) continue;
    for (const fact of own) {
      if (fact.doubts.every((doubt) => doubt === HEADER_DOUBT)) proved.add(keyOf(fact.table, fact.row, fact.column));
    }
  }
  return proved;
}
