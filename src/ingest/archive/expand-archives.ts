/**
 * Puts the members of ZIP archives in the place of the archives. Only directories are read here, and archives inside
 * archives; members are read one at a time by whoever handles them ({@link readSource}).
 */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { PipelineError, type BilingualText } from '../../model/index.js';
import { compareCodePoints } from '../code-point-order.js';
import type { InputFile } from '../list-inputs.js';
import {
  HARMLESS_TOTAL_BYTES,
  isBomb,
  MAX_DEPTH,
  MAX_MEMBERS,
  MAX_NESTED_BYTES,
  MAX_NESTED_TOTAL_BYTES,
  MAX_RATIO,
} from './archive-limits.js';
import { beginsLikeDocument, beginsLikeZip, isDocumentMark } from './document-packages.js';
import { distinctName, isFolderName, isLeftOut, memberName } from './member-name.js';
import { withZip, type OpenedZip, type ZipEntry } from './zip-file.js';

/** How many files are looked at together: enough to keep a disk busy. */
const LOOKED_AT_TOGETHER = 32;

/**
 * Replaces archives by their members.
 *
 * An archive that cannot be read, or holds nothing, or is over a limit, stays in the list with a `refusal` that says so;
 * one inside another likewise. Documents that are ZIP files inside stay as they are.
 *
 * @returns In code-point order of `sourcePath`.
 */
export async function expandArchives(files: readonly InputFile[]): Promise<readonly InputFile[]> {
  const expanded: InputFile[] = [];
  for (let at = 0; at < files.length; at += LOOKED_AT_TOGETHER) {
    const group = await Promise.all(files.slice(at, at + LOOKED_AT_TOGETHER).map(expandFile));
    expanded.push(...group.flat());
  }
  return expanded.sort((a, b) => compareCodePoints(a.sourcePath, b.sourcePath));
}

/** What an outermost archive has used up. */
interface Usage {
  readonly outermostBytes: number;
  members: number;
  nestedBytes: number;
  unpackedBytes: number;
}

/** Thrown and caught here: an outermost archive is over a limit as a whole. */
class OverLimit extends PipelineError {}

async function expandFile(file: InputFile): Promise<readonly InputFile[]> {
  if (!(await fileBeginsLikeZip(file.location))) return [file];
  try {
    return await withZip({ path: file.location }, (zip) => {
      const usage: Usage = { outermostBytes: zip.byteCount, members: 0, nestedBytes: 0, unpackedBytes: 0 };
      return expandZip(zip, file, usage);
    });
  } catch (error) {
    return [refuse(file, error)];
  }
}

async function fileBeginsLikeZip(location: InputFile['location']): Promise<boolean> {
  const path = typeof location === 'string' ? location : Buffer.from(location);
  try {
    // O_NONBLOCK, since opening a pipe that nobody writes to would wait for ever.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return false;
      const head = new Uint8Array(4);
      await handle.read(head, 0, head.length, 0);
      return beginsLikeZip(head);
    } finally {
      await handle.close();
    }
  } catch {
    // Reading the file will say what is wrong with it.
    return false;
  }
}

/** The members of an archive, those of archives in it included; the file itself where it is no archive but a document. */
async function expandZip(zip: OpenedZip, file: InputFile, usage: Usage): Promise<readonly InputFile[]> {
  const room = MAX_MEMBERS - usage.members;
  if (zip.entryCount > room) throw overLimit(TOO_MANY);
  const entries: { readonly entry: ZipEntry; readonly name: string }[] = [];
  for await (const entry of zip.entries()) {
    const name = memberName(entry);
    if (isDocumentMark(name)) return [file];
    if (isFolderName(entry) || entry.isSymbolicLink || name === '' || isLeftOut(name)) continue;
    if (entries.push({ entry, name }) > room) throw overLimit(TOO_MANY);
  }
  if (entries.length === 0) throw new PipelineError('empty', NOTHING_IN_IT);
  if ((file.members?.length ?? 0) >= MAX_DEPTH) throw new PipelineError('memory-limit', TOO_DEEP);
  usage.members += entries.length;
  usage.unpackedBytes += entries.reduce((sum, { entry }) => sum + (isBomb(entry) ? 0 : entry.unpackedBytes), 0);
  if (usage.unpackedBytes > Math.max(HARMLESS_TOTAL_BYTES, MAX_RATIO * usage.outermostBytes))
    throw overLimit(TOO_LARGE);
  const taken = new Set<string>();
  const members: InputFile[] = [];
  for (const { entry, name } of entries) {
    members.push(...(await expandMember(zip, toMember(file, entry, distinctName(name, taken)), usage)));
  }
  return members;
}

