import { describe, expect, it } from 'vitest';
import { textToPage } from '../../src/extract/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';

const HEADER = ['| 类别 | 甲 | 乙 | 合计 |', '|---|---|---|---|'];
const table = (...rows: readonly string[]): readonly string[] => [
  '',
  ...HEADER,
  ...rows.map((row) => `| ${row} |`),
  '',
];

const tablesOf = (...lines: readonly (string | readonly string[])[]): string[][] => {
  const { tables } = pagesToLayout([textToPage(Buffer.from(lines.flat().join('\n')))]);
  return tables.map(({ rowCount, cells }) =>
    Array.from({ length: rowCount }, (_, row) =>
      cells
        .filter(({ rowIndex }) => rowIndex === row)
        .map(({ text }) => text)
        .join('|'),
    ),
  );
};

describe('tables of a dump under the same header', () => {
  it('are one where a heading of the next row stands between, headings as rows', () => {
    const lines = ['一、本年新收申请数量', table('本年新收|1|2|3'), '二、上年结转申请数量', table('上年结转|0|4|4')];
    expect(tablesOf(...lines)).toEqual([
      ['类别|甲|乙|合计', '本年新收|1|2|3', '二、上年结转申请数量|||', '类别|甲|乙|合计', '上年结转|0|4|4'],
    ]);
  });

  const long = ['甲项|1|2|3', '乙项|1|2|3', '丙项|1|2|3', '丁项|1|2|3'];
  it.each([
    ['both are long: they may be of two years', [table(...long), '二、上年结转申请数量', table(...long)]],
    ['a sentence stands between', [table('本年新收|1|2|3'), '以上为本年数据，单位为件。', table('上年结转|0|4|4')]],
    [
      'names differ',
      [
        table('本年新收|1|2|3'),
        '二、上年结转申请数量',
        table('上年结转|0|4|4').map((line) => line.replace('乙', '丙')),
      ],
    ],
  ])('stay apart where %s', (_, lines) => {
    expect(tablesOf(...lines)).toHaveLength(2);
  });
});
