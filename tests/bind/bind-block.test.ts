import { describe, expect, it } from 'vitest';
import { layoutToFacts } from '../../src/bind/layout-to-facts.js';
import {
  bind,
  block,
  expectedThree,
  factsOf,
  family,
  formRows,
  HEADER_THREE,
  layoutOf,
  relabelled,
  ruled,
  sketch,
  tableThree,
  writeRows,
} from './tables.js';
import type { WrittenRow } from './tables.js';

const THREE = block('2021', 'applications');
const ROWS = formRows('2021');
const ALL = ROWS.map((_, row) => row);
const EXPECTED = expectedThree('2021');
const MISSING = 'x x x x x x x';
const NOISE = ['###', '471 vI', ''];

function boundRows(rows: readonly WrittenRow[]): string[] {
  return sketch(factsOf(tableThree(rows), THREE));
}

/** What is expected where a row's figures read otherwise. */
function expectedBut(row: number, figures: string): string[] {
  return EXPECTED.with(row, `${THREE.rows[row]?.id ?? ''}: ${figures}`);
}

/** Lines of `sketch` that say something else than they should without a mark. */
function silentErrors(found: readonly string[], expected: readonly string[]): string[] {
  return found.filter((line, row) => {
    const truth = expected[row]?.split(' ') ?? [];
    return line.split(' ').some((figure, k) => figure !== truth[k] && !/[?x]$/u.test(figure));
  });
}

/** Lines of `sketch` with a mark. */
function marks(found: readonly string[]): string[] {
  return found.filter((line) => / x|\?/u.test(line));
}

describe('table three', () => {
  it.each(['2021', '2019'])('of %s is bound whole', (edition) => {
    const found = sketch(factsOf(tableThree(formRows(edition)), block(edition, 'applications')));
    expect(found).toEqual(expectedThree(edition));
  });

  it('of 2019 is bound worse as 2021, and the other way round', () => {
    const [rows2021, rows2019] = [tableThree(ROWS), tableThree(formRows('2019'))];
    const score = (edition: string, table: typeof rows2021): number =>
      bind(table, block(edition, 'applications'))?.score ?? -Infinity;
    expect(score('2021', rows2021)).toBeGreaterThan(score('2019', rows2021) + 1);
    expect(score('2019', rows2019)).toBeGreaterThan(score('2021', rows2019) + 1);
  });

  it('is not bound where there is no such table', () => {
    expect(bind(ruled(['姓名|电话', '张三|123', '李四|456']), THREE)).toBeUndefined();
    expect(bind(ruled(['']), THREE)).toBeUndefined();
  });

  it('is not bound where no label is legible and the rows are as many: order is no evidence', () => {
    expect(bind(tableThree(ROWS.map((row) => relabelled({ ...row, path: ['x'] }, '###'))), THREE)).toBeUndefined();
  });
});

describe('a row that the table does not have', () => {
  it.each(ALL)('is missing and shifts no other: row %i', (row) => {
    expect(boundRows(ROWS.toSpliced(row, 1))).toEqual(expectedBut(row, MISSING));
  });

  it.each(ALL.slice(1, -1))('is missing though the label of the next is illegible: row %i', (row) => {
    for (const noise of [...NOISE, '刘州处连']) {
      const next = ROWS[row + 1] ?? { path: [], figures: [] };
      const found = boundRows(ROWS.with(row + 1, relabelled(next, noise)).toSpliced(row, 1));
      expect(silentErrors(found, expectedBut(row, MISSING))).toEqual([]);
    }
  });
});

describe('a row that the form does not have', () => {
  const extra = (label: string, at: number): WrittenRow => ({
    path: [...(ROWS[at - 1]?.path.slice(0, -1) ?? []), label],
    figures: ['901', '902', '903', '904', '905', '906', '907'],
  });

  it.each(['（八）其他说明', '备注', '其中：本级', '###', ''])('is bound nowhere and told: %s', (label) => {
    for (const at of [1, 3, 8, 15, 20, 24]) {
      const table = tableThree(ROWS.toSpliced(at, 0, extra(label, at)));
      expect(sketch(factsOf(table, THREE))).toEqual(EXPECTED);
      expect(bind(table, THREE)?.extraRows.map((view) => view.figures[0]?.text)).toEqual(['901']);
    }
  });

  it.each([0, 25])('is told where it stands before or after all others: at %i', (at) => {
    const table = tableThree(ROWS.toSpliced(at, 0, { path: ['五、其他说明'], figures: extra('', 1).figures }));
    const { value, findings } = layoutToFacts(layoutOf(table), family, 2023);
    expect(sketch(value.facts.filter((fact) => fact.table === 'applications'))).toEqual(EXPECTED);
    expect(findings.filter(({ rule }) => rule === 'extra-row').map(({ actual }) => actual)).toEqual([
      '五、其他说明 901 902 903 904 905 906 907',
    ]);
  });
});

