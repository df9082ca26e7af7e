import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.js';
import { jpegPage, picturePage, toPicturePdf, toPng, toTiff } from './image-files.js';
import { SCAN_STYLES, degradePage, makeScan, type ScanStyle, type ScanStyleName } from './make-scan.js';
import { drawPages, hasPoppler, readPgm, toJpeg } from './poppler.js';
import { stack, toBits, turnQuarter, twoUp, type Raster } from './raster.js';

/** A small page: paper, one ruling across, one block of ink. */
function page(widthPx = 90, heightPx = 120): Raster {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  data.fill(0, widthPx * 30, widthPx * 31);
  for (let y = 60; y < 70; y++) data.fill(20, y * widthPx + 20, y * widthPx + 30);
  return { widthPx, heightPx, channels: 1, data };
}

const grey = (raster: Raster, x: number, y: number): number =>
  raster.data[(y * raster.widthPx + x) * raster.channels] ?? -1;

describe.each(Object.entries(SCAN_STYLES) as [ScanStyleName, ScanStyle][])('the scan style %s', (_, style) => {
  it('spoils a page in the same way for the same seed', () => {
    const [one, other] = [1, 2].map(() => degradePage(page(), style, 2, createRandom(3, 'scan')));
    expect(one?.data).toEqual(other?.data);
    expect((one?.widthPx ?? 0) * (one?.heightPx ?? 0) * (one?.channels ?? 0)).toBe(one?.data.length);
  });
});

describe('pictures', () => {
  it('are put below each other, and two on a sheet', () => {
    expect(stack([page(), page(80, 50)])).toMatchObject({ widthPx: 90, heightPx: 170 });
    const [sheet, last] = twoUp([page(), page(), page()]);
    expect(sheet).toMatchObject({ widthPx: 180, heightPx: 120 });
    expect(grey(sheet ?? page(), 90 + 25, 65)).toBe(20);
    expect(grey(last ?? page(), 90 + 25, 65)).toBe(255);
  });

  it('are turned by quarters, and four quarters are none', () => {
    expect(turnQuarter(turnQuarter(page(), 1), 3).data).toEqual(page().data);
    expect(grey(turnQuarter(page(), 2), 89 - 25, 119 - 65)).toBe(20);
    expect(turnQuarter(page(), 1)).toMatchObject({ widthPx: 120, heightPx: 90 });
  });

  it('pack eight pixels into a byte, rows padded', () => {
    const bits = toBits(
      { widthPx: 10, heightPx: 1, channels: 1, data: Uint8Array.of(0, 255, 0, 0, 0, 0, 0, 255, 255, 0) },
      128,
    );
    expect([...bits]).toEqual([0b01000001, 0b10000000]);
  });
});

describe('picture files', () => {
  it('are PNGs with their size in the header and every pixel in the data', () => {
    const png = Buffer.from(toPng(page(), 150));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([90, 120]);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    expect(rows.subarray(1, 91)).toEqual(Buffer.from(page().data.subarray(0, 90)));
  });

  it.each([1, 8] as const)('are TIFFs of %i bits with a directory for every page', (bits) => {
    const tiff = Buffer.from(toTiff([page(), page(40, 50)], 200, bits));
    expect(tiff.toString('latin1', 0, 4)).toBe('II*\0');
    const sizes: number[][] = [];
    for (let at = tiff.readUInt32LE(4); at !== 0;) {
      const count = tiff.readUInt16LE(at);
      const entries = new Map(
        Array.from({ length: count }, (_, k) => {
          const entry = at + 2 + k * 12;
          const value =
            tiff.readUInt16LE(entry + 2) === 3 ? tiff.readUInt16LE(entry + 8) : tiff.readUInt32LE(entry + 8);
          return [tiff.readUInt16LE(entry), value];
        }),
      );
      sizes.push([entries.get(256) ?? 0, entries.get(257) ?? 0, entries.get(279) ?? 0]);
      expect((entries.get(273) ?? 0) + (entries.get(279) ?? 0)).toBeLessThanOrEqual(tiff.length);
      at = tiff.readUInt32LE(at + 2 + count * 12);
    }
    expect(sizes).toEqual(
      bits === 8
        ? [
            [90, 120, 10800],
            [40, 50, 2000],
          ]
        : [
            [90, 120, 12 * 120],
            [40, 50, 5 * 50],
          ],
    );
  });

  it('are PDFs with one picture a page', () => {
    const pdf = Buffer.from(toPicturePdf([picturePage(page(), 8), picturePage(page(), 1)], 150)).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.5/);
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(2);
    expect(pdf).toContain('/MediaBox [0 0 43.200 57.600]');
    expect(pdf).toContain('/BitsPerComponent 1');
  });

  it('reads grey pictures that follow on each other', () => {
    const one = Buffer.concat([Buffer.from('P5\n3 2\n255\n', 'latin1'), Buffer.from([1, 2, 3, 4, 5, 6])]);
    expect(readPgm(Buffer.concat([one, one])).map((raster) => [...raster.data])).toEqual([
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6],
    ]);
  });
});

describe.skipIf(!hasPoppler())('scans (skipped without pdftoppm of poppler-utils)', () => {
  const blocks = [{ kind: 'paragraph', text: '1234567890' }] as const;
  // A page of little more than an inch: what is tried here does not depend on its size.
  const pdf = toPicturePdf([picturePage(page(), 8), picturePage(page(), 8)], 72);
  const truth = { agency: '苇泽县统计局', year: 2022, layout: '', renderer: '', seed: 1, notes: '' };

  it.each(['low-jpeg', 'stamped', 'fax', 'long-picture', 'photograph', 'one-bit'] as const)(
    'makes a file of the style %s, the same twice',
    (style) => {
      const [one, other] = [1, 2].map(() =>
        makeScan({ name: 'x', blocks, truth }, pdf, style, createRandom(1, 'scan')),
      );
      expect(one?.files[0]?.bytes).toEqual(other?.files[0]?.bytes);
      expect(one?.truth).toMatchObject({ renderer: 'scan', layout: style });
    },
  );

  it('wraps a JPEG so that it is drawn as it was', () => {
    const jpeg = toJpeg(page(), 72, 90);
    const [drawn] = drawPages(toPicturePdf([jpegPage(jpeg, 90, 120)], 72), 72);
    expect(drawn).toMatchObject({ widthPx: 90, heightPx: 120 });
    expect(grey(drawn ?? page(), 25, 65)).toBeLessThan(60);
    expect(grey(drawn ?? page(), 60, 100)).toBeGreaterThan(220);
  });
});
