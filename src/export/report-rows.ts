/** Turns a report into the rows of the three tables. */
import type { BilingualText, CellPlace, Fact, FailedOutcome, Finding, Report, SourceKind } from '../model/index.js';
import { toThousandths, toTwoDecimals } from './hundredths.js';
import type { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, RowOf } from './columns.js';

/** A row of facts.csv. */
export type FactRow = RowOf<typeof FACT_COLUMNS>;
/** A row of findings.csv. */
export type FindingRow = RowOf<typeof FINDING_COLUMNS>;
/** A row of reports.csv. */
export type ReportRow = RowOf<typeof REPORT_COLUMNS>;

/** A file that gave no report. */
export interface FileWithoutReport {
  readonly sourcePath: string;
  /** Empty where the file could not be read. */
  readonly sha256: string;
  /** Empty where the file could not be read. */
  readonly kind: SourceKind | '';
  readonly outcome: FailedOutcome;
  /** Its first word says why. */
  readonly reason: BilingualText;
  readonly elapsedMs: number;
}

/** The first 16 hex digits of a hash; empty for none. */
export function hashToReportId(sha256: string): string {
  return sha256.slice(0, 16);
}

/** The rows of facts.csv, in the order of the form. */
export function reportToFactRows(report: Report): FactRow[] {
  const year = yearText(report);
  return report.facts.map((fact) => {
    const place = fact.place;
    // All keys in one literal, which is several times faster than spreading parts: there are millions of these rows.
    return {
      report_id: report.reportId,
      agency: report.agency,
      region_code: report.regionCode,
      level: report.level,
      year,
      edition: fact.edition,
      table: fact.table,
      row: fact.row,
      column: fact.column,
      value: fact.value,
      unit: fact.unit,
      printed: fact.printed,
      status: fact.status,
      confidence: fact.confidence === undefined ? '' : toThousandths(fact.confidence).toFixed(3),
      page: pageText(place),
      x0: place === undefined ? '' : toTwoDecimals(place.box.x0),
      y0: place === undefined ? '' : toTwoDecimals(place.box.top),
      x1: place === undefined ? '' : toTwoDecimals(place.box.x1),
      y1: place === undefined ? '' : toTwoDecimals(place.box.bottom),
      source_path: report.sourcePath,
    };
  });
}

/** The rows of findings.csv: what concerns the whole report first, then in the order of the form. */
export function reportToFindingRows(report: Report): FindingRow[] {
  const owner = {
    report_id: report.reportId,
    agency: report.agency,
    year: yearText(report),
    source_path: report.sourcePath,
  };
  return findingsInFormOrder(report).map((finding) => toFindingRow(owner, finding, pageText(finding.place)));
}

/** One row of findings.csv, from a finding as the stages or as the JSON hold it. */
export function toFindingRow(
  owner: Pick<FindingRow, 'report_id' | 'agency' | 'year' | 'source_path'>,
  finding: Omit<Finding, 'place' | 'check'>,
  page: string,
): FindingRow {
  return {
    report_id: owner.report_id,
    agency: owner.agency,
    year: owner.year,
    rule: finding.rule,
    severity: finding.severity,
    cause: finding.cause,
    table: finding.table,
    row: finding.row,
    column: finding.column,
    expected: finding.expected,
    actual: finding.actual,
    difference: finding.difference,
    message: finding.message.zh,
    page,
    source_path: owner.source_path,
  };
}

/** The row of reports.csv of a report. */
export function reportToReportRow(report: Report, elapsedMs: number): ReportRow {
  return {
    report_id: report.reportId,
    source_path: report.sourcePath,
    sha256: report.sha256,
    kind: report.kind,
    // A text dump has no pages.
    pages: report.pageCount === 0 ? '' : String(report.pageCount),
    agency: report.agency,
    region_code: report.regionCode,
    level: report.level,
    year: yearText(report),
    edition: report.edition,
    outcome: report.outcome,
    reason: '',
    facts: String(report.facts.length),
    findings: String(report.findings.length),
    ms: String(Math.round(elapsedMs)),
  };
}

/** The row of reports.csv of a file that gave no report. */
export function fileToReportRow(file: FileWithoutReport): ReportRow {
  return {
    report_id: hashToReportId(file.sha256),
    source_path: file.sourcePath,
    sha256: file.sha256,
    kind: file.kind,
    pages: '',
    agency: '',
    region_code: '',
    level: '',
    year: '',
    edition: '',
    outcome: file.outcome,
    reason: file.reason.zh,
    facts: '0',
    findings: '0',
    ms: String(Math.round(file.elapsedMs)),
  };
}

/**
 * Orders the findings of a report: by the first place of the form they concern, those of the whole report first; within
 * one place as the stages found them.
 */
export function findingsInFormOrder(report: Pick<Report, 'facts' | 'findings'>): Finding[] {
  return inFormOrder(report.findings, report.facts);
}

/** Orders what names a place of the form by the first place it names, stably. */
export function inFormOrder<Placed extends FormPlace>(
  findings: readonly Placed[],
  facts: readonly FormPlace[],
): Placed[] {
  const positions = new Map<string, number>();
  const note = (key: string, position: number): void => {
    if (!positions.has(key)) positions.set(key, position);
  };
  for (const [position, fact] of facts.entries()) {
    note(formPlace(fact), position);
    note(formPlace({ table: fact.table, row: fact.row, column: '' }), position);
    note(formPlace({ table: fact.table, row: '', column: '' }), position);
  }
  const positionOf = (finding: Placed): number => {
    if (finding.table === '') return -1;
    const exact = positions.get(formPlace(finding)) ?? positions.get(formPlace({ ...finding, column: '' }));
    return exact ?? positions.get(formPlace({ table: finding.table, row: '', column: '' })) ?? facts.length;
  };
  return findings
    .map((finding) => ({ finding, position: positionOf(finding) }))
    .sort((a, b) => a.position - b.position)
    .map(({ finding }) => finding);
}

/** A place of the form. */
type FormPlace = Pick<Fact, 'table' | 'row' | 'column'>;

function formPlace({ table, row, column }: FormPlace): string {
  return `${table}\n${row}\n${column}`;
}

function yearText({ year }: Report): string {
  return year === undefined ? '' : String(year);
}

function pageText(place: CellPlace | undefined): string {
  return place === undefined ? '' : String(place.pageNumber);
}
