/**
 * Makes a fresh clone ready: checks Node, installs what package-lock.json lists, builds. Plain JavaScript without
 * dependencies, since it runs before anything is installed; and without network once that is done.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MINIMAL_NODE = [20, 19, 0];

/** Written after an install: the hash of the lock file that it followed. */
const INSTALL_MARK = join(ROOT, 'node_modules', '.gouji-lock-hash');

/** Says a sentence in the language of the locale, on standard error. */
export function say(zh, en) {
  console.error(isChinese() ? zh : en);
}

function isChinese() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '');
}

/** Ends the program unless Node is new enough. */
export function ensureNode(version = process.versions.node) {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  const difference = MINIMAL_NODE.map((least, at) => parts[at] - least).find((each) => each !== 0);
  if (difference === undefined || difference > 0) return;
  const least = MINIMAL_NODE.join('.');
  say(
    `需要 Node ${least} 或更新的版本，现在是 ${version}。请从 https://nodejs.org 安装。`,
    `Node ${least} or newer is needed; this is ${version}. Get it from https://nodejs.org.`,
  );
  process.exit(2);
}

/** Installs the dependencies when the lock file is newer than what is installed. */
export function ensureInstalled() {
  if (isInstalled()) return;
  say('正在安装依赖（只需一次）……', 'Installing the dependencies (only once)…');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const status =
    npm !== undefined && /\.[cm]?js$/.test(npm)
      ? run(process.execPath, [npm, ...args])
      : run('npm', args, { shell: process.platform === 'win32' });
  if (status !== 0) {
    say(
      '安装没有成功，原因见上。第一次安装需要网络。',
      'The install failed; see above. The first one needs a network.',
    );
    process.exit(status);
  }
  writeFileSync(INSTALL_MARK, lockHash());
}

function isInstalled() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(join(ROOT, 'package-lock.json')).mtimeMs <= statSync(installed).mtimeMs) return true;
  // A checkout may renew the time of an unchanged lock file.
  return existsSync(INSTALL_MARK) && readFileSync(INSTALL_MARK, 'utf8') === lockHash();
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

/** Builds dist/ when some source is newer. */
export function ensureBuilt() {
  if (isBuilt()) return;
  say('正在构建……', 'Building…');
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const status = run(process.execPath, [compiler, '-p', 'tsconfig.build.json']);
  if (status !== 0) {
    say('构建没有成功，原因见上。', 'The build failed; see above.');
    process.exit(status);
  }
}

function isBuilt() {
  const built = join(ROOT, 'dist', 'cli', 'index.js');
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  const configurations = ['tsconfig.json', 'tsconfig.build.json'].map((name) => join(ROOT, name));
  return [...configurations, ...listFiles(join(ROOT, 'src'))].every((path) => statSync(path).mtimeMs <= builtAt);
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** Runs a program in the clone's root with its output shown, and returns its exit status. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error !== undefined) console.error(error.message);
  return status ?? 1;
}
