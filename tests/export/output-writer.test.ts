import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputRefusedError } from '../../src/export/output-error.js';
import { openOutput, type OutputWriter } from '../../src/export/output-writer.js';
import { renderFileWithoutReport, renderReports } from '../../src/export/render-file.js';
import { sampleReport } from './sample-report.js';

let folder = '';
let out = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'gouji-out-')));
  out = join(folder, 'out');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function openHere(hasBom = true): Promise<OutputWriter> {
  return openOutput(out, { hasBom, version: '1.2.3', formats: ['csv'] });
}

async function writeRun(hasBom = true): Promise<void> {
  const writer = await openHere(hasBom);
  await writer.add(1, await renderReports([sampleReport()], 5));
  const reason = { zh: 'empty: 空', en: 'empty: empty' };
  const lost = { sourcePath: '年报/a.pdf', sha256: '', kind: '', outcome: 'failed', reason, elapsedMs: 0 } as const;
  await writer.add(0, renderFileWithoutReport(lost));
  await writer.commit([]);
}

const OUTPUT = [
  'README.md',
  'comparability.csv',
  'datapackage.json',
  'facts.csv',
  'findings.csv',
  'report.html',
  'reports',
  'reports.csv',
  'reports.sha256',
];

describe('openOutput', () => {
  it('writes tables, reports and their description, and leaves nothing else behind', async () => {
    await writeRun();
    expect(await readdir(folder)).toEqual(['out']);
    expect((await readdir(out)).sort()).toEqual(OUTPUT);
    expect(await readdir(join(out, 'reports'))).toEqual(['0123456789abcdef.json']);
    const reports = await readFile(join(out, 'reports.csv'), 'utf8');
    expect(reports.split('\r\n').map((line) => line.split(',')[1])).toEqual([
      'source_path',
      '年报/a.pdf',
      '年报/某局.pdf',
      undefined,
    ]);
  });

  it('begins each CSV with a byte-order mark, or with none', async () => {
    await writeRun();
    expect(await readFile(join(out, 'facts.csv'), 'utf8')).toMatch(/^\uFEFFreport_id,/);
    await writeRun(false);
    expect(await readFile(join(out, 'facts.csv'), 'utf8')).toMatch(/^report_id,/);
  });

  it('describes the bytes that were written', async () => {
    await writeRun();
    const { resources } = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8')) as {
      resources: { bytes?: number }[];
    };
    expect(resources[0]?.bytes).toBe((await readFile(join(out, 'facts.csv'))).length);
  });

  it('replaces an earlier run as a whole, and keeps a .gitkeep', async () => {
    await writeRun();
    await writeFile(join(out, '.gitkeep'), '');
    await writeFile(join(out, 'reports/fedcba9876543210.json'), '{}');
    await writeRun();
    expect((await readdir(out)).sort()).toEqual(['.gitkeep', ...OUTPUT]);
    expect(await readdir(join(out, 'reports'))).toEqual(['0123456789abcdef.json']);
  });

  it('writes into an empty folder, one with a .gitkeep alone, and through a symbolic link', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real/.gitkeep'), '');
    await symlink(join(folder, 'real'), out);
    await writeRun();
    expect((await readdir(join(folder, 'real'))).sort()).toEqual(['.gitkeep', ...OUTPUT]);
    expect((await readdir(folder)).sort()).toEqual(['out', 'real']);
  });

  it('makes the folders above it', async () => {
    out = join(folder, 'a/b/out');
    await writeRun();
    expect((await readdir(out)).sort()).toEqual(OUTPUT);
  });

  it('leaves an earlier run untouched until it is committed, and when it is discarded', async () => {
    await writeRun();
    const before = await readFile(join(out, 'facts.csv'), 'utf8');
    const writer = await openHere();
    await writer.add(0, await renderReports([sampleReport({ facts: [] })], 5));
    expect(await readFile(join(out, 'facts.csv'), 'utf8')).toBe(before);
    await writer.discard();
    expect(await readFile(join(out, 'facts.csv'), 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['out']);
  });
});

describe('openOutput refuses', () => {
  async function expectRefusal(mentioned: string): Promise<void> {
    const error: unknown = await openHere().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutputRefusedError);
    if (error instanceof OutputRefusedError) {
      expect(error.text.zh).toContain(mentioned);
      expect(error.text.en).toContain(mentioned);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  }

  it('a folder that holds anything else', async () => {
    await mkdir(out);
    await writeFile(join(out, 'thesis.docx'), '');
    await expectRefusal('thesis.docx');
  });

  it('a folder with files of the same names that no run wrote', async () => {
    await mkdir(out);
    await writeFile(join(out, 'facts.csv'), '');
    await expectRefusal('facts.csv');
  });

  it('the folder of another data package', async () => {
    await mkdir(out);
    await writeFile(join(out, 'datapackage.json'), '{"name":"other"}');
    await expectRefusal('datapackage.json');
  });

  it('an earlier run to which a file was added', async () => {
    await writeRun();
    await writeFile(join(out, 'notes.txt'), '');
    await expectRefusal('notes.txt');
  });

  it('an earlier run with a file added among the reports', async () => {
    await writeRun();
    await writeFile(join(out, 'reports/notes.json'), '');
    await expectRefusal('reports/notes.json');
  });

  it('a file', async () => {
    await writeFile(out, '');
    await expectRefusal(out);
  });

  it('the current folder and those above it', async () => {
    out = join(process.cwd(), '..');
    await expectRefusal('--out');
  });

  it('a place where no folder can be made', async () => {
    await writeFile(join(folder, 'file'), '');
    out = join(folder, 'file/out');
    await expectRefusal(join(folder, 'file'));
  });
});

describe('openOutput after a run that was killed', () => {
  /** The id of a process that has ended. */
  function deadPid(): number {
    return spawnSync(process.execPath, ['-e', '']).pid;
  }

  function leftover(suffix: string): string {
    return join(folder, `.out.gouji-${hostname().replace(/[^A-Za-z0-9]/g, '')}-${suffix}`);
  }

  it('removes what it left beside the output', async () => {
    await mkdir(leftover(`${deadPid()}-abc`));
    await writeRun();
    expect(await readdir(folder)).toEqual(['out']);
  });

  it('puts back an output that was lost between the two renames', async () => {
    await writeRun();
    const lost = leftover(`${deadPid()}-abc-former`);
    await mkdir(lost);
    await writeFile(join(lost, 'datapackage.json'), '{"name":"gouji-run"}');
    await rm(out, { recursive: true });
    await (await openHere()).discard();
    expect(await readdir(out)).toEqual(['datapackage.json']);
  });

  it('leaves alone what belongs to a run that is still going on', async () => {
    const other = leftover(`${process.ppid}-abc`);
    await mkdir(other);
    await writeRun();
    expect((await readdir(folder)).length).toBe(2);
  });
});
