import { describe, expect, it } from 'vitest';
import { bindReport, expectedList, figureAt, listLines, listOf } from './statistics.js';
import { dumped, formRows, ruled, sketch, TABLE_FOUR, TABLE_TWO, tableThree } from './tables.js';

const NATIONAL = listOf(58, 1);
const PROVINCIAL = listOf(15, 2);
const NATIONAL_LINES = ['统计指标|单位|统计数', ...listLines(NATIONAL)];
const PROVINCIAL_LINES = ['指标|计量单位|本年度|历年累计', ...listLines(PROVINCIAL)];

/** Lines with the squares of one of them changed, found by what it begins with. */
function changed(lines: readonly string[], start: string, change: (squares: string[]) => readonly string[]): string[] {
  const at = lines.findIndex((line) => line.startsWith(start));
  expect(at).toBeGreaterThanOrEqual(0);
  return lines.map((line, k) => (k === at ? change(line.split('|')).join('|') : line));
}

const makers = [
  ['ruled', (lines: readonly string[]) => ruled(lines)],
  ['delimited', (lines: readonly string[]) => dumped(lines)],
  ['aligned', (lines: readonly string[]) => dumped(lines, 'aligned')],
] as const;

describe.each(makers)('a %s statistics table', (_, make) => {
  it('is bound row by row to the national list, repeated labels by their order', () => {
    const { facts, edition, findings } = bindReport(2016, make(NATIONAL_LINES));
    expect(sketch(facts)).toEqual(expectedList(NATIONAL));
    expect([edition, findings]).toEqual(['2014', []]);
  });

  it('is bound to the provincial list where that fits, this year’s figure and the one over the years', () => {
    const { facts, edition, findings } = bindReport(2017, make(PROVINCIAL_LINES));
    expect(sketch(facts)).toEqual(expectedList(PROVINCIAL));
    expect([edition, findings]).toEqual(['2014', []]);
  });

  it('may print its columns the other way round', () => {
    const lines = PROVINCIAL_LINES.map((line) => {
      const [label = '', unit = '', count = '', cumulative = ''] = line.split('|');
      return [label, unit, cumulative, count].join('|');
    });
    const { facts } = bindReport(2017, make(lines));
    const certain = facts
      .filter(({ status }) => status === 'printed')
      .map(({ row, column, value }) => [row, column, value]);
    for (const [row, column, value] of certain) {
      const at = PROVINCIAL.rows.findIndex(({ id }) => id === row);
      expect([row, column, value]).toEqual([row, column, figureAt(at, column === 'count' ? 0 : 1)]);
    }
  });

  it('has no column of sums over the years where the form prints none', () => {
    const lines = PROVINCIAL_LINES.map((line) => line.split('|').slice(0, 3).join('|'));
    const { facts, findings } = bindReport(2017, make(lines));
    expect(sketch(facts)).toEqual(expectedList(listOf(15, 1)));
    expect(findings).toEqual([]);
  });

  it('has one where a national table prints it', () => {
    const full = listOf(58, 2);
    const { facts, findings } = bindReport(2017, make(['统计指标|单位|本年|累计', ...listLines(full)]));
    expect(sketch(facts)).toEqual(expectedList(full));
    expect(findings).toEqual([]);
  });

  it('names the year in its header', () => {
    const { facts } = bindReport(2016, make(['指标|单位|2016年度|历年累计', ...PROVINCIAL_LINES.slice(1)]));
    expect(sketch(facts)).toEqual(expectedList(PROVINCIAL));
  });

  it('gives the printed unit where it is not the form’s, and the form’s where none is printed', () => {
    const lines = changed(
      changed(NATIONAL_LINES, '（一）收到申请数', (squares) => squares.with(1, '条')),
      '1.当面申请数',
      (squares) => squares.with(1, ''),
    );
    const unit = new Map(bindReport(2016, make(lines)).facts.map((fact) => [fact.row, fact.unit]));
    expect([unit.get('req_received'), unit.get('req_inperson'), unit.get('budget')]).toEqual(['条', '件', '万元']);
  });

  it('keeps a unit that stands in the figure’s own cell', () => {
    const lines = changed(NATIONAL_LINES, '七、', (squares) => squares.with(2, '1200元'));
    const fact = bindReport(2016, make(lines)).facts.find(({ row }) => row === 'fee_collected');
    expect([fact?.value, fact?.unit, fact?.printed, fact?.status]).toEqual(['1200', '元', '1200元', 'printed']);
  });

  it('takes a dash beside a group for no row of its own', () => {
    const lines = NATIONAL_LINES.map((line) => line.replace(/^(.*\|——)\|$/u, '$1|——'));
    const { facts, findings } = bindReport(2016, make(lines));
    expect(sketch(facts)).toEqual(expectedList(NATIONAL));
    expect(findings).toEqual([]);
  });

  it('marks the row that a table leaves out, and no other', () => {
    const lines = NATIONAL_LINES.filter((line) => !line.startsWith('（二）被依法纠错数') || line.endsWith('1420'));
    const { facts, findings } = bindReport(2016, make(lines));
    expect(facts.filter(({ status }) => status !== 'printed').map(({ row }) => row)).toEqual(['lit_corrected']);
    expect(findings.map(({ rule, row }) => [rule, row])).toEqual([['form.missing_row', 'lit_corrected']]);
  });

  it('reports a row that the form does not have', () => {
    const at = NATIONAL_LINES.findIndex((line) => line.startsWith('六、'));
    const { facts, findings } = bindReport(2016, make(NATIONAL_LINES.toSpliced(at, 0, '信息公开查询人次统计|人次|77')));
    expect(sketch(facts).filter((row) => !expectedList(NATIONAL).includes(row))).toEqual([]);
    expect(findings.map(({ rule, actual }) => [rule, actual])).toEqual([['extra-row', '信息公开查询人次统计 77']]);
  });
});

describe('a statistics table without a header', () => {
  it('is doubted where two figures stand in each row: which is this year’s is not said', () => {
    for (const table of [ruled(PROVINCIAL_LINES.slice(1)), dumped(PROVINCIAL_LINES.slice(1))]) {
      const { facts } = bindReport(2017, table);
      expect(facts.every(({ status }) => status === 'suspect' || status === 'missing')).toBe(true);
    }
  });

  it('is read where each row has one', () => {
    const { facts } = bindReport(2016, dumped(NATIONAL_LINES.slice(1)));
    expect(sketch(facts)).toEqual(expectedList(NATIONAL));
  });
});

describe('an edition whose form need not be there', () => {
  it('is no error where a report of its years has tables of another', () => {
    const { facts, findings } = bindReport(2018, ruled(TABLE_TWO), tableThree(formRows('2021')), ruled(TABLE_FOUR));
    expect(facts.filter(({ table }) => table !== 'statistics').every(({ status }) => status === 'printed')).toBe(true);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['form.missing_block', 'info']]);
  });
});

it('leaves the forms of other editions alone', () => {
  const { facts, edition } = bindReport(2023, ruled(TABLE_TWO), tableThree(formRows('2021')), ruled(TABLE_FOUR));
  expect([edition, facts.length]).toEqual(['2021', 200]);
});
