import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { glyphsToTextLines, textOfLines } from '../../src/reconstruct/glyphs-to-text-lines.js';
import { glyph, write } from './sketch.js';

fc.configureGlobal({ seed: 20212, numRuns: 100 });

function textOf(glyphs: readonly Glyph[]): string {
  return textOfLines(glyphsToTextLines(glyphs));
}

function baseTextOf(glyphs: readonly Glyph[]): string {
  return textOfLines(glyphsToTextLines(glyphs), (each) => !each.isRaised);
}

/** Glyphs at the same place a little to the right: bold as some producers fake it. */
function printedTwice(glyphs: readonly Glyph[], by = 0.3): Glyph[] {
  return glyphs.flatMap((each) => [
    each,
    { ...each, box: { ...each.box, x0: each.box.x0 + by, x1: each.box.x1 + by } },
  ]);
}

describe('the order of reading', () => {
  it('reads nothing from nothing', () => {
    expect(glyphsToTextLines([])).toEqual([]);
    expect(textOf([])).toBe('');
  });

  it('goes from left to right and from top to bottom, whatever the order of drawing', () => {
    const glyphs = [...write('34', 0, 20), ...write('ab', 0, 0), ...write('12', 10, 20)].reverse();
    expect(textOf([...write('12', 0, 20), ...write('ab', 0, 0), ...write('34', 10, 20)])).toBe('ab 1234');
    expect(textOf(glyphs)).toBe('ab 3412');
  });

  it('puts glyphs of one line together although their middles differ a little', () => {
    expect(textOf([...write('本年', 0, 0), ...write('12', 20, 1.5), ...write('件', 30, -1)])).toBe('本年12件');
  });

  it('joins a wrapped Chinese label without a space', () => {
    expect(textOf([...write('要求行政机关', 0, 0), ...write('确认', 0, 12)])).toBe('要求行政机关确认');
  });

  it('keeps a space where a number wraps: it may be two numbers', () => {
    expect(textOf([...write('137', 0, 0), ...write('5', 0, 12)])).toBe('137 5');
  });

  it('makes a space of a gap and none of the advance between digits', () => {
    expect(textOf(write('17 0', 0, 0))).toBe('17 0');
    expect(textOf(write('170', 0, 0))).toBe('170');
  });

  it('collapses wide gaps to one space', () => {
    expect(textOf([...write('商', 0, 0), ...write('业', 60, 0)])).toBe('商 业');
  });
});

describe('raised marks', () => {
  it('are part of the text and no part of the base text', () => {
    const glyphs = [...write('3', 0, 0), ...write('1', 5, 0, { size: 6 })];
    expect(textOf(glyphs)).toBe('31');
    expect(baseTextOf(glyphs)).toBe('3');
  });

  it('may reach above the top of the line', () => {
    expect(baseTextOf([...write('12', 0, 0), ...write('2', 10, -1.5, { size: 6 })])).toBe('12');
  });

  it('are not small digits on the base line', () => {
    expect(baseTextOf([...write('3', 0, 0), ...write('1', 5, 4, { size: 6 })])).toBe('31');
  });

  it('are not digits of the full size a little higher', () => {
    expect(baseTextOf([...write('3', 0, 0), ...write('1', 5, -2)])).toBe('31');
  });

  it('are not seen where a number stands alone in a small size', () => {
    expect(baseTextOf(write('31', 0, 0, { size: 6 }))).toBe('31');
  });

  it('are told line by line: a small second line is no mark', () => {
    expect(baseTextOf([...write('22', 0, 0), ...write('16', 0, 12, { size: 6 })])).toBe('22 16');
  });
});

