/** Watches the memory of the whole process, which the heap limits of the workers do not bound: buffers and WebAssembly. */
import { MEMORY_SAMPLE_MS, MEMORY_SETTLE_MS } from './limits.js';

/**
 * Calls back whenever the process holds more than a limit, and not again until memory had time to return.
 *
 * @returns A function that ends the watch.
 */
export function watchMemory(limitMib: number, onExceeded: () => Promise<void>): () => void {
  let settlesAt = 0;
  const timer = setInterval(() => {
    if (performance.now() < settlesAt || process.memoryUsage.rss() <= limitMib * 1024 * 1024) return;
    settlesAt = Infinity;
    void onExceeded().finally(() => {
      settlesAt = performance.now() + MEMORY_SETTLE_MS;
    });
  }, MEMORY_SAMPLE_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
