/**
 * ZIP files: what they list, and the bytes of one member. With the reader of DOCX packages the only file that knows `yauzl`. Names are handed on
 * as bytes, since how they are encoded is for {@link decodeMemberName} to find out.
 */
import { open } from 'node:fs/promises';
import { crc32, inflateRawSync, constants } from 'node:zlib';
import { Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl';
import { PipelineError, type BilingualText, type PipelineErrorCode } from '../../model/index.js';
import { isBomb, MAX_RATIO } from './archive-limits.js';

/** Where a member lies in its archive, and how it is packed: plain numbers, which pass between threads. */
export interface MemberLocation {
  /** Of the local header, from the beginning of the archive. */
  readonly offset: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
}

/** One entry of an archive's directory. */
export interface ZipEntry extends MemberLocation {
  readonly nameBytes: Uint8Array;
  /** What the "Unicode path" field says the name is, where it is there and belongs to these bytes. */
  readonly unicodeName?: string;
  readonly isSymbolicLink: boolean;
}

/** An archive: a file, or the bytes of one that was a member itself. */
export type ZipBytes = { readonly path: string | Uint8Array } | { readonly bytes: Uint8Array };

/** An archive opened for reading. */
export interface OpenedZip {
  /** Its size in bytes. */
  readonly byteCount: number;
  /** As its directory says, before the directory is read. */
  readonly entryCount: number;
  /** The entries in the order of the directory; to be called once. */
  readonly entries: () => AsyncIterable<ZipEntry>;
  /** The bytes of a member. */
  readonly read: (member: MemberLocation) => Promise<Uint8Array>;
  /** The first bytes of a member, at most `HEAD_BYTES`; fewer, or none, where it cannot be unpacked. */
  readonly readHead: (member: MemberLocation) => Promise<Uint8Array>;
}

/** As much of a packed member is read to see how it begins: enough for the first header of an archive in it. */
const HEAD_BYTES = 512;

/**
 * Opens an archive, does something with it, and closes it.
 *
 * @throws {PipelineError} `truncated` where the archive has no directory or is damaged, `encrypted`, `unsupported-kind` for
 * part of an archive split into volumes; `vanished` where the file cannot be opened.
 */
export async function withZip<T>(source: ZipBytes, use: (zip: OpenedZip) => Promise<T>): Promise<T> {
  if ('bytes' in source) {
    const { bytes } = source;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return use(toOpened(await opening(fromBufferPromise(buffer, OPTIONS))));
  }
  const handle = await open(typeof source.path === 'string' ? source.path : Buffer.from(source.path)).catch(
    (cause: unknown) => {
      throw new PipelineError('vanished', { zh: '压缩包无法打开', en: 'the archive cannot be opened' }, { cause });
    },
  );
  try {
    return await use(toOpened(await opening(fromFdPromise(handle.fd, { ...OPTIONS, autoClose: false }))));
  } finally {
    await handle.close();
  }
}

// Names are decoded here; a lying size spoils one member, not the list.
const OPTIONS = { decodeStrings: false, validateEntrySizes: false, lazyEntries: true };

async function opening(promise: Promise<ZipFile>): Promise<ZipFile> {
  return promise.catch((cause: unknown) => {
    throw toPipelineError(cause);
  });
}

function toOpened(zip: ZipFile): OpenedZip {
  return {
    byteCount: zip.fileSize,
    entryCount: zip.entryCount,
    entries: () => readEntries(zip),
    read: (member) => readMember(zip, member),
    readHead: (member) => readHead(zip, member),
  };
}

async function* readEntries(zip: ZipFile): AsyncGenerator<ZipEntry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch((cause: unknown) => {
      throw toPipelineError(cause);
    });
    if (next.done === true) return;
    yield toZipEntry(next.value);
  }
}

/** Systems whose archives keep the kind of file in the upper half of the attributes: Unix and macOS. */
const UNIX_SYSTEMS: readonly number[] = [3, 19];
const KIND_OF_FILE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

function toZipEntry(entry: Entry): ZipEntry {
  const unicodeName = unicodePathOf(entry);
  const isUnix = UNIX_SYSTEMS.includes(entry.versionMadeBy >>> 8);
  return {
    offset: entry.relativeOffsetOfLocalHeader,
    packedBytes: entry.compressedSize,
    unpackedBytes: entry.uncompressedSize,
    method: entry.compressionMethod,
    flags: entry.generalPurposeBitFlag,
    crc32: entry.crc32,
    nameBytes: new Uint8Array(entry.fileNameRaw),
    ...(unicodeName === undefined ? {} : { unicodeName }),
    isSymbolicLink: isUnix && ((entry.externalFileAttributes >>> 16) & KIND_OF_FILE) === SYMBOLIC_LINK,
  };
}

