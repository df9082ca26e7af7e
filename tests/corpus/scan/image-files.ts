// Pictures as files: PNG, TIFF, and PDFs that hold nothing but pictures. Written from their specifications, so that the
// same pixels give the same bytes.
import { deflateSync } from 'node:zlib';
import { crc32 } from '../crc32.js';
import { writePdf, type PdfObject } from '../raw-file.js';
import { toBits, type Raster } from './raster.js';

/** Below this a pixel of a one-bit picture is black. */
const MIDDLE = 128;

const METRES_PER_INCH = 0.0254;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG (ISO 15948), rows unfiltered. */
export function toPng(raster: Raster, dpi: number): Uint8Array {
  const stride = raster.widthPx * raster.channels;
  const rows = Buffer.alloc((stride + 1) * raster.heightPx);
  for (let y = 0; y < raster.heightPx; y++)
    rows.set(raster.data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(raster.widthPx, 0);
  header.writeUInt32BE(raster.heightPx, 4);
  header.set([8, raster.channels === 1 ? 0 : 2, 0, 0, 0], 8);
  const density = Buffer.alloc(9);
  density.writeUInt32BE(Math.round(dpi / METRES_PER_INCH), 0);
  density.writeUInt32BE(Math.round(dpi / METRES_PER_INCH), 4);
  density.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('pHYs', density),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A TIFF 6.0 of one or more pages, not compressed: 8 bits a channel, or one bit a pixel. */
export function toTiff(pages: readonly Raster[], dpi: number, bits: 1 | 8): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('II*\0', 'latin1')];
  let length = 8;
  let link = Buffer.alloc(4);
  parts.push(link);
  for (const page of pages) {
    const channels = bits === 1 ? 1 : page.channels;
    const pixels = bits === 1 ? toBits(page, MIDDLE) : page.data;
    const padded = pixels.length % 2 === 0 ? pixels : Buffer.concat([pixels, Buffer.alloc(1)]);
    const pixelsAt = length;
    // Behind the pixels: the resolution as a ratio, and the depths of three channels, which do not fit into an entry.
    const extra = Buffer.alloc(16);
    extra.writeUInt32LE(dpi, 0);
    extra.writeUInt32LE(1, 4);
    [8, 8, 8].forEach((depth, k) => extra.writeUInt16LE(depth, 8 + 2 * k));
    const extraAt = pixelsAt + padded.length;
    const directoryAt = extraAt + extra.length;
    const [short, long, ratio] = [3, 4, 5];
    const entries: readonly (readonly [number, number, number, number])[] = [
      [256, long, 1, page.widthPx],
      [257, long, 1, page.heightPx],
      channels === 3 ? [258, short, 3, extraAt + 8] : [258, short, 1, bits],
      [259, short, 1, 1],
      [262, short, 1, channels === 3 ? 2 : 1],
      [273, long, 1, pixelsAt],
      [277, short, 1, channels],
      [278, long, 1, page.heightPx],
      [279, long, 1, pixels.length],
      [282, ratio, 1, extraAt],
      [283, ratio, 1, extraAt],
      [296, short, 1, 2],
    ];
    const directory = Buffer.alloc(2 + entries.length * 12);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, count, value], k) => {
      directory.writeUInt16LE(tag, 2 + k * 12);
      directory.writeUInt16LE(type, 4 + k * 12);
      directory.writeUInt32LE(count, 6 + k * 12);
      directory.writeUInt32LE(value, 10 + k * 12);
    });
    link.writeUInt32LE(directoryAt, 0);
    link = Buffer.alloc(4);
    parts.push(padded, extra, directory, link);
    length = directoryAt + directory.length + 4;
  }
  return Buffer.concat(parts);
}

/** A page of a PDF that is one picture: pixels, or a JPEG as it is. */
export interface PicturePage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
  readonly content: { readonly pixels: Uint8Array; readonly bits: 1 | 8 } | { readonly jpeg: Uint8Array };
}

/** The page of a raster. */
export function picturePage(raster: Raster, bits: 1 | 8): PicturePage {
  const { widthPx, heightPx, channels } = raster;
  const pixels = bits === 1 ? toBits(raster, MIDDLE) : raster.data;
  return { widthPx, heightPx, channels: bits === 1 ? 1 : channels, content: { pixels, bits } };
}

/** How many components a JPEG has, from its frame header (ITU-T T.81, B.2.2): grey pictures may come with three. */
function componentsOf(jpeg: Uint8Array): 1 | 3 {
  for (let at = 2; at + 9 < jpeg.length;) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return jpeg[at + 9] === 1 ? 1 : 3;
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
  }
  throw new Error('a JPEG without a frame header');
}

/** The page of a picture that is a JPEG already. */
export function jpegPage(jpeg: Uint8Array, widthPx: number, heightPx: number): PicturePage {
  return { widthPx, heightPx, channels: componentsOf(jpeg), content: { jpeg } };
}

/** A PDF whose pages are pictures and nothing else. */
export function toPicturePdf(pages: readonly PicturePage[], dpi: number): Uint8Array {
  const first = 3;
  const kids = pages.map((_, k) => `${first + k * 3} 0 R`).join(' ');
  const objects: PdfObject[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
  ];
  pages.forEach((page, k) => {
    const [width, height] = [page.widthPx, page.heightPx].map((pixels) => ((pixels * 72) / dpi).toFixed(3));
    const own = first + k * 3;
    const { content } = page;
    const depth = 'jpeg' in content ? 8 : content.bits;
    const filter = 'jpeg' in content ? ' /Filter /DCTDecode' : '';
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${own + 1} 0 R /Resources << /XObject << /Im0 ${own + 2} 0 R >> >> >>`,
      { dictionary: '', data: Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /Im0 Do Q`, 'latin1'), compressed: false },
      {
        dictionary: `/Type /XObject /Subtype /Image /Width ${page.widthPx} /Height ${page.heightPx} /ColorSpace /${page.channels === 3 ? 'DeviceRGB' : 'DeviceGray'} /BitsPerComponent ${depth}${filter}`,
        data: 'jpeg' in content ? content.jpeg : content.pixels,
        compressed: !('jpeg' in content),
      },
    );
  });
  return writePdf(objects, {});
}
