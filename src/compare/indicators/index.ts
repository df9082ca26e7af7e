/** Bureaus and years side by side on a family's indicators. */
export { compareBureaus, UnknownIndicatorError, type ComparedCell, type BureauComparison } from './compare-bureaus.js';
export type { ComparedReport, FigurePlace } from './compared-report.js';
export { compileIndicators } from './compile-indicators.js';
export { ReportGatherer, type EditionFigures, type FindingOfFigure, type ReportOwner } from './rows-to-reports.js';
