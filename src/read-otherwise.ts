/** Reads tables in which nothing was found in other ways, and keeps what their laws prove. */
import { analyseLayout } from './analysis.js';
import type { Analysis, AnalysisContext } from './analysis.js';
import type { Check, Fact } from './model/index.js';
import { tablesOtherwise } from './reconstruct/index.js';

/** A report has three tables; a page with more than so many in which nothing is found is about something else. */
const MOST_TABLES = 12;

/** The analysis with tables of the form that stand on their side, or in pairs, read as well, where the sums of all of them hold. */
export function readOtherwise(analysis: Analysis, context: AnalysisContext): Analysis {
  if (!analysis.binding.facts.some(({ status }) => status === 'missing')) return analysis;
  const bound = new Set(
    analysis.binding.tables.filter(({ bindings }) => bindings.length > 0).map(({ table }) => table.tableIndex),
  );
  const open = analysis.layout.tables.filter(({ tableIndex, cells }) => {
    return !bound.has(tableIndex) && cells.some(({ runs }) => runs.length > 0);
  });
  if (open.length > MOST_TABLES) return analysis;
  return open.reduce((best, table) => {
    const others = tablesOtherwise(table).map((other) => {
      const tables = best.layout.tables.map((each) => (each.tableIndex === table.tableIndex ? other : each));
      return analyseLayout(best.pages, { ...best.layout, tables }, context);
    });
    return others.find((other) => isProved(other, best)) ?? best;
  }, analysis);
}

/** Whether a reading finds a table that the other one does not, all of it, and every law of it holds with figures that are not noughts. */
function isProved(other: Analysis, best: Analysis): boolean {
  const foundIn = ({ binding }: Analysis, table: string): readonly Fact[] =>
    binding.facts.filter((fact) => fact.table === table && fact.status !== 'missing');
  const names = [...new Set(other.binding.facts.map(({ table }) => table))];
  const more = names.filter((name) => foundIn(other, name).length > foundIn(best, name).length);
  const isKept = names.every((name) => foundIn(other, name).length >= foundIn(best, name).length);
  return isKept && more.length > 0 && more.every((name) => isWhole(other, name));
}

function isWhole({ binding, checks }: Analysis, table: string): boolean {
  const own = checks.filter((check) => check.table === table);
  const isFound = binding.facts.every((fact) => fact.table !== table || fact.status === 'printed');
  return isFound && own.length > 0 && own.every(({ outcome }) => outcome === 'holds') && own.some(isTelling);
}

/** A sum of several figures that are not noughts: any order of noughts holds. */
function isTelling({ terms }: Check): boolean {
  return terms.filter(({ role, value }) => role === 'part' && !/^0?$/u.test(value)).length > 1;
}
