import { describe, expect, it } from 'vitest';
import { block, dumped, factsOf, figuresOfRow, formRows, sketch } from './tables.js';

const THREE = block('2021', 'applications');
const HEADER = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

/** Table three without rules: a label and seven figures a row, changed by row; other lines below each. */
function facts(change: (figures: string[], row: number) => readonly (readonly string[])[]): string[] {
  const lines = formRows('2021').flatMap(({ path }, row) => {
    const [first = [], ...others] = change(figuresOfRow(row), row);
    return [[path.slice(0, -1).join(''), path.at(-1) ?? '', ...first], ...others.map((line) => ['', '', ...line])];
  });
  return sketch(
    factsOf(
      dumped(
        [['', '', ...HEADER], ...lines].map((line) => line.join('|')),
        'aligned',
      ),
      THREE,
    ),
  );
}

/** Blanks of the facts, and those of them that are doubted. */
const blanks = (rows: readonly string[]): number => rows.join(' ').match(/ _/gu)?.length ?? 0;
const doubted = (rows: readonly string[]): number => rows.join(' ').match(/ _\?/gu)?.length ?? 0;

describe('a blank of a table without rules', () => {
  it('is believed where nothing stands beside its row', () => {
    const rows = facts(([, ...rest], row) => [row === 3 ? ['', ...rest] : ['7', ...rest]]);
    expect([blanks(rows), doubted(rows)]).toEqual([1, 0]);
  });

  it('is doubted where the line below holds a figure in its column that belongs to no row', () => {
    const torn = ['5', '6', '', '', '', '', ''];
    const rows = facts(([, , ...rest], row) => (row === 3 ? [['', '', ...rest], torn] : [['7', '8', ...rest]]));
    expect(blanks(rows)).toBe(doubted(rows));
  });

  it('is doubted where numbers of the table end in a separator: they go on on other lines', () => {
    const rows = facts(([, ...rest], row) => [row === 3 ? ['', ...rest] : [row === 5 ? '2，' : '7', ...rest]]);
    expect([blanks(rows), doubted(rows)]).toEqual([1, 1]);
  });

  it('is none where a line of figures stands between two labels without any: the figures are doubted', () => {
    const none = new Array<string>(7).fill('');
    const own = ['1', '2', '3', '4', '5', '6', '21'];
    const rows = facts((figures, row) => (row === 8 ? [none, own] : row === 9 ? [none] : [figures]));
    expect(rows.join(' ')).toContain(' 21?');
  });

  it('is not alone in doubt where a line without a label may go on its figures', () => {
    const rest = ['79', '', '', '', '', '', '34'];
    const rows = facts((figures, row) => (row === 3 ? [figures, rest] : [figures]));
    expect(
      rows.filter((text) =>
        text
          .split(' ')
          .slice(1)
          .every((figure) => figure.endsWith('?')),
      ),
    ).toHaveLength(2);
  });

  it('is doubted where figures of many rows stand among the labels', () => {
    const lines = formRows('2021').map(({ path }, row) => {
      const [first, second, ...rest] = figuresOfRow(row);
      const isLost = row % 3 > 0;
      return [path.at(-1), ...(isLost ? [second, first, '', ''] : ['', '', first, second]), ...rest].join('|');
    });
    const table = dumped([['', '', '', ...HEADER].join('|'), ...lines], 'aligned');
    const rows = sketch(factsOf(table, THREE));
    expect(blanks(rows)).toBeGreaterThan(0);
    expect(blanks(rows)).toBe(doubted(rows));
  });
});

describe('a row of a table without rules', () => {
  it('is doubted where it is put together of lines with figures: some may be those of the row above', () => {
    const rows = facts((figures, row) =>
      row === 3
        ? [
            [...figures.slice(0, 4), '', '', ''],
            ['', '', '', '', ...figures.slice(4)],
          ]
        : [figures],
    );
    expect(rows[3]).toMatch(/^(?:\S+:)(?: \d+\?){7}$/u);
  });

  it('is doubted where it has no label and stands beside one that has no figure', () => {
    const lines = ['信息内容|本年处理决定数量', '|45', '行政强制|', '|7'];
    expect(sketch(factsOf(dumped(lines, 'aligned'), block('2021', 'article_20_6'))).join(' ')).not.toMatch(/45(?!\?)/u);
  });

  it('is doubted where its figures stand beside a piece of the label of its group, and a label follows', () => {
    const lines = formRows('2021').flatMap(({ path }, row) => {
      const [label = '', figures] = [path.at(-1), figuresOfRow(row).join('|')];
      return row === 2 || row === 3
        ? [`|${label}|||||||`, row === 2 ? `|理结|${figures}` : '']
        : [`|${label}|${figures}`];
    });
    const table = dumped([['', '', ...HEADER].join('|'), ...lines.filter((line) => line !== '')], 'aligned');
    expect(sketch(factsOf(table, THREE)).join(' ')).not.toMatch(/ 37(?!\?)/u);
  });
});
