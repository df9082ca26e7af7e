import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReadings } from '../../src/check/index.js';
import type { Glyph } from '../../src/model/index.js';
import { glyph, page, write } from '../reconstruct/sketch.js';

fc.configureGlobal({ seed: 20219, numRuns: 100 });

const AREA = { x0: 100, top: 100, x1: 300, bottom: 200 };
const MARKS = ['/', '-', '—', '无', '不适用'];

/** Disagreements as `text+` where only the first reading has it, `text-` where only the second has it. */
function compared(first: readonly Glyph[], second: readonly Glyph[], areas = [AREA]): string[] {
  const found = compareReadings(page(first, []), page(second, []), areas, MARKS);
  return found.map(({ text, isInFirst }) => `${text}${isInFirst ? '+' : '-'}`);
}

function shifted(glyphs: readonly Glyph[], dx: number, dy: number): Glyph[] {
  return glyphs.map((each) => ({
    ...each,
    box: { x0: each.box.x0 + dx, x1: each.box.x1 + dx, top: each.box.top + dy, bottom: each.box.bottom + dy },
  }));
}

describe('two readings of a page', () => {
  const figures = [...write('1375', 110, 110), ...write('0', 200, 110), ...write('22', 110, 150)];

  it('agree where they are the same', () => {
    expect(compared(figures, figures)).toEqual([]);
  });

  it('agree in whatever order their glyphs come', () => {
    expect(compared(figures, figures.toReversed())).toEqual([]);
  });

  it('agree where their boxes differ a little', () => {
    expect(compared(figures, shifted(figures, 1.2, -2))).toEqual([]);
  });

  it('agree on a digit in another width', () => {
    expect(compared(write('5', 110, 110), write('５', 107.5, 110))).toEqual([]);
  });

  it('agree on words, which are not compared', () => {
    expect(compared(write('行政许可', 110, 110), write('行政', 110, 110))).toEqual([]);
  });

  it('agree on a watermark’s digits, which are far larger than the table’s, wherever each reader puts them', () => {
    const watermark = write('2023', 120, 120, { size: 54 });
    expect(compared([...figures, ...watermark], [...figures, ...shifted(watermark, 40, 30)])).toEqual([]);
  });

  it('agree on a dash within a word, which is no figure of a cell', () => {
    expect(compared(write('三安全—稳定', 110, 110), write('三安全一稳定', 110, 110))).toEqual([]);
  });

  it('differ on a dash that stands by itself, or at the end of a word', () => {
    expect(compared(write('—', 110, 110), write('一', 110, 110))).toEqual(['—+']);
    expect(compared(write('行政许可—', 110, 110), write('行政许可一', 110, 110))).toEqual(['—+']);
  });

  it('differ on a digit that one lacks', () => {
    expect(compared(figures, figures.slice(1))).toEqual(['1+']);
    expect(compared(figures.slice(1), figures)).toEqual(['1-']);
  });

  it('differ on a digit that is another one', () => {
    expect(compared(write('16', 110, 110), write('18', 110, 110))).toEqual(['6+', '8-']);
  });

  it('differ on a digit that stands elsewhere', () => {
    expect(compared(write('5', 110, 110), write('5', 170, 110))).toEqual(['5+', '5-']);
  });

  it('differ on a mark that one lacks: a printed "none" is no blank', () => {
    expect(compared(write('无', 110, 110), [])).toEqual(['无+']);
    expect(compared(write('—', 110, 110), [])).toEqual(['—+']);
    expect(compared(write('／', 110, 110), [])).toEqual(['／+']);
  });

  it('differ on a sign that one lacks', () => {
    const [first, second] = [write('-2', 110, 110), write('－32', 150, 110)];
    expect(compared([...first, ...second], [...first.slice(1), ...second.slice(1)])).toEqual(['-+', '－+']);
  });

  it('differ on a glyph that one could not read', () => {
    expect(compared(write('5', 110, 110), write('\ufffd', 110, 110))).toEqual(['5+', '\ufffd-']);
  });

  it('are compared within the areas only', () => {
    const outside = write('99', 110, 300);
    expect(compared([...figures, ...outside], figures)).toEqual([]);
    expect(compared(figures, [], [])).toEqual([]);
    expect(compared([...figures, ...outside], figures, [AREA, { x0: 0, top: 290, x1: 500, bottom: 320 }])).toEqual([
      '9+',
      '9+',
    ]);
  });

  it('are compared by what is visible', () => {
    expect(compared(figures, [...figures, ...write('8', 250, 150, { isVisible: false })])).toEqual([]);
  });

  it('agree on a digit printed twice to look bold that one reads once', () => {
    const [once] = write('5', 110, 110);
    if (!once) throw new Error('no glyph');
    expect(compared([once, ...shifted([once], 0.3, 0)], [once])).toEqual([]);
  });

  it('tell where they differ', () => {
    const [found] = compareReadings(page(write('5', 110, 110), []), page([], []), [AREA], MARKS);
    expect(found).toEqual({ box: { x0: 110, top: 110, x1: 115, bottom: 120 }, text: '5', isInFirst: true });
  });

  it.each(['11', '00', '22', '100', '1000'])(
    'differ where one lacks one of two equal digits side by side: %s',
    (text) => {
      const digits = write(text, 110, 110);
      expect(compared(digits, digits.slice(0, -1))).not.toEqual([]);
    },
  );

  it.each([
    ['7730.28', '773028'],
    ['1.5', '15'],
    ['1〇', '1'],
  ])('differ on a point or a nought that one lacks: %s and %s', (first, second) => {
    const glyphs = write(first, 110, 110);
    const kept = glyphs.filter((each) => second.includes(each.text));
    expect(kept.map((each) => each.text).join('')).toBe(second);
    expect(compared(glyphs, kept)).not.toEqual([]);
  });
});

describe('two readings of any page', () => {
  const spots = fc.uniqueArray(
    fc.record({
      column: fc.integer({ min: 0, max: 15 }),
      row: fc.integer({ min: 0, max: 8 }),
      text: fc.constantFrom(...Array.from('0123456789')),
    }),
    { minLength: 1, maxLength: 30, selector: ({ column, row }) => column * 100 + row },
  );
  const glyphs = spots.map((all) => all.map(({ column, row, text }) => glyph(text, 105 + column * 12, 102 + row * 11)));

  it('agree after a shift of a third of a digit', () => {
    fc.assert(
      fc.property(
        glyphs,
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (all, dx, dy) => {
          const wide = [{ x0: 0, top: 0, x1: 600, bottom: 800 }];
          expect(compared(all, shifted(all, dx, dy), wide)).toEqual([]);
        },
      ),
    );
  });

  it('differ in each digit that one lacks', () => {
    fc.assert(
      fc.property(glyphs, fc.nat(), (all, at) => {
        const lost = all[at % all.length];
        expect(compared(all, all.toSpliced(at % all.length, 1))).toEqual([`${lost?.text ?? ''}+`]);
      }),
    );
  });

  it('differ in the same glyphs whichever of them is believed', () => {
    fc.assert(
      fc.property(glyphs, glyphs, (first, second) => {
        const turned = compared(second, first).map((each) =>
          each.endsWith('+') ? each.replace('+', '-') : each.replace('-', '+'),
        );
        expect(turned.sort()).toEqual(compared(first, second).sort());
      }),
    );
  });
});
