/**
 * `gouji verify`: a second opinion on an output folder. Reads what was written and nothing else, and shares no code with
 * what wrote it but the schema of the report's JSON.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { reportSchema, type ReportJson } from '../../export/report-schema.js';
import { openCsv, type CsvRow } from './csv-rows.js';
import { verifyReport } from './verify-report.js';
import { violation, type Violation } from './violation.js';

const resource = z.looseObject({ path: z.string(), bytes: z.number().optional(), hash: z.string().optional() });
const packageSchema = z.looseObject({ name: z.literal('gouji-run'), resources: z.array(resource) });

/** What a run writes that its package does not list: pages, wide tables under Chinese headers. Reports are in reports.sha256. */
const UNLISTED = /^(\..*|datapackage\.json|README\.md|wide(\/.*zh\.csv)?|xlsx(\/.*)?|report(-\d+)?\.html|reports)$/;

/** Yields every claim of an output folder that does not stand up. */
export async function* verifyOutput(directory: string): AsyncGenerator<Violation> {
  try {
    yield* verifyPackage(directory);
    yield* verifyReports(directory);
  } catch (error) {
    yield violation('unreadable', directory, error instanceof Error ? error.message : String(error));
  }
}

async function* verifyPackage(directory: string): AsyncGenerator<Violation> {
  const { resources } = packageSchema.parse(await readJson(join(directory, 'datapackage.json')));
  const names = new Set((await readdir(directory, { recursive: true })).map((name) => name.replaceAll('\\', '/')));
  const sums = await readFile(join(directory, 'reports.sha256'), 'utf8').catch(() => '');
  for (const [, sum = '', path = ''] of sums.matchAll(/^(\S{64}) {2}(.+)$/gm))
    resources.push({ path, hash: `sha256:${sum}` });
  const listed = new Set(resources.flatMap(({ path }) => [path, ...foldersOf(path)]));
  for (const name of names) if (!listed.has(name) && !UNLISTED.test(name)) yield violation('unlisted', name);
  for (const { path, bytes, hash } of resources) {
    if (!names.has(path)) yield violation('absent', path);
    else if (hash !== undefined) {
      const content = await readFile(join(directory, path));
      const digest = createHash('sha256').update(content).digest('hex');
      if (hash !== `sha256:${digest}` || content.length !== (bytes ?? content.length))
        yield violation('hash', path, hash);
    }
  }
}

const foldersOf = (path: string): string[] => path.split('/').map((_, at, names) => names.slice(0, at).join('/'));

async function* verifyReports(directory: string): AsyncGenerator<Violation> {
  const facts = openCsv(join(directory, 'facts.csv'));
  const findings = openCsv(join(directory, 'findings.csv'));
  const files = new Set(await readdir(join(directory, 'reports')));
  for (const row of await openCsv(join(directory, 'reports.csv'))()) {
    const { report_id: id = '', outcome = '', sha256 = '', reason = '' } = row;
    const name = `reports/${id}.json`;
    if (id.slice(0, 16) !== sha256.slice(0, 16)) yield violation('hash', `reports.csv ${id}`, sha256);
    // A copy of another report keeps its JSON and has no rows.
    if (reason.startsWith('same-report-as ')) files.delete(`${id}.json`);
    if (outcome !== 'ok' && outcome !== 'findings') continue;
    const csv = [await facts(id), await findings(id), [row]] as const;
    if (!files.delete(`${id}.json`)) yield violation('absent', name);
    const { data, error } = reportSchema.safeParse(await readJson(join(directory, name)));
    if (!data) yield violation('unreadable', name, error.message);
    else for (const each of verifyWhole(data, csv)) yield { ...each, place: `${name} ${each.place}` };
  }
  for (const name of files) yield violation('unlisted', `reports/${name}`);
  for (const row of await facts()) yield violation('unlisted', `facts.csv ${row['report_id'] ?? ''}`);
  for (const row of await findings()) yield violation('unlisted', `findings.csv ${row['report_id'] ?? ''}`);
}

/** `undefined` for what is no JSON or is not there: no schema takes it. */
async function readJson(path: string): Promise<unknown> {
  return readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
}

type Rows = readonly CsvRow[];

/** The CSVs say of a report what its JSON says, and that stands up. */
function* verifyWhole(report: ReportJson, [facts, findings, row]: readonly [Rows, Rows, Rows]): Generator<Violation> {
  const counts = { facts: report.facts.length, findings: report.findings.length, pages: report.pages || '' };
  yield* verifyRows('facts.csv', facts, report, report.facts);
  yield* verifyRows('findings.csv', findings, report, report.findings);
  yield* verifyRows('reports.csv', row, { ...report, ...counts }, [{}]);
  yield* verifyReport(report);
}

/** A fact or finding; a report is one without a place. */
type Item = Partial<Pick<ReportJson['findings'][number], 'place' | 'message'>>;

function* verifyRows(name: string, rows: Rows, report: object, items: readonly Item[]): Generator<Violation> {
  if (rows.length !== items.length) yield violation('csv', name, `${rows.length} / ${items.length}`);
  for (const [at, row] of rows.entries()) {
    const item = { ...items[at], ...items[at]?.place, message: items[at]?.message?.zh, ms: row['ms'] };
    const meant = new Map<string, unknown>(Object.entries({ ...report, ...item }));
    for (const [column, cell = ''] of Object.entries(row)) {
      if (isSame(cell, meant.get(column))) continue;
      yield violation('csv', `${name} ${at + 1} ${column}`, `"${cell}" ${JSON.stringify(meant.get(column))}`);
    }
  }
}

/** Places are written with two decimals; a text that a spreadsheet would run or change is wrapped as its dialect does. */
function isSame(cell: string, meant: unknown): boolean {
  if (typeof meant === 'number') return cell !== '' && Number(cell) === meant;
  const text = typeof meant === 'string' ? meant : '';
  return cell === text || cell === `="${text}"` || (cell === `'${text}` && /^[=+\-@\t\r]/.test(text));
}
