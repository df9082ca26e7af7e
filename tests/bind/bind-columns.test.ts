import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.js';
import {
  bind,
  block,
  expectedThree,
  factsOf,
  formRows,
  HEADER_THREE,
  ruled,
  sketch,
  TABLE_FOUR,
  TABLE_TWO,
  writeRows,
} from './tables.js';

const THREE = block('2021', 'applications');
const LINES = [...HEADER_THREE, ...writeRows(formRows('2021'))];
const EXPECTED = expectedThree('2021');

/** Table three with the squares of its lines changed. */
function changed(change: (squares: string[], line: number) => readonly string[]): Table {
  return ruled(LINES.map((line, at) => change(line.split('|'), at).join('|')));
}

/** The facts of table three's tenth row, with that row's squares changed. */
function tenthRow(change: (squares: string[]) => readonly string[]): string {
  const found = sketch(
    factsOf(
      changed((squares, line) => (line === 12 ? change(squares) : squares)),
      THREE,
    ),
  );
  expect(found.toSpliced(9, 1)).toEqual(EXPECTED.toSpliced(9, 1));
  return found[9]?.replace('denied_6_process: ', '') ?? '';
}

describe('the figures of a row', () => {
  it('are as printed', () => {
    expect(tenthRow((squares) => squares)).toBe('101 102 103 104 105 106 107');
  });

  it('may be blank, each for itself', () => {
    expect(tenthRow((squares) => squares.with(4, '').with(9, ''))).toBe('101 _ 103 104 105 106 _');
  });

  it('may be marks', () => {
    expect(tenthRow((squares) => squares.with(4, '—').with(5, '/').with(6, '无'))).toBe('101 / / / 105 106 107');
  });

  it('are blank in each column that one blank cell covers', () => {
    expect(tenthRow((squares) => [...squares.slice(0, 4), '', '<', '<', '<', '<', '<'])).toBe('101 _ _ _ _ _ _');
  });

  it('are a mark in each column that one cell with a mark covers', () => {
    expect(tenthRow((squares) => [...squares.slice(0, 4), '—', '<', '<', '<', '<', '107'])).toBe('101 / / / / / 107');
  });

  it('are open where one number stands in a cell over two columns', () => {
    expect(tenthRow((squares) => squares.with(4, '102').with(5, '<'))).toBe('101 !? !? 104 105 106 107');
  });

  it('are open where one number stands in a cell over all columns', () => {
    expect(tenthRow((squares) => [...squares.slice(0, 3), '101', '<', '<', '<', '<', '<', '<'])).toBe(
      '!? !? !? !? !? !? !?',
    );
  });

  it('are told by where they stand in a cell over two columns, as where a rule is not drawn', () => {
    expect(tenthRow((squares) => squares.with(4, '102 103').with(5, '<'))).toBe('101 102 103 104 105 106 107');
  });

  it.each(['-102 103', '102 -103', '102万 103', '102① 103', 'O102 103'])(
    'are open where more than plain numbers stands in a cell over two columns: %s',
    (text) => {
      expect(tenthRow((squares) => squares.with(4, text).with(5, '<'))).toBe('101 !? !? 104 105 106 107');
    },
  );

  it('are open where more numbers than columns stand in a cell', () => {
    for (const text of ['102 103（其中2件）', '1O2 103', '102']) {
      expect(tenthRow((squares) => squares.with(4, text).with(5, '<'))).toBe('101 !? !? 104 105 106 107');
    }
  });

  it('are told apart in a cell over two rows', () => {
    const lines = LINES.with(12, LINES[12]?.replace('103', '103 113') ?? '').with(
      13,
      LINES[13]?.replace('|113|', '|^|') ?? '',
    );
    expect(sketch(factsOf(ruled(lines), THREE))).toEqual(EXPECTED);
  });

  it('are open where one number stands in a cell over two rows', () => {
    const lines = LINES.with(13, LINES[13]?.replace('|113|', '|^|') ?? '');
    const found = sketch(factsOf(ruled(lines), THREE));
    expect(found.slice(9, 11)).toEqual([
      'denied_6_process: 101 102 !? 104 105 106 107',
      'denied_7_enforcement_file: 111 112 !? 114 115 116 117',
    ]);
  });

  it('are missing where a cell of the label reaches over the first column', () => {
    const found = tenthRow((squares) => squares.with(2, `${squares[2] ?? ''} 101`).with(3, '<'));
    expect(found.split(' ').slice(1)).toEqual(['102', '103', '104', '105', '106', '107']);
    expect(found).toMatch(/^(?:x|!\?|101\?)/u);
  });
});

