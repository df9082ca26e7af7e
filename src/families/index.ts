/** Report families as data, and the divisions of the country: what the stages are told from outside. */
export { FamilyDefinitionError, type DefinitionProblem } from './definition-error.js';
export { loadFamilies, PIPELINES_DIRECTORY } from './load-families.js';
export { loadRegions, REGION_SOURCE } from './region-codes.js';
