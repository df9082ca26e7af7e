import { describe, expect, it } from 'vitest';
import { estimateSkew } from '../../../src/extract/scan/estimate-skew.js';
import { turnByAngle, turnByQuarters } from '../../../src/extract/scan/turn-image.js';
import { drawGrid, fill, paper } from './drawn-page.js';

function page() {
  const image = paper(400, 300);
  drawGrid(image, [40, 120, 200, 280, 360], [50, 70, 90, 110, 130]);
  for (let line = 0; line < 6; line++)
    for (let k = 0; k < 25; k++) fill(image, [40 + k * 12, 160 + line * 20, 49 + k * 12, 169 + line * 20]);
  return image;
}

describe('skew', () => {
  it.each([-2.5, -0.6, 0.31, 1.7])('of %d degrees is measured to a twentieth', (angle) => {
    expect(estimateSkew(turnByAngle(page(), angle))).toBeCloseTo(angle, 1);
  });

  it('is none on a page that lies straight, and on an empty one', () => {
    expect(Math.abs(estimateSkew(page()))).toBeLessThan(0.02);
    expect(estimateSkew(paper(400, 300))).toBe(0);
  });
});

describe('pictures', () => {
  it('are the same after four quarters, and after two and two', () => {
    const image = page();
    expect(Buffer.compare(turnByQuarters(turnByQuarters(image, 1), 3).data, image.data)).toBe(0);
    expect(Buffer.compare(turnByQuarters(turnByQuarters(image, 2), 2).data, image.data)).toBe(0);
  });

  it('turned a quarter clockwise have their left edge on top', () => {
    const image = paper(72, 36, 72);
    image.data[5 * 72] = 9;
    const turned = turnByQuarters(image, 1);
    expect([turned.widthPx, turned.heightPx]).toEqual([36, 72]);
    expect(turned.data[36 - 1 - 5]).toBe(9);
  });
});
