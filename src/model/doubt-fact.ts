/** How a figure is marked. */
import type { Fact } from './fact.js';

/** The figure doubted for one more reason, a stable word; where nothing was found there is nothing to doubt. */
export function doubtFact(fact: Fact, doubt: string): Fact {
  if (fact.status === 'missing') return fact;
  return { ...fact, status: 'suspect', doubts: [...new Set([...fact.doubts, doubt])] };
}
