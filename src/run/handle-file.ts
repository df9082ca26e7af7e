/** What a worker does with one file: ingest, pipeline, export's rendering. */
import { reportToDigest } from '../check/index.js';
import { renderReports, toAuditPicture, type DrawRegions, type Rendering } from '../export/index.js';
import { drawRegions } from '../extract/index.js';
import { assertSupported, readSource, type InputFile } from '../ingest/index.js';
import { PipelineError, type Family, type Report, type ReportDigest, type Source } from '../model/index.js';
import { tallyReports } from './file-tally.js';
import type { ScanReading } from '../scanned-pages.js';
import type { PipelineModule } from './pipeline-module.js';
import type { FromWorker, Identity, ReaderChoice } from './protocol.js';
import { sourceToPdf } from './source-to-pdf.js';

/** What handling files needs. */
export interface FileHandling {
  readonly pipeline: PipelineModule;
  readonly families: readonly Family[];
  readonly reader: ReaderChoice;
  readonly keepsContacts: boolean;
  /** How pages are read from what they show; absent: they are refused. */
  readonly scans?: ScanReading;
  readonly measuresStages: boolean;
  readonly rendering: Rendering;
  /** Tells which bytes the file has; false when they were seen before and the file is to be left. */
  readonly identify: (identity: Identity) => Promise<boolean>;
}

/**
 * Handles one file.
 *
 * @returns The last message about it.
 * @throws {unknown} whatever the stages throw that is no `PipelineError`: a bug, which the caller reports as a crash.
 */
export async function handleFile(file: InputFile, handling: FileHandling): Promise<FromWorker> {
  try {
    const stages = new Map<string, number>();
    const note = (stage: string, elapsedMs: number): void => {
      stages.set(stage, (stages.get(stage) ?? 0) + elapsedMs);
    };
    const beforeRead = performance.now();
    const source = await readSource(file);
    const readMs = performance.now() - beforeRead;
    note('ingest', readMs);
    if (!(await handling.identify(identityOf(source)))) return { type: 'left' };
    assertSupported(source, {
      ...(file.refusal === undefined ? {} : { refusal: file.refusal }),
      readsPictures: handling.scans !== undefined,
    });
    const beforePipeline = performance.now();
    const reports = await handling.pipeline.sourceToReports(source, {
      families: handling.families,
      reader: handling.reader,
      keepsContacts: handling.keepsContacts,
      ...(handling.scans === undefined ? {} : { scans: handling.scans }),
      ...(handling.measuresStages ? { onStage: note } : {}),
    });
    const beforeRender = performance.now();
    const elapsedMs = readMs + beforeRender - beforePipeline;
    let picturesMs = 0;
    const draw: DrawRegions = async (regions) => {
      const before = performance.now();
      const pictures = await drawRegions(sourceToPdf(source), regions);
      picturesMs += performance.now() - before;
      return pictures.map(toAuditPicture);
    };
    const rendered = await renderReports(reports, elapsedMs, handling.rendering, draw);
    note('pictures', picturesMs);
    note('export', performance.now() - beforeRender - picturesMs);
    const tally = tallyReports(reports, handling.measuresStages ? Object.fromEntries(stages) : {});
    const digests = reports.flatMap((report) => digestOf(report, handling.families) ?? []);
    return { type: 'rendered', rendered, tally, digests, keptMib: keptMib() };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { type: 'refused', code: error.code, text: error.text, keptMib: keptMib() };
  }
}

function digestOf(report: Report, families: readonly Family[]): ReportDigest | undefined {
  const across = families.find(({ id }) => id === report.comparison?.familyId)?.across;
  return across === undefined ? undefined : reportToDigest(report, across);
}

function identityOf(source: Source): Identity {
  return { sha256: source.sha256, kind: source.kind, isEmpty: source.bytes.length === 0 };
}

/** What this thread holds: its heap, and the buffers and WebAssembly memory outside it. */
function keptMib(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
