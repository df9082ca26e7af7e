/** Which of the tables taken may be those of another year. */
import type { Layout, Table } from '../model/index.js';
import type { ChosenBlock, ReportYear } from './choose-blocks.js';

/** A table left over that holds at least this share of the numbers may be the year's own, which was not recognised. */
const OWN_TABLE_SHARE = 0.5;

/**
 * The tables taken whose caption names another year than the report's, while the document holds another that was left
 * over. Without one, the caption is left over from the year before.
 */
export function otherYearTables(
  { tables }: Layout,
  chosen: readonly ChosenBlock[],
  { year, captions }: ReportYear,
): ReadonlySet<Table> {
  if (year === undefined) return new Set();
  const taken = new Set(
    chosen.flatMap(({ bound, completing, repeated }) =>
      [...(bound ? [bound] : []), ...completing, ...repeated].map(({ table }) => table),
    ),
  );
  const numbers = ({ cells }: Table): number => cells.reduce((sum, { runs }) => sum + runs.length, 0);
  const most = Math.max(0, ...tables.filter((table) => !taken.has(table)).map(numbers));
  const isOther = (table: Table): boolean => {
    const years = captions.get(table) ?? [];
    return years.length > 0 && !years.includes(year);
  };
  return new Set([...taken].filter((table) => isOther(table) && most >= OWN_TABLE_SHARE * numbers(table)));
}
