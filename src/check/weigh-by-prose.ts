/**
 * Holds the explanations of a failing table against the sentences of its report. A sentence states single figures, so it ranks
 * explanations and proves none: every figure stays as it is, and `suspect`.
 */
import { compareDecimals, parseDecimal } from '../model/index.js';
import type { Fact, FailureExplanation, ProseRules, TableVerdict } from '../model/index.js';
import { candidateToValue } from './candidate-values.js';
import type { OutsideEvidence, Stance } from './outside-evidence.js';
import { rankByEvidence } from './outside-evidence.js';
import { severityOf } from './prose-mismatches.js';

/** What a report's sentences state, and how they are to be taken. */
export interface StatedFigures {
  readonly facts: readonly Fact[];
  readonly rules: ProseRules;
  /** The body that reports; empty where it is not known. */
  readonly agency: string;
}

/** The verdicts, those of several explanations ranked by what sentences state where that singles one out. */
export function weighByProse(
  verdicts: readonly TableVerdict[],
  facts: readonly Fact[],
  stated: StatedFigures,
): readonly TableVerdict[] {
  return verdicts.map((verdict) => {
    if (verdict.kind !== 'ambiguous' || verdict.explanations.length < 2) return verdict;
    const readings = verdict.explanations.map((explanation) => factsUnder(explanation, verdict, facts));
    const evidence = stated.facts.flatMap((fact) => evidenceOf(fact, readings, stated));
    const explanations = rankByEvidence(verdict.explanations, evidence);
    return explanations ? { ...verdict, explanations } : verdict;
  });
}

/** The facts as an explanation reads its block, every figure of it believed. */
function factsUnder(
  { changes }: FailureExplanation,
  { table, block }: TableVerdict,
  facts: readonly Fact[],
): readonly Fact[] {
  const values = new Map(changes.map(({ row, column, to }) => [`${row}/${column}`, to]));
  return facts.map((fact) => {
    if (fact.table !== table || fact.block !== block) return fact;
    const value = values.get(`${fact.row}/${fact.column}`) ?? fact.value;
    return { ...fact, value, status: value === '' ? 'missing' : 'printed' };
  });
}

function evidenceOf(
  fact: Fact,
  readings: readonly (readonly Fact[])[],
  { rules, agency }: StatedFigures,
): readonly OutsideEvidence[] {
  const field = rules.fields.find(({ id }) => id === fact.row);
  const value = parseDecimal(fact.value);
  // Only a sentence that surely counts what the tables count.
  if (!field || !value || fact.status !== 'printed' || severityOf(fact, rules, agency) !== 'warning') return [];
  const stances = readings.map((facts): Stance => {
    const found = field.candidates
      .map((candidate) => candidateToValue(candidate, facts))
      .filter((candidate) => candidate !== undefined);
    if (found.some((each) => each.value && compareDecimals(each.value, value) === 0)) return 'agrees';
    return found.length === 0 || found.some((each) => each.value === undefined) ? 'silent' : 'contradicts';
  });
  const support = { kind: 'prose' as const, rule: fact.row, value: fact.value, source: fact.sentence ?? '' };
  return [{ support, stances }];
}
