/** What a run came to. */
import type { ReportRow } from '../export/index.js';
import type { BilingualText, FailedOutcome, ReportDigest, ReportOutcome } from '../model/index.js';
import {
  addTallies,
  EMPTY_TALLY,
  type CauseCounts,
  type FileTally,
  type NotableFinding,
  type SeverityCounts,
  type StatusCounts,
} from './file-tally.js';

/** A file that gave no report. */
export interface LostFile {
  readonly sourcePath: string;
  readonly outcome: FailedOutcome;
  /** Its first word says why. */
  readonly reason: BilingualText;
}

/** What a run came to. */
export interface RunSummary {
  /** Absolute path of the output folder; absent when nothing was written, since there was nothing to read. */
  readonly outputPath?: string;
  /** Arguments that lead nowhere. */
  readonly missingArguments: readonly string[];
  readonly files: number;
  readonly outcomes: Readonly<Record<ReportOutcome | FailedOutcome, number>>;
  readonly reports: number;
  /** Reports with a finding of severity `error`. */
  readonly reportsWithErrors: number;
  readonly pages: number;
  /** Pages that both PDF readers read. */
  readonly secondOpinionPages: number;
  readonly figures: StatusCounts & { readonly total: number };
  readonly findings: { readonly total: number; readonly bySeverity: SeverityCounts; readonly byCause: CauseCounts };
  /** The most important findings, in the order of the run within each severity; a few. */
  readonly notableFindings: readonly NotableFinding[];
  /** The first files that failed, or else gave no report; a few. */
  readonly lostFiles: readonly LostFile[];
  readonly elapsedMs: number;
  /** Time each stage took over all workers; empty unless asked for. */
  readonly stagesMs: Readonly<Record<string, number>>;
}

/** As many lost files are named. */
const MAX_LOST_FILES = 5;

/** What is kept of each file until the end. */
export type FileResult =
  | {
      readonly type: 'reports';
      readonly sourcePath: string;
      readonly tally: FileTally;
      /** Its rows of reports.csv and what its reports are compared by, until they are. */
      readonly rows: readonly ReportRow[];
      readonly digests: readonly ReportDigest[];
    }
  | ({ readonly type: 'lost' } & LostFile);

/** Adds up the files of a run, given in its order. */
export function summarise(
  results: readonly FileResult[],
  run: { readonly missingArguments: readonly string[]; readonly elapsedMs: number; readonly outputPath?: string },
): RunSummary {
  const outcomes = { ok: 0, findings: 0, failed: 0, unrecognised: 0, skipped: 0 };
  let tally = EMPTY_TALLY;
  const lost: LostFile[] = [];
  for (const result of results) {
    if (result.type === 'reports') {
      tally = addTallies(tally, result.tally);
      outcomes[result.tally.reportsWithFindings > 0 ? 'findings' : 'ok']++;
    } else {
      outcomes[result.outcome]++;
      lost.push({ sourcePath: result.sourcePath, outcome: result.outcome, reason: result.reason });
    }
  }
  return {
    ...run,
    files: results.length,
    outcomes,
    reports: tally.reports,
    reportsWithErrors: tally.reportsWithErrors,
    pages: tally.pages,
    secondOpinionPages: tally.secondOpinionPages,
    figures: { total: sum(tally.facts), ...tally.facts },
    findings: { total: sum(tally.severities), bySeverity: tally.severities, byCause: tally.causes },
    notableFindings: tally.notable,
    lostFiles: lost.toSorted((a, b) => lostRank(a) - lostRank(b)).slice(0, MAX_LOST_FILES),
    stagesMs: tally.stagesMs,
  };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function lostRank({ outcome }: LostFile): number {
  return ['failed', 'unrecognised', 'skipped'].indexOf(outcome);
}
