// Pages as pixels. 8 bits a channel, 0 is black; rows from the top, no padding.

/** A picture, grey or red-green-blue. */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** Paper. */
export function blankRaster(widthPx: number, heightPx: number, channels: 1 | 3): Raster {
  return { widthPx, heightPx, channels, data: new Uint8Array(widthPx * heightPx * channels).fill(255) };
}

/** The same picture in three channels. */
export function toColour(raster: Raster): Raster {
  if (raster.channels === 3) return raster;
  const data = new Uint8Array(raster.data.length * 3);
  raster.data.forEach((value, k) => data.fill(value, k * 3, k * 3 + 3));
  return { ...raster, channels: 3, data };
}

/** Copies a picture into another, cut at its edges. */
export function paste(onto: Raster, from: Raster, leftPx: number, topPx: number): void {
  const { channels } = onto;
  const source = channels === 3 ? toColour(from) : from;
  const width = Math.min(source.widthPx, onto.widthPx - leftPx);
  for (let y = 0; y < source.heightPx && y + topPx < onto.heightPx; y++) {
    const row = source.data.subarray(y * source.widthPx * channels, (y * source.widthPx + width) * channels);
    onto.data.set(row, ((y + topPx) * onto.widthPx + leftPx) * channels);
  }
}

/** Pages below each other, as a long screenshot has them. */
export function stack(pages: readonly Raster[]): Raster {
  const widthPx = Math.max(...pages.map((page) => page.widthPx));
  const channels = pages.some((page) => page.channels === 3) ? 3 : 1;
  const whole = blankRaster(
    widthPx,
    pages.reduce((sum, page) => sum + page.heightPx, 0),
    channels,
  );
  let top = 0;
  for (const page of pages) {
    paste(whole, page, 0, top);
    top += page.heightPx;
  }
  return whole;
}

/** Two pages side by side on every sheet. */
export function twoUp(pages: readonly Raster[]): readonly Raster[] {
  const sheets: Raster[] = [];
  for (let k = 0; k < pages.length; k += 2) {
    const [left, right] = [pages[k], pages[k + 1]];
    if (left === undefined) break;
    const sheet = blankRaster(left.widthPx * 2, left.heightPx, left.channels);
    paste(sheet, left, 0, 0);
    if (right !== undefined) paste(sheet, right, left.widthPx, 0);
    sheets.push(sheet);
  }
  return sheets;
}

/** A picture turned by quarters, clockwise. */
export function turnQuarter(raster: Raster, quarters: 1 | 2 | 3): Raster {
  const { widthPx: w, heightPx: h, channels } = raster;
  const [widthPx, heightPx] = quarters === 2 ? [w, h] : [h, w];
  const data = new Uint8Array(raster.data.length);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [tx, ty] = quarters === 1 ? [h - 1 - y, x] : quarters === 2 ? [w - 1 - x, h - 1 - y] : [y, w - 1 - x];
      for (let c = 0; c < channels; c++)
        data[(ty * widthPx + tx) * channels + c] = raster.data[(y * w + x) * channels + c] ?? 255;
    }
  return { widthPx, heightPx, channels, data };
}

/** One bit a pixel, 1 is white, rows padded to whole bytes: dark where the value is below the threshold. */
export function toBits(raster: Raster, threshold: number): Uint8Array {
  const stride = Math.ceil(raster.widthPx / 8);
  const bits = new Uint8Array(stride * raster.heightPx);
  for (let y = 0; y < raster.heightPx; y++)
    for (let x = 0; x < raster.widthPx; x++)
      if ((raster.data[(y * raster.widthPx + x) * raster.channels] ?? 255) >= threshold) {
        const at = y * stride + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      }
  return bits;
}
