/**
 * A TIFF as pages, one for each of its directories (TIFF 6.0; fax and JPEG as in its technical notes). Strips are handed on
 * as they are packed: PDF has the same filters.
 */
import { jpegComponents } from './jpeg-page.js';
import type { PicturePage, Strip } from './picture-pdf.js';

/** More directories than this are a loop or a bomb. */
const MOST_PAGES = 2000;
const TAGS = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  byteCounts: 279,
  resolution: 282,
  planar: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  colours: 320,
  tiles: 322,
  jpegTables: 347,
} as const;
/** Bytes a value, by type: byte, text, short, long, ratio. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const WHITE_IS_ZERO = 0;
const PALETTE = 3;
const TURNS: Readonly<Record<number, 0 | 90 | 180 | 270>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
const CENTIMETRES_PER_INCH = 2.54;

type Tag = keyof typeof TAGS;
type Directory = (tag: Tag) => readonly number[];

/** The pages of a TIFF; `undefined` where it is damaged, or of a make that scanners do not use (tiles, planes, 16 bits). */
export function tiffPages(bytes: Uint8Array): readonly PicturePage[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  if (bytes.length < 8 || view.getUint16(2, isLittle) !== 42) return undefined;
  const pages: PicturePage[] = [];
  for (let at = view.getUint32(4, isLittle); at !== 0;) {
    if (at + 2 > bytes.length || pages.length >= MOST_PAGES) return undefined;
    const count = view.getUint16(at, isLittle);
    const next = at + 2 + 12 * count;
    if (next > bytes.length) return undefined;
    const page = toPage(bytes, readDirectory(view, at, isLittle));
    if (!page) return undefined;
    pages.push(page);
    at = next + 4 <= bytes.length ? view.getUint32(next, isLittle) : 0;
  }
  return pages.length > 0 ? pages : undefined;
}

function readDirectory(view: DataView, at: number, isLittle: boolean): Directory {
  const values = new Map<number, readonly number[]>();
  const count = view.getUint16(at, isLittle);
  for (let k = 0; k < count; k++) {
    const entry = at + 2 + 12 * k;
    const type = view.getUint16(entry + 2, isLittle);
    const size = SIZES[type];
    const length = view.getUint32(entry + 4, isLittle);
    if (size === undefined || length > view.byteLength) continue;
    const from = size * length <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
    if (from + size * length > view.byteLength) continue;
    values.set(
      view.getUint16(entry, isLittle),
      Array.from({ length }, (_, n) => readValue(view, { at: from + n * size, type, isLittle })),
    );
  }
  return (tag) => values.get(TAGS[tag]) ?? [];
}

function readValue(view: DataView, { at, type, isLittle }: { at: number; type: number; isLittle: boolean }): number {
  switch (type) {
    case 3:
      return view.getUint16(at, isLittle);
    case 4:
      return view.getUint32(at, isLittle);
    case 5:
      return view.getUint32(at, isLittle) / Math.max(1, view.getUint32(at + 4, isLittle));
    default:
      return view.getUint8(at);
  }
}

function toPage(bytes: Uint8Array, directory: Directory): PicturePage | undefined {
  const [widthPx = 0] = directory('width');
  const [heightPx = 0] = directory('height');
  const [rows = heightPx] = directory('rowsPerStrip');
  const [bits = 1] = directory('bits');
  const [samples = 1] = directory('samples');
  const isUsual = directory('tiles').length === 0 && (directory('planar')[0] ?? 1) === 1;
  if (!isUsual || widthPx * heightPx === 0 || ![1, 4, 8].includes(bits) || ![1, 3].includes(samples)) return undefined;
  const counts = directory('byteCounts');
  const strips: Strip[] = [];
  for (const [k, offset] of directory('offsets').entries()) {
    const firstRow = k * rows;
    const rowCount = Math.min(rows, heightPx - firstRow);
    if (rowCount <= 0) break;
    const packed = bytes.subarray(offset, offset + (counts[k] ?? 0));
    const strip = toStrip(packed, directory, { widthPx, rowCount, bits, samples });
    if (!strip) return undefined;
    strips.push({ firstRow, rowCount, ...strip });
  }
  const [resolution] = directory('resolution');
  const perInch = directory('resolutionUnit')[0] === 3 ? CENTIMETRES_PER_INCH : 1;
  return {
    widthPx,
    heightPx,
    ...(resolution === undefined ? {} : { dpi: resolution * perInch }),
    turnDeg: TURNS[directory('orientation')[0] ?? 1] ?? 0,
    strips,
  };
}

