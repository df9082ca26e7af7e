import { describe, expect, it } from 'vitest';
import { buildComparisons, comparabilitySchema } from '../../src/families/comparisons.js';
import { familiesToComparisonRows } from '../../src/export/comparison-rows.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Edition } from '../../src/model/index.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');
const rows = familiesToComparisonRows([family]);

/** What a figure of an edition is in another, as `table/row/column kind`; empty without a counterpart. */
function counterparts(from: string, toEdition: string): string[] {
  const [edition, table, row, column] = from.split('/');
  return rows
    .filter(
      (each) =>
        [each.from_edition, each.from_table, each.from_row, each.from_column].join() ===
        [edition, table, row, column].join(),
    )
    .filter((each) => each.to_edition === toEdition)
    .map((each) =>
      each.to_table === '' ? each.kind : `${each.to_table}/${each.to_row}/${each.to_column} ${each.kind}`,
    );
}

/** Every figure of an edition, as `table/row/column`. */
function figuresOf({ blocks }: Edition): string[] {
  return blocks.flatMap(({ table, rows: own, columns }) =>
    own.flatMap((row) => columns.map((column) => `${table}/${column.factRow ?? row.id}/${column.id}`)),
  );
}

describe('the comparability of editions', () => {
  it.each([
    ['2019/applications/granted/business', '2021', 'applications/granted/business exact'],
    [
      '2019/applications/other_total/total',
      '2021',
      'applications/other_1_no_correction+other_2_fee_unpaid+other_3_other/total exact',
    ],
    ['2019/reviews/litigation_direct/pending', '2021', 'reviews/litigation_direct/pending exact'],
    ['2019/disclosure/licensing/decisions', '2021', 'disclosure/licensing/decisions approximate'],
    ['2019/disclosure/regulations/new_made', '2021', 'disclosure/regulations/made approximate'],
    ['2019/disclosure/normative_documents/public_total', '2021', 'none'],
    ['2021/disclosure/fees/amount', '2019', 'none'],
    ['2014/statistics/req_received/count', '2019', 'applications/new_received/total approximate'],
    ['2014/statistics/den_trade+den_privacy/count', '2021', 'applications/denied_4_third_party/total approximate'],
    ['2014/statistics/lit_total/count', '2021', 'reviews/litigation_direct+litigation_after_review/total approximate'],
    ['2014/statistics/normative_made/count', '2021', 'disclosure/normative_documents/made approximate'],
    ['2014/statistics/fee_collected/count', '2021', 'none'],
  ])('says of %s what it is in %s', (from, edition, expected) => {
    expect(counterparts(from, edition)).toEqual([expected]);
  });

  it('says it of every figure of 2019, and once', () => {
    const edition = family.editions.find(({ id }) => id === '2019');
    if (edition === undefined) throw new Error('no edition');
    for (const figure of figuresOf(edition)) expect(counterparts(`2019/${figure}`, '2021'), figure).toHaveLength(1);
  });

  it('gives no figure of 2021 two counterparts in one edition', () => {
    for (const from of ['2014', '2019']) {
      const taken = rows
        .filter((row) => row.from_edition === from && row.to_edition === '2021' && row.to_table !== '')
        .flatMap((row) => row.to_row.split('+').map((id) => `${row.to_table}/${id}/${row.to_column}`));
      expect(new Set(taken).size).toBe(taken.length);
    }
  });
});

describe('a wrong comparability.yaml', () => {
  const of = { edition: '2019', table: 'applications' };
  it.each([
    ['an edition that is not there', { ...of, rows: ['granted'] }, { editions: ['2020'] }, 'there is no 2020'],
    ['a row that is not there', { ...of, rows: ['grant'] }, { editions: ['2021'] }, 'there is no applications/grant'],
    [
      'a row that the other edition does not have',
      { ...of, rows: ['other_total'] },
      { editions: ['2021'] },
      'there is no 2021/applications/other_total/natural_person',
    ],
    [
      'a column that is not there',
      { ...of, rows: ['granted'], columns: ['all'] },
      { editions: ['2021'] },
      'there is no 2019/applications/granted/all',
    ],
    ['rows beside a sum', { ...of, rows: ['granted'], sum: ['partial'] }, { editions: ['2021'] }, 'either rows or sum'],
    [
      'more rows than counterparts',
      { ...of, rows: ['granted', 'partial'] },
      { editions: ['2021'], rows: ['granted'] },
      'differ in number: 2 and 1',
    ],
    [
      'fewer columns than counterparts',
      { ...of, rows: ['granted'] },
      { editions: ['2021'], columns: ['total'] },
      'differ in number: 0 and 1',
    ],
  ])('is refused: %s', (_, from, to, message) => {
    const definition = comparabilitySchema.parse({ comparisons: [{ from, to, kind: 'exact' }] });
    const { problems } = buildComparisons(definition, family.editions);
    expect(problems[0]?.text.en).toContain(message);
    expect(problems[0]?.path.slice(0, 2)).toEqual(['comparisons', 0]);
  });
});
