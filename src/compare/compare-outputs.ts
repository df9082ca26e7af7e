/** Compares the reports of one or many outputs. */
import type { Family } from '../model/index.js';
import { compareBureaus, type CompareOptions, type BureauComparison } from './indicators/compare-bureaus.js';
import { compileIndicators } from './indicators/compile-indicators.js';
import { ReportGatherer, type ReportOwner } from './indicators/rows-to-reports.js';
import { loadFigures } from './load-figures.js';
import { readRows, tablePath, type OutputFolder } from './read-output.js';
import { damagedTable } from './unreadable-output.js';

/** How outputs are compared. */
export interface CompareOutputsOptions extends CompareOptions {
  readonly family: Family;
  /** Reports with one key are of one body. */
  readonly bureauKeyOf: (owner: ReportOwner) => string;
}

/**
 * Compares outputs; a report that several of them hold counts once, as the first has it. The figures are read while the options
 * are still awaited.
 *
 * @throws {OutputUnreadableError} when a table is missing or damaged.
 * @throws {UnknownIndicatorError} for an indicator that the family does not have.
 */
export async function compareOutputs(
  folders: readonly OutputFolder[],
  options: CompareOutputsOptions | Promise<CompareOutputsOptions>,
): Promise<BureauComparison> {
  const [figures, { family, bureauKeyOf, ...how }] = await Promise.all([loadFigures(folders), options]);
  try {
    const indicators = compileIndicators(family.indicators?.indicators ?? [], family);
    const gatherer = new ReportGatherer({ family, indicators, bureauKeyOf });
    for (const [at, folder] of folders.entries()) {
      const owners = await readRows(folder, 'reports');
      expectAllFigures(folder, owners, await figures.count(at));
      gatherer.beginOutput(owners, await readRows(folder, 'findings'));
      for (const each of await figures.read(at, gatherer.places)) gatherer.addFigures(each);
    }
    return compareBureaus(gatherer.reports(), family, how);
  } finally {
    figures.close();
  }
}

/** A table of which rows are gone must not pass unnoticed: reports.csv says how many there are. */
function expectAllFigures(folder: OutputFolder, owners: readonly { readonly facts: string }[], found: number): void {
  const counted = owners.reduce((sum, { facts }) => sum + Number(facts), 0);
  if (counted === found) return;
  const text = { zh: `有 ${found} 行，应有 ${counted} 行`, en: `it has ${found} rows and should have ${counted}` };
  throw damagedTable(tablePath(folder, 'facts'), text);
}
