/**
 * One worker thread seen from the main thread: it is given files one by one, and ends when a file exceeds its time, when
 * it crashes, or when it is closed. An ended thread is never used again.
 */
import { Worker } from 'node:worker_threads';
import type { InputFile } from '../ingest/index.js';
import { BilingualError, type BilingualText, type PipelineErrorCode } from '../model/index.js';
import type { FileLimits } from './limits.js';
import type { FromWorker, Identity, ToWorker, WorkerSettings } from './protocol.js';

/** What a thread is made from. */
export interface ThreadOptions {
  readonly workerUrl: URL;
  readonly settings: WorkerSettings;
  readonly limits: FileLimits;
}

/** What became of a file in a thread. */
export type ThreadOutcome =
  | Extract<FromWorker, { type: 'rendered' | 'left' }>
  | { readonly type: 'refused'; readonly code: PipelineErrorCode; readonly text: BilingualText }
  /** The thread was closed from outside. */
  | { readonly type: 'stopped' };

/** What became of a file, and how long it took, waiting for other files left out. */
export interface ThreadResult {
  readonly outcome: ThreadOutcome;
  readonly elapsedMs: number;
}

/** Answers whether a file with these bytes is to be handled. */
export type IdentityCheck = (identity: Identity) => Promise<boolean>;

/** The workers cannot work at all: a broken installation or family definition. Ends the run. */
export class BrokenWorkerError extends BilingualError {}

/** A file under way. */
interface Job {
  readonly file: InputFile;
  readonly checkIdentity: IdentityCheck;
  readonly resolve: (result: ThreadResult) => void;
  readonly reject: (error: Error) => void;
  /** When the phase under way began; absent before the thread is ready and while the file waits for others. */
  since: number | undefined;
  /** Time of the phases before. */
  elapsedMs: number;
}

/**
 * A file's pages and cells live as short as the file: with room for them the collector runs rarely, which saves some 10 %
 * of the time. The default is 48 for a whole process and less for a thread.
 */
const YOUNG_GENERATION_MIB = 96;

/** A worker thread. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #limits: FileLimits;
  #isReady = false;
  #isEnded = false;
  #keptMib = 0;
  #job: Job | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor({ workerUrl, settings, limits }: ThreadOptions) {
    this.#limits = limits;
    this.#worker = new Worker(workerUrl, {
      // What libraries print is not ours to show: standard output may be read by a program.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.workerHeapMib, maxYoungGenerationSizeMb: YOUNG_GENERATION_MIB },
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (message: FromWorker) => {
      this.#receive(message);
    });
    this.#worker.on('error', (error) => {
      this.#endWith(errorToRefusal(error, limits));
    });
    this.#worker.on('exit', (code) => {
      this.#endWith(crash(`exit ${code}`));
    });
    this.#post({ type: 'start', settings });
  }

  /** False once the thread has ended, or keeps so much memory that a fresh one should take its place. */
  get isUsable(): boolean {
    return !this.#isEnded && this.#keptMib <= this.#limits.workerKeepMib;
  }

  /** When the work under way began (`performance.now()`); `undefined` when there is none. */
  get busySince(): number | undefined {
    return this.#job?.since;
  }

  /**
   * Handles one file; to be called only when the one before is done.
   *
   * @throws {BrokenWorkerError} when the thread could not start.
   */
  handle(file: InputFile, checkIdentity: IdentityCheck): Promise<ThreadResult> {
    return new Promise((resolve, reject) => {
      this.#job = { file, checkIdentity, resolve, reject, since: undefined, elapsedMs: 0 };
      if (this.#isEnded) this.#finish({ type: 'stopped' });
      else if (this.#isReady) this.#read(this.#job);
    });
  }

  /** Ends the thread; the file under way, if any, is `stopped`. */
  async close(): Promise<void> {
    this.#endWith({ type: 'stopped' });
    await this.#worker.terminate();
  }

  #receive(message: FromWorker): void {
    const job = this.#job;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        if (job !== undefined) this.#read(job);
        break;
      case 'broken':
        this.#breakWith(message.text);
        break;
      case 'identified':
        this.#pauseClock();
        if (job !== undefined) void this.#answerIdentity(job, message.identity);
        break;
      case 'left':
        this.#finish(message);
        break;
      case 'rendered':
      case 'refused':
        this.#keptMib = message.keptMib;
        this.#finish(message);
        break;
    }
  }

  #read(job: Job): void {
    this.#startClock(job);
    this.#post({ type: 'read', file: job.file });
  }

  async #answerIdentity(job: Job, identity: Identity): Promise<void> {
    const mayProceed = await job.checkIdentity(identity);
    if (this.#job !== job) return;
    this.#startClock(job);
    this.#post({ type: mayProceed ? 'proceed' : 'leave' });
  }

  #startClock(job: Job): void {
    job.since = performance.now();
    this.#deadline = setTimeout(() => {
      this.#endWith({ type: 'refused', code: 'time-limit', text: tooSlow(this.#limits.timeoutMs) });
    }, this.#limits.timeoutMs);
  }

  #pauseClock(): void {
    clearTimeout(this.#deadline);
    const job = this.#job;
    if (job?.since === undefined) return;
    job.elapsedMs += performance.now() - job.since;
    job.since = undefined;
  }

  #finish(outcome: ThreadOutcome): void {
    this.#pauseClock();
    const job = this.#job;
    this.#job = undefined;
    job?.resolve({ outcome, elapsedMs: job.elapsedMs });
  }

  /** Ends the thread once; later events of a dying thread change nothing. */
  #endWith(outcome: ThreadOutcome): void {
    if (this.#isEnded) return;
    if (!this.#isReady && outcome.type === 'refused') {
      this.#breakWith(outcome.text);
      return;
    }
    this.#isEnded = true;
    void this.#worker.terminate();
    this.#finish(outcome);
  }

  /** Ends a thread that never got ready: the next one would fare no better. */
  #breakWith(text: BilingualText): void {
    this.#isEnded = true;
    void this.#worker.terminate();
    const job = this.#job;
    this.#job = undefined;
    job?.reject(new BrokenWorkerError(text));
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

type Refusal = Extract<ThreadOutcome, { type: 'refused' }>;

function errorToRefusal(error: Error, limits: FileLimits): Refusal {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { type: 'refused', code: 'memory-limit', text: tooMuchMemory(limits.workerHeapMib) };
  }
  return crash(`${error.name}: ${error.message}`);
}

/** How much of an error's message goes into a reason. */
const MAX_DETAIL_LENGTH = 200;

function crash(detail: string): Refusal {
  const short = detail.replace(/\s+/g, ' ').trim().slice(0, MAX_DETAIL_LENGTH);
  return {
    type: 'refused',
    code: 'crashed',
    text: { zh: `程序在处理此文件时出错（${short}）`, en: `the program failed on this file (${short})` },
  };
}

/** The reason of a file that needs more memory than it may have. */
export function tooMuchMemory(mebibytes: number): BilingualText {
  return { zh: `内存超过 ${mebibytes} MiB`, en: `needs more than ${mebibytes} MiB of memory` };
}

function tooSlow(timeoutMs: number): BilingualText {
  const seconds = timeoutMs / 1000;
  return {
    zh: `处理超过 ${seconds} 秒；可用 --timeout 放宽`,
    en: `takes more than ${seconds} s; --timeout allows for more`,
  };
}
