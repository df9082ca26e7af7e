/** Loads the tables of outputs into a database: `facts`, `findings`, `reports`, `comparability`, and `wide` over the facts. */
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column } from '../columns.js';
import { COMPARISON_COLUMNS } from '../comparison-rows.js';
import type { CsvDialect } from '../csv.js';
import type { Database } from './database.js';
import { selectCsv } from './select-csv.js';
import { sqlText } from './sql-text.js';

/** An output to be loaded. */
export interface LoadedOutput {
  /** What its rows are told apart by where several are loaded; no two alike. */
  readonly name: string;
  readonly dialect: CsvDialect;
  /** Where the CSV file of a table is. */
  readonly csvPath: (table: string) => string;
}

const TABLES: Readonly<Record<string, readonly Column[]>> = {
  facts: FACT_COLUMNS,
  findings: FINDING_COLUMNS,
  reports: REPORT_COLUMNS,
  comparability: COMPARISON_COLUMNS,
};

/**
 * Makes the tables, with a column `output` behind the others that says which output a row is from, and the view `wide`.
 *
 * @throws {Error} with DuckDB's words when a CSV file is missing or damaged, or has fewer rows than reports.csv counts.
 */
export async function loadOutputs(database: Database, outputs: readonly LoadedOutput[]): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    const parts = await Promise.all(
      outputs.map(async ({ name, csvPath, dialect }) => {
        const select = await selectCsv({ path: csvPath(table), columns, dialect });
        return `SELECT *, ${sqlText(name)} AS output FROM (${select})`;
      }),
    );
    await database.run(`CREATE TABLE ${table} AS ${parts.join(' UNION ALL ')}`);
  }
  await expectAllFacts(database);
  await database.run(await wideView(database));
}

/** A reader of CSV that loses rows must not pass unnoticed: reports.csv says how many facts there are. */
async function expectAllFacts(database: Database): Promise<void> {
  const { rows } = await database.ask(
    'SELECT (SELECT count(*) FROM facts), (SELECT coalesce(sum(facts), 0) FROM reports)',
  );
  const [loaded, counted] = rows[0] ?? [];
  if (loaded !== counted)
    throw new Error(`facts.csv: ${JSON.stringify(loaded)} rows, reports.csv: ${JSON.stringify(counted)}`);
}

/** The view of one row a report, one column a figure: without those in doubt, and those in another unit than most. */
async function wideView(database: Database): Promise<string> {
  const key = `"table" || '__' || "row" || '__' || "column"`;
  const { rows } = await database.ask(
    // The facts of a report stand together, in the order of its form.
    `SELECT ${key} AS key FROM facts
       JOIN (SELECT output, report_id, min(rowid) AS first FROM facts GROUP BY ALL) USING (output, report_id)
     GROUP BY "table", "row", "column" ORDER BY min(facts.rowid - first), key`,
  );
  const keys = rows.flatMap(([name]) => (typeof name === 'string' ? [sqlText(name)] : []));
  const units = `SELECT ${key} AS key, mode(coalesce(unit, '')) AS usual FROM facts WHERE value IS NOT NULL GROUP BY ALL`;
  const facts = `SELECT f.*, f.rowid AS place, ${key} AS key, coalesce(unit, '') <> usual AS is_other
    FROM facts f LEFT JOIN (${units}) u ON u.key = ${key}`;
  const named = (name: string, condition: string): string =>
    `string_agg(key, ' ' ORDER BY place) FILTER (WHERE ${condition}) AS ${name}`;
  const marks = [
    named('suspect', `status = 'suspect'`),
    named('missing', `status = 'missing'`),
    named('other_unit', `status <> 'suspect' AND value IS NOT NULL AND is_other`),
  ];
  const figures = `SELECT output, report_id, key, CASE WHEN status <> 'suspect' AND NOT is_other THEN value END AS value FROM (${facts})`;
  const pivot =
    keys.length === 0
      ? 'SELECT DISTINCT output, report_id FROM facts'
      : `SELECT * FROM (${figures}) PIVOT (any_value(value) FOR key IN (${keys.join(', ')}) GROUP BY output, report_id)`;
  return `CREATE VIEW wide AS
    SELECT r.output, r.report_id, r.agency, r.region_code, r.level, r.year, r.edition, r.source_path,
      m.suspect, m.missing, m.other_unit, p.* EXCLUDE (output, report_id)
    FROM reports r
      LEFT JOIN (SELECT output, report_id, ${marks.join(', ')} FROM (${facts}) GROUP BY ALL) m USING (output, report_id)
      LEFT JOIN (${pivot}) p USING (output, report_id)
    WHERE r.outcome IN ('ok', 'findings') ORDER BY r.rowid`;
}
