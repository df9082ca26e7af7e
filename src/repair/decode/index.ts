/** The decoder: laws as an error-correcting code. */
export type { CodeLaw, CodeRow, CodeSlot, CodeTable } from './code-table.js';
export { completeFigures } from './complete-figures.js';
export { decodeFacts } from './decode-facts.js';
export { decodeTable } from './decode-table.js';
export type { Verdict } from './decode-table.js';
