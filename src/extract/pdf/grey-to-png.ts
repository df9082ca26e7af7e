/** Writes grey pictures as PNG (ISO/IEC 15948): sixteen shades are enough for print, and half the bytes of 256. */
import { crc32, deflateSync } from 'node:zlib';

/** A picture in shades of grey. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
  /** One byte a pixel, 0 black, 255 white, from the top left. */
  readonly pixels: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BITS = 4;
/** Colour type 0: grey. */
const GRAY = 0;
/** Best ratio for its time on pages of text: 9 gains under 2 % and takes thrice as long. */
const LEVEL = 6;

/** The bytes of a PNG file of sixteen shades. */
export function greyToPng(picture: GrayPicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(picture.width, 0);
  header.writeUInt32BE(picture.height, 4);
  header.set([BITS, GRAY], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(packRows(picture), { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Two pixels a byte, the left one in the high bits; each row begins with its filter, 0 for none. */
function packRows({ width, height, stride, pixels }: GrayPicture): Uint8Array {
  const rowBytes = 1 + Math.ceil(width / 2);
  const packed = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = Math.round((pixels[y * stride + x] ?? 255) / 17);
      const at = y * rowBytes + 1 + (x >> 1);
      packed[at] = (packed[at] ?? 0) | (x % 2 === 0 ? shade << 4 : shade);
    }
  }
  return packed;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}