describe('a column that the form does not have', () => {
  const withColumn = (at: number, heading: string): Table =>
    changed((squares, line) => {
      const isInGroup = at > 4 && at <= 9;
      const inHeader = [at === 3 ? '' : '<', isInGroup ? '<' : heading, isInGroup ? heading : '^'];
      return squares.toSpliced(at, 0, inHeader[line] ?? `9${line}`);
    });

  it.each(['小计', '', '备注', '其中：外国人'])('is bound nowhere and told: %s', (heading) => {
    for (const at of [4, 5, 7, 9, 10]) {
      const table = withColumn(at, heading);
      expect(sketch(factsOf(table, THREE))).toEqual(EXPECTED);
      expect(bind(table, THREE)?.rows.every(({ view }) => view.outside.length === 1)).toBe(true);
    }
  });

  it('is told where it stands between the labels and the first column', () => {
    const table = withColumn(3, '上年合计');
    expect(sketch(factsOf(table, THREE))).toEqual(EXPECTED);
    expect(bind(table, THREE)?.rows.every(({ view }) => view.outside.length === 1)).toBe(true);
  });

  it.each([
    [9, '其他'],
    [10, '总计'],
    [10, '合计'],
  ])('is doubted where its wording is that of its neighbour: at %i %s', (at, heading) => {
    const found = sketch(factsOf(withColumn(at, heading), THREE));
    expect(found.filter((line) => !line.includes('?') && !line.includes(' x'))).toEqual([]);
  });
});

describe('a header', () => {
  const headed = (...columns: readonly (readonly [column: number, heading: string])[]): string[] =>
    sketch(
      factsOf(
        changed((squares, line) => {
          if (line === 0 || line > 2) return squares;
          return squares.map((text, at) => {
            const heading = columns.find(([column]) => column === at)?.[1];
            const isLeaf = text !== '^' && text !== '<' && !(line === 1 && at === 4);
            return heading !== undefined && isLeaf ? heading : text;
          });
        }),
        THREE,
      ),
    );
  const isAllDoubted = (lines: readonly string[]): boolean =>
    lines.every((line) =>
      line
        .split(' ')
        .slice(1)
        .every((f) => /[?x]$/u.test(f)),
    );

  it.each([[[5, '###']], [[6, '刘州']], [[8, '']], [[4, '商业企']], [[9, '总计商 业 企']]] as const)(
    'may have one wording illegible between legible ones: %j',
    (column) => {
      expect(headed(column)).toEqual(EXPECTED);
    },
  );

  it.each(['###', '', '刘州处连'])('that does not name the first column leaves that column doubted: %j', (noise) => {
    expect(headed([3, noise])).toEqual(EXPECTED.map((line) => line.replace(/^(\S+ \d+)/u, '$1?')));
  });

  it('that is illegible throughout leaves everything doubted', () => {
    const found = headed(...[3, 4, 5, 6, 7, 8, 9].map((column) => [column, '##'] as const));
    expect(found.map((line) => line.replace(/\?/gu, ''))).toEqual(EXPECTED);
    expect(isAllDoubted(found)).toBe(true);
  });

  it('that is not there leaves everything doubted', () => {
    const found = sketch(factsOf(ruled(LINES.slice(3)), THREE));
    expect(isAllDoubted(found)).toBe(true);
  });

  it('may be one row of leaf wordings', () => {
    const header = '项目|<|<|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计';
    expect(sketch(factsOf(ruled([header, ...LINES.slice(3)]), THREE))).toEqual(EXPECTED);
  });

  const under = (names: string): string[] =>
    sketch(factsOf({ ...ruled([`项目|<|<|${names}`, ...LINES.slice(3)]), geometry: 'marked' }, THREE));

  it('that does nothing but number its columns has those of the form in their order', () => {
    expect(under('数据1|数据2|数据3|数据4|数据5|数据6|总计')).toEqual(EXPECTED);
  });

  it.each([
    '数据1|数据3|数据2|数据4|数据5|数据6|总计',
    '数据1|数据2|图片3|数据4|数据5|数据6|总计',
    '数据1|数据2|数据|数据|数据|数据|总计',
  ])('that numbers them otherwise leaves everything doubted: %s', (names) => {
    expect(isAllDoubted(under(names))).toBe(true);
  });

  it('in another order is never passed over', () => {
    const order = [0, 1, 2, 3, 5, 4, 6, 7, 8, 9];
    const table = changed((squares, line) => (line < 2 ? squares : order.map((at) => squares[at] ?? '')));
    const found = sketch(factsOf(table, THREE));
    const truth = EXPECTED.map((line) => line.split(' '));
    const silent = found.filter((line, row) =>
      line.split(' ').some((figure, k) => figure !== truth[row]?.[k] && !/[?x]$/u.test(figure)),
    );
    expect(silent).toEqual([]);
  });

  it('in another order leaves no doubt of the kind that arithmetic may settle', () => {
    // Swapped applicants break no law: neither row sums nor the laws of each column see it.
    const order = [0, 1, 2, 3, 5, 4, 6, 7, 8, 9];
    const table = changed((squares, line) => (line < 2 ? squares : order.map((at) => squares[at] ?? '')));
    const doubts = factsOf(table, THREE).filter(({ column }) => column === 'business' || column === 'research');
    expect(
      doubts.every((fact) => fact.status !== 'suspect' || fact.doubts.some((doubt) => doubt !== 'header-unrecognised')),
    ).toBe(true);
  });
});

