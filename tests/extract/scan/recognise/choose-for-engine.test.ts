import { describe, expect, it } from 'vitest';
import { chooseForEngine, type Placed } from '../../../../src/extract/scan/recognise/choose-for-engine.js';

/** A cell of one digit that its shape is known as so well. */
function cell(share: number, { text = '0', cluster = 0, isWhole = true } = {}): readonly Placed[] {
  const box = { x0: 0, y0: 0, x1: 9, y1: 12 };
  return [{ cluster, glyph: { box, isOwn: () => true, odds: new Map([[text, share]]), isWhole } }];
}

const many = (share: number): (readonly Placed[])[] => Array.from({ length: 40 }, () => cell(share));

describe('what the engine is asked to read', () => {
  it('is a few of many shapes that are alike, also where the font is a little strange', () => {
    expect(chooseForEngine(many(0.99))).toHaveLength(4);
    expect(chooseForEngine(many(0.9))).toHaveLength(8);
  });

  it('is every shape that is less known than those like it, looks like something else, or was put together by guess', () => {
    const others = [cell(0.7), cell(0.9, { text: '8', cluster: 1 }), cell(0.9, { isWhole: false })];
    expect(chooseForEngine([...many(0.9), ...others]).slice(-3)).toEqual([40, 41, 42]);
  });

  it('is every shape where those alike are not known as one thing, or too few', () => {
    expect(chooseForEngine([...many(0.9), cell(0.9, { text: '8' })])).toHaveLength(41);
    expect(chooseForEngine(many(0.9).slice(0, 9))).toHaveLength(9);
  });
});
