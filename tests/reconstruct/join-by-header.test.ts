import { describe, expect, it } from 'vitest';
import { htmlToPage, textToPage } from '../../src/extract/index.js';
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
  it('are one where both are long and have other rows', () => {
    const others = long.map((row) => `第${row}`);
    expect(tablesOf(table(...long), '（二）其他事项', table(...others))).toHaveLength(1);
  });

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

describe('tables of a page under the same header', () => {
  const html = (...rows: readonly string[]): string =>
    `<table>${['类别|甲|乙|合计', ...rows].map((row) => `<tr><td>${row.replaceAll('|', '</td><td>')}</td></tr>`).join('')}</table>`;

  it('are one, the heading between them over all columns: blanks beside it would be figures not printed', () => {
    const page = `${html('本年新收|1||3')}<p>二、上年结转申请数量</p>${html('上年结转|0||4')}`;
    const { tables } = pagesToLayout([htmlToPage(Buffer.from(`<meta charset="utf-8">${page}`))]);
    expect(tables).toHaveLength(1);
    const heading = tables[0]?.cells.filter(({ rowIndex }) => rowIndex === 2);
    expect(heading).toMatchObject([{ text: '二、上年结转申请数量', columnIndex: 0, columnSpan: 4 }]);
    expect(tables[0]).toMatchObject({ rowCount: 5, columnCount: 4 });
  });
});
