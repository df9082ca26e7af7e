import { describe, expect, it } from 'vitest';
import type { PositionedPage, Ruling } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { onlyTable, tableGlyphs, tablePage, tableSketch, gridRules, page, write } from './sketch.js';

// The upper part stands at the foot of its page, the lower part at the top of the next:
//   +--+--+--+  700      +--+--+--+  60
//   +--+--+--+  720      +--+--+--+  80
//   +--+--+--+  740      +--+--+--+  100
const XS = [100, 200, 250, 300];
const UPPER = {
  xs: XS,
  ys: [700, 720, 740],
  texts: [
    ['甲', '1', '2'],
    ['乙', '3', '4'],
  ],
};
const LOWER = {
  xs: XS,
  ys: [60, 80, 100],
  texts: [
    ['丙', '5', '6'],
    ['丁', '7', '8'],
  ],
};
const JOINED = ['甲|1|2', '乙|3|4', '丙|5|6', '丁|7|8'];

function upperWith(text: string, y = 770, x = 290): PositionedPage {
  return tablePage(UPPER, write(text, x, y));
}

function lowerWith(text: string, y = 30, x = 200): PositionedPage {
  return tablePage(LOWER, write(text, x, y), { pageNumber: 2 });
}

function tableCount(...pages: readonly PositionedPage[]): number {
  return pagesToLayout(pages).tables.length;
}

describe('a table cut by a page break', () => {
  it('is joined where nothing stands between its parts', () => {
    const table = onlyTable(tablePage(UPPER), tablePage(LOWER, [], { pageNumber: 2 }));
    expect(tableSketch(table)).toEqual(JOINED);
    expect(table.seams).toEqual([2]);
    expect(table.parts.map((part) => part.pageNumber)).toEqual([1, 2]);
  });

  it.each([
    '1',
    '-1-',
    '- 1 -',
    '— 1 —',
    '－1－',
    '–1–',
    '1/5',
    '1 / 5',
    '第1页',
    '第 1 页',
    '第1页 共5页',
    '第1页共5页',
    '第一页',
    'ii',
    'III',
    '·1·',
    '第1页，共5页',
    'Page 1 of 5',
    '~ 1 ~',
    '～1～',
    '[1]',
    '（1）',
    '１',
    '－ １ －',
    '第 1 页 / 共 5 页',
    '第1页｜共5页',
    '1 | 5',
    '1／5',
  ])('is joined past the page number %s', (number) => {
    expect(tableCount(upperWith(number), lowerWith(''))).toBe(1);
  });

  it('is joined past any foot line that its pages repeat but for its numbers', () => {
    const [first, second] = [upperWith('第1页，共2页'), lowerWith('')];
    const numbered = { ...second, glyphs: [...second.glyphs, ...write('第2页，共2页', 290, 770)] };
    expect(tableCount(first, numbered)).toBe(1);
  });

  it('is joined past page numbers in full-width digits on all pages', () => {
    const number = (text: string): ReturnType<typeof write> => write(text, 290, 770);
    expect(tableCount(tablePage(UPPER, number('－１－')), tablePage(LOWER, number('－２－'), { pageNumber: 2 }))).toBe(
      1,
    );
  });

  it('is joined past a running head that its pages repeat', () => {
    const head = write('某某市2023年年度报告', 200, 30);
    const first = tablePage(UPPER, head);
    const second = tablePage(LOWER, head, { pageNumber: 2 });
    expect(tableSketch(onlyTable(first, second))).toEqual(JOINED);
  });

  it('is joined over three pages', () => {
    const middle = {
      xs: XS,
      ys: [60, 80, 740],
      texts: [
        ['丙', '5', '6'],
        ['丁', '7', '8'],
      ],
    };
    const last = { xs: XS, ys: [60, 80], texts: [['戊', '9', '10']] };
    const table = onlyTable(
      upperWith('- 1 -'),
      tablePage(middle, write('- 2 -', 290, 770), { pageNumber: 2 }),
      tablePage(last, write('- 3 -', 290, 770), { pageNumber: 3 }),
    );
    expect(tableSketch(table)).toEqual([...JOINED, '戊|9|10']);
    expect(table.seams).toEqual([2, 4]);
  });

  it('is joined where its lower part is a little narrower or shifted', () => {
    const lower = { ...LOWER, xs: XS.map((x) => x + 2) };
    expect(tableSketch(onlyTable(tablePage(UPPER), tablePage(lower, [], { pageNumber: 2 })))).toEqual(JOINED);
  });

  it('is joined where the lower part has no upper rule', () => {
    const rulings: Ruling[] = gridRules(XS, LOWER.ys).filter(
      (rule) => rule.orientation === 'vertical' || rule.position > 60,
    );
    const table = onlyTable(tablePage(UPPER), tablePage({ ...LOWER, rulings }, [], { pageNumber: 2 }));
    expect(tableSketch(table)).toEqual(JOINED);
  });

  it('is joined below a caption that says the table goes on, where five column lines agree', () => {
    const xs = [100, 200, 230, 260, 300];
    const upper = { ...UPPER, xs, texts: [['甲', '1', '2', '3']] };
    const lower = { ...LOWER, xs, texts: [['乙', '4', '5', '6']] };
    const caption = write('续表', 280, 45);
    expect(tableCount(tablePage(upper), tablePage(lower, caption, { pageNumber: 2 }))).toBe(1);
  });

  it('is joined below such a caption where the break cuts the repeated header, so that its columns stand overleaf', () => {
    const xs = [100, 200, 230, 260, 300];
    const upper = { xs, ys: [640, 660], texts: [['甲', '1', '2', '3']] };
    const name = { xs: [100, 200, 300], ys: [700, 720], texts: [['', '情况']] };
    const lower = { xs, ys: [60, 80], texts: [['乙', '4', '5', '6']] };
    const first = page(
      [...tableGlyphs(upper), ...write('续表', 130, 680), ...tableGlyphs(name)],
      [...gridRules(xs, upper.ys), ...gridRules(name.xs, name.ys)],
    );
    expect(tableCount(first, tablePage(lower, [], { pageNumber: 2 }))).toBe(1);
    const other = { ...lower, xs: [100, 150, 180, 210, 300] };
    expect(tableCount(first, tablePage(other, [], { pageNumber: 2 }))).toBe(2);
  });
});

