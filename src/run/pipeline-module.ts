/** The pipeline as a worker sees it: a module found by its URL, so that tests can put another in its place. */
import type { sourceToReports } from '../pipeline.js';

/** What a worker needs of the pipeline's module. */
export interface PipelineModule {
  readonly sourceToReports: typeof sourceToReports;
}

/**
 * Loads the pipeline.
 *
 * @throws {TypeError} when the module is no pipeline: a broken installation.
 */
export async function importPipeline(url: string): Promise<PipelineModule> {
  const module: unknown = await import(url);
  if (!isPipelineModule(module)) throw new TypeError(`${url} does not export sourceToReports`);
  return module;
}

function isPipelineModule(module: unknown): module is PipelineModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'sourceToReports' in module &&
    typeof module.sourceToReports === 'function'
  );
}
