/** The first stage: paths → sources, identified by their bytes. */
export { expandArchives } from './archive/expand-archives.js';
export { assertSupported } from './assert-supported.js';
export { compareCodePoints } from './code-point-order.js';
export { listInputs, type InputFile, type InputListing } from './list-inputs.js';
export { MAX_FILE_BYTES, readSource } from './read-source.js';
export { sniffKind, type SniffedKind } from './sniff-kind.js';
