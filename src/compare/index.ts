/** Works on the outputs of earlier runs: reads them, asks them, holds them against each other. */
export {
  openOutputFolder,
  readAllRows,
  readRows,
  tablePath,
  type OutputFolder,
  type OutputRow,
  type OutputTable,
} from './read-output.js';
export { OutputUnreadableError } from './unreadable-output.js';
export { compareOutputs, type CompareOutputsOptions } from './compare-outputs.js';
export { UnknownIndicatorError, type BureauComparison, type ReportOwner } from './indicators/index.js';
export { writeComparison } from './write-comparison.js';
export { QueryError, queryOutputs } from './query-outputs.js';
