/** Works on the outputs of earlier runs: reads them, asks them, holds them against each other. */
export {
  openOutputFolder,
  readRows,
  tablePath,
  type OutputFolder,
  type OutputRow,
  type OutputTable,
} from './read-output.js';
export { compareOutputs, type CompareOutputsOptions } from './compare-outputs.js';
export { UnknownIndicatorError, type BureauComparison, type ReportOwner } from './indicators/index.js';
export { writeComparison } from './write-comparison.js';
export { queryOutputs } from './query-outputs.js';
export { diffOutputs, writeDiff, type OutputDiff } from './diff/index.js';
