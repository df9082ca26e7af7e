/**
 * Names the members of an archive. A name is a label here, never a place to write to: so one that leads out of the archive
 * (`../../a.pdf`, `/a.pdf`, `C:\a.pdf`) is read like any other, and only its label is put right.
 */
import { decodeFileName } from '../decode-file-name.js';
import type { ZipEntry } from './zip-file.js';

/** The name of a member, `/`-separated, without anything that leads out of the archive; empty where nothing is left. */
export function memberName({ nameBytes, unicodeName }: Pick<ZipEntry, 'nameBytes' | 'unicodeName'>): string {
  return (unicodeName ?? decodeFileName(nameBytes))
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .replaceAll('\0', '\u{fffd}')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

/** Whether an entry is a folder and not a file. */
export function isFolderName({ nameBytes }: Pick<ZipEntry, 'nameBytes'>): boolean {
  const last = nameBytes.at(-1);
  // In GB18030 a backslash may be the second half of a character, and then stands for no folder.
  return last === SLASH || (last === BACKSLASH && decodeFileName(nameBytes).endsWith('\\'));
}

const SLASH = 0x2f;
const BACKSLASH = 0x5c;

/** Whether a name is left out: dot-files, as in a folder, and what macOS puts into archives beside the files. */
export function isLeftOut(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** Makes a name that was not taken before: the second `b.pdf` of an archive is `b (2).pdf`. */
export function distinctName(name: string, taken: Set<string>): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]*)?$/su.exec(name) ?? [];
  let distinct = name;
  for (let copy = 2; taken.has(distinct); copy++) distinct = `${stem} (${copy})${ending}`;
  taken.add(distinct);
  return distinct;
}
