/**
 * Draws pages of files that were read before: what is found by comparing all files of a run is known only when the threads that
 * read them are done. One thread of its own does it, so that no file can end the run or hold it up.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AuditPicture } from '../export/index.js';
import type { FileLimits } from './limits.js';
import type { DrawingTask } from './picture-worker.js';

/** A thread that draws; it is there only while something is drawn. */
export class PictureDrawer {
  readonly #workerUrl: URL;
  readonly #limits: FileLimits;
  #worker: Worker | undefined;

  constructor(workerUrl: URL, limits: FileLimits) {
    this.#workerUrl = workerUrl;
    this.#limits = limits;
  }

  /** The pictures, to be asked for one task after the other; none where the file cannot be drawn any more. */
  async draw(task: DrawingTask): Promise<readonly AuditPicture[]> {
    const worker = (this.#worker ??= this.#start());
    try {
      const answered = once(worker, 'message', { signal: AbortSignal.timeout(this.#limits.timeoutMs) });
      worker.postMessage(task);
      const [pictures] = (await answered) as [readonly AuditPicture[]];
      return pictures;
    } catch {
      // The finding stands without its picture: the file has gone, is too slow, or ended the thread. The next gets a fresh one.
      await this.close();
      return [];
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    const worker = new Worker(this.#workerUrl, {
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.workerHeapMib },
    });
    worker.stdout.resume();
    worker.stderr.resume();
    return worker;
  }
}
