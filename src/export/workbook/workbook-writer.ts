/** Writes the workbooks of a run's reports into `xlsx/` as the reports come, and those anew that were amended since. */
import { mkdir, rm } from 'node:fs/promises';
import type { Family } from '../../model/index.js';
import type { ReportJson } from '../report-schema.js';
import { writeDurably } from '../spill-file.js';
import { renderWorkbook, type RenderedWorkbook, type WorkbookChoice } from './render-workbook.js';

/** The folder of the workbooks in the output. */
const FOLDER = 'xlsx';

/** A report as the writer sees it. */
interface WrittenReport {
  readonly reportId: string;
  readonly workbook?: RenderedWorkbook;
}

/** The workbooks in the making. */
export interface WorkbookWriter {
  /** Writes those of the file at `position` in the run. */
  readonly add: (position: number, reports: readonly WrittenReport[]) => Promise<void>;
  /** Says that the reports of a file were amended since. */
  readonly noteAmended: (position: number) => void;
  /** Leaves out what was written for a position. */
  readonly remove: (position: number) => Promise<void>;
  /** Writes those of amended reports anew. */
  readonly finish: (
    families: readonly Family[],
    readReport: (reportId: string) => Promise<ReportJson>,
  ) => Promise<void>;
}

/** Begins the workbooks of a run. */
export function openWorkbookWriter(inside: (name: string) => string, choice: WorkbookChoice): WorkbookWriter {
  const written = new Map<number, readonly { readonly reportId: string; readonly name?: string }[]>();
  const amended = new Set<number>();
  const pathOf = (name: string): string => inside(`${FOLDER}/${name}`);
  const write = async ({ name, bytes }: RenderedWorkbook): Promise<void> => {
    await mkdir(inside(FOLDER), { recursive: true });
    await writeDurably(pathOf(name), [bytes]);
  };
  const remove = async (position: number): Promise<void> => {
    for (const { name } of written.get(position) ?? []) {
      if (name !== undefined) await rm(pathOf(name));
    }
  };
  return {
    add: async (position, reports) => {
      written.set(
        position,
        reports.map(({ reportId, workbook }) => ({
          reportId,
          ...(workbook === undefined ? {} : { name: workbook.name }),
        })),
      );
      for (const { workbook } of reports) if (workbook !== undefined) await write(workbook);
    },
    noteAmended: (position) => {
      amended.add(position);
    },
    remove: async (position) => {
      await remove(position);
      written.delete(position);
    },
    finish: async (families, readReport) => {
      for (const position of amended) {
        await remove(position);
        for (const { reportId } of written.get(position) ?? []) {
          const workbook = await renderWorkbook(await readReport(reportId), families, choice);
          if (workbook !== undefined) await write(workbook);
        }
      }
    },
  };
}
