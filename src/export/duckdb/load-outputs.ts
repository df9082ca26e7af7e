/** Loads the tables of outputs into a database: `facts`, `findings`, `reports`, `comparability`, and `wide` over the facts. */
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column } from '../columns.js';
import { COMPARISON_COLUMNS } from '../comparison-rows.js';
import type { CsvDialect } from '../csv.js';
import type { Database } from './database.js';

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

/** How the types of columns are called in SQL. */
const SQL_TYPES: Readonly<Record<Column['type'], string>> = {
  string: 'VARCHAR',
  number: 'DOUBLE',
  integer: 'INTEGER',
  year: 'INTEGER',
};

/**
 * Makes the tables, with a column `output` behind the others that says which output a row is from, and the view `wide`.
 *
 * @throws {Error} with DuckDB's words when a CSV file is missing or damaged, or has fewer rows than reports.csv counts.
 */
export async function loadOutputs(database: Database, outputs: readonly LoadedOutput[]): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    const parts = outputs.map(
      ({ name, csvPath, dialect }) =>
        `SELECT *, ${sqlText(name)} AS output FROM (${csvToSelect(csvPath(table), columns, dialect)})`,
    );
    await database.run(`CREATE TABLE ${table} AS ${parts.join(' UNION ALL ')}`);
  }
  await expectAllFacts(database);
  await database.run(await wideView(database));
}

/** A SELECT that reads a table from its CSV file, with types: an empty field is NULL, except where it is a value of its own. */
function csvToSelect(path: string, columns: readonly Column[], dialect: CsvDialect): string {
  const types = columns.map(({ name }) => `${sqlText(name)}: 'VARCHAR'`).join(', ');
  const fields = columns.map((column) => `${toField(column, dialect)} AS ${sqlName(column.name)}`).join(', ');
  return (
    `SELECT ${fields} FROM read_csv(${sqlText(path)}, auto_detect = false, header = true, ` +
    `columns = {${types}}, delim = ',', quote = '"', escape = '"', strict_mode = true, max_line_size = 100000000)`
  );
}

/** What was done to a text for spreadsheets' sake is undone, as `restoreField` does. */
function toField({ name, type, emptyIsValue }: Column, dialect: CsvDialect): string {
  const field = sqlName(name);
  const undefused = `CASE WHEN regexp_matches(${field}, '^''[=+@\\t\\r-]') THEN substr(${field}, 2) ELSE ${field} END`;
  const unwrapped = `CASE WHEN regexp_matches(${field}, '^="[^"]*"$') THEN substr(${field}, 3, length(${field}) - 3)`;
  const texts: Readonly<Record<CsvDialect, string>> = {
    default: undefused,
    excel: `${unwrapped} ELSE ${undefused} END`,
    plain: field,
  };
  if (type !== 'string') return `CAST(${texts[dialect]} AS ${SQL_TYPES[type]})`;
  return emptyIsValue === true ? `coalesce(${texts[dialect]}, '')` : texts[dialect];
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
    `SELECT key FROM (SELECT ${key} AS key, row_number() OVER (PARTITION BY output, report_id) AS place FROM facts)
     GROUP BY key ORDER BY min(place), key`,
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

/** A text as SQL writes it. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
