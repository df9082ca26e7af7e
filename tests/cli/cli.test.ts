import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUILD_TIMEOUT_MS, CLI, ensureBuiltPackage } from '../run/built-package.js';

let folder = '';

// Each of these starts whole runs, which a busy machine takes its time for.
vi.setConfig({ testTimeout: BUILD_TIMEOUT_MS });

beforeAll(ensureBuiltPackage, BUILD_TIMEOUT_MS);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-cli-'));
  await mkdir(join(folder, 'in'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function gouji(args: readonly string[], env: NodeJS.ProcessEnv = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
  });
  return { status, stdout, stderr };
}

function put(name: string, text: string): Promise<void> {
  return writeFile(join(folder, 'in', name), text);
}

describe('gouji', () => {
  it('prints its version and nothing else', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(gouji(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('helps in the language of the locale, or in the one asked for', () => {
    expect(gouji(['--help']).stdout).toContain('Usage:');
    expect(gouji(['--help'], { LC_ALL: 'zh_CN.UTF-8' }).stdout).toContain('用法：');
    expect(gouji(['--help', '--lang', 'zh']).stdout).toContain('用法：');
  });

  it.each([[['run']], [['run', 'in', '--workers', 'many']], [['walk', 'in']], [[]]])(
    'exits with 2 on wrong usage: %j',
    (args) => {
      const { status, stdout, stderr } = gouji(args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^gouji: .+\ngouji --help says more\n$/);
    },
  );

  it('complains in the language asked for', () => {
    expect(gouji(['run', '--lang', 'zh']).stderr).toContain('请指明文件或文件夹');
  });

  it('exits with 2 before any work when the output folder holds something else', async () => {
    await mkdir(join(folder, 'output'));
    await writeFile(join(folder, 'output/thesis.docx'), '');
    await put('a.txt', 'x');
    const { status, stderr } = gouji(['run', 'in']);
    expect(status).toBe(2);
    expect(stderr).toContain('thesis.docx');
    expect(await readdir(join(folder, 'output'))).toEqual(['thesis.docx']);
  });

  it('exits with 3 when there is nothing to read, and writes nothing', async () => {
    const { status, stderr } = gouji(['run', 'in', 'gone']);
    expect(status).toBe(3);
    expect(stderr).toBe('gouji: there is no gone\ngouji: no file to read; nothing was written\n');
    expect(await readdir(folder)).toEqual(['in']);
  });

  it('exits with 3 when all files failed, and with 1 when some did', async () => {
    await put('empty.pdf', '');
    expect(gouji(['run', 'in']).status).toBe(3);
    await put('letter.rtf', '{\\rtf1 }');
    expect(gouji(['run', 'in']).status).toBe(1);
  });

  it('exits with 1 with --strict when a report does not add up, and with 0 without', () => {
    const sample = resolve('samples/reports/publishers-error-review-total.pdf');
    expect(gouji(['run', sample]).status).toBe(0);
    expect(gouji(['run', sample, '--strict']).status).toBe(1);
  });

  it('shows progress on standard error, and ends with a summary on standard output', async () => {
    await put('empty.pdf', '');
    await put('letter.rtf', '{\\rtf1 }');
    const { stdout, stderr } = gouji(['run', 'in', '--out', 'result', '--workers', '1']);
    expect(stderr).toBe(
      '[1/2] in/empty.pdf failed (empty: the file has no bytes; fetch it again)\n' +
        '[2/2] in/letter.rtf skipped (unsupported-kind: a word processor document of an old or other format (.doc, .wps, .rtf, .odt), not supported; save it as DOCX or PDF in WPS or Word)\n',
    );
    expect(stdout).toContain('Files: 2 (1 failed, 1 skipped).');
    expect(stdout).toContain('The output is in result:');
    expect((await readdir(join(folder, 'result'))).sort()).toEqual([
      'README.md',
      'comparability.csv',
      'datapackage.json',
      'facts.csv',
      'facts.parquet',
      'figures.csv',
      'findings.csv',
      'report.html',
      'reports',
      'reports.csv',
      'reports.sha256',
      'wide',
    ]);
  });

  it('says of an output without reports that there is nothing to compare, and that it stands up', async () => {
    await put('letter.rtf', '{\\rtf1 }');
    gouji(['run', 'in', '--out', 'none', '--quiet']);
    const compared = gouji(['compare', 'none']);
    expect(compared.status).toBe(0);
    expect(compared.stdout).toContain('there is nothing to compare');
    expect(gouji(['verify', 'none'])).toEqual({ status: 0, stdout: 'none: every claim stands up.\n', stderr: '' });
    const refused = gouji(['verify', 'in']);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('in is no output folder of gouji: there is no datapackage.json in it');
  });

  it('prints nothing but errors with --quiet', async () => {
    await put('empty.pdf', '');
    await put('letter.rtf', '{\\rtf1 }');
    expect(gouji(['run', 'in', '--quiet'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'gouji: in/empty.pdf empty: the file has no bytes; fetch it again\n',
    });
  });

  it('prints one JSON document on standard output with --json', async () => {
    await put('letter.rtf', '{\\rtf1 }');
    const { status, stdout } = gouji(['run', 'in', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: 1, outcomes: { skipped: 1 }, exit_code: 0 });
  });

  it('writes Chinese files whatever the locale', async () => {
    await put('letter.rtf', '{\\rtf1 }');
    gouji(['run', 'in', '--out', 'en']);
    gouji(['run', 'in', '--out', 'zh'], { LC_ALL: 'zh_CN.UTF-8' });
    const [english, chinese] = await Promise.all(
      ['en', 'zh'].map((out) => readFile(join(folder, out, 'reports.csv'), 'utf8')),
    );
    expect(english).toContain('文字处理文档');
    expect(english?.replace(/\d+\r\n$/, '')).toBe(chinese?.replace(/\d+\r\n$/, ''));
  });

  it('goes on when nobody reads its output', async () => {
    await put('letter.rtf', '{\\rtf1 }');
    const child = spawn(process.execPath, [CLI, 'run', 'in'], { cwd: folder });
    child.stdout.destroy();
    child.stderr.destroy();
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect(status).toBe(0);
    expect(await readdir(join(folder, 'output'))).toContain('facts.csv');
  });

  it.runIf(process.platform !== 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends cleanly at %s with %i, the earlier output untouched', async (signal, code) => {
    await put('letter.rtf', '{\\rtf1 }');
    gouji(['run', 'in']);
    const before = await readFile(join(folder, 'output/reports.csv'), 'utf8');
    for (let at = 0; at < 3000; at++) await put(`${at}.rtf`, `{\\rtf1 ${at}}`);
    const child = spawn(process.execPath, [CLI, 'run', 'in'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr === '') child.kill(signal);
      stderr += chunk.toString();
    });
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect(status).toBe(code);
    expect(stderr).toContain('interrupted; an earlier output is unchanged');
    expect(await readFile(join(folder, 'output/reports.csv'), 'utf8')).toBe(before);
    expect((await readdir(folder)).sort()).toEqual(['in', 'output']);
  });
});
