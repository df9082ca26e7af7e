// ZIP archives written field by field, so that tests can make what no archiver would.
import { crc32, deflateRawSync } from 'node:zlib';

/** A member, with whatever is to be wrong with it. */
export interface TestMember {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly isDeflated?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly saysBytes?: number;
  readonly extra?: Uint8Array;
  /** Upper byte: the system it was made on. */
  readonly versionMadeBy?: number;
  readonly externalAttributes?: number;
  /** Whether its sizes stand in a ZIP64 field. */
  readonly isZip64?: boolean;
}

/** The flag that says that a name is UTF-8. */
export const UTF8_FLAG = 0x0800;
const MAX_32 = 0xffffffff;

/** Packs members in their order. */
export function writeZip(members: readonly TestMember[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const data = Buffer.from(member.data ?? '');
    const packed = member.isDeflated === true ? deflateRawSync(data) : data;
    const name = Buffer.from(member.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(member.isZip64 === true ? 45 : 20, 0);
    fields.writeUInt16LE(member.flags ?? (typeof member.name === 'string' ? UTF8_FLAG : 0), 2);
    fields.writeUInt16LE(member.method ?? (member.isDeflated === true ? 8 : 0), 4);
    fields.writeUInt32LE(member.crc ?? crc32(data), 10);
    fields.writeUInt32LE(member.isZip64 === true ? MAX_32 : packed.length, 14);
    fields.writeUInt32LE(member.isZip64 === true ? MAX_32 : (member.saysBytes ?? data.length), 18);
    fields.writeUInt16LE(name.length, 22);
    const extra = Buffer.concat([
      member.isZip64 === true ? zip64(data.length, packed.length) : Buffer.alloc(0),
      member.extra ?? Buffer.alloc(0),
    ]);
    fields.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, extra, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(member.externalAttributes ?? 0, 6);
    tail.writeUInt32LE(offset, 10);
    const made = Buffer.alloc(2);
    made.writeUInt16LE(member.versionMadeBy ?? 20);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), made, fields, tail, name, extra);
    body.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, central, end]);
}

function zip64(unpacked: number, packed: number): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(unpacked), 4);
  field.writeBigUInt64LE(BigInt(packed), 12);
  return field;
}

/** Info-ZIP's field with the name in UTF-8. */
export function unicodePath(nameBytes: Uint8Array, name: string): Buffer {
  const text = Buffer.from(name);
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + text.length, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(nameBytes), 5);
  return Buffer.concat([head, text]);
}
