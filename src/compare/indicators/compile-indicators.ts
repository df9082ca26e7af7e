/** Prepares a family's indicators: what each of their figures is in each of its editions. */
import type { EditionComparison, Family, Indicator, IndicatorTerm } from '../../model/index.js';
import type { TermByEdition } from './sum-figures.js';
import { translateTerm } from './translate-term.js';

/** An indicator, ready to be read from the sums of any report of the family. */
export interface CompiledIndicator {
  readonly indicator: Indicator;
  /** Which of the sums is counted. */
  readonly of: number;
  /** Which of the sums it is divided by. */
  readonly outOf?: number;
}

/** Indicators with the sums of figures that they are read from, each once: shares have one denominator in common. */
export interface CompiledIndicators {
  readonly indicators: readonly CompiledIndicator[];
  readonly sums: readonly (readonly TermByEdition[])[];
}

/** Compiles the indicators given, in their order. */
export function compileIndicators(
  indicators: readonly Indicator[],
  { editions, comparisons }: Pick<Family, 'editions' | 'comparisons'>,
): CompiledIndicators {
  const editionIds = editions.map(({ id }) => id);
  const sums: (readonly TermByEdition[])[] = [];
  const places = new Map<string, number>();
  const compile = (terms: readonly IndicatorTerm[], home: string): number => {
    const key = `${home} ${JSON.stringify(terms)}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const at = sums.push(terms.map((term) => translateAll(term, home, editionIds, comparisons))) - 1;
    places.set(key, at);
    return at;
  };
  const compiled = indicators.map((indicator) => ({
    indicator,
    of: compile(indicator.of, indicator.edition),
    ...(indicator.outOf.length === 0 ? {} : { outOf: compile(indicator.outOf, indicator.edition) }),
  }));
  return { indicators: compiled, sums };
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
