import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PdfReadings, pictureToPdf } from '../../../src/extract/index.js';
import { toPng, toTiff } from '../../corpus/scan/image-files.js';
import type { Raster } from '../../corpus/scan/raster.js';

/** Every pixel its own grey. */
function gradient(widthPx: number, heightPx: number): Raster {
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, k) => (k * 7) % 251);
  return { widthPx, heightPx, channels: 1, data };
}

async function drawn(bytes: Uint8Array, pageNumber = 1) {
  const readings = new PdfReadings(pictureToPdf(bytes));
  try {
    return await readings.draw(pageNumber);
  } finally {
    await readings.close();
  }
}

describe('a file of pictures', () => {
  it('that is a PNG comes through pixel by pixel, with its resolution', async () => {
    const raster = gradient(310, 220);
    const page = await drawn(toPng(raster, 200));
    expect(page).toMatchObject({ widthPx: 310, heightPx: 220 });
    expect(page.dpi).toBeCloseTo(200, 0);
    expect(Buffer.compare(page.data, raster.data)).toBe(0);
  });

  it('that is a TIFF comes through page by page', async () => {
    const pages = [gradient(310, 220), gradient(220, 310)];
    const file = toTiff(pages, 200, 8);
    expect(Buffer.compare((await drawn(file, 1)).data, pages[0]?.data ?? new Uint8Array())).toBe(0);
    expect(await drawn(file, 2)).toMatchObject({ widthPx: 220, heightPx: 310 });
  });

  it('that is a TIFF of one bit is black where the picture is dark', async () => {
    const raster = gradient(310, 220);
    const { data } = await drawn(toTiff([raster], 200, 1));
    const wrong = data.filter((value, at) => value < 128 !== (raster.data[at] ?? 0) < 128).length;
    expect(wrong).toBe(0);
  });

  it('without a resolution is taken for a sheet of A4', async () => {
    const page = await drawn(toPng(gradient(1240, 1754), 72));
    expect(Math.round(page.dpi)).toBe(150);
  });

  it('whose PNG is partly transparent is laid on white paper', async () => {
    const png = Buffer.from(toPng(gradient(4, 2), 150));
    // Colour type 4: grey with opacity; one black pixel wholly there, the others not at all.
    const rows = Buffer.from([0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const packed = deflateSync(rows);
    const at = png.indexOf('IDAT');
    png[25] = 4;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(packed.length);
    const file = Buffer.concat([
      png.subarray(0, at - 4),
      length,
      Buffer.from('IDAT'),
      packed,
      Buffer.alloc(4),
      png.subarray(-12),
    ]);
    const { data, dpi } = await drawn(file);
    expect(dpi).toBeGreaterThan(100);
    expect([data[0], data.at(-1)]).toEqual([0, 255]);
  });

  it.each([
    ['cut off', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['no picture that is read', Buffer.from('GIF89a........................')],
    ['a TIFF that points beyond its end', Uint8Array.of(0x49, 0x49, 42, 0, 255, 255, 0, 0)],
  ])('that is %s is refused with advice', (_, bytes) => {
    expect(() => pictureToPdf(bytes)).toThrow(expect.objectContaining({ code: 'image' }) as Error);
  });
});
