import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Glyph, PositionedPage } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { keepMarksWhole } from '../../src/reconstruct/keep-marks-whole.js';
import { glyph, gridRules, onlyTable, page, tableGlyphs, tablePage, tableSketch, write } from './sketch.js';

fc.configureGlobal({ seed: 20213, numRuns: 60 });

// A row of three cells, each 30 pt wide and 16 pt high:
//   100   130   160   190
//    +-----+-----+-----+  100
//    |     |     |     |
//    +-----+-----+-----+  116
const XS = [100, 130, 160, 190];
const YS = [100, 116];

function cellsOf(glyphs: readonly Glyph[]): readonly Cell[] {
  return onlyTable(page(glyphs, gridRules(XS, YS))).cells;
}

function textsOf(glyphs: readonly Glyph[]): string[] {
  return cellsOf(glyphs).map((cell) => cell.text);
}

function doubtsOf(glyphs: readonly Glyph[]): (readonly string[])[] {
  return cellsOf(glyphs).map((cell) => cell.doubts);
}

describe('text in the cells of a grid', () => {
  it('belongs to the cell that holds its middle', () => {
    // The 3 reaches over the rule at 130 by 2 pt, its middle is left of it.
    expect(textsOf([...write('3', 127, 103), ...write('4', 140, 103)])).toEqual(['3', '4', '']);
  });

  it('is there however large it was read from a picture of the cell, which no watermark is', () => {
    const large = { ...glyph('本', 130, 93, { size: 30 }), readings: [{ text: '本', confidence: 0.5 }] };
    const others = [...write('123', 105, 103), ...write('2', 165, 103)];
    expect(textsOf([...others, large])).toEqual(['123', '本', '2']);
    expect(textsOf([...others, glyph('本', 130, 93, { size: 30 })])).toEqual(['123', '', '2']);
  });

  it('keeps an empty cell in its column', () => {
    expect(textsOf([...write('1', 105, 103), ...write('2', 165, 103)])).toEqual(['1', '', '2']);
  });

  it('stays apart where two numbers stand on both sides of a rule', () => {
    // 17|0 with 3 pt of room: no doubt.
    const glyphs = [...write('17', 118.5, 103), ...write('0', 131.5, 103)];
    expect(textsOf(glyphs)).toEqual(['17', '0', '']);
    expect(doubtsOf(glyphs)).toEqual([[], [], []]);
  });

  it('keeps a number whole that reaches over a rule, in the cell of its middle, and doubts both cells', () => {
    // 1234567 is 35 pt wide in a cell of 30 pt: its last digit stands beyond the rule.
    const glyphs = write('1234567', 128, 103);
    expect(textsOf(glyphs)).toEqual(['', '1234567', '']);
    const doubts = doubtsOf(write('1234567', 131, 103));
    expect(textsOf(write('1234567', 131, 103))).toEqual(['', '1234567', '']);
    expect(doubts).toEqual([[], ['strays-over-rule'], ['strays-over-rule']]);
  });

  it('doubts numbers of two cells that touch over the rule: where one ends is not to be seen', () => {
    // 17|0 without room.
    const glyphs = [...write('17', 120, 103), ...write('0', 130, 103)];
    expect(doubtsOf(glyphs).slice(0, 2)).toEqual([['strays-over-rule'], ['strays-over-rule']]);
  });

  it('parts numbers that stand further apart at the rule than their digits do, and doubts both cells', () => {
    // 17|803 with 0.7 pt of room at the rule, none between digits.
    const glyphs = [...write('17', 119.8, 103), ...write('803', 130.5, 103)];
    expect(textsOf(glyphs)).toEqual(['17', '803', '']);
    expect(doubtsOf(glyphs)).toEqual([['strays-over-rule'], ['strays-over-rule'], []]);
    // Digits that are all set apart are one number.
    const spaced = Array.from('17803', (digit, at) => glyph(digit, 119.1 + 5.7 * at, 103));
    expect(textsOf(spaced)).toEqual(['', '17803', '']);
  });

  it('keeps a mark in brackets with the number it stands behind, over a rule', () => {
    // The closing bracket stands beyond the rule at 130.
    const mark = write('20[2]', 109, 103);
    expect(textsOf([...mark, ...write('0', 143, 103)])).toEqual(['20[2]', '0', '']);
    expect(textsOf([...mark, ...write('20[2]', 109.3, 103)])).toEqual(['20[2]', '', '']);
    expect(textsOf(write('甲[2]', 109, 103))).toEqual(['甲[2', ']', '']);
  });

  it('leaves a figure in brackets in its cell, right beside a number as it may stand', () => {
    // 12|(3): the next cell prints nothing else.
    expect(textsOf(write('12(3)', 120, 103))).toEqual(['12', '(3)', '']);
    expect(textsOf([...write('12(3)', 120, 103), ...write('7', 150, 103)])).toEqual(['12(3)', '7', '']);
  });

  it('takes no time over brackets by the ten thousand', () => {
    const glyphs = Array.from({ length: 30_000 }, (_, at) => glyph('(', 100 + (at % 18) * 5, 103));
    const owner = glyphs.map(() => 0);
    keepMarksWhole(glyphs, owner);
    expect(new Set(owner)).toEqual(new Set([0]));
  });

  it('keeps a point and a comma with their number over a rule', () => {
    const glyphs = write('7,730.28', 120, 103);
    expect(textsOf(glyphs).filter((text) => text !== '')).toEqual(['7,730.28']);
  });

  it('lets a label reach over a rule glyph by glyph without a doubt', () => {
    const glyphs = write('行政许可', 115, 103);
    expect(textsOf(glyphs).join('')).toBe('行政许可');
    expect(doubtsOf(glyphs)).toEqual([[], [], []]);
  });

  it('doubts a cell with a glyph that has no text', () => {
    expect(doubtsOf([...write('1', 105, 103), ...write('\ufffd', 110, 103)])[0]).toEqual(['unreadable-glyph']);
  });

  it('leaves out text that is not visible', () => {
    expect(textsOf([...write('1', 105, 103), ...write('8', 110, 103, { isVisible: false })])).toEqual(['1', '', '']);
  });

  it('leaves out what was painted over, and doubts the cell that holds nothing else', () => {
    const covered = (text: string, x: number): Glyph[] =>
      write(text, x, 103, { isVisible: false }).map((each) => ({ ...each, isCovered: true }));
    const glyphs = [...covered('7', 105), ...covered('12', 140), ...write('34', 141, 103), ...covered('甲', 170)];
    expect(textsOf(glyphs)).toEqual(['', '34', '']);
    expect(doubtsOf(glyphs)).toEqual([['hidden-text'], [], []]);
  });

  it('keeps a raised mark in the text and out of the base text', () => {
    const [cell] = cellsOf([...write('3', 105, 103), ...write('1', 110, 103, { size: 6 })]);
    expect(cell).toMatchObject({ text: '31', baseText: '3' });
    expect(cell?.runs.map((run) => run.text)).toEqual(['3', '1']);
  });

  it('gives a cell the box its rules draw', () => {
    const [cell] = cellsOf(write('1', 105, 103));
    expect(cell?.parts).toEqual([{ pageNumber: 1, box: { x0: 100, top: 100, x1: 130, bottom: 116 }, text: '1' }]);
  });

  it('keeps a number whole that reaches over the outer rule, or doubts it', () => {
    // 1234567 in the last cell ends 7 pt right of the table: cut to 123456 without a word.
    const cell = cellsOf(write('1234567', 162, 103))[2];
    expect(cell?.text === '1234567' || cell?.doubts.includes('strays-over-rule')).toBe(true);
  });

  it('keeps a number whole that begins left of a table without outer rules, or doubts it', () => {
    const cell = cellsOf(write('1234567', 91, 103))[0];
    expect(cell?.text === '1234567' || cell?.doubts.includes('strays-over-rule')).toBe(true);
  });

  it('keeps a number whole that is printed twice and reaches over a rule', () => {
    // 1499848 is 35 pt wide in a cell of 30 pt, each digit printed again 0.3 pt to the right to look bold.
    for (const x of [126, 128, 131, 133]) {
      const digits = write('1499848', x, 103);
      const bold = digits.flatMap((each) => [
        each,
        { ...each, box: { ...each.box, x0: each.box.x0 + 0.3, x1: each.box.x1 + 0.3 } },
      ]);
      expect(textsOf(bold)).toEqual(['', '1499848', '']);
    }
  });

  it('loses no glyph whose middle stands on the very edge of the table', () => {
    // The middle of the 5 is 0.3 pt right of the last rule: too far out for a cell, too near for a line of text.
    const layout = pagesToLayout([page([...write('5', 187.8, 103), ...write('1', 105, 103)], gridRules(XS, YS))]);
    const texts = [
      ...layout.tables.flatMap((table) => table.cells.map((cell) => cell.text)),
      ...layout.lines.map((l) => l.text),
    ];
    expect(texts).toContain('5');
  });
});

