import { describe, expect, it } from 'vitest';
import { factsToChecks } from '../../src/check/index.js';
import type { Contradiction, Fact } from '../../src/model/index.js';
import { findContradictions } from '../../src/repair/index.js';
import { blockOf, factsOf, type Figures, tableThree } from '../check/sample-facts.js';

const block = blockOf('2021', 'applications');
const SOUND = tableThree(block, { new_received: [9, 1, 0, 0, 0, 0], granted: [3, 1, 0, 0, 0, 0] });
const LOST = Object.fromEntries(block.columns.map(({ id }) => [`handled_total/${id}`, undefined]));

function find(figures: Figures, change: (fact: Fact) => Fact = (fact) => fact): readonly Contradiction[] {
  const facts = factsOf(block, figures).map(change);
  return findContradictions(facts, factsToChecks(facts, [block]), [block]);
}

const WRONG = { ...SOUND, ...LOST, 'granted/natural_person': '4', 'granted/total': '5' };

describe('findContradictions', () => {
  it('finds none where blanks can hold one number', () => {
    expect(find(SOUND)).toEqual([]);
    expect(find({ ...SOUND, ...LOST })).toEqual([]);
  });

  it('says what each sum demands of a lost row', () => {
    const found = find(WRONG).find(({ column }) => column === 'natural_person');
    expect(found?.demanded).toEqual(['4', '3']);
    expect(found?.checks.map(({ rule }) => rule)).toEqual(['T3.handled', 'T3.balance']);
  });

  it('holds nothing against figures that are doubted, or that a broken sum is about', () => {
    const doubted = (fact: Fact): Fact =>
      fact.row === 'granted' ? { ...fact, status: 'suspect', doubts: ['x'] } : fact;
    expect(find(WRONG, doubted)).toEqual([]);
    expect(find({ ...WRONG, 'granted/total': '4' }).map(({ column }) => column)).toEqual([]);
  });
});
