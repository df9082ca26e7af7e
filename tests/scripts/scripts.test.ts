/** Runs the scripts behind `npm start` and `npm test` in a made-up clone whose npm, compiler and tools only take notes. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let clone = '';

/** A program that notes that it ran, and then does `more`. */
function noting(name: string, more = ''): string {
  return `const fs = require('node:fs'), path = require('node:path');
fs.appendFileSync(path.join(${JSON.stringify(clone)}, 'notes'), ['${name}', ...process.argv.slice(2)].join(' ') + '\\n');
${more}`;
}

async function put(path: string, text = ''): Promise<void> {
  await mkdir(join(clone, path, '..'), { recursive: true });
  await writeFile(join(clone, path), text);
}

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'gouji-clone-'));
  await cp('scripts', join(clone, 'scripts'), { recursive: true });
  await put('package-lock.json', '{}');
  await put('tsconfig.json');
  await put('tsconfig.build.json');
  await put('src/cli/index.ts');
  await put('samples/reports/a.pdf');
  // `npm ci` puts the packages there; here, programs that take notes.
  const installed: readonly (readonly [string, string])[] = [
    ['.package-lock.json', '{}'],
    ['typescript/bin/tsc', noting('tsc', writes('dist/cli/index.js', noting('gouji')))],
    [
      'vitest/vitest.mjs',
      `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n${noting('vitest')}`,
    ],
  ];
  await put('npm.cjs', noting('npm', installed.map(([path, text]) => writes(`node_modules/${path}`, text)).join('\n')));
});
afterEach(async () => {
  await rm(clone, { recursive: true });
});

function writes(path: string, text: string): string {
  const target = JSON.stringify(join(clone, path));
  return `fs.mkdirSync(path.dirname(${target}), { recursive: true }); fs.writeFileSync(${target}, ${JSON.stringify(text)});`;
}

interface Outcome {
  readonly status: number | null;
  readonly notes: readonly string[];
  readonly stderr: string;
}

async function runScript(name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  await rm(join(clone, 'notes'), { force: true });
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'scripts', name), ...args], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(clone, 'npm.cjs'), LC_ALL: 'en_US.UTF-8', ...env },
  });
  const notes = await readFile(join(clone, 'notes'), 'utf8').catch(() => '');
  return { status, stderr, notes: notes.split('\n').filter((note) => note !== '') };
}

/** Makes a file newer than everything that was installed or built. */
async function touch(path: string): Promise<void> {
  const later = new Date(Date.now() + 10_000);
  await utimes(join(clone, path), later, later);
}

const INSTALL = 'npm ci --include=dev --no-audit --no-fund';
const BUILD = 'tsc -p tsconfig.build.json';
const RUN = 'gouji run samples/reports --out output';

describe('npm start', () => {
  it('installs, builds and runs in a fresh clone, and only runs the second time', async () => {
    const first = await runScript('start.mjs');
    expect(first.notes).toEqual([INSTALL, BUILD, RUN]);
    expect(first.status).toBe(0);
    expect(first.stderr).toContain('output/facts.csv');
    expect((await runScript('start.mjs')).notes).toEqual([RUN]);
  });

  it('installs again when the lock file has changed', async () => {
    await runScript('start.mjs');
    await put('package-lock.json', '{"changed":true}');
    await touch('package-lock.json');
    expect((await runScript('start.mjs')).notes).toEqual([INSTALL, RUN]);
  });

  it('does not install again when a checkout only renewed the time of the lock file', async () => {
    await runScript('start.mjs');
    await touch('package-lock.json');
    expect((await runScript('start.mjs')).notes).toEqual([RUN]);
  });

  it('builds again when a source is newer', async () => {
    await runScript('start.mjs');
    await touch('src/cli/index.ts');
    expect((await runScript('start.mjs')).notes).toEqual([BUILD, RUN]);
  });

  it('speaks the language of the locale', async () => {
    expect((await runScript('start.mjs', [], { LC_ALL: 'zh_CN.UTF-8' })).stderr).toContain('正在安装依赖');
  });

  it('reads what is named instead of the samples', async () => {
    await runScript('start.mjs');
    expect((await runScript('start.mjs', ['my reports', '--strict'])).notes).toEqual(['gouji run my reports --strict']);
  });

  it('says that the install failed, and stops', async () => {
    await put('npm.cjs', noting('npm', 'process.exit(7)'));
    const { status, notes, stderr } = await runScript('start.mjs');
    expect(status).toBe(7);
    expect(notes).toEqual([INSTALL]);
    expect(stderr).toContain('The install failed');
  });

  it('passes on how the run ended', async () => {
    await runScript('start.mjs');
    await put('dist/cli/index.js', noting('gouji', 'process.exit(3)'));
    expect((await runScript('start.mjs')).status).toBe(3);
  });
});

describe('npm test', () => {
  it('installs, builds and runs vitest with what follows --', async () => {
    expect((await runScript('test.mjs', ['tests/run', '-t', 'x'])).notes).toEqual([
      INSTALL,
      BUILD,
      'vitest run tests/run -t x',
    ]);
  });
});

describe('ensureNode', () => {
  async function check(version: string): Promise<Outcome> {
    await put('scripts/check.mjs', `import { ensureNode } from './ensure-installed.mjs';\nensureNode('${version}');\n`);
    return runScript('check.mjs');
  }

  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0-nightly'])('accepts Node %s', async (version) => {
    expect((await check(version)).status).toBe(0);
  });

  it.each(['18.20.0', '20.18.9', '9.0.0'])('says what is wrong with Node %s', async (version) => {
    const { status, stderr } = await check(version);
    expect(status).toBe(2);
    expect(stderr).toContain(`Node 20.19.0 or newer is needed; this is ${version}`);
  });
});
