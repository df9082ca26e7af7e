/** Drives the stages over many files. */
export type { NotableFinding } from './file-tally.js';
export { DEFAULT_TIMEOUT_MS, type FileLimits } from './limits.js';
export { packageVersion } from './package-version.js';
export type { ReaderChoice } from './protocol.js';
export type { ProgressEvent, RunOptions } from './run-options.js';
export { DEFAULT_OUTPUT_DIRECTORY, runPipeline } from './run-pipeline.js';
export type { LostFile, RunSummary } from './run-summary.js';
export { BrokenWorkerError } from './worker-thread.js';
