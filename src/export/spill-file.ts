/**
 * Keeps the rows of many reports on disk in the order in which they arrive, and writes them out in another. So a run over
 * ten thousand files needs no more memory than one over ten.
 */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { FileDigest } from './data-package.js';

/** Where a piece lies in the spill file. */
interface Piece {
  readonly start: number;
  readonly byteCount: number;
}

/** Rows waiting to be written in order. */
export interface SpillFile {
  /** Adds the rows of the file that stands at `position` in the run; of several for one position, the last ones count. */
  readonly append: (position: number, text: string) => Promise<void>;
  /** Writes a heading and then all rows by position into a new file, on the disk when it returns. */
  readonly writeInOrder: (path: string, heading: string) => Promise<FileDigest>;
  /** The text that counts for a position; empty for none. */
  readonly read: (position: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens a spill file; it must not exist yet. */
export async function openSpillFile(path: string): Promise<SpillFile> {
  const handle = await open(path, 'wx+');
  const pieces = new Map<number, Piece>();
  let length = 0;
  return {
    append: async (position, text) => {
      const bytes = Buffer.from(text);
      // The place is taken before anything is awaited, so that appends may overlap.
      const piece = { start: length, byteCount: bytes.length };
      length += bytes.length;
      pieces.set(position, piece);
      await writeFully(handle, bytes, piece.start);
    },
    writeInOrder: async (target, heading) => {
      const inOrder = [...pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece);
      return writeDurably(target, piecesToChunks(handle, heading, inOrder));
    },
    read: async (position) => {
      const piece = pieces.get(position);
      return piece === undefined ? '' : (await readPiece(handle, piece)).toString('utf8');
    },
    close: () => handle.close(),
  };
}

/** Writes a file from chunks and makes sure that it is on the disk. */
export async function writeDurably(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<FileDigest> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx');
  let byteCount = 0;
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      await writeFully(handle, chunk, byteCount);
      byteCount += chunk.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { byteCount, sha256: hash.digest('hex') };
}

async function* piecesToChunks(
  handle: FileHandle,
  heading: string,
  pieces: readonly Piece[],
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(heading);
  for (const piece of pieces) yield await readPiece(handle, piece);
}

async function readPiece(handle: FileHandle, { start, byteCount }: Piece): Promise<Buffer> {
  const chunk = Buffer.alloc(byteCount);
  const { bytesRead } = await handle.read(chunk, 0, byteCount, start);
  if (bytesRead !== byteCount) throw new Error(`spill file: ${byteCount} bytes wanted at ${start}, ${bytesRead} there`);
  return chunk;
}

async function writeFully(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}
