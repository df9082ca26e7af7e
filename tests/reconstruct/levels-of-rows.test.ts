import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { bareRow, page, write } from './sketch.js';

/** The cells of each row that print something. */
function rowsOf(...pages: readonly (readonly Glyph[])[]): string[] {
  const { tables } = pagesToLayout(pages.map((glyphs, at) => page(glyphs, [], { pageNumber: at + 1 })));
  return tables.flatMap(({ cells, rowCount }) =>
    Array.from({ length: rowCount }, (_, at) => {
      const own = cells.filter(({ rowIndex, text }) => rowIndex === at && text !== '');
      return own.map(({ text, columnSpan }) => (columnSpan > 1 ? `${text}/${String(columnSpan)}` : text)).join(' ');
    }),
  );
}

/** A row whose figures stand above, beside and below its label. */
function spreadRow(y: number, label: string, figures: readonly [string, string, string], step = 9): Glyph[] {
  const [first, second, third] = figures;
  return [
    ...bareRow(y - step, '', first, '', ''),
    ...bareRow(y, label, '', second, ''),
    ...bareRow(y + step, '', '', '', third),
  ];
}

describe('figures of one row set at its top, its middle and its foot', () => {
  it('are one row where every column has as many figures as there are labels', () => {
    const glyphs = [...spreadRow(200, '予以公开', ['12', '7', '19']), ...spreadRow(236, '部分公开', ['4', '1', '5'])];
    expect(rowsOf(glyphs)).toEqual(['予以公开 12 7 19', '部分公开 4 1 5']);
  });

  it('are one row where rows follow as closely as the heights of one, told by the nearer label', () => {
    const glyphs = [
      ...spreadRow(200, '予以公开', ['12', '7', '19'], 12),
      ...spreadRow(234, '部分公开', ['4', '1', '5'], 12),
    ];
    expect(rowsOf(glyphs)).toEqual(['予以公开 12 7 19', '部分公开 4 1 5']);
  });

  it('belong to nobody where the page begins and ends within a row: all counts agree one column off', () => {
    const glyphs = [
      ...bareRow(191, '', '', '', '3'),
      ...bareRow(207, '', '12', '', ''),
      ...bareRow(216, '予以公开', '', '7', ''),
      ...bareRow(225, '', '', '', '19'),
      ...bareRow(241, '', '4', '', ''),
      ...bareRow(250, '部分公开', '', '1', ''),
    ];
    expect(rowsOf(glyphs).join('；')).not.toContain('予以公开 12 7 3');
  });

  it('are those of two rows where two labels stand over one another', () => {
    const glyphs = [...bareRow(200, '予以公开', '12', '', '12'), ...bareRow(220, '部分公开', '', '1', '')];
    expect(rowsOf(glyphs)).toEqual(['予以公开 12 12', '部分公开 1']);
  });

  it('stand beside labels of a group that nearly touches those of the rows', () => {
    const row = (y: number, group: string, label: string): Glyph[] => [
      ...write(group, 50, y),
      ...spreadRow(y, '', ['4', '1', '5']),
      ...write(label, 74, y),
    ];
    const glyphs = [...row(200, '', '予以公开'), ...row(236, '结果', '部分公开'), ...row(272, '', '不予公开')];
    expect(rowsOf(glyphs)).toEqual(['予以公开 4 1 5', '结果 部分公开 4 1 5', '不予公开 4 1 5']);
  });
});

describe('figures right above their labels', () => {
  const table = (aside: number): Glyph[] => [
    ...bareRow(100, '信息内容', '处理决定数量'),
    ...[...bareRow(140 - aside, '', '213'), ...bareRow(140, '行政处罚', '')],
    ...[...bareRow(180 - aside, '', '45'), ...bareRow(180, '行政强制', '')],
  ];

  it('are one row with them where all stand so by turns', () => {
    expect(rowsOf(table(13)).slice(-2)).toEqual(['行政处罚 213', '行政强制 45']);
  });

  it('stay alone where they stand halfway between two labels', () => {
    expect(rowsOf(table(20)).join(' ')).toContain('213 行政处罚 45');
    expect(rowsOf(table(20))).toContain('行政处罚');
  });
});

