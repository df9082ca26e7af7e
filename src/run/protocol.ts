/** What the main thread and a worker tell each other: plain data only. */
import type { CsvDialect, RenderedFile, Rendering } from '../export/index.js';
import type { InputFile } from '../ingest/index.js';
import type { BilingualText, PipelineErrorCode, ReportDigest, SourceKind } from '../model/index.js';
import type { PipelineOptions } from '../pipeline.js';
import type { FileTally } from './file-tally.js';

/** Which PDF readers a run uses. */
export type ReaderChoice = PipelineOptions['reader'];

/** What is read of pages that are pictures: all of them, their tables and their title, nothing. */
export type PictureReading = 'full' | 'skip' | 'off';

/** What a worker is told when it starts. */
export interface WorkerSettings {
  /** URL of the module that exports `sourceToReports`. */
  readonly pipelineUrl: string;
  /** URL of the folder of report families; the package's own when absent. */
  readonly familiesUrl?: string;
  readonly reader: ReaderChoice;
  readonly keepsContacts: boolean;
  /** How much is read of pages that are pictures. */
  readonly pictures: PictureReading;
  readonly measuresStages: boolean;
  readonly dialect: CsvDialect;
  readonly writesWide: boolean;
  readonly workbooks: Rendering['workbooks'];
}

/** From the main thread: begin; read this file; go on with it; leave it, for its bytes were seen before. */
export type ToWorker =
  | { readonly type: 'start'; readonly settings: WorkerSettings }
  | { readonly type: 'read'; readonly file: InputFile }
  | { readonly type: 'proceed' }
  | { readonly type: 'leave' };

/** Which bytes a file has. */
export interface Identity {
  readonly sha256: string;
  readonly kind: SourceKind;
  /** True for a file without bytes: two of them are two failures, not duplicates. */
  readonly isEmpty: boolean;
}

/** From a worker. */
export type FromWorker =
  | { readonly type: 'ready' }
  /** It cannot start: the installation or a family definition is broken. */
  | { readonly type: 'broken'; readonly text: BilingualText }
  | { readonly type: 'identified'; readonly identity: Identity }
  | { readonly type: 'left' }
  | {
      readonly type: 'rendered';
      readonly rendered: RenderedFile;
      readonly tally: FileTally;
      /** For comparison with the other reports of the run. */
      readonly digests: readonly ReportDigest[];
      readonly keptMib: number;
    }
  | {
      readonly type: 'refused';
      readonly code: PipelineErrorCode;
      readonly text: BilingualText;
      readonly keptMib: number;
    };
