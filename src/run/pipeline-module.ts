/** The pipeline as a worker sees it: a module found by its URL, so that tests can put another in its place. */
import type { Family, Report, Source } from '../model/index.js';
import type { ReaderChoice } from './protocol.js';

/** What a worker tells the pipeline. */
export interface PipelineCallOptions {
  readonly families: readonly Family[];
  readonly reader: ReaderChoice;
  /** Called once a stage is done, with the time it took. */
  readonly onStage?: (stage: string, elapsedMs: number) => void;
}

/** What a worker needs of the pipeline's module. */
export interface PipelineModule {
  readonly sourceToReports: (source: Source, options: PipelineCallOptions) => Promise<readonly Report[]>;
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