describe('text printed twice to look bold', () => {
  it('is read once', () => {
    expect(textOf(printedTwice(write('现行有效13件', 0, 0)))).toBe('现行有效13件');
  });

  it('is read once where whole strings follow one another', () => {
    const word = write('1375', 0, 0);
    const again = word.map((each) => ({ ...each, box: { ...each.box, x0: each.box.x0 + 0.4, x1: each.box.x1 + 0.4 } }));
    expect(textOf([...word, ...again])).toBe('1375');
  });

  it('keeps equal digits side by side', () => {
    expect(textOf(write('11', 0, 0))).toBe('11');
    expect(textOf(printedTwice(write('1100', 0, 0)))).toBe('1100');
  });

  it('keeps two numbers that stand one above the other', () => {
    expect(textOf([...write('5', 0, 0), ...write('5', 0, 10)])).toBe('5 5');
  });

  it('keeps equal digits side by side in a font condensed to a third', () => {
    // Horizontal scaling 30 %: an advance of 1.5 pt at 10 pt is less than a fifth of the size.
    const narrow = [0, 1.5].map((x) => ({ ...glyph('1', x, 0), box: { x0: x, top: 0, x1: x + 1.5, bottom: 10 } }));
    expect(textOf(narrow)).toBe('11');
  });
});

describe('text that does not run from left to right', () => {
  it('reads an upright vertical column from top to bottom', () => {
    const column = Array.from('三、本年度办理结果').map((text, k) => glyph(text, 50, k * 12));
    expect(textOf(column)).toBe('三、本年度办理结果');
  });

  it('reads two upright columns from right to left', () => {
    const column = (text: string, x: number): Glyph[] => Array.from(text).map((each, k) => glyph(each, x, k * 12));
    expect(textOf([...column('未经复议', 50), ...column('直接起诉', 30)])).toBe('未经复议直接起诉');
  });

  it('reads text turned to run downwards', () => {
    // Turned by 90° clockwise: the tops of the glyphs are on the right.
    const glyphs = Array.from('总计').map((text, k) => glyph(text, 100, k * 10, { angleDeg: 90 }));
    expect(textOf(glyphs)).toBe('总计');
  });

  it('reads text turned to run upwards', () => {
    const glyphs = Array.from('总计').map((text, k) => glyph(text, 100, 50 - k * 10, { angleDeg: 270 }));
    expect(textOf(glyphs)).toBe('总计');
  });

  it('reads two lines of text turned to run downwards from right to left', () => {
    const line = (text: string, x: number): Glyph[] =>
      Array.from(text).map((each, k) => glyph(each, x, k * 10, { angleDeg: 90 }));
    expect(textOf([...line('办理', 20), ...line('结果', 5)])).toBe('办理结果');
  });

  it('reads two lines of text turned to run upwards from left to right', () => {
    const line = (text: string, x: number): Glyph[] =>
      Array.from(text).map((each, k) => glyph(each, x, 60 - k * 10, { angleDeg: 270 }));
    expect(textOf([...line('办理', 5), ...line('结果', 20)])).toBe('办理结果');
  });

  it('reads text upside down from right to left', () => {
    const glyphs = Array.from('12').map((text, k) => glyph(text, 50 - k * 5, 0, { angleDeg: 180 }));
    expect(textOf(glyphs)).toBe('12');
  });

  it('reads a narrow cell with a number of two digits line by line', () => {
    // 22 / （ / 其 / 中 / 修 / 订 / 16 / 件 / ）: mostly downwards, but no upright column.
    const lines = ['22', '（', '其', '中', '修', '订', '16', '件', '）'];
    expect(textOf(lines.flatMap((line, k) => write(line, 2, k * 12)))).toBe('22（其中修订16件）');
  });

  it('takes a stack of figures, one a line, for no number', () => {
    // Three rows of one merged cell: 0, 1, 0. Never 010.
    const stack = ['0', '1', '0'].map((text, k) => glyph(text, 50, k * 14));
    expect(textOf(stack)).toBe('0 1 0');
  });
});