describe('two tables on consecutive pages', () => {
  it('stay apart where a heading stands between them', () => {
    expect(tableCount(upperWith('三、收到和处理政府信息公开申请情况', 760, 100), lowerWith(''))).toBe(2);
    expect(tableCount(upperWith(''), lowerWith('三、收到和处理政府信息公开申请情况', 40, 100))).toBe(2);
  });

  it('stay apart where their edges differ', () => {
    const lower = { ...LOWER, xs: [60, 200, 250, 350] };
    expect(tableCount(tablePage(UPPER), tablePage(lower, [], { pageNumber: 2 }))).toBe(2);
  });

  it('stay apart where a page lies between them', () => {
    const blank = page(write('正文', 100, 400), [], { pageNumber: 2 });
    expect(tableCount(tablePage(UPPER), blank, tablePage(LOWER, [], { pageNumber: 3 }))).toBe(2);
  });

  it('stay apart where one page is left out of the source', () => {
    expect(tableCount(tablePage(UPPER), tablePage(LOWER, [], { pageNumber: 3 }))).toBe(2);
  });

  it('stay apart below a number in the middle of the page: only furniture is passed over', () => {
    expect(tableCount(tablePage({ ...UPPER, ys: [300, 320, 340] }, write('12', 290, 400)), lowerWith(''))).toBe(2);
  });

  it('stay apart where prose stands between them', () => {
    expect(tableCount(upperWith('以上为主动公开情况。', 755, 100), lowerWith(''))).toBe(2);
  });
});

describe('lines of text around tables', () => {
  it('know how many tables stand before them', () => {
    const first = page(
      [...write('上文', 100, 600), ...tableGlyphs(UPPER), ...write('- 1 -', 290, 770)],
      gridRules(UPPER.xs, UPPER.ys),
    );
    const second = page([...tableGlyphs(LOWER), ...write('下文', 100, 300)], gridRules(LOWER.xs, LOWER.ys), {
      pageNumber: 2,
    });
    const { lines } = pagesToLayout([first, second]);
    expect(lines.map(({ text, tablesBefore }) => [text, tablesBefore])).toEqual([
      ['上文', 0],
      ['- 1 -', 1],
      ['下文', 1],
    ]);
  });

  it('count only the tables above them on their page', () => {
    const upper = { xs: XS, ys: [100, 120], texts: [['甲', '1', '2']] };
    const lower = { xs: XS, ys: [300, 320], texts: [['乙', '3', '4']] };
    const glyphs = [...tableGlyphs(upper), ...tableGlyphs(lower), ...write('中间', 100, 200)];
    const { lines, tables } = pagesToLayout([page(glyphs, [...gridRules(XS, upper.ys), ...gridRules(XS, lower.ys)])]);
    expect(tables).toHaveLength(2);
    expect(lines.map(({ text, tablesBefore }) => [text, tablesBefore])).toEqual([['中间', 1]]);
  });

  it('carry their place and size', () => {
    const { lines } = pagesToLayout([page(write('总体情况', 100, 50, { size: 16 }), [])]);
    expect(lines).toEqual([
      {
        text: '总体情况',
        pageNumber: 1,
        box: { x0: 100, top: 50, x1: 164, bottom: 66 },
        fontSize: 16,
        tablesBefore: 0,
      },
    ]);
  });
});
