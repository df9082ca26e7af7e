/**
 * Holds the explanations of a failing table against the reports of the years before and after: what is carried in is what was
 * carried over. One figure of another report ranks explanations and proves none.
 */
import { compareDecimals, figureKey, formatDecimal, parseDecimal } from '../../model/index.js';
import type { AcrossLaw, FailureExplanation, ReportDigest, TableVerdict } from '../../model/index.js';
import type { OutsideEvidence, Stance } from '../outside-evidence.js';
import { rankByEvidence } from '../outside-evidence.js';
import type { Figures } from './figures.js';
import { figuresOf } from './figures.js';
import { expectedOf, isInForce, type YearPair } from './compare-years.js';

/** The reports of one body beside one of its years; absent where there is none, or more than one. */
export interface NeighbourYears {
  readonly before?: ReportDigest;
  readonly after?: ReportDigest;
}

/** The verdicts of a report that other years rank. */
export function weighByYears(
  digest: ReportDigest,
  { before, after }: NeighbourYears,
  laws: readonly AcrossLaw[],
): readonly TableVerdict[] {
  return (digest.verdicts ?? []).flatMap((verdict) => {
    const readings = verdict.explanations.map((explanation) => figuresUnder(explanation, verdict, digest));
    const asLater = before && readings.map((figures) => toPair(before, figuresOf(before), digest, figures));
    const asEarlier = after && readings.map((figures) => toPair(digest, figures, after, figuresOf(after)));
    const evidence = [
      ...(asLater ? evidenceOf(asLater, laws, before.sourcePath) : []),
      ...(asEarlier ? evidenceOf(asEarlier, laws, after.sourcePath) : []),
    ];
    const explanations = rankByEvidence(verdict.explanations, evidence);
    return explanations ? [{ ...verdict, explanations }] : [];
  });
}

function toPair(earlier: ReportDigest, earlierFigures: Figures, later: ReportDigest, laterFigures: Figures): YearPair {
  return { earlier, earlierFigures, later, laterFigures };
}

/** The figures as an explanation reads its table, every figure of it believed. */
function figuresUnder({ changes }: FailureExplanation, { table }: TableVerdict, digest: ReportDigest): Figures {
  const figures = new Map(figuresOf(digest));
  const texts = digest.values.split(',');
  const read = new Map(digest.shape.split(' ').map((key, at) => [key, texts[at] ?? '']));
  for (const { row, column, to } of changes) read.set(figureKey({ table, row, column }), to);
  for (const [key, text] of read) {
    const value = key.startsWith(`${table}/`) ? parseDecimal(text) : undefined;
    if (value !== undefined) figures.set(key, { key, value, text, isCertain: false });
    else if (key.startsWith(`${table}/`)) figures.delete(key);
  }
  return figures;
}

/** @param pairs one for each explanation */
function evidenceOf(pairs: readonly YearPair[], laws: readonly AcrossLaw[], source: string): OutsideEvidence[] {
  const [first] = pairs;
  const inForce = laws.filter((law) => law.relation === 'equals' && first && isInForce(law, first));
  return inForce.flatMap((law) =>
    law.evaluations.flatMap((evaluation): OutsideEvidence[] => {
      const held = pairs.map((pair) => expectedOf(law, evaluation, pair));
      const stances = held.map((each): Stance => {
        if (!each) return 'silent';
        return compareDecimals(each.total.value, each.expected) === 0 ? 'agrees' : 'contradicts';
      });
      const agreeing = held[stances.indexOf('agrees')];
      const value = agreeing ? formatDecimal(agreeing.expected) : '';
      return [{ support: { kind: 'other-year', rule: law.rule, value, source }, stances }];
    }),
  );
}
