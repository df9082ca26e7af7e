import { describe, expect, it } from 'vitest';
import { scoreFindings, type ScoredFinding } from './score-findings.js';
import type { TruthFile } from './truth-file.js';

const SUM = { rule: 'T4.review', table: 'reviews', row: 'review', column: 'total' };
const TRUTH: TruthFile = { expected_findings: [SUM], expected_structure: ['extra-row: disclosure 其他'] };
const FOUND: ScoredFinding = { ...SUM, severity: 'error', cause: 'publisher' };

describe('the score of findings', () => {
  it('counts a planted error as found, and whether it was put down to the publisher', () => {
    expect(scoreFindings([FOUND], TRUTH).findings).toMatchObject({ planted: 1, found: 1, foundAsPublisher: 1 });
    const unsure = { ...FOUND, cause: 'unknown' };
    expect(scoreFindings([unsure], TRUTH).findings).toMatchObject({ planted: 1, found: 1, foundAsPublisher: 0 });
    expect(scoreFindings([], TRUTH).missed).toEqual(['T4.review reviews/review/total']);
  });

  it('counts an accusation of an error that the document does not have', () => {
    const other = { ...FOUND, row: 'litigation_direct' };
    expect(scoreFindings([FOUND, other], TRUTH).falselyAccused).toEqual(['T4.review reviews/litigation_direct/total']);
    expect(scoreFindings([{ ...other, cause: 'unknown' }], TRUTH).findings.falseAccusations).toBe(0);
    expect(scoreFindings([{ ...other, severity: 'warning' }], TRUTH).findings.falseAccusations).toBe(0);
  });

  it('counts the same accusation made twice', () => {
    expect(scoreFindings([FOUND, FOUND], TRUTH).findings.falseAccusations).toBe(1);
  });

  it('reads the words of a hand-checked truth', () => {
    const handChecked: TruthFile = { identities_that_fail_as_printed: ['review: 11 != 0'] };
    expect(scoreFindings([FOUND], handChecked).findings.falseAccusations).toBe(0);
    expect(scoreFindings([FOUND], { identities_that_fail_as_printed: [] }).findings.falseAccusations).toBe(1);
  });

  it('counts rows beyond the form that were reported', () => {
    const extra = { ...FOUND, rule: 'extra-row', table: 'disclosure', severity: 'warning', cause: 'unknown' };
    expect(scoreFindings([extra], TRUTH).findings).toMatchObject({ structure: 1, structureFound: 1 });
    expect(scoreFindings([{ ...extra, table: 'reviews' }], TRUTH).findings.structureFound).toBe(0);
  });
});