describe('a table that lacks a column', () => {
  it.each([4, 6, 8, 9])('has its other columns bound: column %i', (column) => {
    const table = changed((squares) => {
      const [gone = '', next = ''] = [squares[column], squares[column + 1]];
      const rest = squares.toSpliced(column, 1);
      return next === '<' && gone !== '<' && gone !== '^' ? rest.with(column, gone) : rest;
    });
    const expected = EXPECTED.map((line) =>
      line
        .split(' ')
        .with(column - 2, 'x')
        .join(' '),
    );
    expect(sketch(factsOf(table, THREE))).toEqual(expected);
  });
});

describe('table two', () => {
  const SLOTS = ['article_20_1', 'article_20_5', 'article_20_6', 'article_20_8'];
  const twoOf = (lines: readonly string[]): string =>
    SLOTS.flatMap((slot) => sketch(factsOf(ruled(lines), block('2021', slot)))).join('; ');
  const WHOLE =
    'regulations: 11 12 13; normative_documents: 21 22 23; licensing: 31; penalty: 41; coercion: 51; fees: 61.5';

  it('is bound whole', () => {
    expect(twoOf(TABLE_TWO)).toBe(WHOLE);
  });

  it.each([
    ['without the corner 信息内容', TABLE_TWO.map((line) => line.replace('信息内容', ''))],
    ['without its titles', TABLE_TWO.filter((line) => !line.startsWith('第二十条'))],
    ['with illegible titles', TABLE_TWO.map((line) => (line.startsWith('第二十条') ? '##|<|<|<' : line))],
    ['with the third heading illegible', TABLE_TWO.map((line) => line.replace('现行有效件数', '##'))],
    [
      'with a note behind the heading',
      TABLE_TWO.map((line) => line.replace('现行有效件数', '现行有效件数（历史累计）')),
    ],
    ['with a column more on the right', TABLE_TWO.map((line, k) => `${line}|${k === 1 ? '备注' : k === 2 ? '9' : ''}`)],
    ['with a row more', TABLE_TWO.toSpliced(7, 0, '其中：网上办理|7|<|<')],
  ])('is bound whole %s', (_, lines) => {
    expect(twoOf(lines)).toBe(WHOLE);
  });

  it('lacks what it does not print', () => {
    expect(twoOf(TABLE_TWO.toSpliced(2, 1))).toBe(WHOLE.replace('11 12 13', 'x x x'));
  });

  it('never takes the penalties for the licences', () => {
    // Both stand under 本年处理决定数量; without 行政许可 its block must stay empty.
    const found = twoOf(TABLE_TWO.with(6, '行改|31|<|<'));
    expect(found).toBe(WHOLE.replace('licensing: 31', 'licensing: x'));
  });

  it('doubts a figure that shares its heading with others', () => {
    expect(twoOf(TABLE_TWO.with(6, '行政许可|31|32|33'))).not.toBe(WHOLE);
  });
});

