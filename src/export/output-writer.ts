/** Writes the output of a run: each file's part as it arrives, the tables in their order at the end, all or nothing. */
import { open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Family } from '../model/index.js';
import { amendCopyRows, amendFile, copyReason, type AmendedFile, type FileAmendment } from './amend-file.js';
import { openAuditWriter, type AuditWriter, type DrawAgain } from './audit/audit-writer.js';
import { COMPARISON_COLUMNS, familiesToComparisonRows } from './comparison-rows.js';
import { BYTE_ORDER_MARK, columnsToHeader, rowsToCsv, type CsvDialect } from './csv.js';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column } from './columns.js';
import { describePackage, type ExtraFile, type ExtraTable, type PackageDigests } from './data-package.js';
import { writeDatabase } from './duckdb/write-database.js';
import { describeFolder, type OutputCounts } from './folder-guide.js';
import { DEFAULT_FORMATS, type OutputFormat } from './formats.js';
import { discardOutput, prepareOutputDirectory, replaceOutput } from './output-directory.js';
import type { RenderedFile } from './render-file.js';
import type { ReportRow } from './report-rows.js';
import type { ReportJson } from './report-schema.js';
import { openSpillFile, writeDurably, type SpillFile } from './spill-file.js';
import { familiesToForms } from './wide/form-figures.js';
import { openWideTables, type WideTables } from './wide/wide-tables.js';
import { workbookChoice } from './workbook/render-workbook.js';
import { openWorkbookWriter, type WorkbookWriter } from './workbook/workbook-writer.js';

/** How the output is written. */
export interface OutputOptions {
  /** Whether CSV files begin with a byte-order mark. */
  readonly hasBom: boolean;
  /** The version of Gouji, for datapackage.json. */
  readonly version: string;
  /** How the parts that are added were rendered. */
  readonly dialect?: CsvDialect;
  /** Beside CSV and JSON. */
  readonly formats?: readonly OutputFormat[];
}

/** An output in the making. */
export interface OutputWriter {
  /** Absolute path of the folder that the output will be. */
  readonly path: string;
  /** Adds what became of the file at `position` in the run. May overlap with other calls. */
  readonly add: (position: number, file: RenderedFile) => Promise<void>;
  /** Changes what was added for the file at `position`, by what the other files say of it. */
  readonly amend: (
    position: number,
    rows: readonly ReportRow[],
    amendment: FileAmendment,
  ) => Promise<AmendedFile | undefined>;
  /**
   * Completes the tables, writes the other formats, says how the editions of these families compare, and puts the output in
   * its place.
   */
  readonly commit: (families: readonly Family[], closing?: OutputClosing) => Promise<void>;
  /** Removes all that was written; an earlier output stays as it was. */
  readonly discard: () => Promise<void>;
}

/** What completing an output may be given. */
export interface OutputClosing {
  /** For its README. */
  readonly counts?: OutputCounts;
  /** For report.html; without it, findings from other files go without pictures. */
  readonly drawAgain?: DrawAgain;
}

/** An output in the making, as the functions below know it. */
interface OpenOutput {
  readonly inside: (name: string) => string;
  readonly spills: Readonly<Record<'facts' | 'findings' | 'reports', SpillFile>>;
  readonly wide: WideTables;
  readonly audit: AuditWriter;
  readonly workbooks: WorkbookWriter;
  /** Of the reports' JSON files, by report_id. */
  readonly hashes: Map<string, string>;
  readonly dialect: CsvDialect;
  readonly hasBom: boolean;
  readonly version: string;
  readonly formats: ReadonlySet<OutputFormat>;
}

/**
 * Begins an output.
 *
 * @throws {OutputRefusedError} when the folder may not be written to.
 */
export async function openOutput(directory: string, options: OutputOptions): Promise<OutputWriter> {
  const folder = await prepareOutputDirectory(directory);
  const inside = (name: string): string => join(folder.asidePath, name);
  const { dialect = 'default', hasBom, version, formats = DEFAULT_FORMATS } = options;
  const output: OpenOutput = {
    ...{ inside, dialect, hasBom, version, formats: new Set(formats), hashes: new Map() },
    spills: {
      facts: await openSpillFile(inside('facts.spill')),
      findings: await openSpillFile(inside('findings.spill')),
      reports: await openSpillFile(inside('reports.spill')),
    },
    wide: openWideTables({ inside, dialect, hasBom }),
    audit: await openAuditWriter(inside('audit.spill')),
    workbooks: openWorkbookWriter(inside, workbookChoice(formats)),
  };
  return {
    path: folder.path,
    add: (position, file) => addParts(output, position, file),
    amend: (position, rows, amendment) => amendParts(output, position, rows, amendment),
    commit: async (families, closing = {}) => {
      await finish(output, families, closing);
      await syncDirectories([inside('reports'), folder.asidePath]);
      await replaceOutput(folder);
      await syncDirectories([dirname(folder.path)]);
    },
    discard: async () => {
      await closeSpills(output);
      await discardOutput(folder);
    },
  };
}

/** Reads a report that this run wrote. */
function reportReader(inside: (name: string) => string): (reportId: string) => Promise<ReportJson> {
  return async (reportId) => JSON.parse(await readFile(inside(`reports/${reportId}.json`), 'utf8')) as ReportJson;
}

async function addParts(output: OpenOutput, position: number, file: RenderedFile): Promise<void> {
  const { spills, wide, audit, workbooks } = output;
  for (const { reportId, json } of file.reports) await writeReport(output, reportId, json);
  await spills.facts.append(position, file.factsCsv);
  await spills.findings.append(position, file.findingsCsv);
  await spills.reports.append(position, file.reportsCsv);
  await wide.append(position, file.wideRows);
  await audit.add(position, file.audit);
  await workbooks.add(position, file.reports);
}

