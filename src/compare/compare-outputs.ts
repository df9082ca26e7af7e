/** Compares the reports of one or many outputs. */
import { FACT_COLUMNS } from '../export/index.js';
import type { Family } from '../model/index.js';
import { compareBureaus, type CompareOptions, type BureauComparison } from './indicators/compare-bureaus.js';
import { compileIndicators } from './indicators/compile-indicators.js';
import { ReportGatherer, type ReportOwner } from './indicators/rows-to-reports.js';
import { readCsv } from './read-csv.js';
import { readAllRows, tablePath, type OutputFolder } from './read-output.js';

/** The columns that are needed: a table of a thousand reports has 200,000 rows, and every column of them takes its time. */
const FIGURE_COLUMNS = (['report_id', 'edition', 'table', 'row', 'column', 'value', 'status'] as const).map(
  (wanted) => {
    const column = FACT_COLUMNS.find(({ name }) => name === wanted);
    if (column === undefined) throw new TypeError(`facts.csv has no column ${wanted}`);
    return { ...column, name: wanted };
  },
);

/** How outputs are compared. */
export interface CompareOutputsOptions extends CompareOptions {
  readonly family: Family;
  /** Reports with one key are of one body. */
  readonly bureauKeyOf: (owner: ReportOwner) => string;
}

/**
 * Compares outputs; a report that several of them hold counts once, as the first has it.
 *
 * @throws {OutputUnreadableError} when a table is missing or damaged.
 * @throws {UnknownIndicatorError} for an indicator that the family does not have.
 */
export async function compareOutputs(
  folders: readonly OutputFolder[],
  { family, bureauKeyOf, ...options }: CompareOutputsOptions,
): Promise<BureauComparison> {
  const indicators = compileIndicators(family.indicators?.indicators ?? [], family);
  const gatherer = new ReportGatherer({ family, indicators, bureauKeyOf });
  for (const folder of folders) {
    gatherer.beginOutput(await readAllRows(folder, 'reports'), await readAllRows(folder, 'findings'));
    for await (const rows of readCsv(tablePath(folder, 'facts'), FIGURE_COLUMNS, folder.dialect)) {
      for (const row of rows) gatherer.addFigure(row);
    }
  }
  return compareBureaus(gatherer.reports(), family, options);
}
