/** The entry of a thread that draws parts of files which were read before; see `picture-drawer.ts`. */
import { parentPort } from 'node:worker_threads';
import { toAuditPicture, type AuditPicture } from '../export/index.js';
import { drawRegions } from '../extract/index.js';
import { readSource, type InputFile } from '../ingest/index.js';
import type { TablePart } from '../model/index.js';
import { sourceToPdf } from './source-to-pdf.js';

/** What is to be drawn. */
export interface DrawingTask {
  readonly file: InputFile;
  /** What its SHA-256 began with when it was read. */
  readonly hashStart: string;
  readonly regions: readonly TablePart[];
}

async function draw({ file, hashStart, regions }: DrawingTask): Promise<readonly AuditPicture[]> {
  const source = await readSource(file);
  // Changed since: its pages are no longer what the figures were read from.
  if (!source.sha256.startsWith(hashStart)) return [];
  return (await drawRegions(sourceToPdf(source), regions)).map(toAuditPicture);
}

// A rejection is not caught on purpose: it ends this thread, and the report goes without the pictures.
parentPort?.on('message', (task: DrawingTask) => void draw(task).then((pictures) => parentPort?.postMessage(pictures)));