describe('large text drawn over a table', () => {
  it('belongs to no cell; its digits are stray runs', () => {
    const texts = [...write('行政许可', 101, 103, { size: 7 }), ...write('0', 135, 103), ...write('0', 165, 103)];
    const table = onlyTable(page([...texts, ...write('23', 140, 90, { size: 40 })], gridRules(XS, YS)));
    expect(table.cells.map((cell) => cell.text)).toEqual(['行政许可', '0', '0']);
    expect(table.strayRuns.map((run) => run.text)).toEqual(['23']);
  });

  it('is a cell of its own where its row is as high as it', () => {
    const drawn = { xs: [100, 200, 300], ys: [100, 150, 166, 182], texts: [[''], ['一', '1'], ['二', '2']] };
    const heading = write('表', 120, 105, { size: 40 });
    expect(onlyTable(tablePage(drawn, heading)).cells[0]?.text).toBe('表');
  });
});

// ---- any glyphs -----------------------------------------------------------------------------------------------------

const DRAWN = {
  xs: [60, 140, 170, 200, 230, 300],
  ys: [100, 120, 140, 160],
  texts: [
    ['行政', '1', '22', '333', '0'],
    ['处罚', '17', '0', '', '4,444'],
    ['强制', '7730.28', '', '—', '12'],
  ],
};

