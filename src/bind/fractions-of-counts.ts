/**
 * What is counted has no fraction. A count with one was printed with points for thousands (`21.182`), or is another number: how
 * sure a recogniser was of its text (`0.98`), which stands beside every figure then.
 */
import { doubtFact, figureKey } from '../model/index.js';
import type { Block, Fact } from '../model/index.js';
import { valueTypes } from './value-types.js';

const COUNT_WITH_FRACTION = 'count-with-fraction';

/**
 * Doubts counts that have a fraction; in a dump the amounts of the same table too, whose own point says nothing then.
 *
 * @param blocks those that the facts are of
 */
export function doubtFractions(facts: readonly Fact[], blocks: readonly Block[], isDump: boolean): readonly Fact[] {
  const types = valueTypes(blocks);
  const isAmount = (fact: Fact): boolean => types.get(figureKey(fact)) === 'amount';
  const isDoubtful = (fact: Fact): boolean => fact.value.includes('.') && !isAmount(fact);
  const tables = new Set(facts.filter(isDoubtful).map(({ table }) => table));
  if (tables.size === 0) return facts;
  return facts.map((fact) => {
    const isBeside = isDump && isAmount(fact) && tables.has(fact.table);
    return isDoubtful(fact) || isBeside ? doubtFact(fact, COUNT_WITH_FRACTION) : fact;
  });
}
