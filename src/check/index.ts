/** Checks figures against the laws of the form. */
export { factsToChecks } from './facts-to-checks.js';
export { causeOfAll, contradictionsToFindings } from './contradictions-to-findings.js';
export { checksToFindings } from './checks-to-findings.js';
export { factsToValueFindings } from './facts-to-value-findings.js';
export { plausibilityFindings } from './plausibility-findings.js';
export { compareReadings } from './compare-readings.js';
export type { Disagreement } from './compare-readings.js';
export { mismatchesToFindings, proseSumsToFindings } from './prose-findings.js';
export { proseMismatches } from './prose-mismatches.js';
export type { ProseMismatch } from './prose-mismatches.js';
export { confirmProse } from './confirm-prose.js';
export { provedDigits } from './proved-digits.js';
export { weighByProse } from './weigh-by-prose.js';
export { compareReports } from './across/compare-reports.js';
export type { Comparison } from './across/compare-reports.js';
export { reportToDigest } from './across/report-to-digest.js';
