/** Reads one input file and identifies it by its bytes. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { PipelineError, type BilingualText, type Source } from '../model/index.js';
import { readMember } from './archive/read-member.js';
import type { InputFile } from './list-inputs.js';
import { sniffKind } from './sniff-kind.js';

/**
 * The largest file that is read, in bytes. Reports are below 50 MB even when scanned; beyond half the longest string
 * that JavaScript can hold (2^29 characters) a text dump could not be decoded.
 */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a file and tells what it is.
 *
 * @param maxBytes - For tests.
 * @throws {PipelineError} `vanished` when the file cannot be had any more (or may not be read), `memory-limit` when it is
 * larger than the limit, `unsupported-kind` when it is a pipe, a socket or a device.
 */
export async function readSource(file: InputFile, maxBytes = MAX_FILE_BYTES): Promise<Source> {
  const bytes = await readBytes(file, maxBytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sourcePath: file.sourcePath, sha256, ...(await sniffKind(bytes)), bytes };
}

async function readBytes(file: InputFile, maxBytes: number): Promise<Uint8Array> {
  const assertSize = (byteCount: number): void => {
    if (byteCount <= maxBytes) return;
    // Of an archive that cannot be read at all, its size is the least trouble.
    if (file.refusal !== undefined) throw new PipelineError(file.refusal.code, file.refusal.text);
    throw new PipelineError('memory-limit', tooLarge(byteCount, maxBytes));
  };
  if (file.members !== undefined) return readMember(file.location, file.members, assertSize);
  const path = typeof file.location === 'string' ? file.location : Buffer.from(file.location);
  try {
    const status = await stat(path);
    // Told apart before opening: opening a pipe that nobody writes to would wait for ever.
    if (status.isDirectory()) throw new PipelineError('vanished', UNLISTABLE_FOLDER);
    if (!status.isFile()) throw new PipelineError('unsupported-kind', NO_REGULAR_FILE);
    assertSize(status.size);
    return await readFile(path);
  } catch (error) {
    if (error instanceof PipelineError) throw error;
    throw new PipelineError('vanished', unreadable(error), { cause: error });
  }
}

const UNLISTABLE_FOLDER: BilingualText = {
  zh: '文件夹无法打开，其中的文件没有读取；请检查权限',
  en: 'the folder cannot be opened, and no file in it was read; check its permissions',
};

const NO_REGULAR_FILE: BilingualText = {
  zh: '不是普通文件（管道、套接字或设备）',
  en: 'not a regular file (a pipe, a socket or a device)',
};

function tooLarge(size: number, maxBytes: number): BilingualText {
  const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  return {
    zh: `文件 ${mebibytes(size)}，超过上限 ${mebibytes(maxBytes)}`,
    en: `the file has ${mebibytes(size)}, more than the limit of ${mebibytes(maxBytes)}`,
  };
}

function unreadable(error: unknown): BilingualText {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return {
      zh: '文件不存在，或在读取之前被移走',
      en: 'the file does not exist, or was moved away before it was read',
    };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return { zh: '没有读取权限', en: 'no permission to read the file' };
  }
  return { zh: `无法读取（${code}）`, en: `the file cannot be read (${code})` };
}
