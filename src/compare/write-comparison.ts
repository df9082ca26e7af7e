/** Writes a comparison into a folder: CSV, JSON and a page. Each file takes its place as a whole; others there are left alone. */
import { BYTE_ORDER_MARK, columnsToHeader, rowsToCsv } from '../export/tables.js';
import type { BureauComparison } from './indicators/compare-bureaus.js';
import {
  cellsToRows,
  COMPARISON_CELL_COLUMNS,
  COMPARISON_SUMMARY_COLUMNS,
  summariesToRows,
} from './indicators/comparison-rows.js';
import { comparisonToJson } from './indicators/comparison-to-json.js';
import type * as ComparisonPage from './page/comparison-page.js';
import { replaceFiles } from './replace-files.js';

/** Loads what draws the page: as much code as all the rest, and nobody who asks by SQL needs it. */
export function loadPage(): Promise<typeof ComparisonPage> {
  return import('./page/comparison-page.js');
}

/**
 * Writes a comparison.
 *
 * @returns The absolute path of the folder.
 * @throws {unknown} an error of the file system.
 */
export async function writeComparison(
  directory: string,
  comparison: BureauComparison,
  { hasBom }: { readonly hasBom: boolean },
): Promise<string> {
  const { comparisonPage } = await loadPage();
  const mark = hasBom ? BYTE_ORDER_MARK : '';
  return replaceFiles(directory, {
    'comparison.csv':
      mark + columnsToHeader(COMPARISON_CELL_COLUMNS) + rowsToCsv(COMPARISON_CELL_COLUMNS, cellsToRows(comparison)),
    'comparison-summary.csv':
      mark +
      columnsToHeader(COMPARISON_SUMMARY_COLUMNS) +
      rowsToCsv(COMPARISON_SUMMARY_COLUMNS, summariesToRows(comparison)),
    'comparison.json': comparisonToJson(comparison),
    'comparison.html': comparisonPage(comparison),
  });
}
