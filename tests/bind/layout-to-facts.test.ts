import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import type { Fact } from '../../src/model/index.js';
import { block, family, figuresOfRow, formRows, layoutOf, ruled, TABLE_FOUR, TABLE_TWO, tableThree } from './tables.js';

const LAYOUT = layoutOf(ruled(TABLE_TWO), tableThree(formRows('2021')), ruled(TABLE_FOUR));
const { value, findings } = layoutToFacts(LAYOUT, family, 2023);

function idOf({ table, row, column }: Fact): string {
  return `${table}/${row}/${column}`;
}

describe('the facts of a report', () => {
  it('stand in the order of the form, once each', () => {
    const two = ['regulations', 'normative_documents'].flatMap((row) =>
      ['made', 'repealed', 'valid'].map((column) => `disclosure/${row}/${column}`),
    );
    const rest = ['licensing/decisions', 'penalty/decisions', 'coercion/decisions', 'fees/amount'];
    const three = block('2021', 'applications').rows.flatMap(({ id }) =>
      ['natural_person', 'business', 'research', 'social', 'legal_service', 'other_org', 'total'].map(
        (column) => `applications/${id}/${column}`,
      ),
    );
    const four = ['review', 'litigation_direct', 'litigation_after_review'].flatMap((row) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].map((column) => `reviews/${row}/${column}`),
    );
    const expected = [...two, ...rest.map((id) => `disclosure/${id}`), ...three, ...four];
    expect(value.facts.map(idOf)).toEqual(expected);
    expect(expected).toHaveLength(200);
  });

  it('carry block, edition, unit and print', () => {
    expect(value.facts[9]).toEqual({
      block: 'article_20_8',
      edition: '2021',
      table: 'disclosure',
      row: 'fees',
      column: 'amount',
      reading: { kind: 'number', value: '61.5', unit: '' },
      value: '61.5',
      unit: '万元',
      printed: '61.5',
      status: 'printed',
      place: { pageNumber: 1, box: { x0: 40, top: 260, x1: 160, bottom: 280 } },
      alternatives: [],
      doubts: [],
    });
  });

  it('are told apart: blank, mark, 0 and what is no figure', () => {
    const lines = TABLE_TWO.with(2, '规章||—|0').with(3, '行政规范性文件|22（其中修订16件）|见附件|3①');
    const { facts } = layoutToFacts(layoutOf(ruled(lines)), family, 2023).value;
    expect(
      facts.slice(0, 6).map(({ reading, value: figure, printed, status }) => [reading.kind, figure, printed, status]),
    ).toEqual([
      ['blank', '', '', 'printed'],
      ['notApplicable', '', '—', 'printed'],
      ['number', '0', '0', 'printed'],
      ['number', '22', '22（其中修订16件）', 'printed'],
      ['illegible', '', '见附件', 'suspect'],
      ['number', '3', '3①', 'printed'],
    ]);
  });

  it('leave a raised mark out of the value and in the print', () => {
    const table = ruled(TABLE_TWO);
    const cells = table.cells.map((cell) => (cell.text === '31' ? { ...cell, baseText: '3' } : cell));
    const { facts } = layoutToFacts(layoutOf({ ...table, cells }), family, 2023).value;
    expect(facts[6]).toMatchObject({ value: '3', printed: '31', status: 'printed' });
  });

  it('are no blanks where their cell holds nothing but raised signs: a figure beside larger text looks so', () => {
    const table = ruled(TABLE_TWO);
    const cells = table.cells.map((cell) => (cell.text === '31' ? { ...cell, baseText: '' } : cell));
    const { facts } = layoutToFacts(layoutOf({ ...table, cells }), family, 2023).value;
    expect(facts[6]).toMatchObject({ value: '', status: 'suspect', doubts: ['only-a-note'] });
  });

  it('are suspect where their cell is doubted', () => {
    const table = ruled(TABLE_TWO);
    const cells = table.cells.map((cell) =>
      cell.text === '31' ? { ...cell, doubts: ['strays-over-rule' as const] } : cell,
    );
    const { facts } = layoutToFacts(layoutOf({ ...table, cells }), family, 2023).value;
    expect(facts[6]).toMatchObject({ value: '31', status: 'suspect', doubts: ['strays-over-rule'] });
  });

  it('are suspect with every reading where a number is torn', () => {
    const { facts } = layoutToFacts(layoutOf(ruled(TABLE_TWO.with(6, '行政许可|17 0|<|<'))), family, 2023).value;
    expect(facts[6]).toMatchObject({ value: '170', printed: '17 0', status: 'suspect' });
    expect(facts[6]?.alternatives).toEqual(expect.arrayContaining(['17', '0']));
  });

  it('are whole where an amount is set apart behind its point', () => {
    const { facts } = layoutToFacts(
      layoutOf(ruled(TABLE_TWO.with(13, '行政事业性收费|49636. 2083|<|<'))),
      family,
      2023,
    ).value;
    expect(facts[9]).toMatchObject({ value: '49636.2083', printed: '49636. 2083', status: 'printed' });
  });

  it('keep the printed unit before the form’s', () => {
    const { facts } = layoutToFacts(
      layoutOf(ruled(TABLE_TWO.with(13, '行政事业性收费|251000元|<|<'))),
      family,
      2023,
    ).value;
    expect(facts[9]).toMatchObject({ value: '251000', unit: '元', printed: '251000元' });
  });

  it('come out alike each time', () => {
    expect(layoutToFacts(LAYOUT, family, 2023)).toEqual({ value, findings });
  });
});

