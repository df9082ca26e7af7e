/** Marks what an unexplained violation throws doubt on. */
import { doubtFact, figureKey, type Cause, type Check, type Fact } from '../model/index.js';

/** The doubt of a figure whose law fails for a reason that is not known to be the publisher's. */
export const IDENTITY_FAILS = 'identity-fails';

/**
 * The facts, with every printed one `suspect` that stands in a violated check not known to be the publisher's error; its
 * value stays as the best reading. Derived figures are left alone: `deriveBlanks` derives nothing near a violated law.
 */
export function markDoubtful(
  facts: readonly Fact[],
  checks: readonly Check[],
  causeOf: (check: Check) => Cause,
): readonly Fact[] {
  return doubtTerms(
    facts,
    checks.filter((check) => check.outcome === 'violated' && causeOf(check) !== 'publisher'),
  );
}

/** The facts, with every printed one `suspect` that is a term of one of the checks. */
export function doubtTerms(facts: readonly Fact[], checks: readonly Check[]): readonly Fact[] {
  const doubted = new Set<string>();
  for (const { table, terms } of checks) {
    for (const { row, column } of terms) doubted.add(figureKey({ table, row, column }));
  }
  if (doubted.size === 0) return facts;
  return facts.map((fact) => {
    if (fact.status !== 'printed' || !doubted.has(figureKey(fact))) return fact;
    return doubtFact(fact, IDENTITY_FAILS);
  });
}
