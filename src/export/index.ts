/** The last stage: reports → files. */
export { copyReason, type AmendedFile, type FileAmendment } from './amend-file.js';
export { type OutputCounts } from './folder-guide.js';
export { DEFAULT_FORMATS, OUTPUT_FORMATS, type OutputFormat } from './formats.js';
export { OutputRefusedError } from './output-error.js';
export { openOutput, type OutputOptions, type OutputWriter } from './output-writer.js';
export { toAuditPicture } from './audit/audit-file.js';
export type { DrawAgain } from './audit/audit-writer.js';
export type { AuditPicture } from './audit/report-section.js';
export {
  renderFileWithoutReport,
  renderReports,
  type DrawRegions,
  type RenderedFile,
  type Rendering,
} from './render-file.js';
export { workbookChoice } from './workbook/render-workbook.js';
export {
  fileToReportRow,
  findingsInFormOrder,
  hashToReportId,
  reportToFactRows,
  reportToFindingRows,
  reportToReportRow,
  type FactRow,
  type FileWithoutReport,
  type FindingRow,
  type ReportRow,
} from './report-rows.js';
export { reportToJson, reportToJsonText } from './report-to-json.js';
export type { ReportJson } from './report-schema.js';
export { familiesToForms } from './wide/form-figures.js';
export * from './tables.js';
