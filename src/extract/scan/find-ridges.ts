/**
 * Finds ridges of a picture: pixels along which means over a short stretch are darker than those a little way off on both
 * sides. Both orientations are looked for row by row, which is how pictures lie in memory.
 */
import type { GreyImage } from './grey-image.js';

/** What makes a ridge, in pixels and grey levels. */
export interface RidgeLimits {
  /** Pixels on either side along the ridge that means are taken over. */
  readonly reach: number;
  /** Distance across to the paper that it is compared with. */
  readonly beside: number;
  /** Least difference of the means, and of single pixels. */
  readonly contrast: number;
  readonly pixelContrast: number;
}

/** Ridges are looked for at every second place along them, and found in pieces of this length. */
export const PIECE_PX = 2;

/** Calls back for each piece of a ridge along a row, with its first pixel; from the top, each row from the left. */
export function eachHorizontalRidge(
  image: GreyImage,
  limits: RidgeLimits,
  found: (x: number, y: number) => void,
): void {
  const { widthPx: w, heightPx: h, data } = image;
  const { beside, pixelContrast } = limits;
  const count = 2 * limits.reach + 1;
  // Sums rather than means: nothing has to be divided.
  const contrast = limits.contrast * count;
  const whitest = 255 * count - contrast;
  const span = 2 * beside + 1;
  const sums = Array.from({ length: span }, () => new Int32Array(Math.ceil(w / PIECE_PX)));
  for (let last = 0; last < h; last++) {
    const lowest = sums[last % span];
    if (lowest) sumAlongRow(data.subarray(last * w, (last + 1) * w), limits.reach, lowest);
    const y = last - beside;
    const [above, own, below] = [sums[(y - beside + span) % span], sums[(y + span) % span], lowest];
    if (y < beside || !above || !own || !below) continue;
    const off = beside * w;
    for (let k = 0, at = y * w; k < own.length; k++, at += PIECE_PX) {
      const sum = own[k] ?? 0;
      // Paper is never lighter than white.
      if (sum > whitest || (above[k] ?? 0) - sum < contrast || (below[k] ?? 0) - sum < contrast) continue;
      const least = (data[at] ?? 0) + pixelContrast;
      if ((data[at - off] ?? 0) >= least && (data[at + off] ?? 0) >= least) found(PIECE_PX * k, y);
    }
  }
}

/** For the first pixel of each piece of a row the sum of those within reach; beyond the ends stands the last one. */
function sumAlongRow(row: Uint8Array, reach: number, sums: Int32Array): void {
  const w = row.length;
  const [first, last] = [row[0] ?? 0, row[w - 1] ?? 0];
  const at = (x: number): number => (x < 0 ? first : x >= w ? last : (row[x] ?? 0));
  let sum = 0;
  for (let x = -reach; x <= reach; x++) sum += at(x);
  for (let k = 0, x = 0; k < sums.length; k++, x += PIECE_PX) {
    sums[k] = sum;
    if (x >= reach && x + reach + 2 < w)
      sum += (row[x + reach + 1] ?? 0) + (row[x + reach + 2] ?? 0) - (row[x - reach] ?? 0) - (row[x - reach + 1] ?? 0);
    else sum += at(x + reach + 1) + at(x + reach + 2) - at(x - reach) - at(x - reach + 1);
  }
}

/** Calls back for each piece of a ridge along a column, with its first pixel; by rows from the top, each from the left. */
export function eachVerticalRidge(image: GreyImage, limits: RidgeLimits, found: (x: number, y: number) => void): void {
  const { widthPx: w, heightPx: h, data } = image;
  const { reach, beside, pixelContrast } = limits;
  const count = 2 * reach + 1;
  const contrast = limits.contrast * count;
  const whitest = 255 * count - contrast;
  const row = (y: number): number => Math.min(Math.max(y, 0), h - 1) * w;
  const sums = new Int32Array(w);
  for (let y = -reach - PIECE_PX; y <= reach - PIECE_PX; y++)
    for (let x = 0, at = row(y); x < w; x++, at++) sums[x] = (sums[x] ?? 0) + (data[at] ?? 0);
  for (let y = 0; y < h; y += PIECE_PX) {
    const from = y * w;
    let [nextA, nextB, pastA, pastB] = [row(y + reach - 1), row(y + reach), row(y - reach - 2), row(y - reach - 1)];
    for (let x = 0; x < Math.min(2 * beside, w); x++)
      sums[x] =
        (sums[x] ?? 0) + (data[nextA++] ?? 0) + (data[nextB++] ?? 0) - (data[pastA++] ?? 0) - (data[pastB++] ?? 0);
    // Sums are moved on to the right of what is looked at, so that they are gone through once.
    for (let left = 0, x = beside, right = 2 * beside; right < w; left++, x++, right++) {
      const own =
        (sums[right] ?? 0) + (data[nextA++] ?? 0) + (data[nextB++] ?? 0) - (data[pastA++] ?? 0) - (data[pastB++] ?? 0);
      sums[right] = own;
      const sum = sums[x] ?? 0;
      if (sum > whitest || own - sum < contrast || (sums[left] ?? 0) - sum < contrast) continue;
      const least = (data[from + x] ?? 0) + pixelContrast;
      if ((data[from + left] ?? 0) >= least && (data[from + right] ?? 0) >= least) found(x, y);
    }
  }
}
