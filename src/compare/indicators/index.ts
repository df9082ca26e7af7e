/** Bureaus and years side by side on a family's indicators. */
export {
  compareBureaus,
  UnknownIndicatorError,
  type ComparedBureau,
  type ComparedCell,
  type CompareOptions,
  type BureauComparison,
} from './compare-bureaus.js';
export type { ComparedReport, ReportFigure } from './compared-report.js';
export { compileIndicators, type CompiledIndicator } from './compile-indicators.js';
export {
  ReportGatherer,
  type FigureRow,
  type FindingOfFigure,
  type ReportGathering,
  type ReportOwner,
} from './rows-to-reports.js';
