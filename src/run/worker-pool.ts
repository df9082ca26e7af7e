/** Worker threads that take turns at the files of a run; a thread that ended or grew too large is replaced by a fresh one. */
import type { InputFile } from '../ingest/index.js';
import { WorkerThread, type IdentityCheck, type ThreadOptions, type ThreadResult } from './worker-thread.js';

/** The threads of a run. As many exist as files are handled at the same time. */
export class WorkerPool {
  readonly #options: ThreadOptions;
  readonly #idle: WorkerThread[] = [];
  readonly #busy = new Set<WorkerThread>();
  #isClosed = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /**
   * Handles one file in a thread of its own.
   *
   * @throws {BrokenWorkerError} when threads cannot start.
   */
  async handle(file: InputFile, checkIdentity: IdentityCheck): Promise<ThreadResult> {
    if (this.#isClosed) return { outcome: { type: 'stopped' }, elapsedMs: 0 };
    const thread = this.#idle.pop() ?? new WorkerThread(this.#options);
    this.#busy.add(thread);
    try {
      return await thread.handle(file, checkIdentity);
    } finally {
      this.#busy.delete(thread);
      if (this.#mayReuse(thread)) this.#idle.push(thread);
      else void thread.close();
    }
  }

  #mayReuse(thread: WorkerThread): boolean {
    return thread.isUsable && !this.#isClosed;
  }

  /** Ends the thread that has been busy longest, if any is. */
  async stopLongestBusy(): Promise<void> {
    const busy = [...this.#busy].flatMap((thread) =>
      thread.busySince === undefined ? [] : [{ thread, since: thread.busySince }],
    );
    await busy.sort((a, b) => a.since - b.since)[0]?.thread.close();
  }

  /** Ends the threads that have nothing to do. */
  async closeIdle(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((thread) => thread.close()));
  }

  /** Ends all threads; files under way are `stopped`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#busy].map((thread) => thread.close()));
    await this.closeIdle();
  }
}
