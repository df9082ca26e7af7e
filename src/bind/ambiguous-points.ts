/**
 * Figures whose point may part thousands: an amount of `3.895` is nearly four, or nearly four thousand, a count of `2.000` is two or two
 * thousand. Nothing in such a cell tells, and no sum is over amounts. What tells is how the same document writes other figures.
 */
import { doubtFact, figureKey } from '../model/index.js';
import type { Block, Fact } from '../model/index.js';
import { valueTypes } from './value-types.js';

const POINT_UNCERTAIN = 'point-uncertain';

/** One to three digits, a point and three digits: a thousand written with a point looks so too. */
const AMBIGUOUS = /^\D*(?<whole>[1-9]\d{0,2})\.(?<rest>\d{3})(?!\d|[.,]\d)/u;
/** Thousands written with commas, or with nothing between their digits: a point parts none. */
const THOUSANDS_OTHERWISE = /\d{4}|\d,\d{3}/u;
/** A point behind which no thousands can stand. */
const DECIMAL = /(?:^|\D)0\.\d|\.\d{1,2}(?!\d)|\.\d{4}/u;
/** The smallest coin is a hundredth of this unit: three decimals of it are no amount. */
const UNIT_OF_COINS = '元';

/**
 * Doubts figures whose point may part thousands, with the other reading as an alternative, unless another figure tells what a
 * point means in this document.
 *
 * @param blocks those that the facts are of
 */
export function doubtPoints(facts: readonly Fact[], blocks: readonly Block[]): readonly Fact[] {
  const types = valueTypes(blocks);
  const isAmount = (fact: Fact): boolean => types.get(figureKey(fact)) === 'amount';
  const textOf = ({ printed }: Fact): string => printed.normalize('NFKC').replace(/\s/gu, '');
  const ambiguous = facts.filter((fact) => fact.value !== '' && AMBIGUOUS.test(textOf(fact)));
  if (ambiguous.length === 0) return facts;
  const telling = facts.filter(({ status }) => status === 'printed');
  const isTold = telling.some(
    (fact) => DECIMAL.test(textOf(fact)) || (!isAmount(fact) && THOUSANDS_OTHERWISE.test(textOf(fact))),
  );
  return facts.map((fact) => {
    if (!ambiguous.includes(fact) || (isTold && fact.unit !== UNIT_OF_COINS)) return fact;
    const { whole = '', rest = '' } = AMBIGUOUS.exec(textOf(fact))?.groups ?? {};
    const alternatives = [...new Set([...fact.alternatives, whole + rest])];
    return { ...doubtFact(fact, POINT_UNCERTAIN), alternatives };
  });
}
