import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsToChecks } from '../../src/check/index.js';
import type { Check } from '../../src/model/index.js';
import { blockOf, blocksOf, factsOf, type Figures, tableThree } from './sample-facts.js';

fc.configureGlobal({ seed: 711 });

const reviews = blockOf('2021', 'reviews');
const applications = blockOf('2021', 'applications');

/** The check of table four's first five figures. */
function reviewCheck(upheld: string, corrected: string, total: string): Check {
  const figures = { 'review/upheld': upheld, 'review/corrected': corrected, 'review/total': total };
  const [check] = factsToChecks(factsOf(reviews, figures), [reviews]);
  if (check === undefined) throw new Error('no check');
  return check;
}

function broken(figures: Figures): string[] {
  return factsToChecks(factsOf(applications, figures), [applications])
    .filter(({ outcome }) => outcome === 'violated')
    .map(({ rule, terms }) => `${rule} ${terms[0]?.row ?? ''}/${terms[0]?.column ?? ''}`);
}

const rowOfFigures = fc.array(fc.nat({ max: 400 }), { minLength: 6, maxLength: 6 });
const consistent = fc
  .record(Object.fromEntries(applications.rows.slice(2).map(({ id }) => [id, rowOfFigures])))
  .map((rows) => tableThree(applications, rows));

describe('factsToChecks', () => {
  it('evaluates every identity of the blocks once, the total first', () => {
    const blocks = blocksOf('2021');
    const checks = factsToChecks(
      blocks.flatMap((block) => factsOf(block, {})),
      blocks,
    );
    expect(checks).toHaveLength(42);
    expect(checks.every(({ outcome, terms }) => outcome === 'holds' && terms[0]?.role === 'total')).toBe(true);
  });

  it('reports what the parts give, what is printed and the difference', () => {
    expect(reviewCheck('10', '1', '0')).toMatchObject({
      rule: 'T4.review',
      severity: 'error',
      table: 'reviews',
      outcome: 'violated',
      expected: '11',
      actual: '0',
      difference: '-11',
      usesDerived: false,
    });
  });

  it.each([
    ['a blank part that can make up the difference', '5', '', '7', 'unassessable'],
    ['a blank part where the others exceed the total', '5', '', '3', 'violated'],
    ['a blank total', '5', '2', '', 'unassessable'],
    ['a dash, which is no figure either', '5', '-', '3', 'violated'],
    ['two blanks', '', '', '3', 'unassessable'],
    ['a blank that would have to be a fraction', '1.5', '', '3', 'violated'],
  ])('judges %s', (_, upheld, corrected, total, outcome) => {
    const check = reviewCheck(upheld, corrected, total);
    expect(check.outcome).toBe(outcome);
    expect(check.difference).toBe('');
    expect(check.expected).toBe('');
  });

  it('knows that a blank total cannot be negative', () => {
    const figures = { 'carried_out/business': '3', 'carried_out/total': '3', 'handled_total/business': '' };
    const check = factsToChecks(factsOf(applications, figures), [applications]).find(
      ({ rule, terms }) => rule === 'T3.balance' && terms[0]?.column === 'business',
    );
    expect(check).toMatchObject({ outcome: 'violated', expected: '-3', actual: '', difference: '' });
  });

  it('lets a blank that may be taken away make up for anything', () => {
    const figures = { 'new_received/business': '4', 'carried_out/business': '' };
    expect(broken(figures)).not.toContain('T3.balance handled_total/business');
  });

  it('says when a term was derived, and gives every term its place', () => {
    const place = { pageNumber: 3, box: { x0: 1, top: 2, x1: 3, bottom: 4 } };
    const facts = factsOf(reviews, {}).map((fact) => ({ ...fact, place }));
    const derived = facts.map((fact) => (fact.column === 'upheld' ? { ...fact, status: 'derived' as const } : fact));
    const [check] = factsToChecks(derived, [reviews]);
    expect(check?.usesDerived).toBe(true);
    expect(check?.terms.every((term) => term.place === place)).toBe(true);
  });

  it('treats a figure that has no fact as one without a value', () => {
    const facts = factsOf(reviews, {}).filter(({ row, column }) => row !== 'review' || column !== 'other');
    expect(factsToChecks(facts, [reviews]).map(({ outcome }) => outcome)).toEqual(['unassessable', 'holds', 'holds']);
  });

  it('holds on every table that adds up', () => {
    fc.assert(
      fc.property(consistent, (figures) => {
        expect(broken(figures)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('notices every single figure that is changed, in its row and in its column', () => {
    const keys = Object.keys(tableThree(applications, {}));
    fc.assert(
      fc.property(consistent, fc.constantFrom(...keys), fc.integer({ min: 1, max: 9 }), (figures, key, change) => {
        const [row = '', column = ''] = key.split('/');
        const found = broken({ ...figures, [key]: String(Number(figures[key]) + change) });
        const isReceived = ['new_received', 'carried_in', 'carried_out'].includes(row);
        const expected = [`T3.rowsum ${row}/total`];
        if (!isReceived) expected.push(`T3.handled handled_total/${column}`);
        if (isReceived || row === 'handled_total') expected.push(`T3.balance handled_total/${column}`);
        expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
