/** What each stage makes of a sample, brief enough to be read in a review. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { listInputs, readSource } from '../../src/ingest/index.js';
import type { Fact, Report } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';

/** Names of the stages whose output is kept, in their order. */
export const STAGES = ['layout', 'facts', 'findings'] as const;

/** A stage whose output is kept. */
export type Stage = (typeof STAGES)[number];

/** The output of every kept stage for one document. */
export type StageOutputs = Readonly<Record<Stage, unknown>>;

/** Runs the pipeline on one document and keeps what each stage said. */
export async function runStages(path: string): Promise<StageOutputs> {
  const families = await loadFamilies(PIPELINES_DIRECTORY);
  const [file] = await listInputs([path]).then(({ files }) => files);
  if (!file) throw new Error(`${path} is no file to read`);
  const [report] = await sourceToReports(await readSource(file), { families, reader: 'auto' });
  if (!report) throw new Error(`${path} gave no report`);
  return { layout: layoutOf(report), facts: factsOf(report), findings: findingsOf(report) };
}

/** One string a row: cells divided by bars, `<` for a cell that goes on from the left, `^` from above. */
function layoutOf(report: Report): unknown {
  return report.tables.map(({ table, bindings }) => {
    const grid = Array.from({ length: table.rowCount }, () => new Array<string>(table.columnCount).fill(''));
    for (const cell of table.cells) {
      for (let row = cell.rowIndex; row < cell.rowIndex + cell.rowSpan; row++) {
        const marks = grid[row];
        for (let column = cell.columnIndex; column < cell.columnIndex + cell.columnSpan; column++) {
          if (marks) marks[column] = row > cell.rowIndex ? '^' : column > cell.columnIndex ? '<' : cell.text;
        }
      }
    }
    return {
      geometry: table.geometry,
      pages: table.parts.map((part) => part.pageNumber),
      seams: table.seams,
      boundCells: bindings.length,
      rows: grid.map((row) => row.join(' | ')),
    };
  });
}

/** The subject, then one string a row of the form: its figures, with a mark where they are not plainly printed. */
function factsOf(report: Report): unknown {
  const rows = new Map<string, string[]>();
  for (const fact of report.facts) {
    const key = `${fact.edition} ${fact.table} ${fact.row}`;
    rows.set(key, [...(rows.get(key) ?? []), brief(fact)]);
  }
  const { agency, regionCode, level, year, edition } = report;
  return {
    agency,
    regionCode,
    level,
    year,
    edition,
    rows: [...rows].map(([key, figures]) => `${key}: ${figures.join(' ')}`),
  };
}

function brief({ value, status, printed }: Fact): string {
  const text = value === '' ? '_' : value;
  const marks = { printed: '', derived: '+', repaired: '~', suspect: '?', missing: '!' };
  return printed === value || printed === '' ? `${text}${marks[status]}` : `${text}${marks[status]}“${printed}”`;
}

function findingsOf(report: Report): unknown {
  return report.findings.map(({ rule, severity, cause, table, row, column, message }) => ({
    rule,
    severity,
    cause,
    at: [table, row, column].filter((part) => part !== '').join('/'),
    zh: message.zh,
    en: message.en,
  }));
}

/** The name of a document's expected output. */
export function expectedPath(document: string, stage: Stage): string {
  return `tests/golden/expected/${basename(document)}/${stage}.json`;
}

/** Where a differing output is written for review. */
export function changedPath(document: string, stage: Stage): string {
  return `tests/golden/changed/${basename(document)}/${stage}.changed.json`;
}

/** Output as it is stored. */
export function toGoldenText(output: unknown): string {
  return `${JSON.stringify(output, null, 2)}\n`;
}

/** The stored output, or `undefined` where none has been accepted yet. */
export async function readExpected(document: string, stage: Stage): Promise<string | undefined> {
  try {
    return await readFile(expectedPath(document, stage), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
