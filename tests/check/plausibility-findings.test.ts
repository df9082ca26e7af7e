import { describe, expect, it } from 'vitest';
import { plausibilityFindings } from '../../src/check/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Fact, FactStatus, Finding, Subject } from '../../src/model/index.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');
const { editions, completeness: rules } = family;

interface Given {
  readonly values?: Readonly<Record<string, string>>;
  readonly subject?: Partial<Subject>;
  /** Editions of the blocks of tables two and three. */
  readonly forms?: readonly [string, string];
  readonly status?: FactStatus;
}

/** Findings about a report whose figures are 0 but for those given as `row/column`. */
function judge({ values = {}, subject = {}, forms = ['2021', '2021'], status = 'printed' }: Given): readonly Finding[] {
  const blocks = editions
    .flatMap((edition) => edition.blocks)
    .filter(({ table, edition }) => edition === (table === 'disclosure' ? forms[0] : forms[1]));
  const facts = blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column): Fact => {
        const name = { row: column.factRow ?? row.id, column: column.id };
        const value = values[`${name.row}/${name.column}`] ?? '0';
        return {
          ...{
            block: block.slot,
            edition: block.edition,
            table: block.table,
            ...name,
            unit: '',
            value,
            printed: value,
          },
          ...{ status, reading: { kind: 'number', value, unit: '' }, alternatives: [], doubts: [] },
        };
      }),
    ),
  );
  const body = { agency: '', regionCode: '', level: '', unitType: '', scope: '', contacts: [], year: 2023 } as const;
  return plausibilityFindings({
    ...{ facts, blocks, editions, rules, causeOf: () => 'unknown' },
    subject: { ...body, ...subject },
  });
}

function names(given: Given): string[] {
  return judge(given).map(({ rule, severity, row, column }) => `${rule} ${severity} ${row}/${column}`);
}

describe('plausibilityFindings', () => {
  it('finds nothing in a sound report', () => {
    expect(names({})).toEqual([]);
  });

  it.each([
    [{ level: 'county', unitType: 'department' }, 1],
    [{ level: 'county', unitType: 'government_county' }, 1],
    [{ level: 'township', unitType: 'government_township' }, 1],
    [{ level: 'prefecture', unitType: 'department' }, 1],
    [{ level: 'prefecture', unitType: 'government_prefecture' }, 0],
    [{ level: 'province', unitType: 'gov_office' }, 0],
    [{ level: 'central', unitType: 'department' }, 0],
    [{ level: '', unitType: 'department' }, 0],
    [{ level: '', unitType: '' }, 0],
  ] as const)('judges regulations by the body: %o', (subject, count) => {
    const found = judge({ subject, values: { 'regulations/valid': '6' } });
    expect(found.map(({ rule }) => rule)).toEqual(new Array(count).fill('T2.auth'));
  });

  it('says that fewer documents are in force than were made', () => {
    expect(names({ values: { 'normative_documents/made': '3', 'normative_documents/valid': '2' } })).toEqual([
      'T2.valid_ge_made warning normative_documents/valid',
    ]);
  });

  it('judges no figure that is doubted', () => {
    const values = { 'normative_documents/made': '3' };
    expect(names({ values, status: 'suspect' })).toEqual([]);
  });

  it('sees in 2019 what is published and what was perhaps filled in wrong', () => {
    const forms = ['2019', '2019'] as const;
    const values = {
      'normative_documents/new_published': '3',
      'licensing/prev_items': '1168',
      'licensing/item_delta': '173',
      'licensing/decisions': '1341',
      'penalty/prev_items': '2',
      'penalty/decisions': '2',
    };
    expect(names({ forms, values, subject: { year: 2020 } })).toEqual([
      '2019.pub warning normative_documents/public_total',
      '2019.misfill info licensing/decisions',
    ]);
  });

  it.each([
    [2023, ['2021', '2019'], 'form.mixed_edition warning'],
    [2023, ['2019', '2019'], 'form.wrong_edition error'],
    [2020, ['2021', '2021'], 'form.wrong_edition error'],
    [2020, ['2019', '2019'], ''],
    [2019, ['2021', '2021'], ''],
    [undefined, ['2019', '2021'], ''],
  ] as const)('judges the form of a report on %s in %s', (year, forms, expected) => {
    const subject = year === undefined ? {} : { year };
    const found = judge({ forms, subject: year === undefined ? ({ year: undefined } as never) : subject });
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`).join()).toBe(expected);
  });

  it('judges no form whose figures are mostly doubted', () => {
    expect(names({ forms: ['2021', '2019'], status: 'suspect' })).toEqual([]);
  });
});
