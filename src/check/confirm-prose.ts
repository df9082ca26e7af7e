/** Settles doubts about figures in sentences by the tables. */
import { compareDecimals, type Fact, parseDecimal, type ProseRules } from '../model/index.js';
import { candidateToValue } from './candidate-values.js';

/** A doubt that a table settles which says the same; of which body a torn sentence speaks no table says. */
const READ_UNSURELY = 'read-unsurely';

/** The figures in sentences, those `printed` that were doubted for how they were read and that a quantity of the tables equals. */
export function confirmProse(
  proseFacts: readonly Fact[],
  tableFacts: readonly Fact[],
  rules: ProseRules,
): readonly Fact[] {
  return proseFacts.map((fact) => {
    const value = parseDecimal(fact.value);
    const isOpen = fact.status === 'suspect' && fact.doubts.every((doubt) => doubt === READ_UNSURELY);
    if (!isOpen || value === undefined) return fact;
    const candidates = rules.fields.find(({ id }) => id === fact.row)?.candidates ?? [];
    const isSame = candidates.some((candidate) => {
      const known = candidateToValue(candidate, tableFacts)?.value;
      return known !== undefined && compareDecimals(known, value) === 0;
    });
    return isSame ? { ...fact, status: 'printed', doubts: [] } : fact;
  });
}
