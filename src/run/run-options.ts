/** What a run is told, and what it tells while it goes on. */
import type { BilingualText, FailedOutcome, ReportOutcome } from '../model/index.js';
import type { CsvDialect, OutputFormat } from '../export/index.js';
import type { FileLimits } from './limits.js';
import type { PictureReading, ReaderChoice } from './protocol.js';

/** How a run is carried out; every field may be left out. */
export interface RunOptions {
  /** Folder that the output replaces as a whole; `output` in the current folder by default. */
  readonly outputDirectory?: string;
  /** Files handled at the same time; as many as there are cores by default. */
  readonly workers?: number;
  /** Time for one file. */
  readonly timeoutMs?: number;
  readonly reader?: ReaderChoice;
  /** Whether CSV files begin with a byte-order mark, by which Excel knows UTF-8; true by default. */
  readonly hasBom?: boolean;
  /** How the CSV files are written. */
  readonly dialect?: CsvDialect;
  /** What is written beside CSV and JSON; `DEFAULT_FORMATS` by default. */
  readonly formats?: readonly OutputFormat[];
  /**
   * Whether reports of one body are compared where it calls itself by different names (洪泽区人民政府, 淮安市洪泽区人民政府);
   * true by default.
   */
  readonly joinsNames?: boolean;
  /** Whether the reports' JSON says how their bodies are reached; false by default. */
  readonly keepsContacts?: boolean;
  /** What is read of pages that are pictures: all (by default), tables and title only (`skip`), nothing (`off`). */
  readonly pictures?: PictureReading;
  /** Ends the run early; an earlier output stays as it was. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Whether the summary says how long each stage took. */
  readonly measuresStages?: boolean;
  /** URL of a folder of report families; those of the package by default. */
  readonly familiesUrl?: URL;
  /** URL of a module that exports `sourceToReports`; the package's by default. */
  readonly pipelineUrl?: URL;
  /** URL of the worker's entry; the package's by default. */
  readonly workerUrl?: URL;
  /** Other limits than the default ones. */
  readonly limits?: Partial<FileLimits>;
}

/** What happens in a run. */
export type ProgressEvent =
  /** The files are known; the work begins. */
  | { readonly type: 'started'; readonly total: number }
  | {
      readonly type: 'file';
      /** Files done, this one included. */
      readonly done: number;
      readonly total: number;
      readonly sourcePath: string;
      readonly outcome: ReportOutcome | FailedOutcome;
      /** Absent for reports. */
      readonly reason?: BilingualText;
    };
