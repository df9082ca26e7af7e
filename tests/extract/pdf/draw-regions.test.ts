import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawRegions, pictureToPdf } from '../../../src/extract/index.js';
import { greyToPng } from '../../../src/extract/pdf/grey-to-png.js';
import { toPng } from '../../corpus/scan/image-files.js';

const REPORT = await readFile('samples/reports/publishers-error-review-total.pdf');

/** The share of dark pixels of a PNG of sixteen shades, as `greyToPng` writes it. */
function darkShare(png: Uint8Array): number {
  const view = Buffer.from(png);
  const width = view.readUInt32BE(16);
  const start = view.indexOf('IDAT') + 4;
  const rows = inflateSync(view.subarray(start, start + view.readUInt32BE(start - 8)));
  const rowBytes = 1 + Math.ceil(width / 2);
  let dark = 0;
  for (const [at, byte] of rows.entries()) {
    if (at % rowBytes === 0) continue;
    dark += Number(byte >> 4 < 8) + Number((byte & 15) < 8);
  }
  return dark / (2 * rows.length);
}

describe('drawRegions', () => {
  it('draws the part of a page that is asked for, in its size', async () => {
    const [picture] = await drawRegions(REPORT, [{ pageNumber: 3, box: { x0: 50, top: 60, x1: 250, bottom: 160 } }]);
    expect(picture).toMatchObject({ pageNumber: 3, width: 300, height: 150, lacksFonts: false });
    const share = darkShare(picture?.png ?? new Uint8Array());
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.3);
  });

  it('cuts off what reaches over the page, and leaves out what is outside it', async () => {
    const regions = [
      { pageNumber: 1, box: { x0: -50, top: -50, x1: 100, bottom: 100 } },
      { pageNumber: 1, box: { x0: 5000, top: 0, x1: 5100, bottom: 100 } },
    ];
    const pictures = await drawRegions(REPORT, regions);
    expect(pictures.map(({ box }) => box)).toEqual([{ x0: 0, top: 0, x1: 100, bottom: 100 }]);
  });

  it('says where a font is not in the file', async () => {
    const bytes = await readFile('samples/reports/fonts-not-embedded.pdf');
    const [picture] = await drawRegions(bytes, [{ pageNumber: 1, box: { x0: 0, top: 0, x1: 100, bottom: 100 } }]);
    expect(picture?.lacksFonts).toBe(true);
  });

  it('draws the part of a picture that is asked for, by way of the PDF as which it is read', async () => {
    // White, with a black lower half.
    const data = Uint8Array.from({ length: 288 * 288 }, (_, at) => (at < 288 * 144 ? 255 : 0));
    const pdf = pictureToPdf(toPng({ widthPx: 288, heightPx: 288, channels: 1, data }, 144));
    const [upper, lower] = await drawRegions(pdf, [
      { pageNumber: 1, box: { x0: 0, top: 0, x1: 144, bottom: 60 } },
      { pageNumber: 1, box: { x0: 0, top: 84, x1: 144, bottom: 144 } },
    ]);
    expect(darkShare(upper?.png ?? new Uint8Array())).toBe(0);
    expect(darkShare(lower?.png ?? new Uint8Array())).toBeGreaterThan(0.8);
  });

  it('gives no picture of what is no PDF', async () => {
    const region = { pageNumber: 1, box: { x0: 0, top: 0, x1: 10, bottom: 10 } };
    expect(await drawRegions(new TextEncoder().encode('no PDF'), [region])).toEqual([]);
  });
});

it('writes two pixels a byte, and an odd one at the end of a row', () => {
  const pixels = Uint8Array.of(0, 255, 136, 9, 255, 0, 17, 9);
  const png = Buffer.from(greyToPng({ width: 3, height: 2, stride: 4, pixels }));
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const start = png.indexOf('IDAT') + 4;
  const data = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  expect([...data]).toEqual([0, 0x0f, 0x80, 0, 0xf0, 0x10]);
});
