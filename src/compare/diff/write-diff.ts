/** Writes what changed between two outputs: three tables, and the same as JSON. */
import { BYTE_ORDER_MARK, columnsToHeader, rowsToCsv, type Column, type RowOf } from '../../export/tables.js';
import type { OutputFolder } from '../read-output.js';
import { replaceFiles } from '../replace-files.js';
import type { OutputDiff } from './diff-outputs.js';
import {
  DIFF_FACT_COLUMNS,
  DIFF_FINDING_COLUMNS,
  DIFF_REPORT_COLUMNS,
  diffToFactRows,
  diffToFindingRows,
  diffToReportRows,
} from './diff-rows.js';

/**
 * Writes the changes into a folder; only files of the same names are replaced.
 *
 * @returns The absolute path of the folder.
 * @throws {unknown} an error of the file system.
 */
export function writeDiff(
  directory: string,
  diff: OutputDiff,
  { hasBom }: { readonly hasBom: boolean },
): Promise<string> {
  const [reports, facts, findings] = [diffToReportRows(diff), diffToFactRows(diff), diffToFindingRows(diff)];
  const toCsv = <Columns extends readonly Column[]>(columns: Columns, rows: readonly RowOf<Columns>[]): string =>
    (hasBom ? BYTE_ORDER_MARK : '') + columnsToHeader(columns) + rowsToCsv(columns, rows);
  const origin = ({ name, version }: OutputFolder): object => ({ output: name, version });
  const json = {
    format: 'gouji-diff',
    format_version: 1,
    old: origin(diff.old),
    new: origin(diff.new),
    across_years: diff.isAcrossYears,
    reports,
    facts,
    findings,
  };
  return replaceFiles(directory, {
    'diff-reports.csv': toCsv(DIFF_REPORT_COLUMNS, reports),
    'diff-facts.csv': toCsv(DIFF_FACT_COLUMNS, facts),
    'diff-findings.csv': toCsv(DIFF_FINDING_COLUMNS, findings),
    'diff.json': `${JSON.stringify(json, null, 1)}\n`,
  });
}
