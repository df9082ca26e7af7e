/**
 * Opens the ZIP archive that a word processor's file is. Sizes that an archive states are not trusted: every part is
 * inflated with a limit on what comes out, and its checksum is tried, since a damaged part would read as other figures.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { PipelineError } from '../../model/index.js';

/**
 * The largest part that is read, in bytes. The text of a report has 2 MB with all its mark-up; pictures are not read. A
 * bomb of 42 KB inflates to gigabytes.
 */
export const MAX_PART_BYTES = 64 * 1024 * 1024;

/** Entries of an archive; a document with a hundred pictures has 150. */
const MOST_ENTRIES = 10_000;

/** Compression methods (APPNOTE.TXT 4.4.5). */
const STORED = 0;
const DEFLATED = 8;

/** The parts of a package, by name. */
export interface ZipParts {
  /**
   * Reads a part.
   *
   * @param name without a leading slash; capitals and small letters are one
   * @returns `undefined` where the package has no such part
   * @throws {PipelineError} `truncated` where it is damaged, `memory-limit` where it is too large, `encrypted`
   */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
}

/**
 * Opens an archive.
 *
 * @throws {PipelineError} `truncated` where its directory is damaged
 */
export async function openZip(bytes: Uint8Array, maxPartBytes = MAX_PART_BYTES): Promise<ZipParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_ENTRIES) break;
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    throw new PipelineError('truncated', DAMAGED, { cause: error });
  }
  return {
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry && readEntry(zip, entry, buffer, maxPartBytes);
    },
  };
}

async function readEntry(zip: ZipFile, entry: Entry, archive: Buffer, maxPartBytes: number): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new PipelineError('encrypted', ENCRYPTED);
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = archive.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    const plain = unpack(packed, entry.compressionMethod, maxPartBytes);
    if (packed.length < entry.compressedSize || crc32(plain) !== entry.crc32) throw new RangeError('checksum differs');
    return plain;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new PipelineError('memory-limit', tooLarge(entry.fileName, maxPartBytes), { cause: error });
    }
    throw new PipelineError('truncated', DAMAGED, { cause: error });
  }
}

function unpack(packed: Buffer, method: number, maxPartBytes: number): Uint8Array {
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: maxPartBytes });
  throw new RangeError(`compression method ${method}`);
}

const DAMAGED = {
  zh: '文档（DOCX）的压缩包已损坏，请重新获取',
  en: 'the package of the document (DOCX) is damaged; fetch it again',
};

const ENCRYPTED = {
  zh: '文档（DOCX）已加密，请先用 WPS 或 Word 去除密码',
  en: 'the document (DOCX) is encrypted; remove its password in WPS or Word',
};

function tooLarge(name: string, maxPartBytes: number): { zh: string; en: string } {
  const mebibytes = Math.round(maxPartBytes / 1024 / 1024);
  return {
    zh: `文档中的 ${name} 解压后超过 ${mebibytes} MiB，不予读取`,
    en: `${name} in the document inflates to more than ${mebibytes} MiB; it is not read`,
  };
}