async function writeReport({ inside, hashes }: OpenOutput, reportId: string, json: string): Promise<void> {
  const { sha256 } = await writeDurably(inside(`reports/${reportId}.json`), [Buffer.from(json)]);
  hashes.set(reportId, sha256);
}

/** The hashes of the reports' JSON files, as `sha256sum --check` reads them. */
async function writeHashes({ inside, hashes }: OpenOutput): Promise<ExtraFile> {
  const lines = [...hashes].map(([reportId, sha256]) => `${sha256}  reports/${reportId}.json\n`).sort(byPath);
  return {
    name: 'report-hashes',
    path: 'reports.sha256',
    title: { zh: '各份报告 JSON 的散列值', en: 'Hashes of the reports’ JSON files' },
    format: 'sha256',
    mediatype: 'text/plain',
    digest: await writeDurably(inside('reports.sha256'), [Buffer.from(lines.join(''))]),
  };
}

/** Behind the hash, which is as long in each line. */
function byPath(a: string, b: string): number {
  return a.slice(64) < b.slice(64) ? -1 : 1;
}

async function closeSpills({ spills, wide, audit }: OpenOutput): Promise<void> {
  await Promise.all([...Object.values(spills).map((spill) => spill.close()), wide.close(), audit.close()]);
}

/** Writes everything but the parts that were added, and removes what only served to write. */
async function finish(
  output: OpenOutput,
  families: readonly Family[],
  { counts, drawAgain = () => Promise.resolve([]) }: OutputClosing,
): Promise<void> {
  const { inside, formats, dialect, version, audit, workbooks } = output;
  const digests = await writeTables(output, families);
  const tables: ExtraTable[] = [];
  if (formats.has('wide')) tables.push(...(await output.wide.write(familiesToForms(families))));
  const readReport = reportReader(inside);
  await audit.write({ version, families, inside, readReport, drawAgain });
  await workbooks.finish(families, readReport);
  await closeSpills(output);
  await Promise.all([...Object.keys(output.spills), 'audit'].map((name) => rm(inside(`${name}.spill`))));
  const [writesParquet, writesDuckdb] = [formats.has('parquet'), formats.has('duckdb')];
  const files = [await writeHashes(output)];
  if (writesParquet || writesDuckdb) {
    files.push(...(await writeDatabase({ inside, dialect, writesParquet, writesDuckdb })));
  }
  const hasPartitions = files.some(({ path }) => path.startsWith('facts/'));
  const guide = describeFolder({ version, formats, hasPartitions, ...(counts === undefined ? {} : { counts }) });
  await writeDurably(inside('README.md'), [Buffer.from(guide)]);
  const descriptor = describePackage({ version, dialect, digests, tables, files });
  await writeDurably(inside('datapackage.json'), [Buffer.from(descriptor)]);
}

async function writeTables(output: OpenOutput, families: readonly Family[]): Promise<PackageDigests> {
  const { inside, spills, dialect, hasBom } = output;
  const heading = (columns: readonly Column[]): string =>
    (hasBom ? BYTE_ORDER_MARK : '') + columnsToHeader(columns, dialect);
  const facts = await spills.facts.writeInOrder(inside('facts.csv'), heading(FACT_COLUMNS));
  const findings = await spills.findings.writeInOrder(inside('findings.csv'), heading(FINDING_COLUMNS));
  await spills.reports.writeInOrder(inside('reports.csv'), heading(REPORT_COLUMNS));
  const compared =
    heading(COMPARISON_COLUMNS) + rowsToCsv(COMPARISON_COLUMNS, familiesToComparisonRows(families), dialect);
  const comparability = await writeDurably(inside('comparability.csv'), [Buffer.from(compared)]);
  return { facts, findings, comparability };
}

/** What is appended for a position that was written before takes the place of what was. */
async function amendParts(
  output: OpenOutput,
  position: number,
  rows: readonly ReportRow[],
  amendment: FileAmendment,
): Promise<AmendedFile | undefined> {
  const { inside, spills, wide, audit, workbooks, dialect } = output;
  const { copyOf } = amendment;
  if (copyOf !== undefined) {
    await spills.facts.append(position, '');
    await spills.findings.append(position, '');
    await spills.reports.append(position, amendCopyRows(rows, copyOf, dialect));
    await wide.remove(position);
    await workbooks.remove(position);
    const reason = { zh: copyReason(copyOf), en: copyReason(copyOf) };
    const sourcePath = rows[0]?.source_path ?? '';
    await audit.add(position, { reports: [], unread: { sourcePath, outcome: 'skipped', reason } });
    return undefined;
  }
  const pathOf = ({ report_id: reportId }: ReportRow): string => inside(`reports/${reportId}.json`);
  const jsonTexts = await Promise.all(rows.map((row) => readFile(pathOf(row), 'utf8')));
  const amended = amendFile({ reportRows: rows, jsonTexts, dialect }, amendment);
  for (const [at, row] of rows.entries()) {
    await rm(pathOf(row));
    await writeReport(output, row.report_id, amended.jsonTexts[at] ?? '');
  }
  audit.noteAmended(position);
  workbooks.noteAmended(position);
  await spills.findings.append(position, amended.findingsCsv);
  await spills.reports.append(position, amended.reportsCsv);
  return amended;
}

/** Makes names durable too; where the system cannot sync folders (Windows), it does so by itself. */
async function syncDirectories(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      const handle = await open(path, 'r');
      await handle.sync().finally(() => handle.close());
    } catch {
      // Not supported here.
    }
  }
}
