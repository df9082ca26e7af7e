/** A JPEG as a page: its frame says its size, its markers its resolution and how the camera was held. */
import type { PicturePage } from './picture-pdf.js';

/** What a JPEG's markers say. */
interface JpegHeader {
  widthPx: number;
  heightPx: number;
  components: number;
  dpi?: number;
  orientation: number;
  /** Whether Adobe wrote it: four colours are inverted then. */
  isAdobe: boolean;
}

/** By Exif orientation (CIPA DC-008, tag 274); mirrored ones are taken for what they are but for the mirror. */
const TURNS: Readonly<Record<number, 0 | 90 | 180 | 270>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
const CENTIMETRES_PER_INCH = 2.54;

/** The page of a JPEG; `undefined` where it has no frame. */
export function jpegPage(bytes: Uint8Array): PicturePage | undefined {
  const header = readHeader(bytes);
  if (!header) return undefined;
  const { widthPx, heightPx, dpi, orientation } = header;
  return {
    widthPx,
    heightPx,
    ...(dpi === undefined ? {} : { dpi }),
    turnDeg: TURNS[orientation] ?? 0,
    strips: [{ firstRow: 0, rowCount: heightPx, dictionary: jpegDictionary(header), data: bytes }],
  };
}

/** How many colours a JPEG has; `undefined` where it has no frame. */
export function jpegComponents(bytes: Uint8Array): number | undefined {
  return readHeader(bytes)?.components;
}

function jpegDictionary({ components, isAdobe }: JpegHeader): string {
  const space = components === 1 ? '/DeviceGray' : components === 4 ? '/DeviceCMYK' : '/DeviceRGB';
  const decode = components === 4 && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  return `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${decode}`;
}

/** Walks the markers up to the frame (ITU-T T.81, annex B). */
function readHeader(bytes: Uint8Array): JpegHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header: JpegHeader = { widthPx: 0, heightPx: 0, components: 0, orientation: 1, isAdobe: false };
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      header.heightPx = view.getUint16(at + 5);
      header.widthPx = view.getUint16(at + 7);
      header.components = bytes[at + 9] ?? 0;
      return header.widthPx > 0 && header.heightPx > 0 ? header : undefined;
    }
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe0) noteDensity(segment, header);
    if (marker === 0xe1) noteOrientation(segment, header);
    if (marker === 0xee) header.isAdobe = startsWith(segment, 'Adobe');
    at += 2 + length;
  }
  return undefined;
}

function startsWith(segment: Uint8Array, text: string): boolean {
  return Buffer.from(segment.subarray(0, text.length)).toString('latin1') === text;
}

/** JFIF: unit (1 inch, 2 centimetre), then the density across (ITU-T T.871 §10.1). */
function noteDensity(segment: Uint8Array, header: JpegHeader): void {
  if (!startsWith(segment, 'JFIF') || segment.length < 12) return;
  const density = (segment[8] ?? 0) * 256 + (segment[9] ?? 0);
  if (segment[7] === 1) header.dpi = density;
  if (segment[7] === 2) header.dpi = density * CENTIMETRES_PER_INCH;
}

/** Exif: a TIFF directory, of which one entry is wanted. */
function noteOrientation(segment: Uint8Array, header: JpegHeader): void {
  if (!startsWith(segment, 'Exif') || segment.length < 20) return;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return;
  const count = tiff.getUint16(directory, isLittle);
  for (let k = 0; k < count; k++) {
    const entry = directory + 2 + 12 * k;
    if (entry + 12 > tiff.byteLength) return;
    if (tiff.getUint16(entry, isLittle) === 274) header.orientation = tiff.getUint16(entry + 8, isLittle);
  }
}
