import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import { textToPage } from '../../src/extract/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { family } from './tables.js';

/** Table two, where no law tells a mark from a digit; and table three, every figure nought. */
function facts(separator: string, mark: string): string[] {
  const two = [
    ['第二十条第（五）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', `7362${mark}`],
    ['第二十条第（六）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', `715${mark}`],
    ['行政强制', `11${mark}`],
  ];
  const three = (family.editions.find(({ id }) => id === '2021')?.blocks ?? [])
    .filter(({ slot }) => slot === 'applications')
    .flatMap(({ rows }) => rows.map(({ path }) => [path.at(-1)?.text ?? '', ...new Array<string>(7).fill('0')]));
  const text = [...two, ...three].map((row) => row.join(separator)).join('\n');
  const { value } = layoutToFacts(pagesToLayout([textToPage(new TextEncoder().encode(text))]), family, 2023);
  return value.facts
    .filter(({ row }) => ['licensing', 'penalty', 'coercion'].includes(row))
    .map((fact) => (fact.status === 'printed' ? fact.value : '?'));
}

describe('a note mark behind a figure of a dump', () => {
  it.each(
    ['\t', ' ', '\n', ''].flatMap((separator) =>
      ['①', '¹', '[1]', '[^1]', '（注1）', '*'].map((mark) => ({ separator, mark })),
    ),
  )('is no part of it: $mark behind $separator', ({ separator, mark }) => {
    expect(facts(separator, mark)).toEqual(['7362', '715', '11']);
  });

  it.each(['\t', ' '])('is no figure where it stands apart: %j', (separator) => {
    expect(facts(separator, ' 注1')).toEqual(['7362', '715', '11']);
  });

  it.each(['\t', ' ', '\n', ''])('leaves the figure open where its sign is no mark: %j', (separator) => {
    for (const mark of ['#1', '^1', '~~9']) expect(facts(separator, mark)).toEqual(['?', '?', '?']);
  });
});
