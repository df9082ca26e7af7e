/** Brings every file of a run to exactly one outcome, and hands its part of the output to the writer. */
import PQueue from 'p-queue';
import type { CsvDialect, OutputWriter, RenderedFile } from '../export/index.js';
import type { InputFile } from '../ingest/index.js';
import { createIdentityGate, type IdentityGate } from './identity-gate.js';
import { CONCURRENT_WRITES, MAX_UNWRITTEN_FILES } from './limits.js';
import { toLostFile, type LostFileRecord } from './lost-file.js';
import type { Identity } from './protocol.js';
import type { ProgressEvent } from './run-options.js';
import type { FileResult } from './run-summary.js';
import type { WorkerPool } from './worker-pool.js';
import { tooMuchMemory, type ThreadOutcome, type ThreadResult } from './worker-thread.js';

/** What bringing the files to their outcomes needs. */
export interface FileRun {
  readonly files: readonly InputFile[];
  readonly workers: number;
  readonly pool: WorkerPool;
  readonly writer: Pick<OutputWriter, 'add'>;
  readonly dialect: CsvDialect;
  /** Ends the work. */
  readonly signal: AbortSignal;
  readonly onProgress: (event: ProgressEvent) => void;
  /** Called before the files suspected of needing too much memory are tried again, each alone. */
  readonly onTryAlone: () => void;
  /** What the process may hold while one file is alone, in MiB. */
  readonly aloneMib: number;
}

/** The work under way. */
interface Work extends FileRun {
  readonly gate: IdentityGate;
  readonly writes: PQueue;
  readonly results: FileResult[];
  /** Positions of files that were under way when memory ran short. */
  readonly suspects: number[];
  /** Ends the work because the output cannot be written. */
  readonly fail: (reason: unknown) => void;
  /** The shapes of digests: one text for all reports of one form, though each comes from its thread by itself. */
  readonly shapes: Map<string, string>;
  done: number;
}

/** A file that came back from a worker. */
interface Handled {
  readonly identity: Identity | undefined;
  /** Position of the first file with the same bytes, where this is another one. */
  readonly original: number | undefined;
  readonly result: ThreadResult;
}

/**
 * Handles all files; resolves when everything is with the writer.
 *
 * A file that was under way when the process ran short of memory may have been the victim of another; it is tried again
 * at the end, alone, and only then judged.
 *
 * @returns One result a file, in the order of the files.
 * @throws {unknown} the signal's reason once it is aborted; an error of the file system when the output cannot be
 * written; a {@link BrokenWorkerError} when no worker can start.
 */
export async function runFiles(run: FileRun): Promise<readonly FileResult[]> {
  run.signal.throwIfAborted();
  const failing = new AbortController();
  const signal = AbortSignal.any([run.signal, failing.signal]);
  const work: Work = {
    ...run,
    signal,
    gate: createIdentityGate(),
    writes: new PQueue({ concurrency: CONCURRENT_WRITES }),
    results: [],
    suspects: [],
    fail: (reason) => {
      failing.abort(reason);
    },
    shapes: new Map(),
    done: 0,
  };
  try {
    await untilAborted(signal, handleAll(work));
  } finally {
    work.writes.clear();
    await work.writes.onIdle();
  }
  return work.results;
}

async function handleAll(work: Work): Promise<void> {
  const queue = new PQueue({ concurrency: work.workers });
  work.signal.addEventListener('abort', () => {
    queue.clear();
  });
  try {
    await Promise.all(work.files.map((_, position) => queue.add(() => handleInTurn(work, position))));
  } finally {
    queue.clear();
  }
  if (work.suspects.length > 0) {
    work.onTryAlone();
    for (const position of work.suspects) {
      await work.pool.closeIdle();
      await handleAlone(work, position);
    }
  }
  await work.writes.onIdle();
  work.signal.throwIfAborted();
}

async function handleInTurn(work: Work, position: number): Promise<void> {
  const handled = await handleFile(work, position);
  if (handled.result.outcome.type === 'stopped') work.suspects.push(position);
  else await settle(work, position, handled);
}

async function handleAlone(work: Work, position: number): Promise<void> {
  const handled = await handleFile(work, position);
  if (handled.result.outcome.type !== 'stopped') {
    await settle(work, position, handled);
    return;
  }
  const outcome: ThreadOutcome = { type: 'refused', code: 'memory-limit', text: tooMuchMemory(work.aloneMib) };
  await settle(work, position, { ...handled, result: { ...handled.result, outcome } });
}

async function handleFile(work: Work, position: number): Promise<Handled> {
  let identity: Identity | undefined;
  let original: number | undefined;
  const result = await work.pool.handle(fileAt(work, position), async (found) => {
    identity = found;
    original = await work.gate.pass(position, found.isEmpty ? undefined : found.sha256);
    return original === undefined;
  });
  // A file that failed before its bytes were known must not hold up those behind it.
  void work.gate.pass(position);
  return { identity, original, result };
}

async function settle(work: Work, position: number, { identity, original, result }: Handled): Promise<void> {
  const { outcome, elapsedMs } = result;
  if (work.signal.aborted || outcome.type === 'stopped') return;
  const { sourcePath } = fileAt(work, position);
  if (outcome.type === 'rendered') {
    await write(work, position, outcome.rendered);
    const { tally, rendered } = outcome;
    const digests = outcome.digests.map((digest) => ({ ...digest, shape: sharedText(work.shapes, digest.shape) }));
    note(work, position, { type: 'reports', sourcePath, tally, digests, rows: rendered.reportRows });
    return;
  }
  const duplicateOf = original === undefined ? '' : fileAt(work, original).sourcePath;
  const lost: LostFileRecord = toLostFile({
    sourcePath,
    identity,
    elapsedMs,
    duplicateOf,
    outcome,
    dialect: work.dialect,
  });
  await write(work, position, lost.rendered);
  note(work, position, { type: 'lost', sourcePath, outcome: lost.outcome, reason: lost.reason });
}

function sharedText(known: Map<string, string>, text: string): string {
  const first = known.get(text);
  if (first !== undefined) return first;
  known.set(text, text);
  return text;
}

/** Hands a file's part to the writer; waits only when many parts are waiting already. */
async function write(work: Work, position: number, rendered: RenderedFile): Promise<void> {
  work.writes.add(() => work.writer.add(position, rendered)).catch(work.fail);
  await work.writes.onSizeLessThan(MAX_UNWRITTEN_FILES);
}

function note(work: Work, position: number, result: FileResult): void {
  work.results[position] = result;
  work.done++;
  const { sourcePath } = result;
  const common = { type: 'file', done: work.done, total: work.files.length, sourcePath } as const;
  if (result.type === 'lost') work.onProgress({ ...common, outcome: result.outcome, reason: result.reason });
  else work.onProgress({ ...common, outcome: result.tally.reportsWithFindings > 0 ? 'findings' : 'ok' });
}

function fileAt({ files }: FileRun, position: number): InputFile {
  const file = files[position];
  if (file === undefined) throw new RangeError(`no file at ${position}`);
  return file;
}

/** Settles as the work does, or rejects as soon as it is aborted. */
async function untilAborted(signal: AbortSignal, work: Promise<void>): Promise<void> {
  let reject: (() => void) | undefined;
  const aborted = new Promise<never>((_, fail) => {
    reject = () => {
      fail(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    signal.addEventListener('abort', reject);
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    if (reject !== undefined) signal.removeEventListener('abort', reject);
  }
}
