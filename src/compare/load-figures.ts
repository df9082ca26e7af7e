/**
 * Reads figures out of the outputs' facts.csv by DuckDB: of the 200,000 rows of a thousand reports a comparison needs a few
 * figures a report, and no JavaScript passes over the rest as fast.
 */
import { FACT_COLUMNS, selectCsv, sqlText, type Database, type QueryValue } from '../export/tables.js';
import type { EditionFigures, FigurePlace } from './indicators/index.js';
import { tablePath, type OutputFolder } from './read-output.js';
import { damagedTable } from './unreadable-output.js';

/** The columns that are needed, as texts: a number would lose digits. */
const COLUMNS = FACT_COLUMNS.filter(({ name }) =>
  ['report_id', 'edition', 'table', 'row', 'column', 'value', 'status'].includes(name),
).map((column) => ({ ...column, type: 'string' as const }));

/** Separate the figures of a report, and the parts of a figure; no CSV of ours holds them. */
const FIGURE_END = '\u001e';
const PART_END = '\u001f';

/** The figures of outputs, loaded. */
export interface LoadedFigures {
  /** How many figures the output at a place of the list has. */
  readonly count: (output: number) => Promise<number>;
  /** Those at the places named, with every edition of every report, whether or not it has any of them; in the order of the file. */
  readonly read: (output: number, places: readonly FigurePlace[]) => Promise<EditionFigures[]>;
}

/**
 * Loads the figures of outputs.
 *
 * @throws {OutputUnreadableError} when a facts.csv is missing or damaged.
 */
export async function loadFigures(database: Database, folders: readonly OutputFolder[]): Promise<LoadedFigures> {
  for (const [at, folder] of folders.entries()) await loadTable(database, at, folder);
  return {
    count: async (output) => {
      const { rows } = await database.ask(`SELECT count(*) FROM figures_${output}`);
      return Number(rows[0]?.[0]);
    },
    read: (output, places) => readFigures(database, output, places),
  };
}

async function loadTable(database: Database, at: number, folder: OutputFolder): Promise<void> {
  const path = tablePath(folder, 'facts');
  try {
    const select = await selectCsv({ path, columns: COLUMNS, dialect: folder.dialect });
    await database.run(`CREATE TEMP TABLE figures_${at} AS ${select}`);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const { version } = folder;
    const text = { zh: `${reason}（由 gouji ${version} 写出）`, en: `${reason} (written by gouji ${version})` };
    throw damagedTable(path, text, { cause });
  }
}

async function readFigures(
  database: Database,
  output: number,
  places: readonly FigurePlace[],
): Promise<EditionFigures[]> {
  const wanted = places.map(
    ({ edition, table, row, column }, at) => `(${at}, ${[edition, table, row, column].map(sqlText).join(', ')})`,
  );
  const { rows } = await database.ask(
    `SELECT report_id, edition, string_agg(concat(place, chr(31), status, chr(31), value), chr(30)) FILTER (place IS NOT NULL)
     FROM figures_${output} f
       LEFT JOIN (VALUES ${wanted.join(', ')}) AS wanted(place, edition, "table", "row", "column")
         USING (edition, "table", "row", "column")
     GROUP BY report_id, edition ORDER BY min(f.rowid)`,
  );
  return rows.map(([reportId, edition, figures]) => ({
    reportId: textOf(reportId),
    edition: textOf(edition),
    figures: typeof figures === 'string' ? figures.split(FIGURE_END).flatMap((text) => toFigure(text, places)) : [],
  }));
}

function textOf(value: QueryValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function toFigure(text: string, places: readonly FigurePlace[]): EditionFigures['figures'] {
  const [at, status = '', value = ''] = text.split(PART_END);
  const place = places[Number(at)];
  return place === undefined ? [] : [{ place, status, value }];
}
