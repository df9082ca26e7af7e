import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import {
  bind,
  block,
  dumped,
  expectedThree,
  family,
  formRows,
  HEADER_THREE,
  layoutOf,
  ruled,
  sketch,
  tableThree,
} from './tables.js';

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const GROUPS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const FIGURES = [
  ['11', '12', '13', '14', '50'],
  ['21', '22', '23', '24', '90'],
  ['31', '32', '33', '34', '130'],
];
const READ = [
  'review: 11 12 13 14 50',
  'litigation_direct: 21 22 23 24 90',
  'litigation_after_review: 31 32 33 34 130',
];
const MISSING = READ.map((row) => row.replace(/: .*/u, ': x x x x x'));

function four(lines: readonly string[]): string[] {
  const { value } = layoutToFacts(layoutOf(tableThree(formRows('2021')), ruled(lines)), family, 2023);
  return sketch(value.facts.filter(({ table }) => table === 'reviews'));
}

const byGroup = (groups: readonly string[]): string[] => [
  ['', ...OUTCOMES].join('|'),
  ...groups.map((group, row) => [group, ...(FIGURES[row] ?? [])].join('|')),
];

describe('table four whose groups are no columns', () => {
  it.each([
    ['rows', byGroup(GROUPS)],
    ['rows under 行政诉讼', byGroup(GROUPS).map((line, row) => `${['', '', '行政诉讼', '^'][row]}|${line}`)],
    [
      'columns, with a row for each outcome',
      [['', ...GROUPS].join('|'), ...OUTCOMES.map((name, at) => [name, ...FIGURES.map((row) => row[at])].join('|'))],
    ],
    [
      'all below one another',
      GROUPS.flatMap((group, row) =>
        OUTCOMES.map((name, at) => [at === 0 ? group : '^', name, FIGURES[row]?.[at]].join('|')),
      ),
    ],
  ])('is read where they are %s', (_, lines) => {
    expect(four(lines)).toEqual(READ);
  });

  it('keeps a blank in its place', () => {
    expect(four(byGroup(GROUPS).with(2, '未经复议直接起诉|21||23|24|90'))[1]).toBe('litigation_direct: 21 _ 23 24 90');
  });

  it.each([
    ['a group stands twice', byGroup(['行政复议', '行政复议', '复议后起诉'])],
    ['a group is another one', byGroup(['行政复议', '行政调解', '复议后起诉'])],
    ['a group could be two', byGroup(['行政复议', '未经复议直接起诉', '行政复议后起诉行政复议'])],
    ['an outcome is not there', byGroup(GROUPS).with(0, '|结果维持|结果纠正|撤回|尚未审结|总计')],
  ])('is not read where %s', (_, lines) => {
    expect(four(lines)).toEqual(MISSING);
  });
});

describe('table three cut in two beside its labels', () => {
  const COLUMNS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const part = (columns: readonly number[]): string[] => [
    ['', '', '', ...columns.map((at) => COLUMNS[at])].join('|'),
    ...formRows('2021').map(({ path, figures }) =>
      [path.at(-1), '<', '<', ...columns.map((at) => figures[at])].join('|'),
    ),
  ];
  const facts = (...parts: readonly string[][]): string[] =>
    sketch(layoutToFacts(layoutOf(...parts.map((lines) => ruled(lines))), family, 2023).value.facts).filter((row) =>
      row.startsWith('carried_in'),
    );

  it.each([
    ['in two tables', [part([0, 6]), part([1, 2, 3, 4, 5])]],
    ['in any order', [part([3, 4, 5, 6]), part([0, 1, 2])]],
    ['in one table, one below the other', [[...part([0, 1, 2]).map((line) => `${line}|`), ...part([3, 4, 5, 6])]]],
  ])('is read whole: %s', (_, parts) => {
    expect(facts(...parts)).toEqual(['carried_in: 21 22 23 24 25 26 27']);
  });

  it('is no table of a dump in which the header is printed again', () => {
    const header = HEADER_THREE.slice(1).map((line) => line.replace(/[<^]/gu, ''));
    const rows = formRows('2021').map(({ path, figures }) => [path.at(-1), '', '', ...figures].join('|'));
    const dump = dumped([...header, ...rows.slice(0, 9), ...header, ...rows.slice(9)]);
    const { value } = layoutToFacts(layoutOf(dump), family, 2023);
    expect(sketch(value.facts.filter(({ table }) => table === 'applications'))).toEqual(expectedThree('2021'));
  });

  it('lacks what no part prints, and takes no column that is not named', () => {
    expect(facts(part([0, 6]))).toEqual(['carried_in: 21 x x x x x 27']);
    const unnamed = part([0, 1, 2]).with(0, '|||自然人|商业企业|上年');
    expect(facts(unnamed, part([3, 4, 5, 6])).join()).not.toContain(' 23 ');
  });
});

describe('a long table of something else', () => {
  it('is passed over without a look at each of its cells', () => {
    const rows = Array.from({ length: 5000 }, (_, k) => `单位名称${k}号|${k}|地址${k % 97}路|${k * 3}|${k % 7}`);
    expect(bind(ruled(rows), block('2021', 'reviews'))).toBeUndefined();
  }, 10_000);
});
