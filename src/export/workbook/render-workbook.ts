/** Renders the workbook of a report where one is wanted. */
import type { Family } from '../../model/index.js';
import type { OutputFormat } from '../formats.js';
import type { ReportJson } from '../report-schema.js';
import { titleOf } from './findings-sheet.js';
import { reportToSheets, workbookName } from './report-workbook.js';

/** Which reports get a workbook: none, those with an error or a warning, all. */
export type WorkbookChoice = 'none' | 'findings' | 'all';

/** A file of `xlsx/`. */
export interface RenderedWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which reports get a workbook in these formats. */
export function workbookChoice(formats: readonly OutputFormat[]): WorkbookChoice {
  if (formats.includes('xlsx-all')) return 'all';
  return formats.includes('xlsx') ? 'findings' : 'none';
}

/** The workbook of a report; absent where none is wanted. The library is loaded with the first. */
export async function renderWorkbook(
  json: ReportJson,
  families: readonly Family[],
  choice: WorkbookChoice,
): Promise<RenderedWorkbook | undefined> {
  const isWanted = choice === 'all' || (choice === 'findings' && json.outcome === 'findings');
  if (!isWanted) return undefined;
  const { writeWorkbook } = await import('./write-workbook.js');
  const bytes = await writeWorkbook(reportToSheets(json, families), titleOf(json));
  return { name: workbookName(json), bytes };
}