describe('table four', () => {
  const FOUR = block('2021', 'reviews');
  const fourOf = (lines: readonly string[]): string[] => sketch(factsOf(ruled(lines), FOUR));
  const WHOLE = [
    'review: 11 12 13 14 15',
    'litigation_direct: 16 17 18 19 20',
    'litigation_after_review: 21 22 23 24 25',
  ];
  const figures = TABLE_FOUR[3] ?? '';

  it('is bound whole', () => {
    expect(fourOf(TABLE_FOUR)).toEqual(WHOLE);
  });

  it.each([
    ['with its headings set upright', TABLE_FOUR.with(2, (TABLE_FOUR[2] ?? '').replaceAll('结果维持', '结 果 维 持'))],
    ['with some headings illegible', TABLE_FOUR.with(2, (TABLE_FOUR[2] ?? '').replaceAll('尚未审结', '##'))],
    [
      'with a label before its row',
      [`|${TABLE_FOUR[0] ?? ''}`, `^|${TABLE_FOUR[1] ?? ''}`, `^|${TABLE_FOUR[2] ?? ''}`, `件数|${figures}`],
    ],
  ])('is bound whole %s', (_, lines) => {
    expect(fourOf(lines)).toEqual(WHOLE);
  });

  it('is blank where nothing is printed', () => {
    expect(fourOf(TABLE_FOUR.with(3, '|'.repeat(14)))).toEqual(WHOLE.map((line) => line.replace(/ \d+/gu, ' _')));
  });

  it('is a mark where one is printed', () => {
    expect(fourOf(TABLE_FOUR.with(3, Array.from({ length: 15 }, () => '/').join('|')))).toEqual(
      WHOLE.map((line) => line.replace(/ \d+/gu, ' /')),
    );
  });

  it('is doubted where its header is illegible', () => {
    const found = fourOf([...TABLE_FOUR.slice(0, 2), (TABLE_FOUR[2] ?? '').replace(/[^|]+/gu, '##'), figures]);
    expect(found).toEqual(WHOLE.map((line) => line.replace(/(?<= )\d+/gu, '$&?')));
  });

  it('takes the first of two rows of figures and tells the second', () => {
    const lines = [...TABLE_FOUR, figures.replace(/\d+/gu, '99')];
    expect(fourOf(lines).map((line) => line.replace(/\?/gu, ''))).toEqual(WHOLE);
    expect(bind(ruled(lines), FOUR)?.extraRows).toHaveLength(1);
  });

  it('tells, or doubts, two rows of figures with labels', () => {
    const headed = TABLE_FOUR.slice(0, 3).map((line, k) => `${k === 0 ? '年度' : '^'}|${line}`);
    const lines = [...headed, `2022年|${figures.replace(/\d+/gu, '99')}`, `2023年|${figures}`];
    const found = fourOf(lines);
    expect(bind(ruled(lines), FOUR)?.extraRows.length === 1 || found.every((line) => line.includes('?'))).toBe(true);
  });
});

describe('table four without one of its groups', () => {
  const FOUR = block('2021', 'reviews');
  const groups = [
    'review: 11 12 13 14 15',
    'litigation_direct: 16 17 18 19 20',
    'litigation_after_review: 21 22 23 24 25',
  ];
  const leaves = TABLE_FOUR.slice(2).map((line) => line.split('|'));
  const without = (group: number): string[] => leaves.map((squares) => squares.toSpliced(group * 5, 5).join('|'));
  /** Figures that stand in another place than printed, and unmarked. */
  const silent = (lines: readonly string[], group: number): string[] =>
    sketch(factsOf(ruled(lines), FOUR)).filter(
      (line, k) =>
        (k === group || line !== groups[k]) && line.split(' ').some((figure, at) => at > 0 && !/[?x]$/u.test(figure)),
    );

  it('reads the figures of the other two where the first is not there', () => {
    expect(silent(without(0), 0)).toEqual([]);
  });

  it.each([1, 2])('reads no group’s figures into another where no wording tells them: group %i', (group) => {
    // Whichever ten of fifteen columns are there, their wordings are the same.
    expect(silent(without(group), group)).toEqual([]);
  });

  const byWording = (group: number, wording: string): void => {
    const header = ['行政复议|<|<|<|<|行政诉讼|<|<|<|<', `^|^|^|^|^|${wording}|<|<|<|<`];
    const expected = groups.map((line, k) => (k === group ? line.replace(/ \d+/gu, ' x') : line));
    const found = sketch(factsOf(ruled([...header, ...without(group)]), FOUR));
    expect(found.map((line) => line.replace(/\?/gu, ''))).toEqual(expected);
  };

  it('goes by the wording of the third group', () => {
    byWording(1, '复议后起诉');
  });

  it('goes by the wording of the second group', () => {
    byWording(2, '未经复议直接起诉');
  });
});

describe('a table whose cells lie beside the header’s', () => {
  it('has each figure in its column, or doubted', () => {
    // Below a page break every value cell begins one sliver to the right of its header.
    const wide = LINES.slice(0, 3).map((line) =>
      line
        .split('|')
        .flatMap((text, at) => (at > 2 ? [text, '<'] : [text]))
        .join('|'),
    );
    const rows = LINES.slice(3).map((line) => {
      const squares = line.split('|');
      return [
        ...squares.slice(0, 2),
        squares[2],
        '<',
        ...squares.slice(3, 9).flatMap((text) => [text, '<']),
        squares[9],
      ].join('|');
    });
    const found = sketch(factsOf(ruled([...wide, ...rows], { seams: [3] }), THREE));
    expect(found.map((line) => line.replace(/\?/gu, ''))).toEqual(EXPECTED);
  });
});
