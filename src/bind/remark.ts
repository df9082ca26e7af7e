/** The shape of a finding about a report's words: it concerns no figure. */
import type { BilingualText, Finding, Severity } from '../model/index.js';
import type { PlainLine } from './subject-text.js';

/** A finding about the whole report, or about one line of it; whose doing it is, the text alone does not say. */
export function remark(rule: string, severity: Severity, message: BilingualText, at?: PlainLine): Finding {
  const { pageNumber = 0, box } = at?.line ?? {};
  return {
    rule,
    severity,
    cause: 'unknown',
    table: '',
    row: '',
    column: '',
    expected: '',
    actual: '',
    difference: '',
    message,
    ...(box === undefined ? {} : { place: { pageNumber, box } }),
  };
}