/** Info-ZIP's "Unicode path": version 1, the CRC of the name that it stands for, the name in UTF-8. */
const UNICODE_PATH_FIELD = 0x7075;

function unicodePathOf({ extraFields, fileNameRaw }: Entry): string | undefined {
  const data = extraFields.find(({ id }) => id === UNICODE_PATH_FIELD)?.data;
  if (data === undefined || data.length < 6 || data[0] !== 1) return undefined;
  return data.readUInt32LE(1) === crc32(fileNameRaw) ? data.subarray(5).toString('utf8') : undefined;
}

async function readMember(zip: ZipFile, member: MemberLocation): Promise<Uint8Array> {
  const entry = toEntry(member);
  if (entry.isEncrypted()) throw new PipelineError('encrypted', ENCRYPTED);
  if (!isKnownMethod(member.method)) throw new PipelineError('unsupported-kind', unknownMethod(member.method));
  if (isBomb(member)) throw new PipelineError('memory-limit', BOMB);
  const chunks: Buffer[] = [];
  let byteCount = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a stream of bytes gave something else');
      byteCount += chunk.length;
      // Stops a bomb that says it is small; the size it says was looked at before.
      if (byteCount > member.unpackedBytes) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw toPipelineError(cause);
  }
  const bytes = Buffer.concat(chunks);
  if (byteCount !== member.unpackedBytes || crc32(bytes) !== member.crc32) {
    throw new PipelineError('truncated', {
      zh: '压缩包中的这个文件已损坏（长度或 CRC 校验不符），请重新获取压缩包',
      en: 'this member of the archive is damaged (its length or CRC does not agree); fetch the archive again',
    });
  }
  return bytes;
}

async function readHead(zip: ZipFile, member: MemberLocation): Promise<Uint8Array> {
  const entry = toEntry(member);
  if (entry.isEncrypted() || !isKnownMethod(member.method)) return new Uint8Array();
  try {
    const end = Math.min(HEAD_BYTES, member.packedBytes);
    const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false, start: 0, end });
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const packed = Buffer.concat(chunks);
    if (member.method === STORED) return packed;
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: HEAD_LIMIT });
  } catch {
    // Reading the whole member will say what is wrong with it.
    return new Uint8Array();
  }
}

/** The most that the first `HEAD_BYTES` of a member may unpack to. */
const HEAD_LIMIT = HEAD_BYTES * 1100;

const STORED = 0;
const DEFLATED = 8;

function isKnownMethod(method: number): boolean {
  return method === STORED || method === DEFLATED;
}

function toEntry(member: MemberLocation): Entry {
  return Object.assign(new Entry(), {
    relativeOffsetOfLocalHeader: member.offset,
    compressedSize: member.packedBytes,
    uncompressedSize: member.unpackedBytes,
    compressionMethod: member.method,
    generalPurposeBitFlag: member.flags,
    crc32: member.crc32,
  });
}

const ENCRYPTED = {
  zh: '压缩包中的这个文件有密码；请解密后重新打包',
  en: 'this member of the archive has a password; remove it and pack the archive again',
};

const BOMB = {
  zh: `压缩包中的这个文件解开后超过压缩后大小的 ${MAX_RATIO} 倍，可能是压缩炸弹，没有读取`,
  en: `this member of the archive would unpack to more than ${MAX_RATIO} times its size: a bomb, perhaps, and not read`,
};

function unknownMethod(method: number): BilingualText {
  return {
    zh: `压缩包用了不支持的压缩方法（${method}）；请解压后再读取`,
    en: `the archive uses a compression method that is not supported (${method}); unpack it first`,
  };
}

/** What `yauzl` says is wrong, and what that is for us: it throws plain errors. */
const REFUSALS: readonly (readonly [RegExp, PipelineErrorCode, BilingualText])[] = [
  [/strong encryption/, 'encrypted', { zh: '压缩包有密码', en: 'the archive has a password' }],
  [
    /multi-disk/,
    'unsupported-kind',
    { zh: '分卷压缩包，暂不支持；请先解压', en: 'an archive split into volumes, not supported; unpack it first' },
  ],
];

function toPipelineError(cause: unknown): PipelineError {
  if (cause instanceof PipelineError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const known = REFUSALS.find(([pattern]) => pattern.test(message));
  if (known !== undefined) return new PipelineError(known[1], known[2], { cause });
  return new PipelineError(
    'truncated',
    {
      zh: `压缩包不完整或已损坏，请重新获取（${message}）`,
      en: `the archive is incomplete or damaged; fetch it again (${message})`,
    },
    { cause },
  );
}