function toMember(archive: InputFile, entry: ZipEntry, name: string): InputFile {
  const { offset, packedBytes, unpackedBytes, method, flags, crc32 } = entry;
  const member = { offset, packedBytes, unpackedBytes, method, flags, crc32 };
  return {
    sourcePath: `${archive.sourcePath}!/${name}`,
    location: archive.location,
    members: [...(archive.members ?? []), member],
  };
}

async function expandMember(zip: OpenedZip, file: InputFile, usage: Usage): Promise<readonly InputFile[]> {
  const member = file.members?.at(-1);
  if (member === undefined) return [file];
  const head = await zip.readHead(member);
  if (!beginsLikeZip(head) || beginsLikeDocument(head)) return [file];
  if (member.unpackedBytes > MAX_NESTED_BYTES) return [refuse(file, overLimit(NESTED_TOO_LARGE))];
  usage.nestedBytes += member.unpackedBytes;
  if (usage.nestedBytes > MAX_NESTED_TOTAL_BYTES) throw overLimit(NESTED_TOO_LARGE);
  try {
    const bytes = await zip.read(member);
    return await withZip({ bytes }, (nested) => expandZip(nested, file, usage));
  } catch (error) {
    if (error instanceof OverLimit) throw error;
    return [refuse(file, error)];
  }
}

/** @throws {unknown} what is no `PipelineError`: a bug. */
function refuse(file: InputFile, error: unknown): InputFile {
  if (!(error instanceof PipelineError)) throw error;
  return { ...file, refusal: { code: error.code, text: error.text } };
}

function overLimit(text: BilingualText): OverLimit {
  return new OverLimit('memory-limit', text);
}

const TOO_MANY: BilingualText = {
  zh: `压缩包中的文件超过 ${MAX_MEMBERS} 个；请解压，或分成几个压缩包`,
  en: `the archive holds more than ${MAX_MEMBERS} files; unpack it, or make several of it`,
};
const TOO_LARGE: BilingualText = {
  zh: `压缩包解开后超过自身大小的 ${MAX_RATIO} 倍，可能是压缩炸弹，没有读取；如确有需要请自行解压`,
  en: `unpacked, the archive would be more than ${MAX_RATIO} times its size: a bomb, perhaps, and not read; unpack it yourself if it is meant`,
};
const TOO_DEEP: BilingualText = {
  zh: `压缩包套压缩包超过 ${MAX_DEPTH} 层；请先解压`,
  en: `archives inside archives, more than ${MAX_DEPTH} deep; unpack them first`,
};
const NESTED_TOO_LARGE: BilingualText = {
  zh: `压缩包中的压缩包过大（单个上限 ${MAX_NESTED_BYTES / 1024 / 1024} MiB，合计 ${MAX_NESTED_TOTAL_BYTES / 1024 / 1024} MiB）；请先解压`,
  en: `archives inside the archive are too large (${MAX_NESTED_BYTES / 1024 / 1024} MiB each, ${MAX_NESTED_TOTAL_BYTES / 1024 / 1024} MiB together); unpack them first`,
};
const NOTHING_IN_IT: BilingualText = {
  zh: '压缩包中没有文件',
  en: 'the archive holds no files',
};
