import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Fact } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { KINDS } from '../corpus/kinds.js';
import { htmlSource } from './html-source.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const made = KINDS['web']?.make({ seed: 3, style: 'clean-cms' });
const truth = made?.truth as unknown as { readonly reviews: Readonly<Record<string, readonly number[]>> };
const PAGE = new TextDecoder().decode(made?.files[0]?.bytes);
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const TITLES = { review: '行政复议', litigation_direct: '未经复议直接起诉', litigation_after_review: '复议后起诉' };

/** The figures of table four, written in another way. */
async function reviews(write: (title: string, figures: readonly number[]) => string): Promise<readonly Fact[]> {
  const rows = Object.entries(TITLES).map(([row, title]) => write(title, truth.reviews[row] ?? []));
  const before = PAGE.slice(0, PAGE.lastIndexOf('<table', PAGE.indexOf('尚未审结')));
  const after = PAGE.slice(PAGE.indexOf('</table>', PAGE.indexOf('尚未审结')) + '</table>'.length);
  const source = htmlSource(`${before}<table>${rows.join('')}</table>${after}`);
  const [report] = await sourceToReports(source, { families, reader: 'auto' });
  return (report?.facts ?? []).filter(({ table }) => table === 'reviews');
}

const pair =
  (figures: readonly number[]) =>
  (result: string, at: number): string =>
    `<td>${result}</td><td>${figures[at]}</td>`;
const inPairs = (title: string, figures: readonly number[]): string => {
  const pairs = RESULTS.map(pair(figures));
  return `<tr><td colspan=4>${title}</td></tr><tr>${pairs.slice(0, 2).join('')}</tr><tr>${pairs.slice(2, 4).join('')}</tr><tr>${pairs[4]}<td></td><td></td></tr>`;
};

describe('a table that is read otherwise', () => {
  it('gives its figures where every sum of it holds', async () => {
    const facts = await reviews(inPairs);
    expect(facts.map(({ value, status }) => [value, status])).toEqual(
      Object.keys(TITLES).flatMap((row) => (truth.reviews[row] ?? []).map((figure) => [String(figure), 'printed'])),
    );
  });

  it('gives none where one does not', async () => {
    const facts = await reviews((title, figures) => inPairs(title, [(figures[0] ?? 0) + 1, ...figures.slice(1)]));
    expect(facts.every(({ status }) => status === 'missing')).toBe(true);
  });
});
