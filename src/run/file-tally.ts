/** Counts what the reports of one file hold, small enough to be kept for every file of a long run. */
import { findingsInFormOrder } from '../export/index.js';
import type { BilingualText, Cause, FactStatus, Finding, Report, Severity } from '../model/index.js';

/** A finding worth naming at the end of a run. */
export interface NotableFinding {
  readonly sourcePath: string;
  readonly agency: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly cause: Cause;
  readonly message: BilingualText;
  /** Absent where the finding has no place on a page. */
  readonly pageNumber?: number;
}

/** How many figures have each status. */
export type StatusCounts = Readonly<Record<FactStatus, number>>;
/** How many findings have each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;
/** How many findings have each cause. */
export type CauseCounts = Readonly<Record<Cause, number>>;

/** What the reports of one file, or of many, hold. */
export interface FileTally {
  readonly reports: number;
  readonly reportsWithFindings: number;
  readonly reportsWithErrors: number;
  readonly pages: number;
  /** Pages that two readers read. */
  readonly secondOpinionPages: number;
  readonly facts: StatusCounts;
  readonly severities: SeverityCounts;
  readonly causes: CauseCounts;
  /** The most important findings, errors first; at most `MAX_NOTABLE`. */
  readonly notable: readonly NotableFinding[];
  /** Time each stage took; empty unless measured. */
  readonly stagesMs: Readonly<Record<string, number>>;
}

/** As many findings are named at the end of a run. */
export const MAX_NOTABLE = 5;

/** The tally of nothing. */
export const EMPTY_TALLY: FileTally = {
  reports: 0,
  reportsWithFindings: 0,
  reportsWithErrors: 0,
  pages: 0,
  secondOpinionPages: 0,
  facts: { printed: 0, derived: 0, repaired: 0, suspect: 0, missing: 0 },
  severities: { error: 0, warning: 0, info: 0 },
  causes: { publisher: 0, extraction: 0, unknown: 0 },
  notable: [],
  stagesMs: {},
};

/** Counts what the reports of one file hold. */
export function tallyReports(reports: readonly Report[], stagesMs: Readonly<Record<string, number>> = {}): FileTally {
  return { ...reports.map(tallyReport).reduce(addTallies, EMPTY_TALLY), stagesMs };
}

/** Adds two tallies; the notable findings of the first come first among equals. */
export function addTallies(a: FileTally, b: FileTally): FileTally {
  return {
    reports: a.reports + b.reports,
    reportsWithFindings: a.reportsWithFindings + b.reportsWithFindings,
    reportsWithErrors: a.reportsWithErrors + b.reportsWithErrors,
    pages: a.pages + b.pages,
    secondOpinionPages: a.secondOpinionPages + b.secondOpinionPages,
    facts: addCounts(a.facts, b.facts),
    severities: addCounts(a.severities, b.severities),
    causes: addCounts(a.causes, b.causes),
    notable: mostNotable([...a.notable, ...b.notable]),
    stagesMs: addStages(a.stagesMs, b.stagesMs),
  };
}

/** A finding of a report that is not at hand any more. */
export interface LateFinding {
  readonly finding: Finding;
  readonly agency: string;
  readonly sourcePath: string;
}

/** The tally of a file to whose reports findings were added. */
export function withFindings(
  tally: FileTally,
  added: readonly LateFinding[],
  reports: { readonly outcomes: readonly Report['outcome'][]; readonly hasErrors: readonly boolean[] },
): FileTally {
  const severities = { ...tally.severities };
  const causes = { ...tally.causes };
  for (const { finding } of added) {
    severities[finding.severity]++;
    causes[finding.cause]++;
  }
  return {
    ...tally,
    reportsWithFindings: reports.outcomes.filter((outcome) => outcome === 'findings').length,
    reportsWithErrors: reports.hasErrors.filter(Boolean).length,
    severities,
    causes,
    notable: mostNotable([...tally.notable, ...added.map(({ finding, ...report }) => toNotable(report, finding))]),
  };
}

function tallyReport(report: Report): FileTally {
  const facts = { ...EMPTY_TALLY.facts };
  for (const { status } of report.facts) facts[status]++;
  const severities = { ...EMPTY_TALLY.severities };
  const causes = { ...EMPTY_TALLY.causes };
  for (const { severity, cause } of report.findings) {
    severities[severity]++;
    causes[cause]++;
  }
  return {
    reports: 1,
    reportsWithFindings: report.outcome === 'findings' ? 1 : 0,
    reportsWithErrors: severities.error > 0 ? 1 : 0,
    pages: report.pageCount,
    secondOpinionPages: report.readers.filter(({ readers }) => readers.length > 1).length,
    facts,
    severities,
    causes,
    notable: mostNotable(findingsInFormOrder(report).map((finding) => toNotable(report, finding))),
    stagesMs: {},
  };
}

function toNotable(report: Pick<Report, 'sourcePath' | 'agency'>, finding: Finding): NotableFinding {
  return {
    sourcePath: report.sourcePath,
    agency: report.agency,
    rule: finding.rule,
    severity: finding.severity,
    cause: finding.cause,
    message: finding.message,
    ...(finding.place === undefined ? {} : { pageNumber: finding.place.pageNumber }),
  };
}

const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'info'];

function mostNotable(findings: readonly NotableFinding[]): NotableFinding[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity))
    .slice(0, MAX_NOTABLE);
}

function addCounts<Key extends string>(
  a: Readonly<Record<Key, number>>,
  b: Readonly<Record<Key, number>>,
): Record<Key, number> {
  const sum: Record<Key, number> = { ...a };
  for (const key in b) sum[key] += b[key];
  return sum;
}

function addStages(a: FileTally['stagesMs'], b: FileTally['stagesMs']): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [stage, ms] of Object.entries(b)) sum[stage] = (sum[stage] ?? 0) + ms;
  return sum;
}
