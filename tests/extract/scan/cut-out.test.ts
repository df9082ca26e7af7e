import { expect, it } from 'vitest';
import { cutCell } from '../../../src/extract/scan/cut-out.js';
import { toInk } from '../../../src/extract/scan/to-ink.js';
import { drawGrid, fill, paper } from './drawn-page.js';

it('a cell keeps a 1 that stands next to its rule', () => {
  const image = paper(120, 80, 200);
  drawGrid(image, [20, 90], [20, 40]);
  fill(image, [22, 25, 22.8, 35]);
  const { cutting, box } = cutCell({ image, ink: toInk(image) }, { x0: 20, top: 20, x1: 90, bottom: 40 }, 'low');
  expect((box.x0 * 72) / 200).toBeLessThan(22);
  expect(cutting.ink.some((pixel) => pixel === 1)).toBe(true);
});

it('a cell loses what an askew rule leaves at its lower edge, and is not cut for it', () => {
  const image = paper(120, 80, 200);
  drawGrid(image, [20, 90], [20, 40]);
  fill(image, [30, 25, 34, 34]);
  const cut = () => cutCell({ image, ink: toInk(image) }, { x0: 20, top: 20, x1: 90, bottom: 40 }, 'cell');
  const clean = cut();
  fill(image, [60, 38.4, 80, 40]);
  const { cutting, box, isCut } = cut();
  expect(isCut).toBe(false);
  expect(box).toEqual(clean.box);
  expect(cutting.ink).toEqual(clean.cutting.ink);
});

it('a cell keeps a stroke that runs on into its edge, and is cut', () => {
  const image = paper(120, 80, 200);
  drawGrid(image, [20, 90], [20, 40]);
  fill(image, [30, 25, 34, 40]);
  const { cutting, isCut } = cutCell({ image, ink: toInk(image) }, { x0: 20, top: 20, x1: 90, bottom: 40 }, 'cell');
  expect(isCut).toBe(true);
  expect(cutting.ink.some((pixel) => pixel === 1)).toBe(true);
});

it('a cell loses what rules leave in its corner and beside its print, and is not cut for it', () => {
  const image = paper(120, 80, 200);
  fill(image, [50, 27, 54, 34]);
  const cut = () => cutCell({ image, ink: toInk(image) }, { x0: 20, top: 20, x1: 90, bottom: 40 }, 'cell');
  const clean = cut();
  fill(image, [20, 38.6, 21.4, 40]);
  fill(image, [89, 20, 90, 25]);
  const { isCut, cutting } = cut();
  expect(isCut).toBe(false);
  expect(cutting.ink).toEqual(clean.cutting.ink);
});

it('a cell is cut where a stroke stands at its side beside its print', () => {
  const image = paper(120, 80, 200);
  fill(image, [50, 27, 54, 34]);
  fill(image, [89, 28, 90, 33]);
  expect(cutCell({ image, ink: toInk(image) }, { x0: 20, top: 20, x1: 90, bottom: 40 }, 'cell').isCut).toBe(true);
});

it('a lone stroke at the side of a cell with a speck stays', () => {
  const image = paper(120, 80, 200);
  fill(image, [20, 26, 21, 33]);
  fill(image, [50, 36, 51.2, 37.2]);
  expect(cutCell({ image, ink: toInk(image) }, { x0: 20, top: 20, x1: 90, bottom: 40 }, 'cell').isCut).toBe(true);
});
