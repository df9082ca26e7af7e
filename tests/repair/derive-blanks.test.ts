import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsToChecks } from '../../src/check/index.js';
import type { Block, Fact } from '../../src/model/index.js';
import { deriveBlanks } from '../../src/repair/index.js';
import { blockOf, factsOf, type Figures, tableThree } from '../check/sample-facts.js';

fc.configureGlobal({ seed: 711 });

const applications = blockOf('2021', 'applications');
const reviews = blockOf('2021', 'reviews');
const KEYS = Object.keys(tableThree(applications, {}));

function derive(block: Block, figures: Figures): ReadonlyMap<string, Fact> {
  return byKey(deriveBlanks(factsOf(block, figures), [block]));
}

function byKey(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [`${fact.row}/${fact.column}`, fact]));
}

function erase(figures: Figures, keys: readonly string[]): Figures {
  return { ...figures, ...Object.fromEntries(keys.map((key) => [key, ''])) };
}

// Tables as they are published: most figures 0, some columns quite empty.
const figure = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 300 }) });
const row = fc.array(figure, { minLength: 6, maxLength: 6 });
const consistent = fc
  .record(Object.fromEntries(applications.rows.slice(1).map(({ id }) => [id, row])))
  .filter((rows) => (rows['carried_in'] ?? []).every((value) => value <= 5))
  .map((rows) => tableThree(applications, rows))
  .filter((figures) => Object.values(figures).every((value) => !value.startsWith('-')));

