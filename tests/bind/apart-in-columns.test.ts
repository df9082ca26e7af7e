import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import type { Table } from '../../src/model/index.js';
import { family, formRows, layoutOf, ruled, sketch, TABLE_FOUR, tableThree } from './tables.js';

const OUTCOMES = '结果维持|结果纠正|其他结果|尚未审结|总计';
const REVIEW = ['行政复议|<|<|<|<', OUTCOMES, '11|12|13|14|15'];
const LITIGATION = [
  '行政诉讼|<|<|<|<|<|<|<|<|<',
  '未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<',
  `${OUTCOMES}|${OUTCOMES}`,
  '16|17|18|19|20|21|22|23|24|25',
];

function four(...tables: readonly Table[]): { rows: string[]; rules: string[] } {
  const { value, findings } = layoutToFacts(layoutOf(tableThree(formRows('2021')), ...tables), family, 2023);
  return {
    rows: sketch(value.facts.filter(({ table }) => table === 'reviews')),
    rules: findings.filter(({ table }) => table === 'reviews').map(({ rule }) => rule),
  };
}

/** Each group by itself, its name over its columns. */
const APART = [
  REVIEW,
  ['行政诉讼（未经复议直接起诉）|<|<|<|<', OUTCOMES, '16|17|18|19|20'],
  ['行政诉讼（复议后起诉）|<|<|<|<', OUTCOMES, '21|22|23|24|25'],
];

const WHOLE = four(ruled(TABLE_FOUR)).rows;
const wide = (line: string): string => line.split('|').join('|<|') + '|<';

describe('table four printed as two tables', () => {
  it.each([
    ['one after the other', [ruled(REVIEW), ruled(LITIGATION)]],
    ['the later first', [ruled(LITIGATION), ruled(REVIEW)]],
    ['each group by itself', APART.map((lines) => ruled(lines))],
    ['each group by itself, right below one another', [ruled(APART.flat())]],
    ['right below one another', [ruled([...REVIEW.map(wide), ...LITIGATION])]],
  ])('is one block: %s', (_, tables) => {
    expect(four(...tables)).toEqual({ rows: WHOLE, rules: [] });
  });

  it('lacks the figures of the one that is not printed', () => {
    expect(four(ruled(LITIGATION)).rows).toEqual(['review: x x x x x', ...WHOLE.slice(1)]);
    expect(four(ruled(REVIEW)).rows).toEqual([
      ...WHOLE.slice(0, 1),
      ...WHOLE.slice(1).map((row) => row.replace(/: .*/u, ': x x x x x')),
    ]);
  });

  it('is doubted where another table gives one of its groups otherwise', () => {
    const other = ruled(REVIEW.with(2, '11|12|13|24|25'));
    const { rows, rules } = four(ruled(REVIEW), ruled(LITIGATION), other);
    expect(rows).toEqual(['review: 11 12 13 14? 15?', ...WHOLE.slice(1)]);
    expect(rules).toEqual(['form.repeated_block']);
  });

  it('takes no five columns under a group that is not its own', () => {
    expect(four(ruled(REVIEW.with(0, '行政调解|<|<|<|<'))).rows).toEqual(
      WHOLE.map((row) => row.replace(/: .*/u, ': x x x x x')),
    );
  });
});