const looseGlyphs = fc.array(
  fc
    .record({
      text: fc.constantFrom(...Array.from('0123456789')),
      x: fc.double({ min: 40, max: 320, noNaN: true }),
      y: fc.double({ min: 80, max: 180, noNaN: true }),
      size: fc.constantFrom(6, 10, 10, 10, 30),
    })
    .map(({ text, x, y, size }) => glyph(text, x, y, { size })),
  { maxLength: 25 },
);

/** All digits that a layout gives back, in no order. */
function digitsOf(pages: readonly PositionedPage[]): string {
  const { tables, lines } = pagesToLayout(pages);
  // Lines that look like rows are in a table without rules as well as among the lines.
  const ruled = tables.filter((table) => table.geometry === 'ruled');
  const runs = ruled.flatMap((table) => [...table.cells.flatMap((cell) => cell.runs), ...table.strayRuns]);
  const text = [...runs.map((run) => run.text), ...lines.map((line) => line.text)].join('');
  return Array.from(text.replace(/\D/gu, '')).sort().join('');
}

describe('any digits on a page with a table', () => {
  it('end in exactly one cell, stray run or line', () => {
    fc.assert(
      fc.property(looseGlyphs, (loose) => {
        const glyphs = [...tableGlyphs(DRAWN), ...withoutEdge(withoutRepeats(loose))];
        const expected = glyphs.map((each) => each.text).filter((text) => /\d/u.test(text));
        expect(digitsOf([page(glyphs, gridRules(DRAWN.xs, DRAWN.ys))])).toBe(expected.sort().join(''));
      }),
    );
  });

  it('fill the same cells in whatever order they are drawn', () => {
    const shuffled = looseGlyphs.chain((loose) => {
      const glyphs = [...tableGlyphs(DRAWN), ...withoutRepeats(loose)];
      return fc.tuple(fc.constant(glyphs), fc.shuffledSubarray(glyphs, { minLength: glyphs.length }));
    });
    fc.assert(
      fc.property(shuffled, ([glyphs, again]) => {
        const texts = [glyphs, again].map((each) => pagesToLayout([page(each, gridRules(DRAWN.xs, DRAWN.ys))]));
        expect(texts[1]?.tables.map(tableSketch)).toEqual(texts[0]?.tables.map(tableSketch));
      }),
    );
  });

  it('belong to the cells a plain table shows, wherever on the page it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: -55, max: 200 }), fc.integer({ min: -90, max: 500 }), (dx, dy) => {
        const moved = { ...DRAWN, xs: DRAWN.xs.map((x) => x + dx), ys: DRAWN.ys.map((y) => y + dy) };
        expect(tableSketch(onlyTable(tablePage(moved)))).toEqual(tableSketch(onlyTable(tablePage(DRAWN))));
      }),
    );
  });
});

/** Leaves out glyphs that lie upon one another: text printed twice is read once. */
function withoutRepeats(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const each of [...tableGlyphs(DRAWN), ...glyphs]) {
    const isRepeat = kept.some(
      (other) => Math.abs(other.box.x0 - each.box.x0) < 8 && Math.abs(other.box.top - each.box.top) < 8,
    );
    if (!isRepeat) kept.push(each);
  }
  return kept.filter((each) => glyphs.includes(each));
}

/** Leaves out glyphs whose middle lies on the edge of the table. */
function withoutEdge(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter(({ box }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.top + box.bottom) / 2;
    const isNear = (at: number, line: number | undefined): boolean => Math.abs(at - (line ?? 0)) < 1;
    return (
      ![DRAWN.xs[0], DRAWN.xs.at(-1)].some((line) => isNear(x, line)) &&
      ![DRAWN.ys[0], DRAWN.ys.at(-1)].some((line) => isNear(y, line))
    );
  });
}
