import { describe, expect, it } from 'vitest';
import { doubtFractions } from '../../src/bind/fractions-of-counts.js';
import type { Fact } from '../../src/model/index.js';
import { blockOf, factsOf } from '../check/sample-facts.js';

const PENALTIES = blockOf('2021', 'article_20_6');
const FEES = blockOf('2021', 'article_20_8');
const FACTS = [...factsOf(PENALTIES, {}), ...factsOf(FEES, {})];

/** The rows that are doubted where the penalties and the fees print what is given. */
function doubted(penalties: string, fees: string, isDump: boolean): string[] {
  const facts = FACTS.map((fact): Fact => {
    const value = fact.row === 'penalty' ? penalties : fact.row === 'fees' ? fees : '0';
    return { ...fact, value, printed: value, status: 'printed' };
  });
  return doubtFractions(facts, [PENALTIES, FEES], isDump)
    .filter(({ doubts }) => doubts.includes('count-with-fraction'))
    .map(({ row }) => row);
}

describe('a count with a fraction', () => {
  it('is doubted, and in a dump the amounts of its table with it', () => {
    expect(doubted('21.182', '12.5', false)).toEqual(['penalty']);
    expect(doubted('0.98', '0.95', true)).toEqual(['penalty', 'fees']);
  });

  it('leaves amounts alone where all counts are whole', () => {
    expect(doubted('21182', '12.5', true)).toEqual([]);
  });
});
