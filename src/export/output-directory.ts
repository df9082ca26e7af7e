/**
 * The folder that a run writes to: whether it may be written, and how a finished run takes its place as a whole.
 *
 * A run is written aside, into a hidden folder beside the output (`.<name>.gouji-<host>-<pid>-<random>`), and renamed at the end.
 * Until then the output of an earlier run is untouched; a run that was killed leaves only its hidden folder behind, which
 * the next run removes.
 */
import { cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { BilingualText } from '../model/index.js';
import { PACKAGE_NAME } from './data-package.js';
import { OutputRefusedError } from './output-error.js';

/** The files that a run writes into its folder. */
const OWN_FILES = new Set([
  'facts.csv',
  'findings.csv',
  'reports.csv',
  'reports.sha256',
  'comparability.csv',
  'figures.csv',
  'facts.parquet',
  'gouji.duckdb',
  'datapackage.json',
  'README.md',
  'report.html',
]);

/** The second page of report.html and those after it. */
const FURTHER_PAGE = /^report-[0-9]+\.html$/;

/** The folders in it, with what each holds. */
const OWN_FOLDERS: Readonly<Record<string, RegExp>> = {
  reports: /^[0-9a-f]{16}(-[0-9]+)?\.json$/,
  wide: /^.+\.csv$/,
  facts: /^year=/,
  xlsx: /^(.+-)?[0-9a-f]{16}(-[0-9]+)?\.xlsx$/,
};

/** Marks that keep an empty folder in version control; they survive a run. */
const KEPT_ENTRIES = new Set(['.gitkeep', '.gitignore']);

/** Litter of desktops, which nobody misses. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** A folder that may be written to. */
export interface OutputDirectory {
  /** Absolute, free of symbolic links. */
  readonly path: string;
  /** The hidden folder beside it in which the run is written. */
  readonly asidePath: string;
}

/**
 * Makes sure that a run may write to a folder, and makes the folder beside it that it will be written in.
 *
 * @throws {OutputRefusedError} when the folder holds anything but an earlier run, is the current folder, or cannot be
 * replaced as a whole.
 */
export async function prepareOutputDirectory(directory: string): Promise<OutputDirectory> {
  const path = await realpath(directory).catch(() => resolve(directory));
  await recoverInterruptedRun(path);
  await refuseUnsuitablePlace(path);
  await refuseForeignContent(path);
  const asidePath = `${asidePrefix(path)}${process.pid}-${randomUUID().slice(0, 8)}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await mkdir(join(asidePath, 'reports'), { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new OutputRefusedError(
      {
        zh: `不能在 ${dirname(path)} 中建立文件夹（${reason}）；请用 --out 另选位置`,
        en: `no folder can be made in ${dirname(path)} (${reason}); choose another place with --out`,
      },
      { cause },
    );
  }
  return { path, asidePath };
}

/** Puts the finished run in the place of the earlier one; where that fails, the earlier one is put back. */
export async function replaceOutput({ path, asidePath }: OutputDirectory): Promise<void> {
  const former = await listDirectory(path);
  if (former === undefined) {
    await rename(asidePath, path);
    return;
  }
  for (const name of former.filter((entry) => KEPT_ENTRIES.has(entry))) {
    await cp(join(path, name), join(asidePath, name));
  }
  const formerPath = `${asidePath}-former`;
  await rename(path, formerPath);
  try {
    await rename(asidePath, path);
  } catch (error) {
    await rename(formerPath, path);
    throw error;
  }
  await rm(formerPath, { recursive: true, force: true });
}

/** Removes what was written aside; the earlier output stays. */
export async function discardOutput({ asidePath }: OutputDirectory): Promise<void> {
  await rm(asidePath, { recursive: true, force: true });
}

/** Clears up after runs on this machine that were killed, and puts an output back that was lost between two renames. */
async function recoverInterruptedRun(path: string): Promise<void> {
  const prefix = basename(asidePrefix(path));
  const leftovers = ((await listDirectory(dirname(path))) ?? []).filter((name) => name.startsWith(prefix));
  for (const name of leftovers.sort()) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!Number.isInteger(pid) || pid === process.pid || isAlive(pid)) continue;
    const leftover = join(dirname(path), name);
    const isLostOutput = name.endsWith('-former') && (await listDirectory(path)) === undefined;
    if (isLostOutput) await rename(leftover, path);
    else await rm(leftover, { recursive: true, force: true });
  }
}

function asidePrefix(path: string): string {
  const host = hostname().replace(/[^A-Za-z0-9]/g, '') || 'host';
  return join(dirname(path), `.${basename(path)}.gouji-${host}-`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function refuseUnsuitablePlace(path: string): Promise<void> {
  const here = process.cwd();
  if (here === path || here.startsWith(path.endsWith(sep) ? path : path + sep)) {
    throw new OutputRefusedError({
      zh: `输出文件夹 ${path} 会被整个替换，不能是当前文件夹或其上级；请用 --out 指定其中的一个子文件夹`,
      en: `the output folder ${path} is replaced as a whole, so it cannot be the current folder or one above it; name a folder inside it with --out`,
    });
  }
  const status = await stat(path).catch(() => undefined);
  if (status === undefined) return;
  if (!status.isDirectory()) throw new OutputRefusedError(notAFolder(path));
  if (status.dev !== (await stat(dirname(path))).dev) {
    throw new OutputRefusedError({
      zh: `输出文件夹 ${path} 是挂载点，不能被整个替换；请用 --out 指定其中的一个子文件夹`,
      en: `the output folder ${path} is a mount point and cannot be replaced as a whole; name a folder inside it with --out`,
    });
  }
}

function notAFolder(path: string): BilingualText {
  return { zh: `${path} 不是文件夹；请用 --out 另选位置`, en: `${path} is no folder; choose another place with --out` };
}

async function refuseForeignContent(path: string): Promise<void> {
  const entries = ((await listDirectory(path)) ?? []).filter((name) => !KEPT_ENTRIES.has(name) && !LITTER.has(name));
  if (entries.length === 0) return;
  const foreign = (await isEarlierRun(path)) ? await findForeign(path, entries) : entries[0];
  if (foreign === undefined) return;
  throw new OutputRefusedError({
    zh: `输出文件夹 ${path} 中有不是本程序写出的内容（${foreign}），为免误删而停止；请移走它，或用 --out 另选一个空文件夹`,
    en: `the output folder ${path} holds something that is not of an earlier run (${foreign}); it would be lost, so nothing was done: move it away, or choose an empty folder with --out`,
  });
}

async function isEarlierRun(path: string): Promise<boolean> {
  try {
    const descriptor: unknown = JSON.parse(await readFile(join(path, 'datapackage.json'), 'utf8'));
    return (
      typeof descriptor === 'object' && descriptor !== null && 'name' in descriptor && descriptor.name === PACKAGE_NAME
    );
  } catch {
    return false;
  }
}

/** The first entry of an earlier run's folder that no run wrote. */
async function findForeign(path: string, entries: readonly string[]): Promise<string | undefined> {
  const isOwn = (name: string): boolean => OWN_FILES.has(name) || FURTHER_PAGE.test(name) || name in OWN_FOLDERS;
  const foreign = entries.find((name) => !isOwn(name));
  if (foreign !== undefined) return foreign;
  for (const [folder, isOwn] of Object.entries(OWN_FOLDERS)) {
    const inside = (await listDirectory(join(path, folder))) ?? [];
    const found = inside.find((name) => !isOwn.test(name) && !LITTER.has(name));
    if (found !== undefined) return `${folder}/${found}`;
  }
  return undefined;
}

/** The names in a folder; `undefined` where there is no such folder. */
async function listDirectory(path: string): Promise<string[] | undefined> {
  const status = await lstat(path).catch(() => undefined);
  if (!status?.isDirectory()) return undefined;
  return readdir(path);
}
