/** Weighs the explanations of a failing table by what stands outside it. */
import type { FailureExplanation, OutsideSupport } from '../model/index.js';

/** What a piece of evidence says of an explanation. */
export type Stance = 'agrees' | 'contradicts' | 'silent';

/** A piece of evidence, and what it says of each explanation, in their order. */
export interface OutsideEvidence {
  readonly support: OutsideSupport;
  readonly stances: readonly Stance[];
}

/**
 * The explanations, with the one in front that evidence speaks for while it speaks against all others.
 *
 * @returns `undefined` where none is singled out so, and where pieces of evidence do not agree
 */
export function rankByEvidence(
  explanations: readonly FailureExplanation[],
  evidence: readonly OutsideEvidence[],
): readonly FailureExplanation[] | undefined {
  const telling = evidence.filter(
    ({ stances }) => stances.filter((stance) => stance === 'agrees').length === 1 && !stances.includes('silent'),
  );
  const at = telling[0]?.stances.indexOf('agrees') ?? -1;
  const chosen = explanations[at];
  // What speaks against every explanation tells none of them apart.
  const isOpposed = evidence.some(({ stances }) => stances[at] === 'contradicts' && stances.includes('agrees'));
  const isRivalled = explanations.some(({ support }, other) => support !== undefined && other !== at);
  if (chosen === undefined || isOpposed || isRivalled) return undefined;
  const support = [...(chosen.support ?? []), ...telling.map((each) => each.support)];
  return [{ ...chosen, support }, ...explanations.toSpliced(at, 1)];
}
