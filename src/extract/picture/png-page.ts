/** A PNG as a page. A PDF takes its pixels as they are packed, unless they are partly transparent. */
import { deflateSync, inflateSync } from 'node:zlib';
import type { PicturePage } from './picture-pdf.js';

const METRES_PER_INCH = 0.0254;
/** More bytes than this are no page; a sheet of A3 at 600 dpi in colour has 209 million. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Samples a pixel, by colour type (ISO 15948 §11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PALETTE = 3;

interface PngHeader {
  widthPx: number;
  heightPx: number;
  depth: number;
  colourType: number;
  dpi?: number;
  palette: Uint8Array;
}

/** The page of a PNG; `undefined` where it is damaged, or its rows are interlaced. */
export function pngPage(bytes: Uint8Array): PicturePage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) return undefined;
  const header: PngHeader = {
    widthPx: view.getUint32(16),
    heightPx: view.getUint32(20),
    depth: bytes[24] ?? 0,
    colourType: bytes[25] ?? 0,
    palette: new Uint8Array(),
  };
  const isInterlaced = bytes[28] !== 0;
  const samples = SAMPLES[header.colourType];
  if (isInterlaced || samples === undefined || header.widthPx * header.heightPx === 0) return undefined;
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IDAT') packed.push(data);
    if (type === 'PLTE') header.palette = data;
    if (type === 'pHYs' && data[8] === 1) header.dpi = Math.round(view.getUint32(at + 8) * METRES_PER_INCH * 10) / 10;
    at += 12 + length;
  }
  const isTransparent = header.colourType >= 4;
  const strip = isTransparent ? opaqueStrip(header, samples, packed) : packedStrip(header, samples, packed);
  const { widthPx, heightPx, dpi } = header;
  if (!strip) return undefined;
  return {
    widthPx,
    heightPx,
    ...(dpi === undefined ? {} : { dpi }),
    turnDeg: 0,
    strips: [{ firstRow: 0, rowCount: heightPx, ...strip }],
  };
}

type Pixels = Pick<PicturePage['strips'][number], 'dictionary' | 'data'>;

/** The pixels as they are: PDF knows PNG's filters as predictors (ISO 32000-2 §7.4.4.4). */
function packedStrip(
  { widthPx, depth, colourType, palette }: PngHeader,
  samples: number,
  packed: readonly Uint8Array[],
): Pixels {
  const hex = Buffer.from(palette).toString('hex');
  const indexed = `[/Indexed /DeviceRGB ${Math.max(0, palette.length / 3 - 1)} <${hex}>]`;
  const space = colourType === PALETTE ? indexed : samples === 3 ? '/DeviceRGB' : '/DeviceGray';
  return {
    dictionary:
      `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode ` +
      `/DecodeParms << /Predictor 15 /Colors ${samples} /BitsPerComponent ${depth} /Columns ${widthPx} >>`,
    data: Buffer.concat(packed),
  };
}

/** Pixels with their opacity, laid on white paper. */
function opaqueStrip(header: PngHeader, samples: number, packed: readonly Uint8Array[]): Pixels | undefined {
  const { widthPx, heightPx, depth } = header;
  if (depth !== 8) return undefined;
  const stride = widthPx * samples;
  if ((stride + 1) * heightPx > MOST_BYTES) return undefined;
  const rows = inflateSync(Buffer.concat(packed), { maxOutputLength: (stride + 1) * heightPx });
  const colours = samples - 1;
  const pixels = new Uint8Array(widthPx * heightPx * colours);
  let before = new Uint8Array(stride);
  for (let y = 0; y < heightPx; y++) {
    const at = y * (stride + 1);
    const row = unfilter(rows.subarray(at + 1, at + 1 + stride), before, rows[at] ?? 0, samples);
    for (let x = 0; x < widthPx; x++) {
      const opacity = (row[x * samples + colours] ?? 255) / 255;
      for (let c = 0; c < colours; c++)
        pixels[(y * widthPx + x) * colours + c] = 255 + opacity * ((row[x * samples + c] ?? 255) - 255);
    }
    before = row;
  }
  const space = colours === 3 ? '/DeviceRGB' : '/DeviceGray';
  return {
    dictionary: `/ColorSpace ${space} /BitsPerComponent 8 /Filter /FlateDecode`,
    data: deflateSync(pixels, { level: 1 }),
  };
}

/** Undoes the filter of a row (ISO 15948 §9). */
function unfilter(row: Uint8Array, before: Uint8Array, filter: number, step: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(row.length);
  for (let k = 0; k < row.length; k++) {
    const left = k >= step ? (out[k - step] ?? 0) : 0;
    const above = before[k] ?? 0;
    const corner = k >= step ? (before[k - step] ?? 0) : 0;
    const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
    out[k] = (row[k] ?? 0) + guess;
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
