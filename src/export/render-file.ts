/** Renders what became of one input file into the texts that its part of the output consists of. */
import type { Report } from '../model/index.js';
import { rowsToCsv } from './csv.js';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS } from './columns.js';
import {
  fileToReportRow,
  reportToFactRows,
  reportToFindingRows,
  reportToReportRow,
  type FileWithoutReport,
  type ReportRow,
} from './report-rows.js';
import { reportToJsonText } from './report-to-json.js';

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
}

/** Renders the reports that a file holds. */
export function renderReports(reports: readonly Report[], elapsedMs: number): RenderedFile {
  const reportRows = reports.map((report) => reportToReportRow(report, elapsedMs));
  return {
    reports: reports.map((report) => ({ reportId: report.reportId, json: reportToJsonText(report) })),
    factsCsv: rowsToCsv(FACT_COLUMNS, reports.flatMap(reportToFactRows)),
    findingsCsv: rowsToCsv(FINDING_COLUMNS, reports.flatMap(reportToFindingRows)),
    reportsCsv: rowsToCsv(REPORT_COLUMNS, reportRows),
    reportRows,
  };
}

/** Renders a file that gave no report. */
export function renderFileWithoutReport(file: FileWithoutReport): RenderedFile {
  return {
    reports: [],
    factsCsv: '',
    findingsCsv: '',
    reportsCsv: rowsToCsv(REPORT_COLUMNS, [fileToReportRow(file)]),
    reportRows: [],
  };
}
