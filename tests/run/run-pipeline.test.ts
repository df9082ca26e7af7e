import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runPipeline, type ProgressEvent, type RunOptions, type RunSummary } from '../../src/run/index.js';
import { writeZip } from '../ingest/archive/write-zip.js';
import { BUILD_TIMEOUT_MS, ensureBuiltPackage, STUB_PIPELINE_URL, WORKER_URL } from './built-package.js';

let folder = '';

beforeAll(ensureBuiltPackage, BUILD_TIMEOUT_MS);
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'gouji-run-')));
  await mkdir(join(folder, 'in'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Puts a file into the input folder; the stub pipeline does what its text says. */
async function put(name: string, text: string): Promise<void> {
  await mkdir(join(folder, 'in', name, '..'), { recursive: true });
  await writeFile(join(folder, 'in', name), text);
}

function runHere(options: RunOptions = {}, inputs = ['in']): Promise<RunSummary> {
  return runPipeline(
    inputs.map((input) => join(folder, input)),
    {
      outputDirectory: join(folder, 'out'),
      pipelineUrl: STUB_PIPELINE_URL,
      workerUrl: WORKER_URL,
      workers: 2,
      ...options,
    },
  );
}

type Row = Record<string, string>;

async function readTable(name: string): Promise<Row[]> {
  const rows: unknown = parse(await readFile(join(folder, 'out', name), 'utf8'), { columns: true, bom: true });
  return rows as Row[];
}

/** Outcome and the reason's first word, by path. */
async function outcomes(): Promise<Record<string, string>> {
  const rows = await readTable('reports.csv');
  return Object.fromEntries(
    rows.map((row) => [row['source_path'] ?? '', `${row['outcome']} ${row['reason']?.split(/[: ]/)[0]}`.trim()]),
  );
}

/** A hash of everything in the output, the column `ms` left out. */
async function hashOutput(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(join(folder, 'out'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) {
    const text = await readFile(name, 'utf8');
    hash.update(name).update(name.endsWith('reports.csv') ? text.replace(/,\d+\r\n/g, ',\r\n') : text);
  }
  return hash.digest('hex');
}

describe('runPipeline', () => {
  it('brings each file to exactly one outcome, and goes on whatever happens in one', async () => {
    await put('a-report.txt', 'report 3');
    await put('b-findings.txt', 'findings');
    await put('c-encrypted.pdf', 'refuse encrypted');
    await put('d-other.txt', 'refuse no-form-found');
    await put('e-scanned.txt', 'refuse scanned');
    await put('f-throws.txt', 'throw');
    await put('g-exits.txt', 'exit');
    await put('h-empty.pdf', '');
    await put('i-letter.rtf', '{\\rtf1 }');
    await put('j-again.txt', 'report 3');
    await put('k-empty.txt', '');
    await put('l-last.txt', 'report 1 last');
    const summary = await runHere();
    expect(await outcomes()).toEqual({
      'in/a-report.txt': 'ok',
      'in/b-findings.txt': 'findings',
      'in/c-encrypted.pdf': 'failed encrypted',
      'in/d-other.txt': 'unrecognised no-form-found',
      'in/e-scanned.txt': 'skipped scanned',
      'in/f-throws.txt': 'failed crashed',
      'in/g-exits.txt': 'failed crashed',
      'in/h-empty.pdf': 'failed empty',
      'in/i-letter.rtf': 'skipped unsupported-kind',
      'in/j-again.txt': 'skipped duplicate-of',
      'in/k-empty.txt': 'failed empty',
      'in/l-last.txt': 'ok',
    });
    expect(summary).toMatchObject({
      files: 12,
      outcomes: { ok: 2, findings: 1, failed: 5, unrecognised: 1, skipped: 3 },
      figures: { total: 5 },
      findings: { total: 1 },
    });
    const reports = await readTable('reports.csv');
    expect(reports.find((row) => row['source_path'] === 'in/j-again.txt')?.['reason']).toBe(
      'duplicate-of in/a-report.txt',
    );
    expect((await readTable('facts.csv')).map((row) => row['source_path'])).toEqual([
      ...Array.from({ length: 3 }, () => 'in/a-report.txt'),
      'in/b-findings.txt',
      'in/l-last.txt',
    ]);
  });

  it('reads the members of archives like files, and gives each its own row', async () => {
    await put('a.txt', 'report 1');
    const nested = writeZip([{ name: 'deep.txt', data: 'report 4', isDeflated: true }]);
    const archive = writeZip([
      { name: 'b.txt', data: 'report 2', isDeflated: true },
      { name: '区/a.txt', data: 'report 1' },
      { name: '区/c.zip', data: nested },
      { name: '区/locked.txt', data: 'report 3', flags: 1 },
    ]);
    await writeFile(join(folder, 'in/z.zip'), archive);
    await writeFile(join(folder, 'in/cut.zip'), archive.subarray(0, -30));
    const summary = await runHere({ workers: 3 });
    expect(await outcomes()).toEqual({
      'in/a.txt': 'ok',
      'in/cut.zip': 'failed truncated',
      'in/z.zip!/b.txt': 'ok',
      'in/z.zip!/区/a.txt': 'skipped duplicate-of',
      'in/z.zip!/区/c.zip!/deep.txt': 'ok',
      'in/z.zip!/区/locked.txt': 'failed encrypted',
    });
    expect(summary.files).toBe(6);
    expect((await readTable('facts.csv')).map((row) => row['source_path'])).toContain('in/z.zip!/区/c.zip!/deep.txt');
  });

  it('ends a file that takes too long, and no other', async () => {
    await put('a.txt', 'loop');
    await put('b.txt', 'report');
    await put('c.txt', 'sleep 60000');
    await put('d.txt', 'report 2');
    await runHere({ timeoutMs: 700 });
    expect(await outcomes()).toEqual({
      'in/a.txt': 'failed time-limit',
      'in/b.txt': 'ok',
      'in/c.txt': 'failed time-limit',
      'in/d.txt': 'ok',
    });
  });

  it('does not count the wait for other files as a file’s time', async () => {
    await put('a.txt', 'sleep 600');
    await put('b.txt', 'sleep 600 b');
    await put('c.txt', 'sleep 600 c');
    await runHere({ timeoutMs: 900, workers: 1 });
    expect(Object.values(await outcomes())).toEqual(['ok', 'ok', 'ok']);
  });

  it('ends a file that fills the heap, and no other', async () => {
    await put('a.txt', 'heap');
    await put('b.txt', 'report');
    await runHere({ limits: { workerHeapMib: 64 } });
    expect(await outcomes()).toEqual({ 'in/a.txt': 'failed memory-limit', 'in/b.txt': 'ok' });
  });

  it('ends a file that fills the memory outside the heap, tried again alone first', async () => {
    await put('a.txt', 'buffers 700');
    await put('b.txt', 'sleep 400');
    await put('c.txt', 'report');
    const processMib = Math.round(process.memoryUsage.rss() / 1024 / 1024) + 400;
    await runHere({ limits: { processMib } });
    expect(await outcomes()).toEqual({ 'in/a.txt': 'failed memory-limit', 'in/b.txt': 'ok', 'in/c.txt': 'ok' });
  });

  it('clears a file of the suspicion when it fits alone', async () => {
    await put('a.txt', 'buffers 250');
    await put('b.txt', 'buffers 250 b');
    const processMib = Math.round(process.memoryUsage.rss() / 1024 / 1024) + 420;
    await runHere({ limits: { processMib } });
    expect(Object.values(await outcomes())).toEqual(['ok', 'ok']);
  });

  it('replaces a worker that keeps much memory, without anyone noticing', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await put(`${name}.txt`, `report 1 ${name}`);
    await runHere({ limits: { workerKeepMib: 1 } });
    expect(Object.values(await outcomes())).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('writes both reports of a file that holds two', async () => {
    await put('a.txt', 'two-reports');
    await runHere();
    const ids = (await readTable('reports.csv')).map((row) => row['report_id']);
    expect(ids[1]).toBe(`${ids[0]}-2`);
    expect(await readdir(join(folder, 'out/reports'))).toEqual([`${ids[1]}.json`, `${ids[0]}.json`]);
  });

  it('writes the same bytes with any number of workers, and any order of arguments', async () => {
    for (let at = 0; at < 30; at++)
      await put(`x/${at}.txt`, at % 7 === 0 ? 'findings' : `sleep ${(at * 37) % 50} ${at}`);
    for (let at = 0; at < 10; at++) await put(`y/${at}.txt`, at % 3 === 0 ? 'refuse truncated' : `sleep ${at} ${at}`);
    await runHere({ workers: 1 }, ['in/x', 'in/y']);
    const alone = await hashOutput();
    await runHere({ workers: 4 }, ['in/y', 'in/x']);
    expect(await hashOutput()).toBe(alone);
  });

  it('tells what happens, each file once', async () => {
    await put('a.txt', 'report');
    await put('b.txt', 'refuse encrypted');
    const events: ProgressEvent[] = [];
    await runHere({ workers: 1, onProgress: (event) => events.push(event) });
    expect(events).toEqual([
      { type: 'started', total: 2 },
      { type: 'file', done: 1, total: 2, sourcePath: 'in/a.txt', outcome: 'ok' },
      {
        type: 'file',
        done: 2,
        total: 2,
        sourcePath: 'in/b.txt',
        outcome: 'failed',
        reason: { zh: 'encrypted: 不行', en: 'encrypted: no' },
      },
    ]);
  });

  it('measures the stages when asked to', async () => {
    await put('a.txt', 'report');
    const { stagesMs } = await runHere({ measuresStages: true });
    expect(Object.keys(stagesMs).sort()).toEqual(['export', 'extract', 'ingest', 'pictures']);
    expect((await runHere()).stagesMs).toEqual({});
  });

  it('leaves an earlier output alone when there is nothing to read', async () => {
    await put('a.txt', 'report');
    await runHere();
    const before = await hashOutput();
    const summary = await runHere({}, ['nothing-here']);
    expect(summary).toMatchObject({ files: 0, missingArguments: [join(folder, 'nothing-here')] });
    expect(summary.outputPath).toBeUndefined();
    await mkdir(join(folder, 'empty'));
    expect((await runHere({}, ['empty'])).files).toBe(0);
    expect(await hashOutput()).toBe(before);
  });

  it('gives an argument that leads nowhere an outcome, when others lead somewhere', async () => {
    await put('a.txt', 'report');
    await runHere({}, ['in', 'gone.pdf']);
    expect(await outcomes()).toEqual({ 'gone.pdf': 'failed vanished', 'in/a.txt': 'ok' });
  });

  it('goes on when a file vanishes meanwhile', async () => {
    for (const name of ['a', 'b', 'c']) await put(`${name}.txt`, `sleep 50 ${name}`);
    await runHere({
      workers: 1,
      onProgress: (event) => {
        if (event.type === 'started') unlinkSync(join(folder, 'in/b.txt'));
      },
    });
    expect(await outcomes()).toEqual({ 'in/a.txt': 'ok', 'in/b.txt': 'failed vanished', 'in/c.txt': 'ok' });
  });

  it('does not read its own output', async () => {
    await put('a.txt', 'report');
    const options = { outputDirectory: join(folder, 'in/out') };
    await runHere(options);
    expect((await runHere(options)).files).toBe(1);
  });

  it('stops at a signal and leaves an earlier output as it was', async () => {
    await put('a.txt', 'report');
    await runHere();
    const before = await hashOutput();
    await put('b.txt', 'loop');
    await put('c.txt', 'loop ');
    await put('d.txt', 'loop  ');
    const abort = new AbortController();
    const running = runHere({
      signal: abort.signal,
      onProgress: () =>
        setTimeout(() => {
          abort.abort(new Error('stop'));
        }, 300),
    });
    await expect(running).rejects.toThrow('stop');
    expect(await hashOutput()).toBe(before);
    expect((await readdir(folder)).sort()).toEqual(['in', 'out']);
  });

  it('does not begin when the signal is given already', async () => {
    await put('a.txt', 'report');
    await expect(runHere({ signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
    expect((await readdir(folder)).sort()).toEqual(['in']);
  });

  it('ends when no worker can start, and writes nothing', async () => {
    for (const name of ['a', 'b', 'c']) await put(`${name}.txt`, `report 1 ${name}`);
    await expect(runHere({ pipelineUrl: new URL('file:///nowhere.mjs') })).rejects.toThrow('nowhere');
    await expect(runHere({ familiesUrl: new URL('file:///nowhere/') })).rejects.toThrow('nowhere');
    expect((await readdir(folder)).sort()).toEqual(['in']);
  });

  it('ends when the output cannot be written, and leaves the earlier one', async () => {
    await put('a.txt', 'report');
    await runHere();
    const before = await hashOutput();
    await put('b.txt', 'report 1 b');
    const failing = runHere({
      onProgress: (event) => {
        // Takes the folder away under the writer.
        if (event.type === 'started') void removeAside();
      },
    });
    await expect(failing).rejects.toThrow('ENOENT');
    expect(await hashOutput()).toBe(before);
  });
});

async function removeAside(): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith('.out.gouji-')) await rm(join(folder, name), { recursive: true });
  }
}
