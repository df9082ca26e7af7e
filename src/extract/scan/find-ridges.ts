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

/** Calls back for each pixel of a ridge along a row, from the top, each row from the left. */
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
  const sums = Array.from({ length: span }, () => new Int32Array(w));
  for (let last = 0; last < h; last++) {
    const lowest = sums[last % span];
    if (lowest) sumAlongRow(data, last * w, limits.reach, lowest);
    const y = last - beside;
    const [above, own, below] = [sums[(y - beside + span) % span], sums[(y + span) % span], lowest];
    if (y < beside || !above || !own || !below) continue;
    const from = y * w;
    const off = beside * w;
    for (let x = 0; x < w; x++) {
      const sum = own[x] ?? 0;
      // Paper is never lighter than white.
      if (sum > whitest) continue;
      if ((above[x] ?? 0) - sum < contrast || (below[x] ?? 0) - sum < contrast) continue;
      const least = (data[from + x] ?? 0) + pixelContrast;
      if ((data[from + x - off] ?? 0) >= least && (data[from + x + off] ?? 0) >= least) found(x, y);
    }
  }
}

/** For each pixel of a row the sum of those within reach; beyond the ends stands the last one. */
function sumAlongRow(data: Uint8Array, first: number, reach: number, sums: Int32Array): void {
  const w = sums.length;
  const last = first + w - 1;
  const at = (k: number): number => data[Math.min(Math.max(k, first), last)] ?? 0;
  let sum = 0;
  for (let k = first - reach; k <= first + reach; k++) sum += at(k);
  const [inner, outer] = [Math.min(reach + 1, w), Math.max(0, w - reach - 1)];
  for (let x = 0; x < w; x++) {
    sums[x] = sum;
    if (x >= inner && x < outer) sum += (data[first + x + reach + 1] ?? 0) - (data[first + x - reach] ?? 0);
    else sum += at(first + x + reach + 1) - at(first + x - reach);
  }
}

/** Calls back for each pixel of a ridge along a column; by rows from the top, each row from the left. */
export function eachVerticalRidge(image: GreyImage, limits: RidgeLimits, found: (x: number, y: number) => void): void {
  const { widthPx: w, heightPx: h, data } = image;
  const { reach, beside, pixelContrast } = limits;
  const count = 2 * reach + 1;
  const contrast = limits.contrast * count;
  const whitest = 255 * count - contrast;
  const row = (y: number): number => Math.min(Math.max(y, 0), h - 1) * w;
  const sums = new Int32Array(w);
  for (let y = -reach; y <= reach; y++)
    for (let x = 0, at = row(y); x < w; x++, at++) sums[x] = (sums[x] ?? 0) + (data[at] ?? 0);
  for (let y = 0; y < h; y++) {
    const from = y * w;
    for (let x = beside; x < w - beside; x++) {
      const sum = sums[x] ?? 0;
      if (sum > whitest) continue;
      if ((sums[x - beside] ?? 0) - sum < contrast || (sums[x + beside] ?? 0) - sum < contrast) continue;
      const least = (data[from + x] ?? 0) + pixelContrast;
      if ((data[from + x - beside] ?? 0) >= least && (data[from + x + beside] ?? 0) >= least) found(x, y);
    }
    for (let x = 0, next = row(y + reach + 1), past = row(y - reach); x < w; x++, next++, past++)
      sums[x] = (sums[x] ?? 0) + (data[next] ?? 0) - (data[past] ?? 0);
  }
}
