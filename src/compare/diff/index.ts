/** What changed between two outputs. */
export { diffOutputs, type OutputDiff } from './diff-outputs.js';
export { writeDiff } from './write-diff.js';