describe('the bindings of a report', () => {
  it('name the cell of every printed figure', () => {
    const all = value.tables.flatMap(({ table, bindings }) => bindings.map((binding) => ({ table, binding })));
    expect(all).toHaveLength(200);
    for (const { table, binding } of all) {
      const cell = table.cells.find(
        ({ rowIndex, columnIndex }) => rowIndex === binding.rowIndex && columnIndex === binding.columnIndex,
      );
      const fact = value.facts.find((each) => idOf(each) === `${binding.table}/${binding.row}/${binding.column}`);
      expect(cell?.text).toBe(fact?.printed);
    }
  });

  it('keep the tables in the order of the document, bound or not', () => {
    const other = ruled(['单位|电话', '办公室|1']);
    const { tables } = layoutToFacts(layoutOf(other, ruled(TABLE_TWO)), family, 2023).value;
    expect(tables.map(({ table, bindings }) => [table.tableIndex, bindings.length])).toEqual([
      [0, 0],
      [1, 10],
    ]);
  });
});

describe('the findings on structure', () => {
  it('are none for a report as the form wants it', () => {
    expect(findings).toEqual([]);
  });

  it('tell a row that the form does not have, with its place and its text', () => {
    const lines = TABLE_TWO.toSpliced(3, 0, '其中：修订|7|8|9');
    const found = layoutToFacts(layoutOf(ruled(lines)), family, 2023).findings.filter(
      ({ rule }) => rule === 'extra-row',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      table: 'disclosure',
      severity: 'warning',
      actual: '其中：修订 7 8 9',
      place: { pageNumber: 1 },
    });
    expect(found[0]?.message.zh).toContain('其中：修订');
    expect(found[0]?.message.en).not.toBe('');
  });

  it('tell a column that the form does not have', () => {
    const rows = formRows('2021').map((row) => ({ ...row, figures: [...row.figures, '9'] }));
    const table = tableThree(rows);
    const found = layoutToFacts(layoutOf(table), family, 2023).findings.filter(({ rule }) => rule === 'extra-column');
    expect(found).toHaveLength(1);
    expect(found[0]?.actual).toBe(new Array(25).fill('9').join(' '));
  });

  it('tell every block that is not there', () => {
    const found = layoutToFacts(layoutOf(ruled(TABLE_TWO.slice(0, 4))), family, 2023).findings;
    expect(found.map(({ rule, table, severity }) => `${rule} ${table} ${severity}`)).toEqual([
      ...['disclosure', 'disclosure', 'disclosure', 'applications', 'reviews'].map(
        (table) => `form.missing_block ${table} error`,
      ),
    ]);
    expect(found[0]?.message.zh).toContain('第二十条第（五）项');
  });

  it('tell an extra row of table three with its figures', () => {
    const rows = formRows('2021').toSpliced(8, 0, { path: ['其中：本级'], figures: figuresOfRow(90) });
    const found = layoutToFacts(layoutOf(tableThree(rows)), family, 2023).findings.filter(
      ({ rule }) => rule === 'extra-row',
    );
    expect(found.map(({ actual }) => actual)).toEqual([`其中：本级 ${figuresOfRow(90).join(' ')}`]);
  });
});
