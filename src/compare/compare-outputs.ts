/** Compares the reports of one or many outputs. */
import { openDatabase } from '../export/tables.js';
import type { Family } from '../model/index.js';
import { compareBureaus, type CompareOptions, type BureauComparison } from './indicators/compare-bureaus.js';
import { compileIndicators } from './indicators/compile-indicators.js';
import { ReportGatherer, type ReportOwner } from './indicators/rows-to-reports.js';
import { loadFigures } from './load-figures.js';
import { readRows, tablePath, type OutputFolder } from './read-output.js';
import { damagedTable } from './unreadable-output.js';
import { loadPage } from './write-comparison.js';

/** How outputs are compared. */
export interface CompareOutputsOptions extends CompareOptions {
  readonly family: Family;
  /** Reports with one key are of one body. */
  readonly bureauKeyOf: (owner: ReportOwner) => string;
}

/**
 * Compares outputs; a report that several of them hold counts once, as the first has it. The options are loaded while DuckDB is
 * at the figures, on threads of its own.
 *
 * @throws {OutputUnreadableError} when a table is missing or damaged.
 * @throws {UnknownIndicatorError} for an indicator that the family does not have.
 * @throws {BilingualError} where there is no DuckDB for this system.
 */
export async function compareOutputs(
  folders: readonly OutputFolder[],
  loadOptions: () => CompareOutputsOptions | Promise<CompareOutputsOptions>,
): Promise<BureauComparison> {
  const database = await openDatabase();
  const loading = loadFigures(database, folders);
  try {
    const [figures, { family, bureauKeyOf, ...how }] = await Promise.all([loading, loadOptions()]);
    const { sums } = compileIndicators(family.indicators?.indicators ?? [], family);
    const gatherer = new ReportGatherer({ family, sums, bureauKeyOf });
    for (const [at, folder] of folders.entries()) {
      const [found, count, owners, findings] = await Promise.all([
        figures.read(at, gatherer.places),
        figures.count(at),
        readRows(folder, 'reports'),
        readRows(folder, 'findings'),
        // Needed for what is written of it, and now is the time: DuckDB is at work on threads of its own.
        loadPage(),
      ]);
      expectAllFigures(folder, owners, count);
      gatherer.beginOutput(owners, findings);
      for (const each of found) gatherer.addFigures(each);
    }
    return compareBureaus(gatherer.reports(), family, how);
  } finally {
    // Where the options fail, DuckDB may still be reading.
    await Promise.allSettled([loading]);
    database.close();
  }
}

/** A table of which rows are gone must not pass unnoticed: reports.csv says how many there are. */
function expectAllFigures(folder: OutputFolder, owners: readonly { readonly facts: string }[], found: number): void {
  const counted = owners.reduce((sum, { facts }) => sum + Number(facts), 0);
  if (counted === found) return;
  const text = { zh: `有 ${found} 行，应有 ${counted} 行`, en: `it has ${found} rows and should have ${counted}` };
  throw damagedTable(tablePath(folder, 'facts'), text);
}
