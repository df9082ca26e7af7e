/** Works out what the tables say of a quantity that a sentence may mean. */
import {
  addDecimals,
  type Decimal,
  type Fact,
  parseDecimal,
  type ProseCandidate,
  subtractDecimals,
  ZERO,
} from '../model/index.js';

/** A quantity of the tables. */
export interface CandidateValue {
  readonly candidate: ProseCandidate;
  /** Absent where some figure of it has no value that nobody doubts. */
  readonly value: Decimal | undefined;
  readonly facts: readonly Fact[];
}

/**
 * The value of a signed sum of figures.
 *
 * @returns `undefined` where the report's edition has no such figures at all: then the sentence cannot mean it
 */
export function candidateToValue(candidate: ProseCandidate, facts: readonly Fact[]): CandidateValue | undefined {
  let value: Decimal | undefined = ZERO;
  const used: Fact[] = [];
  for (const { table, row, column, isPrefix, sign } of candidate.terms) {
    const own = facts.filter(
      (fact) =>
        fact.table === table && fact.column === column && (isPrefix ? fact.row.startsWith(row) : fact.row === row),
    );
    if (own.length === 0) return undefined;
    used.push(...own);
    for (const fact of own) {
      const figure = isSure(fact) ? parseDecimal(fact.value) : undefined;
      if (figure === undefined || value === undefined) value = undefined;
      else value = sign === 1 ? addDecimals(value, figure) : subtractDecimals(value, figure);
    }
  }
  return { candidate, value, facts: used };
}

function isSure({ status }: Fact): boolean {
  return status === 'printed' || status === 'derived' || status === 'repaired';
}