describe('labels and figures set at different heights of their rows', () => {
  /** The rows of a table whose labels stand so far below their figures; a label's lines follow one another by 12 pt. */
  const table = (top: number, rows: readonly (readonly [string, readonly string[]])[], height = 36): Glyph[] => {
    let y = top;
    return rows.flatMap(([figures, lines]) => {
      const last = y + Math.max(height - 18, 12 * (lines.length - 1));
      const labels = lines.flatMap((line, at) => write(line, 50, last - 12 * (lines.length - 1 - at)));
      const glyphs = [...bareRow(y, '', ...figures.split(' ')), ...labels];
      y = last + 18;
      return glyphs;
    });
  };
  const header = bareRow(60, '', '自然人', '商业企业', '总计');

  it('are one row where figures at the top and labels at the foot agree from row to row', () => {
    const rows = table(80, [
      ['3 0 3', ['一、本年新收']],
      ['1 0 1', ['1.申请人无正当理', '由逾期不补正、行', '政机关不再处理的']],
      ['2 1 3', ['（二）部分公开']],
      ['0 4 4', ['（三）不予公开']],
    ]);
    expect(rowsOf([...header, ...rows]).slice(1)).toEqual([
      '一、本年新收 3 0 3',
      '1.申请人无正当理由逾期不补正、行政机关不再处理的 1 0 1',
      '（二）部分公开 2 1 3',
      '（三）不予公开 0 4 4',
    ]);
  });

  it('are told by the first and the last of the page, not by which is nearer', () => {
    const labels = ['一、本年新收', '（一）予以公开', '（二）部分公开', '（三）不予公开'];
    const below = labels.flatMap((label, at) => [
      ...bareRow(80 + 40 * at, '', '3', '0', String(at)),
      ...write(label, 50, 104 + 40 * at),
    ]);
    expect(rowsOf([...header, ...below]).slice(1)).toEqual(labels.map((label, at) => `${label} 3 0 ${String(at)}`));
    const above = labels.flatMap((label, at) => [
      ...write(label, 50, 80 + 40 * at),
      ...bareRow(104 + 40 * at, '', '3', '0', String(at)),
    ]);
    expect(rowsOf([...header, ...above]).slice(1)).toEqual(labels.map((label, at) => `${label} 3 0 ${String(at)}`));
  });

  it('stay alone where the page begins with the rest of a row and ends within one', () => {
    const labels = ['一、本年新收', '（一）予以公开', '（二）部分公开'];
    const glyphs = [
      ...bareRow(80, '', '9', '9', '18'),
      ...labels.flatMap((label, at) => [
        ...write(label, 50, 98 + 40 * at),
        ...(at < 2 ? bareRow(122 + 40 * at, '', '3', '0', String(at)) : []),
      ]),
      ...write('（三）不予公开', 50, 218),
    ];
    expect(rowsOf(glyphs).join('；')).not.toMatch(/本年新收 9/u);
  });

  it('stay alone below a header printed again where the page above ends within a row', () => {
    const labels = ['（一）予以公开', '（二）部分公开', '（三）不予公开'];
    const first = [
      ...header,
      ...labels.flatMap((label, at) => [
        ...write(label, 50, 80 + 40 * at),
        ...(at < 2 ? bareRow(104 + 40 * at, '', '3', '0', String(at)) : []),
      ]),
    ];
    const second = [
      ...header,
      ...['（四）无法提供', '（五）不予处理', '（六）其他处理'].flatMap((label, at) => [
        ...bareRow(80 + 40 * at, '', '9', '9', '18'),
        ...write(label, 50, 98 + 40 * at),
      ]),
    ];
    expect(rowsOf(first, second).join('；')).not.toMatch(/无法提供 9/u);
  });

  it('are told by the feet of rows that print nothing at the top, each row where all agree', () => {
    // Columns set at the top, in the middle and at the foot; labels in the middle.
    const rows = [
      ['一、本年新收', '1', '2', '3'],
      ['（一）予以公开', '', '5', '6'],
      ['（二）部分公开', '7', '8', ''],
      ['（三）不予公开', '4', '', '4'],
      ['（四）其他处理', '2', '1', '3'],
    ] as const;
    const glyphs = rows.flatMap(([label, first, second, third], at) => [
      ...bareRow(80 + 40 * at, '', first, '', ''),
      ...bareRow(92 + 40 * at, label, '', second, ''),
      ...bareRow(104 + 40 * at, '', '', '', third),
    ]);
    expect(rowsOf([...header, ...glyphs]).slice(1)).toEqual(
      rows.map((row) => row.filter((text) => text !== '').join(' ')),
    );
  });

  it('are read below the rest of a label that a page break cut, where the row above it is read so too', () => {
    const row = (y: number, label: string, ...figures: readonly [string, string, string]): Glyph[] => [
      ...bareRow(y, '', figures[0], '', ''),
      ...bareRow(y + 12, label, '', figures[1], ''),
      ...bareRow(y + 24, '', '', '', figures[2]),
    ];
    const first = [
      ...[...header, ...row(600, '一、本年新收', '1', '2', '3'), ...row(640, '二、上年结转', '', '0', '1')],
      ...[...row(680, '', '4', '2', '6'), ...write('（一）予以', 50, 680)],
    ];
    const second = [
      ...[...write('公开', 50, 40), ...row(54, '（二）部分公开', '', '', '6')],
      ...[...row(94, '（三）不予公开', '2', '', '5'), ...row(134, '（四）无法提供', '7', '8', '')],
    ];
    const rows = rowsOf(first, second).slice(1);
    expect(rows).toEqual([
      ...['一、本年新收 1 2 3', '二、上年结转 0 1', '（一）予以 4 2 6', '公开'],
      ...['（二）部分公开 6', '（三）不予公开 2 5', '（四）无法提供 7 8'],
    ]);
  });

  it('are set as in a long table of the document where a short one does not tell', () => {
    const long = table(80, [
      ['3 0 3', ['一、本年新收']],
      ['1 0 1', ['（一）予以公开']],
      ['2 1 3', ['（二）部分公开']],
    ]);
    const short = [...bareRow(60, '信息内容', '处理数量'), ...bareRow(78, '', '5'), ...write('行政许可', 50, 96)];
    expect(rowsOf([...header, ...long], short).slice(-1)).toEqual(['行政许可 5']);
  });

  it('belong to a label as wide as its groups and rows together, where the one above it prints nothing', () => {
    // Labels at the top, figures at the foot; groups at 50, rows at 100: the last row's label begins where groups do.
    const row = (y: number, group: string, label: string, ...figures: readonly string[]): Glyph[] => [
      ...[...write(group, 50, y), ...write(label, 100, y)],
      ...bareRow(y + 22, '', ...figures),
    ];
    const glyphs = [
      ...row(200, '无法提供', '1.没有', '2', '1', '3'),
      ...row(234, '其他处理', '1.不再处理', '4', '', '4'),
      ...row(268, '', '2.未交费用', '', '', ''),
      ...row(302, '', '3.其他', '', '', ''),
      ...row(336, '（七）总计', '', '6', '1', '7'),
    ];
    expect(rowsOf([...header, ...glyphs]).slice(1)).toEqual([
      '无法提供 1.没有 2 1 3',
      '其他处理 1.不再处理 4 4',
      '2.未交费用',
      '3.其他',
      '（七）总计 6 1 7',
    ]);
  });

  it('are told where rows that print nothing stand above the first top, as in another table of the document', () => {
    const long = table(80, [
      ['3 0 3', ['一、本年新收']],
      ['1 0 1', ['（一）予以公开']],
      ['2 1 3', ['（二）部分公开']],
    ]);
    // By its own lines alone the figures might be those of the label above them.
    const short = [
      ...[...bareRow(60, '信息内容', '制发件数', '废止件数'), ...write('规章', 50, 96)],
      ...[...bareRow(114, '', '14', '8'), ...write('规范性文件', 50, 132)],
    ];
    expect(rowsOf([...header, ...long], short).slice(-2)).toEqual(['规章', '规范性文件 14 8']);
  });

  it('are read where a page holds one row alone, set as those of the page before', () => {
    const header = bareRow(60, '项目', '个人', '企业', '总计');
    const own = [100, 160, 220].flatMap((y, at) => spreadRow(y, `第${'一二三'.charAt(at)}行`, ['12', '7', '19'], 20));
    const first = [...header, ...own];
    expect(rowsOf(first, spreadRow(100, '总计', ['4', '1', '5'], 20)).at(-1)).toBe('总计 4 1 5');
    // The label and the figure beside it stand too low for the middle of a row.
    const askew = [
      ...bareRow(80, '', '4', '', ''),
      ...bareRow(108, '总计', '', '1', ''),
      ...bareRow(120, '', '', '', '5'),
    ];
    expect(rowsOf(first, askew).at(-1)).not.toBe('总计 4 1 5');
  });

  it('are read where a page break cuts the last row, whose figures stand on one line then', () => {
    // Columns set at the top, in the middle and at the foot of rows 60 pt high.
    const glyphs = ['一、本年新收', '二、上年结转', '（一）予以公开'].flatMap((label, at) => [
      ...bareRow(500 + 60 * at, '', '1', '', ''),
      ...bareRow(522 + 60 * at, label, '', '2', ''),
      ...bareRow(544 + 60 * at, '', '', '', '3'),
    ]);
    const first = [...header, ...glyphs, ...bareRow(686, '（二）部分公开', '4', '5', '9')];
    const second = [...bareRow(40, '（三）不予公开', '6', '1', '7'), ...bareRow(100, '（七）总计', '10', '6', '16')];
    expect(rowsOf(first, second).slice(1)).toEqual([
      ...['一、本年新收 1 2 3', '二、上年结转 1 2 3', '（一）予以公开 1 2 3', '（二）部分公开 4 5 9'],
      ...['（三）不予公开 6 1 7', '（七）总计 10 6 16'],
    ]);
  });
});
