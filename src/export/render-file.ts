/** Renders what became of one input file into the texts that its part of the output consists of. */
import type { Family, Report, TablePart } from '../model/index.js';
import { toAuditReport, type AuditFile, type AuditReport } from './audit/audit-file.js';
import { reportToRegions } from './audit/report-to-regions.js';
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
import { renderWorkbook, type RenderedWorkbook, type WorkbookChoice } from './workbook/render-workbook.js';

/** The files of one report. */
export interface RenderedReport {
  readonly reportId: string;
  readonly json: string;
  /** Absent where none is wanted. */
  readonly workbook?: RenderedWorkbook;
}

/** One input file's part of the output: plain texts, which pass between threads at little cost. */
export interface RenderedFile {
  readonly reports: readonly RenderedReport[];
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
  readonly workbooks: WorkbookChoice;
}

const DEFAULT_RENDERING: Rendering = { dialect: 'default', wideForms: [], families: [], workbooks: 'none' };

/** Draws parts of the pages of the file at hand. */
export type DrawRegions = (regions: readonly TablePart[]) => Promise<readonly AuditPicture[]>;

/** Renders the reports that a file holds; pictures are drawn of what their findings are about. */
export async function renderReports(
  reports: readonly Report[],
  elapsedMs: number,
  { dialect, wideForms, families, workbooks }: Rendering = DEFAULT_RENDERING,
  draw: DrawRegions = () => Promise.resolve([]),
): Promise<RenderedFile> {
  const rendered: RenderedReport[] = [];
  const audited: AuditReport[] = [];
  for (const report of reports) {
    const json = reportToJson(report);
    const regions = reportToRegions(json);
    audited.push(toAuditReport(json, families, regions.length === 0 ? [] : await draw(regions)));
    const workbook = await renderWorkbook(json, families, workbooks);
    rendered.push({
      reportId: json.report_id,
      json: jsonToText(json),
      ...(workbook === undefined ? {} : { workbook }),
    });
  }
  const reportRows = reports.map((report) => reportToReportRow(report, elapsedMs));
  return {
    reports: rendered,
    factsCsv: rowsToCsv(FACT_COLUMNS, reports.flatMap(reportToFactRows), dialect),
    findingsCsv: rowsToCsv(FINDING_COLUMNS, reports.flatMap(reportToFindingRows), dialect),
    reportsCsv: rowsToCsv(REPORT_COLUMNS, reportRows, dialect),
    reportRows,
    audit: { reports: audited },
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
