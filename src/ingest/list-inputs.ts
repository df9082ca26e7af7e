/**
 * Turns the arguments of a run into the list of files to read: folders are walked in code-point order, dot-files and
 * symbolic links left out, each file once however many arguments lead to it. Nothing is opened here but folders.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { nameArguments } from './argument-names.js';
import type { BilingualText, PipelineErrorCode } from '../model/index.js';
import type { MemberLocation } from './archive/zip-file.js';
import { compareCodePoints } from './code-point-order.js';
import { decodeFileName } from './decode-file-name.js';

/** A file to read. */
export interface InputFile {
  /** Relative to the argument it came from, `/`-separated, prefixed by that folder's own name. */
  readonly sourcePath: string;
  /** Where it lies: a path, or the path's bytes where its name is no valid UTF-8 (old Chinese archives hold GBK names). */
  readonly location: string | Uint8Array;
  /** For a member of an archive: its way into the archive at `location`, the outermost archive's member first. */
  readonly members?: readonly MemberLocation[];
  /** For an archive whose members could not be listed: why. */
  readonly refusal?: { readonly code: PipelineErrorCode; readonly text: BilingualText };
}

/** What the arguments of a run lead to. */
export interface InputListing {
  /** In code-point order of `sourcePath`; arguments that lead nowhere are in it, so that each gets an outcome. */
  readonly files: readonly InputFile[];
  /** Arguments that lead nowhere, as given. */
  readonly missing: readonly string[];
}

/** An argument, resolved. */
interface Root {
  readonly argument: string;
  /** Absolute, as given: its last part names it. */
  readonly path: string;
  /** Absolute, free of symbolic links; equal to `path` where nothing is there. */
  readonly realPath: string;
  readonly state: 'folder' | 'file' | 'missing';
}

/**
 * Lists the files that the arguments lead to.
 *
 * A folder that cannot be listed stands in the list itself: reading it fails, and so it gets an outcome like any file.
 *
 * @param excluded - Folders never walked: where the run writes to.
 */
export async function listInputs(args: readonly string[], excluded: readonly string[] = []): Promise<InputListing> {
  const roots = withoutCovered(await Promise.all(args.map(argumentToRoot)));
  const names = nameArguments(roots.map((root) => root.path));
  const excludedPaths = new Set(await Promise.all(excluded.map(async (path) => (await argumentToRoot(path)).realPath)));
  const files: InputFile[] = [];
  for (const [index, root] of roots.entries()) {
    const sourcePath = names[index] ?? '';
    const location = Buffer.from(root.realPath);
    if (isInsideAny(root.realPath, excludedPaths)) continue;
    if (root.state === 'folder') await walkFolder({ location, sourcePath }, excludedPaths, files);
    else files.push({ sourcePath, location: root.realPath });
  }
  const missing = roots.filter((root) => root.state === 'missing').map((root) => root.argument);
  return { files: files.sort((a, b) => compareCodePoints(a.sourcePath, b.sourcePath)), missing };
}

async function argumentToRoot(argument: string): Promise<Root> {
  const path = resolve(argument);
  try {
    const realPath = await realpath(path);
    const state = (await stat(realPath)).isDirectory() ? 'folder' : 'file';
    return { argument, path, realPath, state };
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return { argument, path, realPath: path, state: isMissing ? 'missing' : 'file' };
  }
}

/** Leaves out arguments that walking another one reaches anyway, and all but one of those that lead to one place. */
function withoutCovered(roots: readonly Root[]): Root[] {
  const byRealPath = new Map<string, Root>();
  for (const root of roots) {
    const known = byRealPath.get(root.realPath);
    if (known === undefined || compareCodePoints(root.path, known.path) < 0) byRealPath.set(root.realPath, root);
  }
  const distinct = [...byRealPath.values()].sort((a, b) => compareCodePoints(a.realPath, b.realPath));
  const folders = distinct.filter((root) => root.state === 'folder');
  return distinct.filter((root) => !folders.some((folder) => walkReaches(folder.realPath, root.realPath)));
}

/** Whether walking a folder meets a path below it: no part of the way may begin with a dot. */
function walkReaches(folder: string, path: string): boolean {
  const prefix = folder.endsWith(sep) ? folder : folder + sep;
  return (
    path.startsWith(prefix) &&
    path
      .slice(prefix.length)
      .split(sep)
      .every((part) => !part.startsWith('.'))
  );
}

function isInsideAny(path: string, folders: ReadonlySet<string>): boolean {
  return [...folders].some((folder) => path === folder || path.startsWith(folder + sep));
}

/** A folder on the walk. */
interface Folder {
  readonly location: Buffer;
  readonly sourcePath: string;
}

async function walkFolder(folder: Folder, excluded: ReadonlySet<string>, files: InputFile[]): Promise<void> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(folder.location, { withFileTypes: true, encoding: 'buffer' });
  } catch {
    files.push({ sourcePath: folder.sourcePath, location: bytesToLocation(folder.location) });
    return;
  }
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = decodeFileName(entry.name);
    if (name.startsWith('.') || entry.isSymbolicLink()) continue;
    const location = Buffer.concat([folder.location, Buffer.from(sep), entry.name]);
    const sourcePath = folder.sourcePath === '' ? name : `${folder.sourcePath}/${name}`;
    if (!entry.isDirectory()) files.push({ sourcePath, location: bytesToLocation(location) });
    else if (!excluded.has(location.toString())) await walkFolder({ location, sourcePath }, excluded, files);
  }
}

function bytesToLocation(location: Buffer): string | Uint8Array {
  const path = location.toString();
  return Buffer.from(path).equals(location) ? path : new Uint8Array(location);
}
