// A ZIP archive, written from its description (APPNOTE.TXT 4.3): local headers, data, central directory. Dates are fixed,
// so that the same parts give the same bytes.
import { crc32 } from '../crc32.js';
import { deflateRawSync } from 'node:zlib';

/** A part of an archive. */
export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array;
}

const STORED = 0;
const DEFLATED = 8;
// 1 January 2024, midnight, in the format of DOS.
const DOS_DATE = ((2024 - 1980) << 9) | (1 << 5) | 1;

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly sum: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

/** The fields that local headers and the central directory share, from "version needed" on. */
function commonFields({ name, method, sum, packed, size }: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2); // Names are UTF-8.
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(0, 24);
  return fields;
}

/** Packs parts into an archive, in their order. */
export function zip(parts: readonly ZipPart[], compressed: boolean): Uint8Array {
  const entries = parts.map((part): Entry => {
    const packed = compressed ? deflateRawSync(part.data, { level: 6 }) : part.data;
    return {
      name: Buffer.from(part.name, 'utf8'),
      method: compressed ? DEFLATED : STORED,
      sum: crc32(part.data),
      packed,
      size: part.data.length,
    };
  });
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const fields = commonFields(entry);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, entry.name, entry.packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, entry.name);
    body.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, central, end]);
}
