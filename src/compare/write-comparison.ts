/** Writes a comparison into a folder: CSV, JSON and a page. Each file takes its place as a whole; others there are left alone. */
import { BYTE_ORDER_MARK, columnsToHeader, rowsToCsv } from '../export/index.js';
import type { BureauComparison } from './indicators/compare-bureaus.js';
import {
  cellsToRows,
  COMPARISON_CELL_COLUMNS,
  COMPARISON_SUMMARY_COLUMNS,
  summariesToRows,
} from './indicators/comparison-rows.js';
import { comparisonToJson } from './indicators/comparison-to-json.js';
import { comparisonPage } from './page/comparison-page.js';
import { replaceFiles } from './replace-files.js';

/**
 * Writes a comparison.
 *
 * @returns The absolute path of the folder.
 * @throws {unknown} an error of the file system.
 */
export function writeComparison(
  directory: string,
  comparison: BureauComparison,
  { hasBom }: { readonly hasBom: boolean },
): Promise<string> {
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
