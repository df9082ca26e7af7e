import { describe, expect, it } from 'vitest';
import { doubtPoints } from '../../src/bind/ambiguous-points.js';
import type { Fact } from '../../src/model/index.js';
import { blockOf, factsOf } from '../check/sample-facts.js';

const PENALTIES = blockOf('2021', 'article_20_6');
const FEES = blockOf('2021', 'article_20_8');

/** How the fees are given where they and the penalties are printed so. */
function given(fees: string, penalties: string, unit = '万元', of = 'fees'): string {
  const facts = [...factsOf(PENALTIES, {}), ...factsOf(FEES, {})].map((fact): Fact => {
    const printed = fact.row === 'fees' ? fees : fact.row === 'penalty' ? penalties : '0';
    return { ...fact, printed, value: printed.replace(/[^\d.]/gu, ''), unit: fact.row === 'fees' ? unit : '件' };
  });
  const fact = doubtPoints(facts, [PENALTIES, FEES]).find(({ row }) => row === of);
  return [fact?.value, fact?.status, ...(fact?.doubts ?? []), ...(fact?.alternatives ?? [])].join(' ');
}

describe('an amount with three digits behind its point', () => {
  it.each([
    ['3.895', '17'],
    ['312.500', '999'],
    ['3.895万元', '0'],
  ])('is doubted where no figure tells what the point is: %s', (fees, penalties) => {
    const [whole = '', rest = ''] = fees.replace('万元', '').split('.');
    expect(given(fees, penalties)).toBe(`${whole}.${rest} suspect point-uncertain ${whole}${rest}`);
  });

  it.each([
    ['3.895', '1200'],
    ['3.895', '1,200'],
    ['0.895', '17'],
    ['1234.895', '17'],
    ['3.89', '17'],
    ['3.8956', '17'],
  ])('is not where thousands are written otherwise, or none can stand there: %s beside %s', (fees, penalties) => {
    expect(given(fees, penalties)).toBe(`${fees} printed`);
  });

  it('is doubted as a count is that nobody would print with noughts behind its point', () => {
    expect(given('3', '2.000', '万元', 'penalty')).toBe('2.000 suspect point-uncertain 2000');
    expect(given('0.000', '2.000', '万元', 'penalty')).toBe('2.000 printed');
  });

  it('is in a unit that has no thousandths, whatever other figures tell', () => {
    expect(given('3.895', '1200', '元')).toBe('3.895 suspect point-uncertain 3895');
  });
});
