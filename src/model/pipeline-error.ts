/**
 * Errors that mean "this document cannot go on". What a person should merely look at is a `Finding`.
 *
 * One class with a closed set of codes: each code is the first word of the `reason` in reports.csv.
 */
import type { BilingualText } from './finding.js';

/** Why a document cannot go on. */
export type PipelineErrorCode =
  | 'encrypted'
  | 'truncated'
  | 'empty'
  | 'vanished'
  | 'time-limit'
  | 'memory-limit'
  | 'crashed'
  | 'no-form-found'
  | 'scanned'
  | 'image'
  | 'unsupported-kind'
  | 'duplicate-of';

/** The outcome of a file that gave no report. */
export type FailedOutcome = 'failed' | 'unrecognised' | 'skipped';

const OUTCOMES: Readonly<Record<PipelineErrorCode, FailedOutcome>> = {
  encrypted: 'failed',
  truncated: 'failed',
  empty: 'failed',
  vanished: 'failed',
  'time-limit': 'failed',
  'memory-limit': 'failed',
  crashed: 'failed',
  'no-form-found': 'unrecognised',
  scanned: 'skipped',
  image: 'skipped',
  'unsupported-kind': 'skipped',
  'duplicate-of': 'skipped',
};

/** A document that cannot go on, with what happened and what to do next in both languages. */
export class PipelineError extends Error {
  readonly code: PipelineErrorCode;
  readonly text: BilingualText;

  constructor(code: PipelineErrorCode, text: BilingualText, options?: ErrorOptions) {
    super(`${code}: ${text.en}`, options);
    this.name = 'PipelineError';
    this.code = code;
    this.text = text;
  }

  /** The `outcome` of the file in reports.csv. */
  get outcome(): FailedOutcome {
    return OUTCOMES[this.code];
  }
}
