import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { horizontal, page, write } from './sketch.js';

type Glyphs = ReturnType<typeof write>;

/** A line of a table without rules: its label at the left, figures centred at 200, 250 and 300. */
function row(y: number, label: string, ...figures: readonly string[]): ReturnType<typeof write> {
  const centred = figures.map((figure, k) => write(figure, 200 + 50 * k - (figure.length * 5) / 2, y));
  return [...write(label, 50, y), ...centred.flat()];
}

/** Label and figures of each row, blanks shown as `_`. */
function rowsOf(table: Table | undefined): string[] {
  if (!table) return [];
  return Array.from({ length: table.rowCount }, (_, rowIndex) => {
    const cells = table.cells.filter((cell) => cell.rowIndex === rowIndex);
    const labels = cells.slice(0, 4).map((cell) => cell.text);
    return [labels.filter((text) => text !== '').join('/'), ...cells.slice(4).map((cell) => cell.text || '_')].join(
      ' ',
    );
  });
}

describe('a table that no rules draw', () => {
  it('is found by figures that stand over one another, blanks included', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '予以公开', '12', '0', '3'),
          ...row(120, '部分公开', '4', '', '1'),
          ...row(140, '总计', '16', '0', '4'),
        ],
        [],
      ),
    ]);
    expect(tables.map((table) => table.geometry)).toEqual(['aligned']);
    expect(rowsOf(tables[0])).toEqual(['予以公开 12 0 3', '部分公开 4 _ 1', '总计 16 0 4']);
  });

  it('joins the lines of a label that stands centred beside its figures', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '予以公开', '1', '2', '3'),
          ...write('没有现成信息', 50, 118),
          ...row(125, '', '4', '5', '9'),
          ...write('需要另行制作', 50, 132),
          ...row(150, '总计', '5', '7', '12'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual(['予以公开 1 2 3', '没有现成信息需要另行制作 4 5 9', '总计 5 7 12']);
  });

  it('joins no lines where rows follow one another as closely as lines: one may be a row of blanks', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '予以公开', '1', '2', '3'),
          ...row(114, '部分公开', '1', '0', '1'),
          ...row(128, '重复申请'),
          ...row(142, '其他处理', '0', '0', '0'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual(['予以公开 1 2 3', '部分公开 1 0 1', '重复申请 _ _ _', '其他处理 0 0 0']);
  });

  it('has a column for a wording of its header under which nothing stands', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...write('自然人', 187, 80),
          ...write('企业', 242, 80),
          ...write('总计', 292, 80),
          ...row(100, '予以公开', '12', '', '3'),
          ...row(120, '部分公开', '4', '', '1'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual([' 自然人 企业 总计', '予以公开 12 _ 3', '部分公开 4 _ 1']);
  });

  it('reads a wording of several short lines as one, and a group above it by itself', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...write('法人或其他组织', 216, 60),
          ...write('自然人', 187, 87),
          ...write('商业', 241, 80),
          ...write('企业', 241, 93),
          ...write('科研', 291, 80),
          ...write('机构', 291, 93),
          ...row(115, '予以公开', '12', '7', '3'),
          ...row(135, '部分公开', '4', '5', '1'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0]).slice(0, 3)).toEqual([
      ' _ 法人或其他组织 _',
      ' 自然人 商业企业 科研机构',
      '予以公开 12 7 3',
    ]);
  });

  it('gives no figure a column where the header and the figures do not fit together', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...write('自然人', 187, 80),
          ...write('总计', 240, 80),
          ...row(100, '予以公开', '12', '7', '19'),
          ...row(120, '部分公开', '4', '1', '5'),
        ],
        [],
      ),
    ]);
    expect(tables[0]?.cells.filter((cell) => /\d/u.test(cell.text)).map((cell) => cell.columnSpan)).toEqual([3, 3]);
  });

  it('parts wordings that fill their columns and touch', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...write('社会公益组织法律服务机构', 175, 80, { size: 50 / 6 }),
          ...write('总计', 290, 80),
          ...row(100, '予以公开', '12', '7', '19'),
          ...row(120, '部分公开', '4', '1', '5'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])[0]).toBe(' 社会公益组织 法律服务机构 总计');
  });

  it('parts wordings with narrow gaps over columns that print nothing', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...write('自然人', 170, 80).concat(write('企业家', 205, 80), write('研究所', 240, 80)),
          ...write('总计', 290, 80),
          ...row(100, '予以公开', '', '', '19').concat(write('19', 180, 100)),
          ...row(120, '部分公开', '', '', '5').concat(write('5', 182, 120)),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual([' 自然人 企业家 研究所 总计', '予以公开 19 _ _ 19', '部分公开 5 _ _ 5']);
  });

  it('reads wordings set downwards', () => {
    const down = (text: string, x: number): ReturnType<typeof write> =>
      Array.from(text).flatMap((character, at) => write(character, x, 60 + 9 * at, { size: 9 }));
    const { tables } = pagesToLayout([
      page(
        [
          ...[...down('结果维持', 195), ...down('结果纠正', 245), ...down('尚未审结', 295)],
          ...row(110, '行政复议', '12', '7', '19'),
          ...row(130, '行政诉讼', '4', '1', '5'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])[0]).toBe(' 结果维持 结果纠正 尚未审结');
  });

  it('tells a label that runs on over its figure apart from it by the order of drawing', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '予以公开', '12', '7', '19'),
          ...row(120, '危及国家安全公共安全经济安全和社会稳定', '4', '1', '5'),
          ...row(140, '总计', '16', '8', '24'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])[1]).toBe('危及国家安全公共安全经济安全和社会稳定 4 1 5');
  });

  it('takes a heading below its last row for no label of its rows', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...write('企业', 190, 80).concat(write('机构', 240, 80), write('总计', 290, 80)),
          ...row(100, '予以公开', '12', '7', '19'),
          ...row(120, '部分公开', '4', '1', '5'),
          ...write('四、行政复议和行政诉讼的情况说明', 50, 136),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])[0]).toBe(' 企业 机构 总计');
  });

  it('keeps the parts of figures broken in a narrow column in one cell', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '本年新收', '12', '7', '19'),
          ...row(133, '', '11', '', '13'),
          ...row(140, '予以公开', '', '6', ''),
          ...row(147, '', '08', '', '8'),
          ...row(173, '部分公开', '4', '1', '5'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual(['本年新收 12 7 19', '予以公开 11 08 6 13 8', '部分公开 4 1 5']);
    const runs = tables[0]?.cells.flatMap((cell) => cell.runs.map(({ text }) => text));
    expect(runs?.slice(3, 8)).toEqual(['11', '08', '6', '13', '8']);
  });

  it('keeps rows of figures that look alike at the top of two pages', () => {
    const pages = [1, 2].map((pageNumber) =>
      page(
        [
          ...row(30, '其他', '0', '0', '0').filter(({ box }) => pageNumber === 1 || box.x0 > 150),
          ...row(50, pageNumber === 1 ? '信访申请' : '重复申请', '0', '0', '0'),
        ],
        [],
        { pageNumber },
      ),
    );
    expect(
      pagesToLayout(pages)
        .tables.flatMap(rowsOf)
        .filter((text) => text.endsWith(' 0 0 0')),
    ).toHaveLength(4);
  });

  it('reads a header cut between two of its rows as if it were not', () => {
    const group = write('申请人情况', 220, 740);
    const leaves = [...write('企业', 190, 30), ...write('机构', 240, 30), ...write('总计', 290, 30)];
    const rows = [...row(50, '予以公开', '12', '7', '19'), ...row(70, '部分公开', '4', '1', '5')];
    const { tables } = pagesToLayout([
      page([...write('说明文字。', 50, 700), ...group], []),
      page([...leaves, ...rows], [], { pageNumber: 2 }),
    ]);
    expect(
      rowsOf(tables[0])
        .slice(0, 2)
        .map((text) => text.replace(/ _/gu, '')),
    ).toEqual([' 申请人情况', ' 企业 机构 总计']);
  });

  it('gives the place of each text of a cut header on its own page', () => {
    const leaves = [...write('企业', 190, 30), ...write('机构', 240, 30), ...write('总计', 290, 30)];
    const { tables } = pagesToLayout([
      page([...write('说明文字。', 50, 700), ...write('申请人情况', 220, 740)], []),
      page([...leaves, ...row(50, '予以公开', '12', '7', '19'), ...row(70, '部分公开', '4', '1', '5')], [], {
        pageNumber: 2,
      }),
    ]);
    const parts = tables[0]?.cells.flatMap((cell) => cell.parts) ?? [];
    expect(parts.filter(({ pageNumber }) => pageNumber === 1).map(({ text }) => text)).toEqual(['申请人情况']);
    expect(tables[0]?.parts.map(({ pageNumber, box }) => [pageNumber, box.top < 100])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('takes the second line of a wording at the top of its cell for no title of the columns beside it', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...[...write('自然', 190, 30), ...write('人', 195, 44)],
          ...[...write('企业', 240, 60), ...write('单位', 240, 74), ...write('总计', 290, 30)],
          ...row(100, '予以公开', '12', '7', '19'),
          ...row(120, '部分公开', '4', '1', '5'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual([' 自然人 企业单位 总计', '予以公开 12 7 19', '部分公开 4 1 5']);
  });

  it('takes a title that reaches over the only column for no wording of it', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...[...write('第五项', 245, 30), ...write('信息内容', 100, 46), ...write('处理数量', 290, 46)],
          ...[...write('行政许可', 50, 62), ...write('1234567', 222, 62)],
          ...[...write('行政处罚', 50, 78), ...write('12', 222, 78)],
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual([
      expect.stringContaining('第五项'),
      '信息内容 处理数量',
      '行政许可 1234567',
      '行政处罚 12',
    ]);
  });

  it('parts figures of neighbouring columns that nearly touch', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '予以公开', '12', '7', '3'),
          ...row(120, '部分公开', '4', '1', '1'),
          ...write('总计', 50, 140),
          ...write('123456', 185, 140),
          ...write('1234567', 219, 140),
          ...write('8', 298, 140),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0]).at(-1)).toBe('总计 123456 1234567 8');
  });

  it('begins a new table where a header names other columns', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(100, '规章', '1', '2', '3'),
          ...row(120, '规范性文件', '1', '0', '1'),
          ...write('本年处理决定数量', 215, 140),
          ...row(160, '行政处罚', '', '55', ''),
          ...row(180, '行政强制', '', '6', ''),
        ],
        [],
      ),
    ]);
    expect(tables.map(rowsOf)).toEqual([
      ['规章 1 2 3', '规范性文件 1 0 1'],
      [' 本年处理决定数量', '行政处罚 55', '行政强制 6'],
    ]);
  });

  it('goes on over a page break past a page number', () => {
    const { tables } = pagesToLayout([
      page(
        [...row(700, '予以公开', '1', '2', '3'), ...row(720, '部分公开', '1', '0', '1'), ...write('- 1 -', 290, 780)],
        [],
      ),
      page([...row(60, '总计', '2', '2', '4'), ...write('- 2 -', 290, 780)], [], { pageNumber: 2 }),
    ]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.parts.map((part) => part.pageNumber)).toEqual([1, 2]);
    expect(tables[0]?.seams).toEqual([2]);
  });

  it.each([
    ['a whole row', row(60, '总计', '2', '2', '4'), false],
    ['a label that goes on', [...write('继续', 50, 60), ...row(74, '总计', '2', '2', '4')], false],
    ['a heading', [...write('四、其他情况', 50, 60), ...row(74, '总计', '2', '2', '4')], false],
    ['the rest of a number', [...write('5', 297, 60), ...row(74, '总计', '2', '2', '4')], true],
    ['what may be the rest of a number', row(60, '总计', '2', '4'), true],
  ])('says that its last row may go on overleaf unless the next page begins otherwise: %s', (_, top, isOpen) => {
    const { tables } = pagesToLayout([
      page(
        [...row(700, '予以公开', '1', '2', '3'), ...row(720, '部分公开', '1', '0', '1'), ...write('- 1 -', 290, 780)],
        [],
      ),
      page([...top, ...row(90, '结转', '2', '2', '4'), ...write('以上为全部情况。', 50, 300)], [], { pageNumber: 2 }),
    ]);
    expect(tables[0]?.parts[0]?.endsPage ?? false).toBe(isOpen);
  });

  it('keeps a header at the top of a page that another table repeats further down on the next one', () => {
    const table = (y: number): Glyphs => [
      ...row(y, '', '企业', '个人', '总计'),
      ...row(y + 20, '予以公开', '1', '2', '3'),
      ...row(y + 40, '总计', '1', '2', '3'),
    ];
    const { tables } = pagesToLayout([
      page(table(60), []),
      page([...write('附表：上年同期数据。', 50, 200), ...table(240)], [], { pageNumber: 2 }),
    ]);
    expect(tables.map((each) => rowsOf(each)[0])).toEqual([' 企业 个人 总计', ' 企业 个人 总计']);
  });

  it('keeps headers that happen to stand in the same place of two pages of many', () => {
    const table = [
      ...row(300, '', '企业', '个人', '总计'),
      ...row(320, '予以公开', '1', '2', '3'),
      ...row(340, '总计', '1', '2', '3'),
    ];
    const prose = (pageNumber: number): Glyphs => write(`以上为第${'一二三四'[pageNumber - 1] ?? ''}部分。`, 50, 500);
    const pages = [1, 2, 3, 4].map((pageNumber) =>
      page(pageNumber < 3 ? [...table, ...prose(pageNumber)] : prose(pageNumber), [], { pageNumber }),
    );
    expect(pagesToLayout(pages).tables.map((each) => rowsOf(each)[0])).toEqual([' 企业 个人 总计', ' 企业 个人 总计']);
  });

  it('takes a circle that stands for zero for a figure', () => {
    const { tables } = pagesToLayout([
      page([...row(100, '予以公开', '12', '〇', '12'), ...row(120, '部分公开', '4', '1', '5')], []),
    ]);
    expect(rowsOf(tables[0])).toEqual(['予以公开 12 〇 12', '部分公开 4 1 5']);
  });

  it('begins the next table below a remark that is broken over lines', () => {
    const glyphs = [
      ...row(100, '', '制发', '废止', '有效'),
      ...row(120, '规章', '0', '0', '0'),
      ...row(140, '', '', '', '140（其中70'),
      ...row(147, '规范性文件', '17', '7', ''),
      ...write('）', 297, 154),
      ...row(170, '', '', '处理决定数量', ''),
      ...row(190, '行政许可', '', '12', ''),
    ];
    expect(pagesToLayout([page(glyphs, [])]).tables.map((each) => rowsOf(each).at(-1))).toEqual([
      '规范性文件 17 7 140（其中70',
      '行政许可 12',
    ]);
  });

  it('takes a number between dashes for that of the page, at the deep foot of a low page too', () => {
    const { tables } = pagesToLayout([
      page(
        [...row(300, '予以公开', '1', '2', '3'), ...row(320, '部分公开', '1', '0', '1'), ...write('- 1 -', 240, 500)],
        [],
        { height: 595 },
      ),
      page([...row(60, '总计', '2', '2', '4')], [], { pageNumber: 2, height: 595 }),
    ]);
    expect(tables.map(rowsOf)).toEqual([['予以公开 1 2 3', '部分公开 1 0 1', '总计 2 2 4']]);
  });

  it('takes the end of a broken figure at the foot of a page for no page number where rows go on below', () => {
    const { tables } = pagesToLayout([
      page(
        [
          ...row(690, '予以公开', '1', '2', '3'),
          ...row(720, '部分公开', '10', '0', '10'),
          ...write('9', 297, 730),
          ...row(760, '总计', '11', '2', '22'),
        ],
        [],
      ),
    ]);
    const digits = tables.flatMap(rowsOf).join(' ').match(/9/gu);
    expect(digits).toHaveLength(1);
  });

  it('keeps dashes that stand in the cells beside a figure there', () => {
    const { tables } = pagesToLayout([
      page(
        [...row(660, '予以公开', '1', '2', '3'), ...row(680, '', '-', '2', '-'), ...row(700, '总计', '1', '4', '3')],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual(['予以公开 1 2 3', ' - 2 -', '总计 1 4 3']);
  });

  it('tells serial numbers from figures where neither has its label on its line', () => {
    const numbered = (y: number, serial: string, label: string, ...figures: readonly string[]): Glyphs => [
      ...write(serial, 30, y),
      ...row(y, label, ...figures),
    ];
    const { tables } = pagesToLayout([
      page(
        [
          ...numbered(100, '1', '予以公开', '1', '2', '3'),
          ...write('没有现成信息', 50, 118),
          ...numbered(125, '2', '', '4', '5', '9'),
          ...write('需要另行制作', 50, 132),
          ...numbered(150, '3', '总计', '5', '7', '12'),
        ],
        [],
      ),
    ]);
    expect(rowsOf(tables[0])).toEqual(['1/予以公开 1 2 3', '2/没有现成信息需要另行制作 4 5 9', '3/总计 5 7 12']);
  });

  it('is no table where a sentence with numbers stands', () => {
    const { tables, lines } = pagesToLayout([
      page([...write('2023年共受理申请12件，办结12件。', 50, 100), ...write('较上年增加3件。', 50, 120)], []),
    ]);
    expect(tables).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it('is found though a rule stands under its header, which draws no cell', () => {
    const { tables } = pagesToLayout([
      page([...row(100, '予以公开', '1', '2', '3'), ...row(120, '总计', '1', '2', '3')], [horizontal(95, 40, 330)]),
    ]);
    expect(rowsOf(tables[0])).toEqual(['予以公开 1 2 3', '总计 1 2 3']);
  });
});
