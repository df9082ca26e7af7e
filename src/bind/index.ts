/** Binding: which cell is which field of the form, and who reports on which year. */
export { layoutToFacts } from './layout-to-facts.js';
export type { Binding } from './layout-to-facts.js';
export { layoutToSubject } from './subject.js';
export { agencyFindings } from './subject-findings.js';
export { isFullTitle } from './subject-title.js';
export { layoutToProse } from './prose/layout-to-prose.js';
export type { ProseBinding } from './prose/layout-to-prose.js';
export { reportStarts, reportStartsInLines } from './report-starts.js';
export type { ReportStart } from './report-starts.js';
export { sectionFindings } from './section-findings.js';
export { textFindings } from './text-findings.js';
export { READ_UNSURELY } from './recognised-figure.js';
export { hideContacts } from './mask-contacts.js';