/** Texts on the squares of a coarse raster, so that lines are plain to see. */
const raster = fc
  .uniqueArray(
    fc.record({
      row: fc.integer({ min: 0, max: 6 }),
      column: fc.integer({ min: 0, max: 12 }),
      text: fc.constantFrom(...Array.from('0123456789年本件总，-—')),
    }),
    { minLength: 1, maxLength: 30, selector: ({ row, column }) => row * 100 + column },
  )
  .map((spots) => spots.map(({ row, column, text }) => glyph(text, column * 12, row * 14)));

describe('lines of any glyphs', () => {
  it('hold every glyph exactly once', () => {
    fc.assert(
      fc.property(raster, (glyphs) => {
        const read = glyphsToTextLines(glyphs).flatMap((line) => line.map((each) => each.glyph));
        expect(new Set(read)).toEqual(new Set(glyphs));
        expect(read).toHaveLength(glyphs.length);
      }),
    );
  });

  it('are read alike wherever they stand and however large they are', () => {
    fc.assert(
      fc.property(raster, fc.integer({ min: -40, max: 300 }), fc.constantFrom(0.5, 1, 2), (glyphs, by, scale) => {
        const other = glyphs.map(({ box, fontSize, ...rest }) => ({
          ...rest,
          fontSize: fontSize * scale,
          box: {
            x0: (box.x0 + by) * scale,
            x1: (box.x1 + by) * scale,
            top: (box.top + by) * scale,
            bottom: (box.bottom + by) * scale,
          },
        }));
        expect(textOf(other)).toBe(textOf(glyphs));
      }),
    );
  });

  it('never fail, whatever the glyphs', () => {
    const anyGlyph = fc
      .record({
        text: fc.oneof(fc.constantFrom('1', '年', '\ufffd', ' ', '', '\ud840\udc00', 'ﬁ', '\u0000'), fc.string()),
        x: fc.double({ min: -100, max: 700, noNaN: true }),
        y: fc.double({ min: -100, max: 900, noNaN: true }),
        size: fc.constantFrom(0.01, 1, 10, 200),
        angleDeg: fc.constantFrom<Glyph['angleDeg']>(0, 90, 180, 270),
      })
      .map(({ text, x, y, ...style }) => glyph(text, x, y, style));
    fc.assert(
      fc.property(fc.array(anyGlyph, { maxLength: 40 }), (glyphs) => {
        expect(typeof textOf(glyphs)).toBe('string');
      }),
    );
  });
});

describe('a raised mark beside a cell that stands higher', () => {
  it('is raised above the figure that it is put to', () => {
    const [line = []] = glyphsToTextLines([
      ...write('处理', 0, 0),
      ...write('12', 100, 4),
      ...write('2', 110, 3, { size: 6 }),
    ]);
    expect(textOfLines([line], (each) => !each.isRaised)).toBe('处理 12');
  });
});

describe('small figures in the middle of a row whose label is large', () => {
  it('are no raised marks: another cell stands further away than a mark does', () => {
    const [line = []] = glyphsToTextLines([
      ...write('处理', 50, 100, { size: 12 }),
      ...write('17', 90, 102, { size: 8 }),
      ...write('3', 120, 102, { size: 8 }),
    ]);
    expect(textOfLines([line], (each) => !each.isRaised)).toBe('处理 17 3');
  });

  it('are raised marks right before what they are put to, too', () => {
    const [line = []] = glyphsToTextLines([...write('1', 50, 99, { size: 6 }), ...write('12', 53, 100)]);
    expect(textOfLines([line], (each) => !each.isRaised)).toBe('12');
  });
});

describe('a raised mark nearer to the line above', () => {
  it('stays with the figure that it is put to', () => {
    const lines = glyphsToTextLines([
      ...write('需要另行', 0, 0),
      ...write('12', 100, 7),
      ...write('3', 110, 5, { size: 6 }),
      ...write('制作', 0, 14),
    ]);
    expect(lines.map((line) => textOfLines([line]))).toEqual(['需要另行', '123', '制作']);
    expect(lines.map((line) => textOfLines([line], (each) => !each.isRaised))[1]).toBe('12');
  });
});
