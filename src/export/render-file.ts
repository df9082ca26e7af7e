/** Renders what became of one input file into the texts that its part of the output consists of. */
import type { Family, Report } from '../model/index.js';
import { toAuditReport, type AuditFile } from './audit/audit-file.js';
import type { AuditPicture } from './audit/report-section.js';
import { rowsToCsv, type CsvDialect } from './csv.js';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS } from './columns.js';
import {
  fileToReportRow,
  reportToFactRows,
  reportToFindingRows,
  reportToReportRow,
  type FileWithoutReport,
  type ReportRow,
} from './report-rows.js';
import { jsonToText, reportToJson } from './report-to-json.js';
import type { WideForm } from './wide/form-figures.js';
import { reportToWideRows, type WideRow } from './wide/wide-rows.js';

/** One input file's part of the output: plain texts, which pass between threads at little cost. */
export interface RenderedFile {
  readonly reports: readonly { readonly reportId: string; readonly json: string }[];
  /** Lines of facts.csv. */
  readonly factsCsv: string;
  /** Lines of findings.csv. */
  readonly findingsCsv: string;
  /** Lines of reports.csv. */
  readonly reportsCsv: string;
  /** The rows behind `reportsCsv`, kept so that they can be amended; empty for a file without a report. */
  readonly reportRows: readonly ReportRow[];
  /** Its part of report.html. */
  readonly audit: AuditFile;
  /** Rows of the wide tables; empty unless they are asked for. */
  readonly wideRows: readonly WideRow[];
}

/** How files are rendered. */
export interface Rendering {
  readonly dialect: CsvDialect;
  /** The forms of the wide tables; empty where none are written. */
  readonly wideForms: readonly WideForm[];
  /** For the names of rows and columns in report.html; ids stand for what they do not name. */
  readonly families: readonly Family[];
}

const DEFAULT_RENDERING: Rendering = { dialect: 'default', wideForms: [], families: [] };

/** Renders the reports that a file holds. */
export function renderReports(
  reports: readonly Report[],
  elapsedMs: number,
  { dialect, wideForms, families }: Rendering = DEFAULT_RENDERING,
  pictures: ReadonlyMap<string, readonly AuditPicture[]> = new Map(),
): RenderedFile {
  const jsons = reports.map(reportToJson);
  const reportRows = reports.map((report) => reportToReportRow(report, elapsedMs));
  return {
    reports: jsons.map((json) => ({ reportId: json.report_id, json: jsonToText(json) })),
    factsCsv: rowsToCsv(FACT_COLUMNS, reports.flatMap(reportToFactRows), dialect),
    findingsCsv: rowsToCsv(FINDING_COLUMNS, reports.flatMap(reportToFindingRows), dialect),
    reportsCsv: rowsToCsv(REPORT_COLUMNS, reportRows, dialect),
    reportRows,
    audit: {
      reports: jsons.map((json) => toAuditReport(json, families, pictures.get(json.report_id) ?? [])),
    },
    wideRows: reports.flatMap((report) => reportToWideRows(report, wideForms, dialect)),
  };
}

/** Renders a file that gave no report. */
export function renderFileWithoutReport(file: FileWithoutReport, dialect: CsvDialect = 'default'): RenderedFile {
  const { sourcePath, outcome, reason } = file;
  return {
    reports: [],
    factsCsv: '',
    findingsCsv: '',
    reportsCsv: rowsToCsv(REPORT_COLUMNS, [fileToReportRow(file)], dialect),
    reportRows: [],
    audit: { reports: [], unread: { sourcePath, outcome, reason } },
    wideRows: [],
  };
}
