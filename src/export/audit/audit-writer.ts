/** Gathers what the files of a run give to report.html, and writes its pages when the run is done. */
import type { Family, TablePart } from '../../model/index.js';
import type { ReportJson } from '../report-schema.js';
import { openSpillFile, writeDurably } from '../spill-file.js';
import { sectionWithPictures, toAuditReport, type AuditFile, type AuditReport } from './audit-file.js';
import { planAuditPages, type AuditEntry, type AuditPage } from './audit-pages.js';
import type { AuditPicture } from './report-section.js';
import { reportToRegions } from './report-to-regions.js';

/** A report.html in the making. */
export interface AuditWriter {
  /** Adds what the file at `position` gives; of several for one position the last one counts. */
  readonly add: (position: number, file: AuditFile) => Promise<void>;
  /** Says that the reports of a file were amended since. */
  readonly noteAmended: (position: number) => void;
  /** Writes the pages. */
  readonly write: (task: AuditTask) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What writing the pages needs. */
export interface AuditTask {
  readonly version: string;
  readonly families: readonly Family[];
  /** Where a file of the output goes. */
  readonly inside: (name: string) => string;
  /** The report as it is written. */
  readonly readReport: (reportId: string) => Promise<ReportJson>;
  /** Draws pages for findings that came once all files were there. */
  readonly drawAgain: DrawAgain;
}

/** Draws parts of the pages of the file at a position of the run, in which the report is; none where that cannot be done. */
export type DrawAgain = (
  position: number,
  reportId: string,
  regions: readonly TablePart[],
) => Promise<readonly AuditPicture[]>;

/** What is kept of a file in memory: its pictures and sections wait on disk. */
interface KeptFile {
  readonly entries: readonly AuditEntry[];
  readonly unread?: NonNullable<AuditFile['unread']>;
}

/** Begins a report.html; its parts wait in a file at `spillPath`. */
export async function openAuditWriter(spillPath: string): Promise<AuditWriter> {
  const spill = await openSpillFile(spillPath);
  const kept = new Map<number, KeptFile>();
  const amended = new Set<number>();
  const add = async (position: number, file: AuditFile): Promise<void> => {
    const { reports, unread } = file;
    const entries = reports.map((report, index) => toEntry(report, position, index));
    kept.set(position, { entries, ...(unread === undefined ? {} : { unread }) });
    await spill.append(position, JSON.stringify(file));
  };
  // Our own text, written a moment ago.
  const read = async (position: number): Promise<AuditFile> => JSON.parse(await spill.read(position)) as AuditFile;
  return {
    add,
    noteAmended: (position) => {
      amended.add(position);
    },
    write: async ({ version, families, inside, readReport, drawAgain }) => {
      for (const position of amended) {
        const file = await read(position);
        const reports: AuditReport[] = [];
        for (const { reportId, pictures } of file.reports) {
          const json = await readReport(reportId);
          const regions = reportToRegions(json);
          const isDrawn = regions.every((region) => pictures.some((picture) => shows(picture, region)));
          const drawn = isDrawn ? pictures : await drawAgain(position, reportId, regions);
          // Fewer than before only where the file has changed or gone: what is there still shows its figures.
          reports.push(toAuditReport(json, families, drawn.length < pictures.length ? pictures : drawn));
        }
        await add(position, { ...file, reports });
      }
      const inOrder = [...kept].sort(([a], [b]) => a - b).map(([, file]) => file);
      const pages = planAuditPages({
        entries: inOrder.flatMap(({ entries }) => entries),
        unread: inOrder.flatMap(({ unread }) => unread ?? []),
        version,
      });
      for (const page of pages) await writeDurably(inside(page.name), pageToChunks(page, read));
    },
    close: () => spill.close(),
  };
}

/** Whether a picture shows a region, but for what of that reaches over the page. */
function shows({ page, box }: AuditPicture, { pageNumber, box: region }: TablePart): boolean {
  return page === pageNumber && box.top <= region.top && region.bottom <= box.bottom;
}

function toEntry({ section = '', pictures, ...report }: AuditReport, position: number, index: number): AuditEntry {
  const byteCount = pictures.reduce((sum, { base64 }) => sum + base64.length, section.length);
  return { ...report, position, index, byteCount };
}

async function* pageToChunks(
  { head, entries, foot }: AuditPage,
  read: (position: number) => Promise<AuditFile>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head);
  for (const { position, index } of entries) {
    const report = (await read(position)).reports[index];
    if (report !== undefined) yield Buffer.from(sectionWithPictures(report));
  }
  yield Buffer.from(foot);
}
