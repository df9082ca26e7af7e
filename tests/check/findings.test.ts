import { describe, expect, it } from 'vitest';
import { checksToFindings, factsToChecks, factsToValueFindings } from '../../src/check/index.js';
import { doubtFact, type Block, type Finding } from '../../src/model/index.js';
import { blockOf, factsOf, type Figures, tableThree } from './sample-facts.js';

const reviews = blockOf('2021', 'reviews');
const applications = blockOf('2021', 'applications');

function findingsOf(block: Block, figures: Figures): readonly Finding[] {
  return checksToFindings(factsToChecks(factsOf(block, figures), [block]), () => 'publisher', [block]);
}

function messagesOf(block: Block, figures: Figures): (readonly [string, string])[] {
  return findingsOf(block, figures).map(({ message }) => [message.zh, message.en]);
}

describe('checksToFindings', () => {
  it('names the total, the equation in figures and the law, in both languages', () => {
    const [finding, ...others] = findingsOf(reviews, { 'review/upheld': '10', 'review/corrected': '1' });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'T4.review',
      severity: 'error',
      cause: 'publisher',
      table: 'reviews',
      row: 'review',
      column: 'total',
      expected: '11',
      actual: '0',
      difference: '-11',
    });
    expect(finding?.message).toEqual({
      zh: '表四「行政复议 · 总计」：10+1=11，表中为 0，相差 −11（各种审理结果之和应等于总计）',
      en: 'Table 4, administrative review × total: 10+1=11, 0 is printed, difference −11 (the outcomes must add up to the total)',
    });
    expect(finding?.check?.terms).toHaveLength(5);
  });

  it('says nothing of what holds or cannot be assessed', () => {
    expect(findingsOf(reviews, { 'review/upheld': '' })).toEqual([]);
  });

  it('leaves zeros out of the equation, but never all of it', () => {
    expect(messagesOf(reviews, { 'review/upheld': '5' })[0]?.[0]).toContain('：各项合计 5，表中为 0，');
    expect(messagesOf(reviews, { 'review/total': '5' })[0]?.[0]).toContain('：各项合计 0，表中为 5，相差 5（');
  });

  it('writes what is taken away with a minus sign', () => {
    const figures = { ...tableThree(applications, { granted: [4, 0, 0, 0, 0, 0], carried_out: [1, 0, 0, 0, 0, 0] }) };
    const messages = messagesOf(applications, { ...figures, 'handled_total/natural_person': '3' });
    expect(messages.map(([zh]) => zh)).toEqual([
      '表三「（七）总计 · 总计」：各项合计 3，表中为 4，相差 1（六类申请人之和应等于总计）',
      '表三「（七）总计 · 自然人」：各项合计 4，表中为 3，相差 −1（各项办理结果之和应等于（七）总计）',
      '表三「（七）总计 · 自然人」：5−1=4，表中为 3，相差 −1（本年新收＋上年结转－结转下年度应等于（七）总计）',
    ]);
  });

  it('explains a violation that no filling of the blanks can mend', () => {
    const [finding] = findingsOf(reviews, { 'review/upheld': '5', 'review/other': '', 'review/total': '3' });
    expect(finding?.message.zh).toBe(
      '表四「行政复议 · 总计」：5+…，表中为 3，空缺处填任何非负整数都不能成立（各种审理结果之和应等于总计）',
    );
    expect(finding?.message.en).toContain(
      '5+…, 3 is printed, and nothing that could stand in the empty cells makes it hold',
    );
  });

  it('asks the caller whose doing each violation is', () => {
    const checks = factsToChecks(factsOf(reviews, { 'review/upheld': '1', 'litigation_direct/upheld': '1' }), [
      reviews,
    ]);
    const findings = checksToFindings(checks, ({ rule }) => (rule === 'T4.review' ? 'extraction' : 'unknown'), [
      reviews,
    ]);
    expect(findings.map(({ rule, cause }) => [rule, cause])).toEqual([
      ['T4.review', 'extraction'],
      ['T4.lit_direct', 'unknown'],
    ]);
  });
});

describe('factsToValueFindings', () => {
  const of = (block: Block, figures: Figures): readonly Finding[] =>
    factsToValueFindings(factsOf(block, figures), [block], 'publisher');

  it('counts blanks and marks of a table in one finding each', () => {
    const figures = { 'review/upheld': '', 'review/other': '', 'review/total': '/', 'review/pending': undefined };
    const findings = of(reviews, figures);
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message.zh])).toEqual([
      ['value.blank', 'warning', '表四有 2 格空白，未填数字'],
      ['value.not_applicable', 'warning', '表四有 1 格填“/”，未填数字'],
    ]);
    expect(findings.map(({ row, column }) => `${row}/${column}`)).toEqual(['/', 'review/total']);
    expect(findings[0]?.message.en).toBe('Table 4: 2 cells blank instead of a figure');
  });

  it('accuses nobody of a blank where it is doubted what the cell shows', () => {
    const blank = factsOf(reviews, { 'review/upheld': '', 'review/other': '' });
    const doubted = (rows: readonly string[]): Finding[] => {
      const facts = blank.map((fact) => (rows.includes(fact.column) ? doubtFact(fact, 'hidden-text') : fact));
      return [...factsToValueFindings(facts, [reviews], 'publisher')];
    };
    expect(doubted(['upheld'])).toMatchObject([{ cause: 'publisher', row: 'review', column: 'other' }]);
    expect(doubted(['upheld', 'other'])).toMatchObject([{ cause: 'unknown' }]);
  });

  it('accuses nobody of a broken count that was read unsurely', () => {
    const block = blockOf('2021', 'article_20_5');
    const facts = factsOf(block, { 'licensing/decisions': '1.5' }).map((fact) => doubtFact(fact, 'list-number'));
    expect(factsToValueFindings(facts, [block], 'publisher').map(({ rule, cause }) => [rule, cause])).toEqual([
      ['value.fraction', 'unknown'],
    ]);
  });

  it('refuses a negative or broken count, but not a negative change or a broken amount', () => {
    const figures = { 'licensing/prev_items': '-2', 'licensing/item_delta': '-2', 'licensing/decisions': '1.5' };
    expect(of(blockOf('2019', 'article_20_5'), figures).map(({ rule, column }) => [rule, column])).toEqual([
      ['value.negative', 'prev_items'],
      ['value.fraction', 'decisions'],
    ]);
    expect(of(blockOf('2021', 'article_20_8'), { 'fees/amount': '7730.28' })).toEqual([]);
  });
});
