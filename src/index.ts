/** The library: the whole run, and the stages one by one. */
export * from './model/index.js';
export * from './ingest/index.js';
export * from './extract/index.js';
export * from './reconstruct/index.js';
export * from './bind/index.js';
export * from './check/index.js';
export * from './repair/index.js';
export * from './export/index.js';
export * from './compare/index.js';
export * from './families/index.js';
export * from './pipeline.js';
export * from './run/index.js';
