/**
 * Holds figures stated in sentences against the tables. A sentence may mean several quantities (received, received and
 * carried in, …): it contradicts the tables only where all of them are known and it is none of them.
 */
import {
  compareDecimals,
  type Decimal,
  type Fact,
  parseDecimal,
  type ProseField,
  type ProseRules,
  type Severity,
  subtractDecimals,
} from '../model/index.js';
import { candidateToValue, type CandidateValue } from './candidate-values.js';

/** A figure in a sentence that no quantity of the tables equals. */
export interface ProseMismatch {
  readonly fact: Fact;
  readonly field: ProseField;
  /** `warning` where the sentence counts what the tables count; `info` where that is not clear. */
  readonly severity: Severity;
  /** The quantity nearest to what the sentence states. */
  readonly nearest: CandidateValue & { readonly value: Decimal };
  /** Figures of all the quantities. */
  readonly facts: readonly Fact[];
}

/**
 * The figures in sentences that contradict the tables, in their order. Doubted ones are left out, as are those whose
 * scope is known to be another than the tables'.
 *
 * @param agency the body that reports; empty where it is not known
 */
export function proseMismatches(
  proseFacts: readonly Fact[],
  tableFacts: readonly Fact[],
  rules: ProseRules,
  agency: string,
): readonly ProseMismatch[] {
  return proseFacts.flatMap((fact) => {
    const field = rules.fields.find(({ id }) => id === fact.row);
    const severity = severityOf(fact, rules, agency);
    const value = parseDecimal(fact.value);
    if (field === undefined || severity === undefined || fact.status !== 'printed' || value === undefined) return [];
    const candidates = field.candidates
      .map((candidate) => candidateToValue(candidate, tableFacts))
      .filter((candidate) => candidate !== undefined);
    const known = candidates.filter(isKnown);
    // A quantity that is not known may be the one.
    if (known.length < candidates.length || known.some((each) => compareDecimals(each.value, value) === 0)) return [];
    const nearest = nearestTo(value, known);
    if (nearest === undefined) return [];
    return [{ fact, field, severity, nearest, facts: known.flatMap(({ facts }) => facts) }];
  });
}

/** How much a contradiction matters; `undefined` where the sentence counts something else. */
export function severityOf(fact: Fact, { scopes }: ProseRules, agency: string): Severity | undefined {
  const scope = scopes.find(({ id }) => id === fact.column);
  if (scope === undefined) return undefined;
  const isSame = scope.sameForAgencies.some((names) => new RegExp(names, 'u').test(agency));
  if (isSame) return 'warning';
  return scope.words.length === 0 ? 'info' : undefined;
}

function isKnown(candidate: CandidateValue): candidate is CandidateValue & { value: Decimal } {
  return candidate.value !== undefined;
}

/** The first of the quantities that are nearest to a value. */
function nearestTo<T extends { readonly value: Decimal }>(value: Decimal, candidates: readonly T[]): T | undefined {
  const distance = (each: T): Decimal => {
    const difference = subtractDecimals(each.value, value);
    return difference.units < 0n ? subtractDecimals(value, each.value) : difference;
  };
  const [first, ...rest] = candidates;
  if (first === undefined) return undefined;
  return rest.reduce((best, each) => (compareDecimals(distance(each), distance(best)) < 0 ? each : best), first);
}
