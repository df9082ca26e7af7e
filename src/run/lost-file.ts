/** Words what became of a file that gave no report. */
import { renderFileWithoutReport, type CsvDialect, type RenderedFile } from '../export/index.js';
import { PipelineError, type BilingualText } from '../model/index.js';
import type { Identity } from './protocol.js';
import type { LostFile } from './run-summary.js';
import type { ThreadOutcome } from './worker-thread.js';

/** A file that gave no report, as it came back from a worker. */
export interface LostFileFacts {
  readonly sourcePath: string;
  /** Absent where the file could not be read. */
  readonly identity: Identity | undefined;
  readonly elapsedMs: number;
  /** Path of the first file with the same bytes; empty for all but duplicates. */
  readonly duplicateOf: string;
  readonly outcome: Extract<ThreadOutcome, { type: 'refused' | 'left' }>;
  readonly dialect: CsvDialect;
}

/** A file that gave no report, with its part of the output. */
export interface LostFileRecord extends LostFile {
  readonly rendered: RenderedFile;
}

/** Words what became of a file that gave no report, and renders its row of reports.csv. */
export function toLostFile({
  sourcePath,
  identity,
  elapsedMs,
  duplicateOf,
  outcome,
  dialect,
}: LostFileFacts): LostFileRecord {
  const error =
    outcome.type === 'refused'
      ? new PipelineError(outcome.code, outcome.text)
      : new PipelineError('duplicate-of', { zh: duplicateOf, en: duplicateOf });
  const lost: LostFile = { sourcePath, outcome: error.outcome, reason: errorToReason(error) };
  const file = { ...lost, sha256: identity?.sha256 ?? '', kind: identity?.kind ?? '', elapsedMs } as const;
  const rendered = renderFileWithoutReport(file, dialect);
  return { ...lost, rendered };
}

/** The `reason`: the stable code first, then what happened. */
function errorToReason({ code, text }: PipelineError): BilingualText {
  const separator = code === 'duplicate-of' ? ' ' : ': ';
  return { zh: `${code}${separator}${text.zh}`, en: `${code}${separator}${text.en}` };
}
