/** Which parts of its pages are to be drawn for a report. */
import type { TablePart } from '../../model/index.js';
import type { ReportJson } from '../report-schema.js';
import { findingsToRegions } from './shown-findings.js';

/** The parts of pages, of a PDF or a picture, on which the figures of errors and warnings stand; none for a report without them. */
export function reportToRegions(json: ReportJson): TablePart[] {
  return json.kind === 'pdf' || json.kind === 'image' ? findingsToRegions(json) : [];
}
