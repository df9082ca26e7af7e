/**
 * The built package, for tests that need it: worker threads and the command line run from dist/. `npm test` has built it;
 * when vitest is started by itself and a source is newer, it is built here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const CLI_PATH = resolve('dist/cli/index.js');
const LOCK = resolve('node_modules/.gouji-build-lock');

/** Time for a build on a busy machine. */
export const BUILD_TIMEOUT_MS = 180_000;

/** Builds dist/ where a source is newer, once however many test files ask at the same time. */
export function ensureBuiltPackage(): void {
  for (let waitedMs = 0; !takeLock(); waitedMs += 100) {
    if (waitedMs > BUILD_TIMEOUT_MS / 2)
      throw new Error(`${LOCK} is left over from a build that was killed; remove it`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    const program = "import('./scripts/ensure-installed.mjs').then(({ ensureBuilt }) => ensureBuilt())";
    const { stdout } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    // Errors of types do not matter here: `npm run check` and `npm test` stop at them.
    if (!existsSync(CLI_PATH)) throw new Error(`the build failed:\n${stdout}`);
  } finally {
    rmdirSync(LOCK);
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const heldSince = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
    // Left over from a build that was killed.
    if (heldSince !== undefined && heldSince < Date.now() - BUILD_TIMEOUT_MS) rmdirSync(LOCK);
    return false;
  }
}

/** The command line's entry. */
export const CLI = CLI_PATH;
/** The worker's entry. */
export const WORKER_URL = pathToFileURL(resolve('dist/run/worker.js'));
/** A pipeline that does what the bytes of its file say; see the file. */
export const STUB_PIPELINE_URL = pathToFileURL(resolve('tests/run/stubs/stub-pipeline.mjs'));
