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

  it('are found where they are pale and worn, beside the labels that stand next to them', () => {
    const image = paper(260, 300, 200);
    const [xs, ys] = [
      [40, 120, 170, 220],
      [50, 90, 130, 170, 210, 250],
    ];
    drawGrid(image, xs, ys, 215);
    // Worn off: where a third of an edge is left, and over both ends.
    for (const y of [96, 140, 214]) fill(image, [119, y, 122, y + 24], 255);
    fill(image, [125, 129, 150, 132], 255);
    // Labels that begin at the rule, with upright strokes nearly as high as a row.
    for (let y = 54; y < 246; y += 40) for (const x of [45, 51, 123.5]) fill(image, [x, y, x + 1, y + 30]);
    const found = findRules(image);
    const spans = (orientation: 'horizontal' | 'vertical'): (readonly number[])[] =>
      found
        .filter((ruling) => ruling.orientation === orientation)
        .map(({ position, start, end }) => [position, start, end].map((value) => Math.round(value / 5) * 5))
        .sort(([a = 0], [b = 0]) => a - b);
    expect(spans('vertical')).toEqual(xs.map((x) => [x, 50, 250]));
    expect(spans('horizontal')).toEqual(ys.map((y) => [y, 40, 220]));
  });

  it('that are pale are not seen in the grain of an empty page beside them', () => {
    const image = paper(260, 300, 100);
    drawGrid(image, [40, 220], [50, 90, 130, 250], 200);
    fill(image, [120, 50, 120.7, 90], 200);
    let state = 7;
    image.data.forEach((value, at) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      image.data[at] = Math.max(0, Math.min(255, value - 12 + Math.floor((state / 2147483648) * 12)));
    });
    const inner = findRules(image).filter(({ position }) => Math.abs(position - 120) < 2);
    expect(inner.map(({ end }) => Math.round(end / 5) * 5)).toEqual([90]);
  });

  it('that are pale and end at a rule across are not taken on through print in their line', () => {
    const image = paper(260, 300, 200);
    drawGrid(image, [40, 220], [50, 90, 130, 170], 215);
    // A column below the heading, worn; and a heading whose characters stand in its line.
    for (let y = 90; y < 170; y += 8) fill(image, [120, y, 120.7, y + 6], 215);
    for (let x = 90; x < 150; x += 6) fill(image, [x, 62, x + 4, 78], 30);
    for (let x = 89; x < 150; x += 6) fill(image, [x, 61, x + 6, 79], 215);
    for (let x = 90; x < 150; x += 6) fill(image, [x, 62, x + 4, 78], 30);
    const inner = findRules(image).filter(({ position }) => Math.abs(position - 120) < 2);
    expect(inner.map(({ start, end }) => [start, end].map((value) => Math.round(value / 5) * 5))).toEqual([[90, 170]]);
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

  it('are found in a row by itself, though strokes of the text below stand in their line', () => {
    const image = paper(260, 200);
    drawGrid(image, XS, [50, 68]);
    for (let y = 77; y < 170; y += 4) fill(image, [160, y, 160.7, y + 2]);
    const ends = findRules(image)
      .filter(({ orientation, position }) => orientation === 'vertical' && Math.abs(position - 160) < 1)
      .map(({ end }) => Math.round(end));
    expect(ends).toEqual([68]);
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
