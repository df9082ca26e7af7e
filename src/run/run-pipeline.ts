/**
 * Runs the pipeline over many files: a queue feeds worker threads, each file comes to exactly one outcome, and the output
 * takes its place as a whole at the end. Nothing that a file does can end the run.
 */
import { availableParallelism } from 'node:os';
import {
  DEFAULT_FORMATS,
  openOutput,
  workbookChoice,
  type DrawAgain,
  type OutputOptions,
  type OutputWriter,
} from '../export/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../families/index.js';
import { expandArchives, listInputs, type InputFile } from '../ingest/index.js';
import type { Family } from '../model/index.js';
import { compareResults } from './compare-results.js';
import {
  DEFAULT_TIMEOUT_MS,
  PROCESS_BASE_MIB,
  PROCESS_WORKER_MIB,
  WORKER_HEAP_MIB,
  WORKER_KEEP_MIB,
  type FileLimits,
} from './limits.js';
import { packageVersion } from './package-version.js';
import { PictureDrawer } from './picture-drawer.js';
import { runFiles } from './run-files.js';
import type { RunOptions } from './run-options.js';
import { summarise, type FileResult, type RunSummary } from './run-summary.js';
import { watchMemory } from './watch-memory.js';
import { WorkerPool } from './worker-pool.js';

/** Where a run writes by default, in the current folder. */
export const DEFAULT_OUTPUT_DIRECTORY = 'output';

/**
 * Reads the files and folders given and writes the checked figures.
 *
 * @returns What the run came to. Where there is no file to read, nothing is written and an earlier output stays.
 * @throws {OutputRefusedError} before any work when the output folder may not be written to.
 * @throws {BrokenWorkerError} when a family definition or the installation is broken.
 * @throws {unknown} the signal's reason when it is aborted; an error of the file system when the output cannot be
 * written. An earlier output stays in every case.
 */
export async function runPipeline(inputs: readonly string[], options: RunOptions = {}): Promise<RunSummary> {
  const start = performance.now();
  const outputDirectory = options.outputDirectory ?? DEFAULT_OUTPUT_DIRECTORY;
  const { files: found, missing } = await listInputs(inputs, [outputDirectory]);
  if (found.length === missing.length) {
    return summarise([], { missingArguments: missing, elapsedMs: performance.now() - start });
  }
  const files = await expandArchives(found);
  const writer = await openOutput(outputDirectory, toOutputOptions(options));
  const drawer = new PictureDrawer(new URL('./picture-worker.js', workerUrlOf(options)), toLimits(options, 1));
  let results: readonly FileResult[];
  try {
    let families: Promise<readonly Family[]> | undefined;
    // Once all files are done: by then the workers have found the families to be sound.
    const loadOnce = (): Promise<readonly Family[]> =>
      (families ??= loadFamilies(options.familiesUrl ?? PIPELINES_DIRECTORY));
    results = await compareResults(await handleFiles(files, writer, options), {
      writer,
      loadFamilies: loadOnce,
      joinsNames: options.joinsNames ?? true,
      signal: options.signal ?? new AbortController().signal,
    });
    const counts = summarise(results, { missingArguments: missing, elapsedMs: 0 });
    await writer.commit(await loadOnce(), { counts, drawAgain: drawAgain(files, drawer, options.signal) });
  } catch (error) {
    await writer.discard();
    throw error;
  } finally {
    await drawer.close();
  }
  return summarise(results, {
    missingArguments: missing,
    outputPath: writer.path,
    elapsedMs: performance.now() - start,
  });
}

/** Draws from the files as they are now; pages of one that was changed since it was read are not drawn. */
function drawAgain(files: readonly InputFile[], drawer: PictureDrawer, signal: AbortSignal | undefined): DrawAgain {
  return async (position, reportId, regions) => {
    signal?.throwIfAborted();
    const file = files[position];
    // A report is named by the hash of its file; further ones of the same file have a number behind it.
    return file === undefined ? [] : drawer.draw({ file, hashStart: reportId.replace(/-\d+$/, ''), regions });
  };
}

function toOutputOptions({ hasBom, dialect = 'default', formats }: RunOptions): OutputOptions {
  return {
    hasBom: hasBom ?? dialect !== 'plain',
    version: packageVersion(),
    dialect,
    ...(formats === undefined ? {} : { formats }),
  };
}

async function handleFiles(
  files: readonly InputFile[],
  writer: OutputWriter,
  options: RunOptions,
): Promise<readonly FileResult[]> {
  const formats = options.formats ?? DEFAULT_FORMATS;
  const workers = Math.min(options.workers ?? availableParallelism(), files.length);
  const limits = toLimits(options, workers);
  const pool = new WorkerPool({
    workerUrl: workerUrlOf(options),
    settings: {
      pipelineUrl: (options.pipelineUrl ?? new URL('../pipeline.js', import.meta.url)).href,
      ...(options.familiesUrl === undefined ? {} : { familiesUrl: options.familiesUrl.href }),
      reader: options.reader ?? 'auto',
      keepsContacts: options.keepsContacts ?? false,
      pictures: options.pictures ?? 'full',
      measuresStages: options.measuresStages ?? false,
      dialect: options.dialect ?? 'default',
      writesWide: formats.includes('wide'),
      workbooks: workbookChoice(formats),
    },
    limits,
  });
  const aloneMib = Math.min(limits.processMib, PROCESS_BASE_MIB + PROCESS_WORKER_MIB);
  let stopWatch = watchMemory(limits.processMib, () => pool.stopLongestBusy());
  const onProgress = options.onProgress ?? (() => undefined);
  onProgress({ type: 'started', total: files.length });
  try {
    return await runFiles({
      files,
      workers,
      pool,
      writer,
      dialect: options.dialect ?? 'default',
      signal: options.signal ?? new AbortController().signal,
      onProgress,
      onTryAlone: () => {
        stopWatch();
        stopWatch = watchMemory(aloneMib, () => pool.stopLongestBusy());
      },
      aloneMib,
    });
  } finally {
    stopWatch();
    await pool.close();
  }
}

function workerUrlOf({ workerUrl }: RunOptions): URL {
  return workerUrl ?? new URL('./worker.js', import.meta.url);
}

function toLimits(options: RunOptions, workers: number): FileLimits {
  return {
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    workerHeapMib: WORKER_HEAP_MIB,
    workerKeepMib: WORKER_KEEP_MIB,
    processMib: PROCESS_BASE_MIB + workers * PROCESS_WORKER_MIB,
    ...options.limits,
  };
}
