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
  return indicators.map((indicator) => {
    const compile = (term: IndicatorTerm): TermByEdition =>
      translateAll(term, indicator.edition, editionIds, comparisons);
    return { indicator, of: indicator.of.map(compile), outOf: indicator.outOf.map(compile) };
  });
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
