/** The types that cross stage borders. */
export * from './bbox.js';
export * from './page.js';
export * from './markup.js';
export * from './layout.js';
export * from './source.js';
export * from './fact.js';
export * from './finding.js';
export * from './edition-comparison.js';
export * from './family.js';
export * from './prose-rules.js';
export * from './across.js';
export * from './report.js';
export * from './report-rules.js';
export * from './region.js';
export * from './decimal.js';
export * from './pipeline-error.js';
export * from './verdict.js';
