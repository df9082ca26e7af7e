import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Block, Edition, Label } from '../../src/model/index.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');

function edition(id: string): Edition {
  const found = family?.editions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no edition ${id}`);
  return found;
}

function block(id: string, slot: string): Block {
  const found = edition(id).blocks.find((one) => one.slot === slot);
  if (found === undefined) throw new Error(`no block ${slot}`);
  return found;
}

function figures(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ table, rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => `${table}/${column.factRow ?? row.id}/${column.id}`)),
  );
}

const TABLE_THREE_2021 = `new_received carried_in granted partial denied_1_state_secret denied_2_law_prohibits
  denied_3_three_securities denied_4_third_party denied_5_internal denied_6_process denied_7_enforcement_file
  denied_8_admin_query unable_1_not_held unable_2_needs_creation unable_3_unclear_after_correction notproc_1_petition
  notproc_2_repeat notproc_3_publication notproc_4_excessive notproc_5_confirm other_1_no_correction other_2_fee_unpaid
  other_3_other handled_total carried_out`.split(/\s+/);

describe('the annual report on open government information', () => {
  it('has four editions, each with the years it governs', () => {
    expect(family.editions.map(({ id, fromYear, toYear }) => [id, fromYear, toYear])).toEqual([
      ['2008', undefined, 2013],
      ['2014', 2014, 2018],
      ['2019', 2019, 2020],
      ['2021', 2021, undefined],
    ]);
  });

  it('prescribes no form before 2014, and a statistics table from then on that need not be there', () => {
    expect(edition('2008').blocks).toEqual([]);
    expect(new Set(edition('2014').blocks.map(({ slot, absence }) => `${slot} ${absence}`))).toEqual(
      new Set(['statistics info']),
    );
  });

  it('has a national list of 58 rows and a provincial one of 15, each with sums over the years or without', () => {
    expect(edition('2014').blocks.map(({ rows, columns }) => [rows.length, columns.map(({ id }) => id)])).toEqual([
      [58, ['count']],
      [58, ['count', 'cumulative']],
      [15, ['count']],
      [15, ['count', 'cumulative']],
    ]);
  });

  it('gives each row of a statistics table its unit, and expects parts of a unit only of money', () => {
    for (const { id, unit = '', type } of edition('2014').blocks.flatMap(({ rows }) => rows)) {
      expect(unit, id).toMatch(/^(?:条|件|次|篇|个|人|人次|万元)$/u);
      expect(type, id).toBe(unit === '万元' ? 'amount' : undefined);
    }
  });

  it('holds the sums of statistics tables to be a warning, over every column that is there', () => {
    const laws = edition('2014').blocks.map(({ identities }) => identities);
    expect(new Set(laws.flat().map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(laws.map((list) => list.length)).toEqual([7, 14, 3, 6]);
    expect(laws.map((list) => new Set(list.map(({ total }) => total.column)).size)).toEqual([1, 2, 1, 2]);
  });

  it('counts 200 figures in edition 2021: 10, 175 and 15', () => {
    const all = figures(edition('2021').blocks);
    const count = (table: string): number => all.filter((figure) => figure.startsWith(table)).length;
    expect([all.length, count('disclosure'), count('applications'), count('reviews')]).toEqual([200, 10, 175, 15]);
    expect(new Set(all).size).toBe(200);
  });

  it('names table two of each edition in the order of the form', () => {
    const tableTwo = (id: string): string[] =>
      figures(edition(id).blocks.filter(({ table }) => table === 'disclosure')).map((figure) =>
        figure.replace('disclosure/', ''),
      );
    const cells = (row: string, columns: string): string[] => columns.split(' ').map((column) => `${row}/${column}`);
    expect(tableTwo('2021')).toEqual([
      ...cells('regulations', 'made repealed valid'),
      ...cells('normative_documents', 'made repealed valid'),
      ...['licensing/decisions', 'penalty/decisions', 'coercion/decisions', 'fees/amount'],
    ]);
    expect(tableTwo('2019')).toEqual([
      ...cells('regulations', 'new_made new_published public_total'),
      ...cells('normative_documents', 'new_made new_published public_total'),
      ...cells('licensing', 'prev_items item_delta decisions'),
      ...cells('other_services', 'prev_items item_delta decisions'),
      ...cells('penalty', 'prev_items item_delta decisions'),
      ...cells('coercion', 'prev_items item_delta decisions'),
      ...cells('fees', 'prev_items item_delta'),
      ...cells('procurement', 'projects amount'),
    ]);
  });

  it('has 25 rows in table three of 2021 and 23 in that of 2019, where （六） has no details', () => {
    const rows = (id: string): string[] => block(id, 'applications').rows.map((row) => row.id);
    expect(rows('2021')).toEqual(TABLE_THREE_2021);
    expect(rows('2019')).toEqual(
      TABLE_THREE_2021.flatMap((id) =>
        id === 'other_1_no_correction' ? ['other_total'] : id.startsWith('other_') ? [] : [id],
      ),
    );
  });

  it('gives every column of table three its groups, from the outermost inwards', () => {
    const paths = block('2021', 'applications').columns.map(({ path }) => path.map(({ text }) => text).join('/'));
    expect(paths).toEqual([
      '申请人情况/自然人',
      ...['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map(
        (text) => `申请人情况/法人或其他组织/${text}`,
      ),
      '申请人情况/总计',
    ]);
  });

  it('reads table four row by row although it prints no row labels', () => {
    const reviews = block('2021', 'reviews');
    const outcomes = ['upheld', 'corrected', 'other', 'pending', 'total'];
    expect(reviews.hasRowLabels).toBe(false);
    expect(figures([reviews])).toEqual(
      ['review', 'litigation_direct', 'litigation_after_review'].flatMap((row) =>
        outcomes.map((outcome) => `reviews/${row}/${outcome}`),
      ),
    );
    expect(figures([block('2019', 'reviews')])).toEqual(figures([reviews]));
  });

  it('expands the laws into 25 row sums, 7 column sums, 7 balances and 3 sums of table four', () => {
    const count = (id: string): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { rule } of edition(id).blocks.flatMap(({ identities }) => identities)) {
        counts[rule] = (counts[rule] ?? 0) + 1;
      }
      return counts;
    };
    const tableFour = { 'T4.review': 1, 'T4.lit_direct': 1, 'T4.lit_after': 1 };
    expect(count('2021')).toEqual({ 'T3.rowsum': 25, 'T3.handled': 7, 'T3.balance': 7, ...tableFour });
    expect(count('2019')).toEqual({ 'T3.rowsum': 23, 'T3.handled': 7, 'T3.balance': 7, ...tableFour });
  });

  it('states the balance over handled_total, with what is carried out taken away', () => {
    const balance = block('2021', 'applications').identities.find(({ rule }) => rule === 'T3.balance');
    expect(balance?.total).toEqual({ row: 'handled_total', column: 'natural_person' });
    expect(balance?.parts).toEqual([
      { row: 'new_received', column: 'natural_person', sign: 1 },
      { row: 'carried_in', column: 'natural_person', sign: 1 },
      { row: 'carried_out', column: 'natural_person', sign: -1 },
    ]);
  });

  it('adds up every result row of the edition to handled_total', () => {
    const results = (id: string): string[] => {
      const law = block(id, 'applications').identities.find(({ rule }) => rule === 'T3.handled');
      return (law?.parts ?? []).map(({ row }) => row);
    };
    expect(results('2021')).toEqual(TABLE_THREE_2021.slice(2, 23));
    expect(results('2019')).toEqual(
      block('2019', 'applications')
        .rows.slice(2, 21)
        .map(({ id }) => id),
    );
  });

  it('knows the units: 件 mostly, 万元 for fees, 项 for items, none for what was procured', () => {
    const unit = (id: string, slot: string, column: string): string | undefined =>
      block(id, slot).columns.find((one) => one.id === column)?.unit;
    expect(unit('2021', 'applications', 'total')).toBe('件');
    expect(unit('2021', 'article_20_8', 'amount')).toBe('万元');
    expect(unit('2019', 'article_20_5', 'item_delta')).toBe('项');
    expect(unit('2019', 'article_20_5', 'decisions')).toBe('件');
    expect(unit('2019', 'article_20_9', 'amount')).toBe('');
  });

  it('lets only the changes of 2019 be negative', () => {
    const signed = family.editions
      .flatMap(({ blocks }) => blocks)
      .flatMap(({ columns }) => columns)
      .filter(({ type }) => type === 'signed-count');
    expect(new Set(signed.map(({ id }) => id))).toEqual(new Set(['item_delta']));
  });

  it('gives a key only where it tells a row from the other rows, or a column from the other columns', () => {
    const squeeze = (text: string): string => text.replace(/[\p{P}\p{Z}]/gu, '');
    const holds = (label: Label, key: string): boolean =>
      [label.text, ...label.variants].some((text) => squeeze(text).includes(key));
    for (const { slot, rows, columns } of family.editions.flatMap(({ blocks }) => blocks)) {
      for (const leaves of [rows, columns]) {
        const labels = leaves.flatMap(({ path }) => path.slice(-1));
        for (const label of labels) {
          for (const key of label.keys) {
            const found = labels.filter((other) => holds(other, key)).map(({ text }) => text);
            expect([...new Set(found)], `${slot}: ${key}`).toEqual([label.text]);
          }
        }
      }
    }
  });

  it('names every figure in both languages', () => {
    for (const { rows, columns, hasRowLabels } of family.editions.flatMap(({ blocks }) => blocks)) {
      for (const { name } of [...columns, ...(hasRowLabels ? rows : [])]) {
        expect(name.zh).not.toBe('');
        expect(name.en).toMatch(/^[\x20-\x7e]+$/);
      }
    }
  });
});