describe('deriveBlanks', () => {
  it('derives every one of 125 blank cells that stand for 0', () => {
    const figures = tableThree(applications, { granted: [3, 1, 0, 0, 0, 0], unable_1_not_held: [9, 0, 0, 0, 0, 0] });
    const inside = KEYS.filter((key) => !key.endsWith('/total') && figures[key] === '0');
    const blank = inside.slice(0, 125);
    expect(blank).toHaveLength(125);
    const derived = derive(applications, erase(figures, blank));
    for (const key of blank) {
      expect(derived.get(key)).toMatchObject({
        status: 'derived',
        value: '0',
        printed: '',
        reading: { kind: 'blank' },
      });
    }
  });

  it('derives from marks of "not applicable" and for missing cells too, keeping what is printed', () => {
    const derived = derive(reviews, { 'review/upheld': '/', 'review/pending': undefined, 'review/total': '0' });
    expect(derived.get('review/upheld')).toMatchObject({ status: 'derived', value: '0', printed: '/' });
    expect(derived.get('review/pending')).toMatchObject({ status: 'derived', value: '0' });
  });

  it('derives nothing from a law that may fail rightly', () => {
    const soft = {
      ...reviews,
      identities: reviews.identities.map((law) => ({ ...law, severity: 'warning' as const })),
    };
    const derived = derive(soft, { 'review/upheld': '4', 'review/other': '2', 'review/total': '' });
    expect([...derived.values()].filter(({ status }) => status === 'derived')).toEqual([]);
  });

  it('derives a blank total', () => {
    const derived = derive(reviews, { 'review/upheld': '4', 'review/other': '2', 'review/total': '' });
    expect(derived.get('review/total')).toMatchObject({ status: 'derived', value: '6' });
  });

  it('leaves blank what may stand for more than one number', () => {
    const figures = { 'review/upheld': '', 'review/other': '', 'review/total': '3' };
    const derived = derive(reviews, figures);
    expect(derived.get('review/upheld')).toMatchObject({ status: 'printed', value: '' });
    expect(derived.get('review/other')).toMatchObject({ status: 'printed', value: '' });
  });

  it('returns the facts themselves where nothing is blank or no law is about the blank', () => {
    const facts = factsOf(applications, {});
    expect(deriveBlanks(facts, [applications])).toBe(facts);
    const fees = blockOf('2021', 'article_20_8');
    const blank = factsOf(fees, { 'fees/amount': '' });
    expect(deriveBlanks(blank, [fees])).toBe(blank);
  });

  it('derives nothing for a block of which nothing was found', () => {
    const nothing = Object.fromEntries(KEYS.map((key) => [key, undefined]));
    const derived = derive(applications, nothing);
    expect([...derived.values()].every(({ status }) => status === 'missing')).toBe(true);
  });

  it('uses no identity with a suspect or illegible term', () => {
    const facts = factsOf(reviews, { 'review/upheld': '2', 'review/corrected': '', 'review/total': '2' });
    const doubted = facts.map((fact) =>
      fact.row === 'review' && fact.column === 'other' ? { ...fact, status: 'suspect' as const } : fact,
    );
    expect(byKey(deriveBlanks(doubted, [reviews])).get('review/corrected')?.value).toBe('');
    const illegible = facts.map((fact) =>
      fact.row === 'review' && fact.column === 'other'
        ? { ...fact, value: '', reading: { kind: 'illegible' as const } }
        : fact,
    );
    expect(byKey(deriveBlanks(illegible, [reviews])).get('review/corrected')?.value).toBe('');
    expect(byKey(deriveBlanks(illegible, [reviews])).get('review/other')?.value).toBe('');
  });

  it('leaves blank what would have to be negative', () => {
    const derived = derive(reviews, { 'review/upheld': '5', 'review/other': '', 'review/total': '3' });
    expect(derived.get('review/other')).toMatchObject({ status: 'printed', value: '' });
  });

  it('leaves blank what only a table with an error in it would give', () => {
    const figures = tableThree(applications, { granted: [3, 1, 0, 0, 0, 0] });
    // The row says that the blank is 3, the column that it is 0: one of the printed figures is wrong.
    const derived = derive(applications, { ...figures, 'granted/research': '', 'granted/total': '7' });
    expect(derived.get('granted/research')).toMatchObject({ status: 'printed', value: '' });
  });

  it('still derives in one law of table four when another is broken', () => {
    const derived = derive(reviews, {
      'review/upheld': '5',
      'litigation_direct/upheld': '',
      'litigation_direct/total': '2',
    });
    expect(derived.get('litigation_direct/upheld')).toMatchObject({ status: 'derived', value: '2' });
  });

  it('allows a signed change to be negative and derives nothing from it alone', () => {
    const block = blockOf('2019', 'article_20_5');
    const signed: Block = {
      ...block,
      identities: [
        {
          rule: 'T2.items',
          severity: 'error',
          statement: { zh: '', en: '' },
          table: 'disclosure',
          total: { row: 'licensing', column: 'decisions' },
          parts: [
            { row: 'licensing', column: 'prev_items', sign: 1 },
            { row: 'licensing', column: 'item_delta', sign: 1 },
          ],
        },
      ],
    };
    const figures = { 'licensing/prev_items': '5', 'licensing/item_delta': '', 'licensing/decisions': '3' };
    expect(derive(signed, figures).get('licensing/item_delta')).toMatchObject({ status: 'derived', value: '-2' });
    const open = { ...figures, 'licensing/prev_items': '' };
    expect(derive(signed, open).get('licensing/item_delta')?.value).toBe('');
  });

  it('recovers any three erased figures of table three', () => {
    fc.assert(
      fc.property(
        consistent,
        fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 3, maxLength: 3 }),
        (figures, keys) => {
          const derived = derive(applications, erase(figures, keys));
          expect(keys.map((key) => derived.get(key)?.value)).toEqual(keys.map((key) => figures[key]));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never derives a wrong value, however much is erased, and leaves no law violated', () => {
    const share = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(consistent, share, fc.infiniteStream(fc.nat({ max: KEYS.length - 1 })), (figures, count, draws) => {
        const keys = [...new Set([...draws.take(count)].map((k) => KEYS[k] ?? ''))];
        const facts = deriveBlanks(factsOf(applications, erase(figures, keys)), [applications]);
        for (const fact of facts) {
          if (fact.value !== '') expect(fact.value).toBe(figures[`${fact.row}/${fact.column}`]);
        }
        expect(factsToChecks(facts, [applications]).filter(({ outcome }) => outcome === 'violated')).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('never leaves a derived figure under a violated law, whatever is printed', () => {
    const anything = fc.record(
      Object.fromEntries(KEYS.map((key) => [key, fc.constantFrom('0', '0', '0', '', '', '1', '2')])),
    );
    fc.assert(
      fc.property(anything, (figures) => {
        const facts = deriveBlanks(factsOf(applications, figures), [applications]);
        const isDerived = new Set(
          facts.filter(({ status }) => status === 'derived').map((f) => `${f.row}/${f.column}`),
        );
        for (const check of factsToChecks(facts, [applications])) {
          if (check.outcome !== 'violated') continue;
          expect(check.terms.some(({ row, column }) => isDerived.has(`${row}/${column}`))).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});
