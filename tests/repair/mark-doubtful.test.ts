import { describe, expect, it } from 'vitest';
import { factsToChecks } from '../../src/check/index.js';
import type { Cause, Fact } from '../../src/model/index.js';
import { IDENTITY_FAILS, markDoubtful } from '../../src/repair/index.js';
import { blockOf, factsOf } from '../check/sample-facts.js';

const reviews = blockOf('2021', 'reviews');

function mark(cause: Cause): readonly Fact[] {
  const facts = factsOf(reviews, { 'review/upheld': '10', 'review/other': '', 'review/total': '3' });
  return markDoubtful(facts, factsToChecks(facts, [reviews]), () => cause);
}

describe('markDoubtful', () => {
  it('doubts every figure of an identity that fails for an unknown reason, keeping its value', () => {
    const marked = mark('unknown');
    expect(marked.filter(({ status }) => status === 'suspect').map(({ row, column }) => `${row}/${column}`)).toEqual(
      ['upheld', 'corrected', 'other', 'pending', 'total'].map((column) => `review/${column}`),
    );
    expect(marked[0]).toMatchObject({ value: '10', printed: '10', doubts: [IDENTITY_FAILS] });
  });

  it('leaves the publisher’s own error as printed', () => {
    expect(mark('publisher').every(({ status }) => status === 'printed')).toBe(true);
  });

  it('touches nothing but printed figures, and says each doubt once', () => {
    const facts = factsOf(reviews, { 'review/upheld': '10' }).map((fact) =>
      fact.column === 'upheld' ? { ...fact, status: 'derived' as const } : fact,
    );
    const once = markDoubtful(facts, factsToChecks(facts, [reviews]), () => 'extraction');
    expect(once[0]?.status).toBe('derived');
    expect(once[4]?.doubts).toEqual([IDENTITY_FAILS]);
    expect(markDoubtful(once, factsToChecks(once, [reviews]), () => 'extraction')).toEqual(once);
  });
});