describe('an illegible label', () => {
  it.each(ALL)('never puts a figure into another row: row %i', (row) => {
    for (const noise of [...NOISE, '刘州处连以小']) {
      const found = boundRows(ROWS.with(row, relabelled(ROWS[row] ?? { path: [], figures: [] }, noise)));
      expect(silentErrors(found, EXPECTED)).toEqual([]);
      expect(marks(found).length).toBeLessThanOrEqual(1);
    }
  });

  it('between legible ones leaves its row its place: all rows are there', () => {
    const found = [4, 9, 13, 20].map((row) =>
      boundRows(ROWS.with(row, relabelled(ROWS[row] ?? { path: [], figures: [] }, '###'))),
    );
    expect(found.flatMap((lines) => lines.filter((line) => line.includes(' x')))).toEqual([]);
  });

  it.each([2, 3, 4, 6])('never puts a figure into another row where %i follow one another', (count) => {
    for (let first = 0; first + count <= ROWS.length; first += 2) {
      for (const noise of [...NOISE, '刘州处连']) {
        const rows = ROWS.map((row, k) => (k >= first && k < first + count ? relabelled(row, noise) : row));
        expect(silentErrors(boundRows(rows), EXPECTED)).toEqual([]);
      }
    }
  });

  it('is no reason to trust the order where a row is missing beside it', () => {
    // Three rows of which the middle one is gone and another illegible: which is which is open.
    for (const row of [5, 12, 17]) {
      const lost = ROWS.with(row - 1, relabelled(ROWS[row - 1] ?? { path: [], figures: [] }, '###')).toSpliced(row, 1);
      expect(silentErrors(boundRows(lost), expectedBut(row, MISSING))).toEqual([]);
    }
  });
});

describe('labels in another order', () => {
  it.each([3, 8, 12, 17, 20])('are doubted, both rows of them: rows %i and the next', (row) => {
    const [own, next] = [ROWS[row]?.path.at(-1) ?? '', ROWS[row + 1]?.path.at(-1) ?? ''];
    const found = boundRows(
      ROWS.map((each, k) => (k === row ? relabelled(each, next) : k === row + 1 ? relabelled(each, own) : each)),
    );
    expect(marks(found)).toHaveLength(2);
  });
});

describe('published wordings', () => {
  const reworded: Readonly<Record<string, string>> = {
    denied_2_law_prohibits: '2.其他法律行政止公开',
    denied_3_three_securities: '3.危及"三安全—稳定"',
    denied_5_internal: '5.属于三类内容事务信息',
    other_1_no_correction: '1、申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    other_2_fee_unpaid: '2、申请人逾期未按收费通知要求缴纳费用',
    other_3_other: '3、其他',
    handled_total: '（七）总 计',
    carried_out: '四、结转下一年继续办理',
  };

  it('are bound without a doubt', () => {
    const rows = ROWS.map((row, k) => relabelled(row, reworded[THREE.rows[k]?.id ?? ''] ?? row.path.at(-1) ?? ''));
    expect(boundRows(rows)).toEqual(EXPECTED);
  });

  it('are bound where a group and its detail stand in one cell', () => {
    // （三）不予公开1.属于国家秘密
    const label = (path: readonly string[]): string => path.slice(path.length > 2 ? -2 : -1).join('');
    const lines = ROWS.map(({ path, figures }) => [label(path), '<', '<', ...figures].join('|'));
    expect(sketch(factsOf(ruled([...HEADER_THREE, ...lines]), THREE))).toEqual(EXPECTED);
  });

  it('are bound where groups are no cells of their own', () => {
    const lines = ROWS.map(({ path, figures }) => [path.at(-1), '<', '<', ...figures].join('|'));
    expect(sketch(factsOf(ruled([...HEADER_THREE, ...lines]), THREE))).toEqual(EXPECTED);
  });

  it('are doubted where a row stands twice with other figures', () => {
    const [first, second, ...rest] = ROWS;
    if (!first || !second) throw new Error('no rows');
    const twin = { ...second, figures: second.figures.map((figure) => `9${figure}`) };
    expect(marks(boundRows([first, twin, second, ...rest]))).toHaveLength(1);
  });

  it('are bound where a title and notes stand in the table', () => {
    const lines = [
      '表3|<|<|<|<|<|<|<|<|<',
      ...HEADER_THREE,
      ...writeRows(ROWS),
      `注：本表数据截至2023年底|${'<|'.repeat(8)}<`,
    ];
    expect(sketch(factsOf(ruled(lines), THREE))).toEqual(EXPECTED);
  });
});
