import { expect, it } from 'vitest';
import type { PixelBox } from '../../../../src/extract/scan/grey-image.js';
import type { Cutting } from '../../../../src/extract/scan/recognise/recogniser.js';
import { findTextLines } from '../../../../src/extract/scan/recognise/text-lines.js';
import { fill, paper } from '../drawn-page.js';

/** A cutting with blocks of ink of a size in points, side by side, in lines. */
function cutting(id: string, size: number, lines: number, pitch: number): Cutting {
  const image = paper(160, lines * pitch + 10, 150);
  for (let line = 0; line < lines; line++)
    for (let k = 0; k < 6; k++)
      fill(image, [5 + k * 1.2 * size, 5 + line * pitch, 5 + k * 1.2 * size + size, 5 + line * pitch + size]);
  return { id, image, ink: Uint8Array.from(image.data, (grey) => (grey === 0 ? 1 : 0)) };
}

it('a title in large print is one line, among labels a third of its size', () => {
  const cuttings = [cutting('title', 22, 1, 30), ...['a', 'b', 'c'].map((id) => cutting(id, 8, 2, 14))];
  const heights = findTextLines(cuttings)
    .filter((line) => line.cutting === 0)
    .map(({ box }: { box: PixelBox }) => Math.round(((box.y1 - box.y0) * 72) / 150));
  expect(heights).toEqual([22]);
});

it('a stop alone in its line is no line', () => {
  const image = paper(40, 80, 150);
  for (const y of [5, 33, 47]) fill(image, [10, y, 20, y + 10]);
  fill(image, [10, 24, 13, 27]);
  const ink = Uint8Array.from(image.data, (grey) => (grey === 0 ? 1 : 0));
  expect(findTextLines([{ id: 'downwards', image, ink }])).toHaveLength(3);
});

it('an upright rule beside a label, which was not found, makes no second line of it', () => {
  const one = cutting('label', 8, 1, 16);
  fill(one.image, [1, 0, 1.6, 15]);
  const ink = Uint8Array.from(one.image.data, (grey) => (grey === 0 ? 1 : 0));
  const [line, ...others] = findTextLines([{ ...one, ink }, cutting('other', 8, 2, 14)]).filter(
    (each) => each.cutting === 0,
  );
  expect(others).toEqual([]);
  expect(line?.box.x0).toBeGreaterThan(5);
});
