import { describe, expect, it } from 'vitest';
import { PdfReadings } from '../../../src/extract/index.js';
import { picturePage, toPicturePdf } from '../../corpus/scan/image-files.js';
import type { Raster } from '../../corpus/scan/raster.js';

/** A page of one picture: every pixel its own grey. */
function gradient(widthPx: number, heightPx: number): Raster {
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, k) => (k * 7) % 251);
  return { widthPx, heightPx, channels: 1, data };
}

async function draw(raster: Raster, dpi: number) {
  const readings = new PdfReadings(toPicturePdf([picturePage(raster, 8)], dpi));
  try {
    return await readings.draw(1);
  } finally {
    await readings.close();
  }
}

describe('a page that is one picture', () => {
  it.each([150, 200, 300])('is drawn pixel by pixel as it is, at %d dpi', async (dpi) => {
    const raster = gradient(310, 220);
    const drawn = await draw(raster, dpi);
    expect([drawn.widthPx, drawn.heightPx]).toEqual([310, 220]);
    expect(drawn.dpi).toBeCloseTo(dpi, 0);
    expect(Buffer.compare(drawn.data, raster.data)).toBe(0);
  });

  it('is drawn at half its size where it is finer than reading needs', async () => {
    expect(await draw(gradient(600, 400), 600)).toMatchObject({ widthPx: 300, heightPx: 200 });
  });

  it('keeps print under a red stamp dark, and makes the stamp pale', async () => {
    const data = new Uint8Array(100 * 100 * 3).fill(255);
    for (let k = 0; k < 5000; k++) data.set([220, 60, 55], k * 3);
    for (let k = 2000; k < 2200; k++) data.set([30, 10, 10], k * 3);
    const { data: grey } = await draw({ widthPx: 100, heightPx: 100, channels: 3, data }, 150);
    expect([grey[500], grey[9000]]).toEqual([220, 255]);
    expect(grey[2100]).toBeLessThan(40);
  });
});
