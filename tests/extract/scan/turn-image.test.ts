import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greyImage, type GreyImage } from '../../../src/extract/scan/grey-image.js';
import { reduceImage, turnByAngle } from '../../../src/extract/scan/turn-image.js';

/** Pictures of any size, in memory that begins anywhere; much of them is white. */
const pictures = fc
  .tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 17 }), fc.integer({ min: 0, max: 3 }))
  .chain(([widthPx, heightPx, offset]) =>
    fc
      .array(fc.oneof(fc.constant(255), fc.integer({ min: 0, max: 255 })), {
        minLength: widthPx * heightPx,
        maxLength: widthPx * heightPx,
      })
      .map((values) => {
        const data = new Uint8Array(offset + values.length).subarray(offset);
        data.set(values);
        return greyImage(widthPx, heightPx, 200, data);
      }),
  );

const pixel = ({ widthPx, data }: GreyImage, x: number, y: number): number => data[y * widthPx + x] ?? NaN;

describe('reduceImage', () => {
  it('gives the means of squares, whatever the size', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 2, max: 3 }), (picture, factor) => {
        const reduced = reduceImage(picture, factor);
        expect([reduced.widthPx, reduced.heightPx]).toEqual([
          Math.floor(picture.widthPx / factor),
          Math.floor(picture.heightPx / factor),
        ]);
        for (let y = 0; y < reduced.heightPx; y++)
          for (let x = 0; x < reduced.widthPx; x++) {
            let sum = 0;
            for (let v = 0; v < factor; v++)
              for (let u = 0; u < factor; u++) sum += pixel(picture, factor * x + u, factor * y + v);
            expect(Math.abs(pixel(reduced, x, y) - sum / factor ** 2)).toBeLessThanOrEqual(0.5);
          }
      }),
    );
  });
});

describe('turnByAngle', () => {
  it('gives what lies at the turned place, from the four pixels around it, and paper beyond the edges', () => {
    fc.assert(
      fc.property(pictures, fc.double({ min: -4, max: 4, noNaN: true }), (picture, angle) => {
        const { widthPx: w, heightPx: h } = picture;
        const turned = turnByAngle(picture, angle);
        const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
        for (let y = 0; y < h; y++)
          for (let x = 0; x < w; x++) {
            const sx = w / 2 + (x - w / 2) * cos + (y - h / 2) * sin;
            const sy = h / 2 - (x - w / 2) * sin + (y - h / 2) * cos;
            const [left, top] = [Math.floor(sx + 1e-3), Math.floor(sy + 1e-3)];
            const isInside = sx > 1e-3 && sy > 1e-3 && sx < w - 1.001 && sy < h - 1.001;
            if (!isInside) continue;
            const around = [0, 1].flatMap((v) => [0, 1].map((u) => pixel(picture, left + u, top + v)));
            // On the edge between four pixels and the next four, those to the left and above count, too.
            const others = [0, 1].flatMap((v) => [0, 1].map((u) => pixel(picture, left - u, top - v)));
            const all = [...around, ...others.filter((value) => !Number.isNaN(value))];
            expect(pixel(turned, x, y)).toBeGreaterThanOrEqual(Math.min(...all));
            expect(pixel(turned, x, y)).toBeLessThanOrEqual(Math.max(...all));
          }
      }),
    );
  });

  it('leaves a picture as it is at no angle, but for the edge behind which nothing is known', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const turned = turnByAngle(picture, 0);
        for (let y = 0; y < picture.heightPx - 1; y++)
          for (let x = 0; x < picture.widthPx - 1; x++) expect(pixel(turned, x, y)).toBe(pixel(picture, x, y));
      }),
    );
  });
});
