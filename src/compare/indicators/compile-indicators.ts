/** Prepares a family's indicators: what each of their figures is in each of its editions. */
import type { EditionComparison, Family, Indicator, IndicatorTerm } from '../../model/index.js';
import type { TermByEdition } from './sum-figures.js';
import { translateTerm } from './translate-term.js';

/** An indicator, ready to be read from any report of the family. */
export interface CompiledIndicator {
  readonly indicator: Indicator;
  readonly of: readonly TermByEdition[];
  readonly outOf: readonly TermByEdition[];
}

/** Compiles the indicators given, in their order. */
export function compileIndicators(
  indicators: readonly Indicator[],
  { editions, comparisons }: Pick<Family, 'editions' | 'comparisons'>,
): CompiledIndicator[] {
  const editionIds = editions.map(({ id }) => id);
  // Indicators of one denominator share its list, so that its sum is known for all of them once it is for one.
  const lists = new Map<string, readonly TermByEdition[]>();
  const compile = (terms: readonly IndicatorTerm[], home: string): readonly TermByEdition[] => {
    const key = `${home} ${JSON.stringify(terms)}`;
    const list = lists.get(key) ?? terms.map((term) => translateAll(term, home, editionIds, comparisons));
    lists.set(key, list);
    return list;
  };
  return indicators.map((indicator) => ({
    indicator,
    of: compile(indicator.of, indicator.edition),
    outOf: compile(indicator.outOf, indicator.edition),
  }));
}

function translateAll(
  term: IndicatorTerm,
  home: string,
  editions: readonly string[],
  comparisons: readonly EditionComparison[],
): TermByEdition {
  const inOrder = [home, ...editions.filter((edition) => edition !== home)];
  return inOrder.map((edition) => translateTerm(term, home, edition, comparisons));
}
