import { describe, expect, it } from 'vitest';
import type { CellGlyph } from '../../../../src/extract/scan/recognise/cell-glyph.js';
import { withFaintSigns } from '../../../../src/extract/scan/recognise/faint-signs.js';

const DIGIT_PX = 20;
const TOP = 5;
const LEFT = 20;
const WHITE = { grey: 255, rise: 8 };

/** Two digits as black boxes on white, below in the gap between them these greys from left to right; and left of them a stroke. */
function read(
  greys: readonly number[],
  stroke: { readonly grey: number; readonly rise: number } = WHITE,
): readonly string[] {
  const [widthPx, heightPx] = [60, 40];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  const glyphs = [LEFT, LEFT + 10 + greys.length].map((x0): CellGlyph => {
    for (let y = TOP; y < TOP + DIGIT_PX; y++) data.fill(0, y * widthPx + x0, y * widthPx + x0 + 10);
    const box = { x0, x1: x0 + 10, y0: TOP, y1: TOP + DIGIT_PX };
    return { box, isOwn: () => true, odds: new Map([['1', 1]]), features: new Float32Array(1), isWhole: true };
  });
  for (const y of [1, 2, 3]) data.set(greys, (TOP + DIGIT_PX - y) * widthPx + LEFT + 10);
  for (const y of [0, 1])
    data.fill(
      stroke.grey,
      (TOP + DIGIT_PX - stroke.rise + y) * widthPx + 8,
      (TOP + DIGIT_PX - stroke.rise + y) * widthPx + 16,
    );
  const image = { widthPx, heightPx, dpi: 200, data };
  const components = { widthPx, heightPx, labels: new Int32Array(data.length), boxes: [], areas: [] };
  const cell = { image, components, digitPx: DIGIT_PX, usualPx: DIGIT_PX };
  return withFaintSigns(glyphs, cell).map(({ odds }) => [...odds.keys()].join('?'));
}

describe('between two digits', () => {
  it('a spot too faint for ink may be a point', () => {
    expect(read([230, 255, 255, 170, 170, 255, 255, 230])).toEqual(['1', '.?', '1']);
    expect(read([150, 200, 170, 170, 200, 150])).toEqual(['1', '.?', '1']);
  });

  it('there is none where only their feet blur towards each other', () => {
    expect(read([150, 165, 200, 240, 240, 200, 165, 150])).toEqual(['1', '1']);
    expect(read([150, 170, 200, 200, 170, 150])).toEqual(['1', '1']);
  });

  it('there is no room for one where they stand as near as those of a number do', () => {
    expect(read([230, 170, 170, 230])).toEqual(['1', '1']);
  });
});

describe('left of a number', () => {
  it('a stroke too faint for ink may be a minus', () => {
    expect(read([255, 255], { grey: 190, rise: 8 })).toEqual(['-?', '1', '1']);
  });

  it('nothing is a minus that is paler than grain, or does not lie where one does', () => {
    expect(read([255, 255], { grey: 235, rise: 8 })).toEqual(['1', '1']);
    expect(read([255, 255], { grey: 190, rise: 2 })).toEqual(['1', '1']);
  });
});
