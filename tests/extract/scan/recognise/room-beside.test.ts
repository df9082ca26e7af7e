import { describe, expect, it } from 'vitest';
import type { CellGlyph } from '../../../../src/extract/scan/recognise/cell-glyph.js';
import { roomBeside, usualPitch } from '../../../../src/extract/scan/recognise/room-beside.js';

/** A digit of 28 pixels, its ink from one place to the other. */
function digit(x0: number, x1: number): CellGlyph {
  const box = { x0, x1, y0: 0, y1: 28 };
  return { box, isOwn: () => true, odds: new Map([['5', 0.9]]), features: new Float32Array(), isWhole: true };
}

const point: CellGlyph = {
  ...{ box: { x0: 17, x1: 21, y0: 24, y1: 28 }, isOwn: () => true, isWhole: true },
  odds: new Map([['.', 0.99]]),
};
const [digitPx, usualPx] = [28, 16];
const PITCH = 20 / 28;

describe('the room beside a digit', () => {
  it('is none where the next stands as far off as digits do, wide or narrow', () => {
    const [first, one] = [digit(0, 16), digit(24, 32)];
    expect(roomBeside(one, { before: first, after: undefined, digitPx, usualPx }, PITCH)).toBeLessThan(0.05);
  });

  it('shows that a point is glued to either of two digits', () => {
    // A point takes 10 pixels of its own.
    for (const [left, right] of [
      [digit(0, 22), digit(30, 46)],
      [digit(0, 16), digit(20, 46)],
    ] as const) {
      expect(roomBeside(left, { before: undefined, after: right, digitPx, usualPx }, PITCH)).toBeGreaterThan(0.25);
      expect(roomBeside(right, { before: left, after: undefined, digitPx, usualPx }, PITCH)).toBeGreaterThan(0.25);
    }
  });

  it('is none where no digit stands beside it', () => {
    expect(roomBeside(digit(0, 16), { before: undefined, after: undefined, digitPx, usualPx }, PITCH)).toBe(-Infinity);
    expect(roomBeside(digit(22, 38), { before: point, after: undefined, digitPx, usualPx }, PITCH)).toBe(-Infinity);
  });

  it('is told by how far most digits of the document stand apart', () => {
    const glyphs = [digit(0, 16), digit(20, 36), digit(40, 56), digit(70, 86)];
    expect(usualPitch([{ glyphs, digitPx }])).toBeCloseTo(PITCH);
    expect(usualPitch([{ glyphs: [point, digit(22, 38)], digitPx }])).toBeGreaterThan(0.6);
  });
});