interface StripShape {
  readonly widthPx: number;
  readonly rowCount: number;
  readonly bits: number;
  readonly samples: number;
}

function toStrip(
  packed: Uint8Array,
  directory: Directory,
  shape: StripShape,
): Pick<Strip, 'dictionary' | 'data'> | undefined {
  const { widthPx, rowCount, bits, samples } = shape;
  const compression = directory('compression')[0] ?? 1;
  const photometric = directory('photometric')[0] ?? 1;
  const pixels = `/ColorSpace ${colourSpace(directory, photometric, samples)} /BitsPerComponent ${bits}`;
  const decode = photometric === WHITE_IS_ZERO ? ' /Decode [1 0]' : '';
  const isPredicted = directory('predictor')[0] === 2;
  const parms = isPredicted
    ? ` /DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${widthPx} >>`
    : '';
  switch (compression) {
    case 1:
      return { dictionary: pixels + decode, data: packed };
    case 2:
    case 3:
    case 4: {
      const k = compression === 4 ? -1 : compression === 3 && ((directory('faxOptions')[0] ?? 0) & 1) === 1 ? 1 : 0;
      const fax = `/K ${k} /Columns ${widthPx} /Rows ${rowCount} /BlackIs1 ${photometric !== WHITE_IS_ZERO} /EncodedByteAlign ${compression === 2}`;
      const data = directory('fillOrder')[0] === 2 ? packed.map(reverseBits) : packed;
      return {
        dictionary: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << ${fax} >>`,
        data,
      };
    }
    case 5:
      return { dictionary: `${pixels}${decode} /Filter /LZWDecode${parms}`, data: packed };
    case 7:
      return jpegStrip(packed, directory('jpegTables'));
    case 8:
    case 32946:
      return { dictionary: `${pixels}${decode} /Filter /FlateDecode${parms}`, data: packed };
    case 32773:
      // PDF wants its end marked.
      return {
        dictionary: `${pixels}${decode} /Filter /RunLengthDecode`,
        data: Buffer.concat([packed, Uint8Array.of(128)]),
      };
    default:
      return undefined;
  }
}

function colourSpace(directory: Directory, photometric: number, samples: number): string {
  if (photometric !== PALETTE) return samples === 3 ? '/DeviceRGB' : '/DeviceGray';
  const colours = directory('colours');
  const count = colours.length / 3;
  // All reds, then all greens, then all blues, 16 bits each.
  const palette = Uint8Array.from(
    { length: count * 3 },
    (_, k) => (colours[(k % 3) * count + Math.floor(k / 3)] ?? 0) >> 8,
  );
  return `[/Indexed /DeviceRGB ${count - 1} <${Buffer.from(palette).toString('hex')}>]`;
}

/** A JPEG whose tables stand apart: they are put behind its first marker. */
function jpegStrip(packed: Uint8Array, tables: readonly number[]): Pick<Strip, 'dictionary' | 'data'> | undefined {
  const inner = Uint8Array.from(tables).subarray(2, -2);
  const data = Buffer.concat([packed.subarray(0, 2), inner, packed.subarray(2)]);
  const components = jpegComponents(data);
  if (components === undefined) return undefined;
  const space = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  return { dictionary: `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`, data };
}

function reverseBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) reversed |= ((byte >> bit) & 1) << (7 - bit);
  return reversed;
}
