import { describe, expect, it } from 'vitest';
import { PdfReadings } from '../../../src/extract/index.js';
import { picturePage, toPicturePdf } from '../../corpus/scan/image-files.js';
import type { Raster } from '../../corpus/scan/raster.js';
import { rawPdf } from './raw-pdf.js';

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

  it.each([
    ['turns it over', '0.48 0 0 -0.48 0 48', '', 198],
    ['masks it', '0.48 0 0 0.48 0 0', ' /SMask @mask', 255],
  ])('is not taken from the file where the page %s', async (_, scale, mask, first) => {
    const [a, b, c, d, e, f] = scale.split(' ').map(Number);
    const grey = '/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8';
    const rows = Array.from({ length: 100 }, (__, y) => String.fromCharCode(2 * y).repeat(100)).join('');
    const bytes = rawPdf(
      [
        {
          content: `q ${[a, b, c, d].map((x = 0) => x * 100).join(' ')} ${e} ${f} cm /Im Do Q`,
          mediaBox: [0, 0, 48, 48],
          resources: '/XObject << /Im @picture >>',
        },
      ],
      {
        picture: { dictionary: grey + mask, stream: rows },
        mask: { dictionary: grey, stream: '\0'.repeat(5000) + '\xff'.repeat(5000) },
      },
    );
    const readings = new PdfReadings(bytes);
    const drawn = await readings.draw(1);
    await readings.close();
    expect(drawn).toMatchObject({ widthPx: 100, heightPx: 100 });
    expect(drawn.data[0]).toBe(first);
  });

  it('keeps its rows where rounding makes the page a row lower', async () => {
    const drawn = await draw(gradient(2480, 3509), 300);
    expect([drawn.widthPx, drawn.heightPx]).toEqual([2480, 3509]);
    expect(Buffer.compare(drawn.data, gradient(2480, 3509).data)).toBe(0);
  });
});
