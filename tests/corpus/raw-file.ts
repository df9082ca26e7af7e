// The outermost part of a PDF: numbered objects, cross-reference table, trailer; and what can be wrong with them.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** An object: its text, or a stream with its dictionary's entries. */
export type PdfObject =
  string | { readonly dictionary: string; readonly data: Uint8Array; readonly compressed: boolean };

/** What is done to the file as a whole. */
export interface RawFileStyle {
  /** Encrypted (RC4, 40 bits): `open` with an empty password, `locked` with one that nobody knows. */
  readonly encryption?: 'open' | 'locked';
  /** The cross-reference table points beside the objects, as after a careless edit. */
  readonly brokenXref?: boolean;
  /** A line of text before the header, as some servers send. */
  readonly leadingText?: boolean;
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, k) => k);
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

// ISO 32000-1 §7.6.3.3, algorithm 2.
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const FILE_ID = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');

function encryption(kind: 'open' | 'locked'): { key: Buffer; dictionary: string } {
  const password = kind === 'open' ? Buffer.alloc(0) : bytesOf('unknown-word');
  const padded = Buffer.concat([password, PADDING]).subarray(0, 32);
  const owner = rc4(md5(Buffer.concat([bytesOf('owner'), PADDING]).subarray(0, 32)).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-60);
  const key = md5(padded, owner, permissions, FILE_ID).subarray(0, 5);
  const user = rc4(key, PADDING);
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -60 >>`;
  return { key, dictionary };
}

function serialise(object: PdfObject, encrypt: (data: Uint8Array) => Uint8Array): Buffer {
  const lockText = (text: string): string =>
    text.replace(/\((\w+)\)/g, (_, inner: string) => `<${Buffer.from(encrypt(bytesOf(inner))).toString('hex')}>`);
  if (typeof object === 'string') return bytesOf(lockText(object));
  const packed = object.compressed ? deflateSync(object.data, { level: 9 }) : object.data;
  const data = encrypt(packed);
  const filter = object.compressed ? ' /Filter /FlateDecode' : '';
  const head = `<< ${lockText(object.dictionary)} /Length ${data.length}${filter} >>\nstream\n`;
  return Buffer.concat([bytesOf(head), data, bytesOf('\nendstream')]);
}

/** Writes a file; the first object must be the catalogue. */
export function writePdf(objects: readonly PdfObject[], style: RawFileStyle): Buffer {
  const secret = style.encryption === undefined ? undefined : encryption(style.encryption);
  const all = secret === undefined ? objects : [...objects, secret.dictionary];
  const parts: Buffer[] = [bytesOf(style.leadingText === true ? 'HTTP body follows\r\n' : '')];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  push(bytesOf('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n'));
  const offsets = all.map((object, k) => {
    const offset = length;
    const number = k + 1;
    const isPlain = secret === undefined || k === all.length - 1;
    const key = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
    const encrypt = (data: Uint8Array): Uint8Array =>
      isPlain ? data : rc4(md5(secret.key, key).subarray(0, 10), data);
    push(Buffer.concat([bytesOf(`${number} 0 obj\n`), serialise(object, encrypt), bytesOf('\nendobj\n')]));
    return offset;
  });
  const start = length;
  const shift = style.brokenXref === true ? 7 : 0;
  const rows = offsets.map((offset) => `${String(offset + shift).padStart(10, '0')} 00000 n \n`).join('');
  const id = FILE_ID.toString('hex');
  const lock = secret === undefined ? '' : ` /Encrypt ${all.length} 0 R /ID [<${id}> <${id}>]`;
  push(
    bytesOf(
      `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
