import { describe, expect, it } from 'vitest';
import { findRules } from '../../../src/extract/scan/find-rules.js';
import type { GreyImage } from '../../../src/extract/scan/grey-image.js';
import { drawGrid, fill, paper } from './drawn-page.js';

const XS = [40, 100, 160, 220];
const YS = [50, 70, 90];

function positions(image: GreyImage, orientation: 'horizontal' | 'vertical'): readonly number[] {
  return findRules(image)
    .filter((ruling) => ruling.orientation === orientation)
    .map(({ position }) => position)
    .sort((a, b) => a - b);
}

function expectGrid(image: GreyImage): void {
  const [xs, ys] = [positions(image, 'vertical'), positions(image, 'horizontal')];
  expect(xs).toHaveLength(XS.length);
  expect(ys).toHaveLength(YS.length);
  XS.forEach((x, k) => {
    expect(Math.abs((xs[k] ?? 0) - x)).toBeLessThan(1);
  });
  YS.forEach((y, k) => {
    expect(Math.abs((ys[k] ?? 0) - y)).toBeLessThan(1);
  });
}

describe('rules on pixels', () => {
  it.each([100, 150, 200, 300])('are found where they are drawn, at %d dpi', (dpi) => {
    const image = paper(260, 140, dpi);
    drawGrid(image, XS, YS);
    expectGrid(image);
  });

  it('are not the rim of a stamp from one rule to the next, which is pale', () => {
    const image = paper(260, 140);
    drawGrid(image, XS, YS);
    fill(image, [100, 60, 160, 60.7], 210);
    expectGrid(image);
  });

  it('may be short and lie between two pixels, with half of their ink in each', () => {
    const image = paper(260, 140, 100);
    drawGrid(image, [40, 220], [50, 90]);
    for (const x of [100, 160]) fill(image, [x, 50, x + 1.44, 90], 190);
    const inner = findRules(image)
      .filter(({ orientation }) => orientation === 'vertical')
      .slice(1, -1);
    expect(inner.map(({ position }) => Math.round(position))).toEqual([101, 161]);
  });

  it('end at a rule across where only strokes of characters run on behind it', () => {
    const image = paper(260, 240);
    drawGrid(image, [40, 220], [50, 90, 200]);
    fill(image, [100, 90, 100.7, 200]);
    for (const y of [70, 76, 82]) fill(image, [100, y, 100.7, y + 5], 150);
    const inner = findRules(image).find(({ position }) => Math.abs(position - 100) < 1);
    expect(Math.abs((inner?.start ?? 0) - 90)).toBeLessThan(1);
  });

  it('end at the heading of their row though characters of a label above stand in their line', () => {
    const image = paper(260, 300);
    drawGrid(image, [40, 220], [50, 82, 100, 280]);
    fill(image, [100, 82, 100.7, 280]);
    // Two lines of a label, each with an upright stroke there, and what stands beside it.
    for (const y of [54, 68]) for (const x of [93, 100, 107]) fill(image, [x, y, x + 0.7, y + 10]);
    const inner = findRules(image).find(
      ({ orientation, position }) => orientation === 'vertical' && Math.abs(position - 100) < 1,
    );
    expect(Math.abs((inner?.start ?? 0) - 82)).toBeLessThan(1);
  });

  it('are not seen in the lines of text below a table', () => {
    const image = paper(260, 260);
    drawGrid(image, XS, YS);
    for (let y = 96; y < 170; y += 13) fill(image, [100, y, 100.7, y + 10]);
    for (let x = 100; x < 170; x += 11) fill(image, [x, 98, x + 8, 98.7]);
    const below = findRules(image).filter(
      ({ orientation, end, position }) => (orientation === 'vertical' ? end : position) > 92,
    );
    expect(below).toEqual([]);
  });

  it('are found where all inner ones are dashed, down to an edge that is not drawn', () => {
    const image = paper(260, 300);
    fill(image, [40, 50, 220, 50.7]);
    for (const x of [40, 220]) fill(image, [x, 50, x + 0.7, 260]);
    for (const x of [100, 160]) for (let y = 50; y < 258; y += 4) fill(image, [x, y, x + 0.7, y + 3]);
    expect(positions(image, 'vertical').map(Math.round)).toEqual([40, 100, 160, 220]);
  });

  it('are found where they are faint, and broken', () => {
    const image = paper(260, 140);
    drawGrid(image, XS, YS, 215);
    fill(image, [60, 49, 62, 72], 255);
    fill(image, [99, 60, 102, 62], 255);
    expectGrid(image);
  });

  it('are found under a shadow that darkens half of the page', () => {
    const image = paper(260, 140);
    drawGrid(image, XS, YS);
    image.data.forEach((value, at) => {
      if (at % image.widthPx > image.widthPx / 2) image.data[at] = Math.min(value, 140);
    });
    expectGrid(image);
  });

  // 12 strokes of 7 points, 4 points apart, at the height of a line of text.
  it('are not seen in the strokes of a line of text', () => {
    const image = paper(260, 140);
    for (let k = 0; k < 12; k++) {
      fill(image, [40 + k * 11, 100, 47 + k * 11, 101]);
      fill(image, [40 + k * 11, 104, 47 + k * 11, 105]);
      fill(image, [43 + k * 11, 97, 44 + k * 11, 107]);
    }
    expect(findRules(image)).toEqual([]);
  });

  it('are not the edges of a dark area', () => {
    const image = paper(260, 140);
    fill(image, [0, 0, 30, 140], 20);
    expect(findRules(image)).toEqual([]);
  });

  it('end where they end, though a stroke stands on in their line', () => {
    const image = paper(260, 140);
    drawGrid(image, XS, YS);
    fill(image, [160, 96, 160.7, 106]);
    const ends = findRules(image)
      .filter(({ orientation, position }) => orientation === 'vertical' && Math.abs(position - 160) < 1)
      .map(({ end }) => Math.round(end));
    expect(ends).toEqual([90]);
  });

  it('reach to the next rule across where a digit stands beside their end', () => {
    const image = paper(200, 200, 200);
    drawGrid(image, [40, 100, 160], [60, 80, 140]);
    // Its stroke is where the paper beside the rule is looked for.
    fill(image, [102.6, 67, 104.4, 74]);
    const middle = findRules(image).find(
      ({ orientation, position }) => orientation === 'vertical' && Math.abs(position - 100) < 2,
    );
    expect(middle?.start).toBeLessThan(62);
  });
});
