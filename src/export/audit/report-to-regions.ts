/** Which parts of its pages are to be drawn for a report. */
import type { Report, TablePart } from '../../model/index.js';
import { reportToJson } from '../report-to-json.js';
import { findingsToRegions } from './shown-findings.js';

/** The parts of a PDF's pages on which the figures of errors and warnings stand; none for a report without them. */
export function reportToRegions(report: Report): TablePart[] {
  if (report.kind !== 'pdf' || report.findings.every(({ severity }) => severity === 'info')) return [];
  return findingsToRegions(reportToJson(report));
}
