/** Explains what is blank and marks what is doubtful; never changes a printed figure. */
export { blocksToBlindSpots } from './blind-spots.js';
export { findContradictions } from './contradictions.js';
export { decodeFacts } from './decode/index.js';
export { deriveBlanks } from './derive-blanks.js';
export { doubtTerms, IDENTITY_FAILS, markDoubtful } from './mark-doubtful.js';
export { settleDoubts } from './settle-doubts.js';
