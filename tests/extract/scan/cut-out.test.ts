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
