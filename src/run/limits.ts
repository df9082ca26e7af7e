/** How much one file may cost. Each limit ends in an outcome of that file, never in the end of the run. */

/**
 * Time for one file. A long report takes a second or two, a hundred pages that both readers must read about fifteen; so
 * this is reached by loops and bombs only.
 */
export const DEFAULT_TIMEOUT_MS = 120_000;

/** JavaScript heap of one worker, in MiB. Reading both sample reports with both readers stays below 200. */
export const WORKER_HEAP_MIB = 768;

/**
 * What a worker may keep, in MiB, once a file is done: heap, buffers and WebAssembly memory, which never shrinks. One
 * that keeps more is replaced by a fresh one, which costs 0.1–0.3 s. Ordinary workers keep 60–150.
 */
export const WORKER_KEEP_MIB = 320;

/**
 * Memory of the whole process, in MiB, watched from outside, since the heap limit does not see buffers and WebAssembly:
 * so much for the main thread.
 */
export const PROCESS_BASE_MIB = 512;

/** And so much for each worker. */
export const PROCESS_WORKER_MIB = 1024;

/** How often the memory of the process is looked at. */
export const MEMORY_SAMPLE_MS = 200;

/** How long a terminated worker's memory may take to return to the system before the next look counts. */
export const MEMORY_SETTLE_MS = 1000;

/** Finished files waiting to be written before workers are given more: a slow disk must not fill the memory. */
export const MAX_UNWRITTEN_FILES = 16;

/** Files written at the same time: half the threads that the system has for files, since workers read through them too. */
export const CONCURRENT_WRITES = 2;

/** The limits that apply to each file of a run. */
export interface FileLimits {
  readonly timeoutMs: number;
  readonly workerHeapMib: number;
  readonly workerKeepMib: number;
  readonly processMib: number;
}
