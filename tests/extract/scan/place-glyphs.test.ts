import { describe, expect, it } from 'vitest';
import { placeGlyphs } from '../../../src/extract/scan/place-glyphs.js';
import type { ReadGlyph } from '../../../src/extract/scan/recognise/recogniser.js';
import { glyphsToTextLines, textOfLines } from '../../../src/reconstruct/glyphs-to-text-lines.js';
import { paper } from './drawn-page.js';

/** A glyph by its ink, in pixels of a cutting at 72 dpi: one a point. */
function glyph(text: string, x0: number, width: number, [y0, y1]: readonly [number, number] = [10, 17]): ReadGlyph {
  return { box: { x0, y0, x1: x0 + width, y1 }, readings: [{ text, confidence: 0.9 }] };
}

function read(...glyphs: readonly ReadGlyph[]): string {
  const cut = { box: { x0: 100, y0: 200, x1: 200, y1: 230 }, image: paper(100, 30, 72), isCut: false };
  return textOfLines(glyphsToTextLines(placeGlyphs(glyphs, cut)));
}

// Digits of 10 points are 7 high and stand 5 apart; a 1 is 2 wide.
describe('recognised glyphs on a page', () => {
  it('make one number where narrow digits leave gaps', () => {
    expect(read(glyph('1', 12, 2), glyph('1', 17, 2), glyph('8', 21, 4))).toBe('118');
  });

  it('make one number over a point and a comma, which are small', () => {
    expect(
      read(
        glyph('3', 10, 4),
        glyph(',', 15, 1.5, [16, 19]),
        glyph('8', 18, 4),
        glyph('.', 23, 1, [16, 17]),
        glyph('2', 26, 4),
      ),
    ).toBe('3,8.2');
  });

  it('make two numbers where a space stands between them', () => {
    expect(read(glyph('1', 10, 4), glyph('7', 18, 4))).toBe('1 7');
  });

  it('keep the order in which they were read where their places contradict it', () => {
    const chars = [glyph('机', 20, 9, [8, 17]), glyph('测', 16, 10, [8, 17]), glyph('制', 31, 9, [8, 17])];
    expect(read(...chars)).toBe('机测制');
  });

  it('stand on their page in points', () => {
    const cut = { box: { x0: 100, y0: 200, x1: 200, y1: 230 }, image: paper(48, 14.4, 150), isCut: false };
    const [placed] = placeGlyphs([glyph('8', 10, 10, [10, 25])], cut);
    const middle = ((placed?.box.x0 ?? 0) + (placed?.box.x1 ?? 0)) / 2;
    expect(middle).toBeCloseTo((115 * 72) / 150, 5);
  });

  it('keep a raised note mark apart', () => {
    const cut = { box: { x0: 100, y0: 200, x1: 200, y1: 230 }, image: paper(100, 30, 72), isCut: false };
    const lines = glyphsToTextLines(placeGlyphs([glyph('4', 10, 4), glyph('1', 15, 1, [9, 13])], cut));
    expect(lines[0]?.map(({ isRaised }) => isRaised)).toEqual([false, true]);
  });
});
