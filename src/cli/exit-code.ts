/** The exit codes of the command line, as docs/cli.md lists them. */
import type { RunSummary } from '../run/index.js';

/** What the exit code says. */
export const EXIT_CODES = {
  /** All files came through; findings are data, not failures. */
  allCameThrough: 0,
  /** Some file failed, or with --strict some report has an error finding; of two outputs, they differ. */
  someFailed: 1,
  /** Wrong usage, or the run could not be carried out; nothing was written. */
  wrongUsage: 2,
  /** No input file, or all failed. */
  noneCameThrough: 3,
  /** Ended by SIGINT (Ctrl-C); nothing was written. */
  interrupted: 130,
  /** Ended by SIGTERM; nothing was written. */
  terminated: 143,
} as const;

/** The exit code of a finished run. */
export function summaryToExitCode(summary: RunSummary, isStrict: boolean): number {
  if (summary.files === 0 || summary.outcomes.failed === summary.files) return EXIT_CODES.noneCameThrough;
  if (summary.outcomes.failed > 0) return EXIT_CODES.someFailed;
  return isStrict && summary.reportsWithErrors > 0 ? EXIT_CODES.someFailed : EXIT_CODES.allCameThrough;
}
