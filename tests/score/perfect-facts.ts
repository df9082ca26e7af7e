/** Facts that say exactly what a truth says, for tests to spoil. */
import type { ScoredFact } from './score-facts.js';
import { truthToCells, type TruthFile } from './truth-file.js';

/** The facts of a pipeline without fault. */
export function perfectFacts(truth: TruthFile): readonly ScoredFact[] {
  return truthToCells(truth).map(({ table, row, column, want }) => {
    const value = want === null ? '' : String(want);
    return { table, row, column, value, status: 'printed', printed: value, confidence: '' };
  });
}
