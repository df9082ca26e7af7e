/** Holds two outputs against each other, report by report; only what changed is kept. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportJson } from '../../export/index.js';
import type { ReportOwner } from '../indicators/index.js';
import { readRows, type OutputFolder, type OutputRow } from '../read-output.js';
import { OutputUnreadableError } from '../unreadable-output.js';
import { diffReports, type DiffedReport, type ReportChanges } from './diff-reports.js';
import { matchReports, type LoneReport, type MatchableReport, type MatchedReports } from './match-reports.js';

/** How outputs are held against each other. */
export interface DiffOptions {
  /** Reports with one key are of one body. */
  readonly bureauKeyOf: (owner: ReportOwner) => string;
  /** Whether a body's reports are held against each other though they are on different years. */
  readonly isAcrossYears: boolean;
}

/** A report of an output. */
export interface DiffedOwner extends MatchableReport {
  readonly outcome: string;
}

/** Two reports, and what changed. */
export interface DiffedPair extends MatchedReports<DiffedOwner> {
  readonly changes: ReportChanges;
}

/** A report that only one output has, and what became of its file in the other. */
export interface DiffedLone extends LoneReport<DiffedOwner> {
  /** `outcome` and `reason` of the file of the same path; empty where there is none. */
  readonly elsewhere: { readonly outcome: string; readonly reason: string };
}

/** What changed between two outputs. */
export interface OutputDiff {
  readonly old: OutputFolder;
  readonly new: OutputFolder;
  readonly isAcrossYears: boolean;
  /** In the order of the new output, those without a change included. */
  readonly pairs: readonly DiffedPair[];
  readonly lone: readonly DiffedLone[];
}

/**
 * Finds what changed.
 *
 * @throws {OutputUnreadableError} when an output lacks a table or a report, or it is damaged.
 */
export async function diffOutputs(old: OutputFolder, other: OutputFolder, options: DiffOptions): Promise<OutputDiff> {
  const [oldRows, newRows] = [await readRows(old, 'reports'), await readRows(other, 'reports')];
  const { isAcrossYears } = options;
  const { pairs, lone } = matchReports(toOwners(oldRows, options), toOwners(newRows, options), isAcrossYears);
  const diffed: DiffedPair[] = [];
  for (const pair of pairs) diffed.push({ ...pair, changes: await changesOf(pair, old, other) });
  const byPath = { old: rowsByPath(newRows), new: rowsByPath(oldRows) };
  return {
    old,
    new: other,
    isAcrossYears,
    pairs: diffed,
    lone: lone.map((each) => {
      const { outcome = '', reason = '' } = byPath[each.side].get(each.report.sourcePath) ?? {};
      return { ...each, elsewhere: { outcome, reason } };
    }),
  };
}

type ReportRow = OutputRow<'reports'>;

/** The reports whose figures count: a copy's are those of the other file. */
function toOwners(rows: readonly ReportRow[], { bureauKeyOf }: DiffOptions): DiffedOwner[] {
  return rows
    .filter(({ report_id: id, outcome }) => id !== '' && (outcome === 'ok' || outcome === 'findings'))
    .map((row) => ({
      reportId: row.report_id,
      sourcePath: row.source_path,
      agency: row.agency,
      year: row.year,
      bureauKey: bureauKeyOf(row),
      outcome: row.outcome,
    }));
}

function rowsByPath(rows: readonly ReportRow[]): Map<string, ReportRow> {
  return new Map(rows.map((row) => [row.source_path, row]));
}

async function changesOf(
  { old, new: report }: MatchedReports<DiffedOwner>,
  oldFolder: OutputFolder,
  newFolder: OutputFolder,
): Promise<ReportChanges> {
  const before = await readReportText(oldFolder, old.reportId);
  const after = await readReportText(newFolder, report.reportId);
  // Most reports of two versions are the same to the byte: they need not be read.
  if (before === after) return { facts: [], findings: [] };
  return diffReports(toReport(before, oldFolder, old.reportId), toReport(after, newFolder, report.reportId));
}

async function readReportText(folder: OutputFolder, reportId: string): Promise<string> {
  try {
    return await readFile(join(folder.path, 'reports', `${reportId}.json`), 'utf8');
  } catch (cause) {
    throw unreadable(folder, reportId, cause);
  }
}

function toReport(text: string, folder: OutputFolder, reportId: string): DiffedReport {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(folder, reportId, cause);
  }
  if (!isReportJson(json)) throw unreadable(folder, reportId);
  return json;
}

/** Our own format names itself; its version changes when what is read here does. */
function isReportJson(json: unknown): json is ReportJson {
  return (
    typeof json === 'object' &&
    json !== null &&
    'format' in json &&
    json.format === 'gouji-report' &&
    'format_version' in json &&
    json.format_version === 1 &&
    'facts' in json &&
    Array.isArray(json.facts) &&
    'findings' in json &&
    Array.isArray(json.findings)
  );
}

function unreadable({ path }: OutputFolder, reportId: string, cause?: unknown): OutputUnreadableError {
  const file = join(path, 'reports', `${reportId}.json`);
  return new OutputUnreadableError(
    {
      zh: `${file} 缺失、损坏，或由格式不同的版本写出；请重新运行 gouji run`,
      en: `${file} is missing, damaged, or of a version with another format; make it again with gouji run`,
    },
    { cause },
  );
}
