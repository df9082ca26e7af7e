/** Writes the output of a run: each file's part as it arrives, the tables in their order at the end, all or nothing. */
import { open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Family } from '../model/index.js';
import { amendCopyRows, amendFile, copyReason, type AmendedFile, type FileAmendment } from './amend-file.js';
import { openAuditWriter, type AuditWriter } from './audit/audit-writer.js';
import { COMPARISON_COLUMNS, familiesToComparisonRows } from './comparison-rows.js';
import { BYTE_ORDER_MARK, columnsToHeader, rowsToCsv } from './csv.js';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column } from './columns.js';
import { describePackage } from './data-package.js';
import { discardOutput, prepareOutputDirectory, replaceOutput } from './output-directory.js';
import type { RenderedFile } from './render-file.js';
import type { ReportRow } from './report-rows.js';
import type { ReportJson } from './report-schema.js';
import { openSpillFile, writeDurably, type SpillFile } from './spill-file.js';

/** How the output is written. */
export interface OutputOptions {
  /** Whether CSV files begin with a byte-order mark. */
  readonly hasBom: boolean;
  /** The version of Gouji, for datapackage.json. */
  readonly version: string;
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
  /** Completes the tables, says how the editions of these families compare, and puts the output in its place. */
  readonly commit: (families: readonly Family[]) => Promise<void>;
  /** Removes all that was written; an earlier output stays as it was. */
  readonly discard: () => Promise<void>;
}

/**
 * Begins an output.
 *
 * @throws {OutputRefusedError} when the folder may not be written to.
 */
export async function openOutput(directory: string, options: OutputOptions): Promise<OutputWriter> {
  const output = await prepareOutputDirectory(directory);
  const inside = (name: string): string => join(output.asidePath, name);
  const spills = {
    facts: await openSpillFile(inside('facts.spill')),
    findings: await openSpillFile(inside('findings.spill')),
    reports: await openSpillFile(inside('reports.spill')),
  };
  const audit = await openAuditWriter(inside('audit.spill'));
  const closeSpills = async (): Promise<void> => {
    await Promise.all([...Object.values(spills), audit].map((spill) => spill.close()));
  };
  const heading = (columns: readonly Column[]): string =>
    (options.hasBom ? BYTE_ORDER_MARK : '') + columnsToHeader(columns);
  return {
    path: output.path,
    add: async (position, file) => {
      for (const report of file.reports) {
        await writeDurably(inside(`reports/${report.reportId}.json`), [Buffer.from(report.json)]);
      }
      await spills.facts.append(position, file.factsCsv);
      await spills.findings.append(position, file.findingsCsv);
      await spills.reports.append(position, file.reportsCsv);
      await audit.add(position, file.audit);
    },
    amend: (position, rows, amendment) => amendParts({ inside, spills, audit, position, rows }, amendment),
    commit: async (families) => {
      const facts = await spills.facts.writeInOrder(inside('facts.csv'), heading(FACT_COLUMNS));
      const findings = await spills.findings.writeInOrder(inside('findings.csv'), heading(FINDING_COLUMNS));
      await spills.reports.writeInOrder(inside('reports.csv'), heading(REPORT_COLUMNS));
      await audit.write({ version: options.version, families, inside, readReport: reportReader(inside) });
      await closeSpills();
      await Promise.all([...Object.keys(spills), 'audit'].map((name) => rm(inside(`${name}.spill`))));
      const compared = rowsToCsv(COMPARISON_COLUMNS, familiesToComparisonRows(families));
      const comparability = await writeDurably(inside('comparability.csv'), [
        Buffer.from(heading(COMPARISON_COLUMNS) + compared),
      ]);
      await writeDurably(inside('datapackage.json'), [
        Buffer.from(describePackage(options.version, { facts, findings, comparability })),
      ]);
      await syncDirectories([inside('reports'), output.asidePath]);
      await replaceOutput(output);
      await syncDirectories([dirname(output.path)]);
    },
    discard: async () => {
      await closeSpills();
      await discardOutput(output);
    },
  };
}

/** Reads a report that this run wrote. */
function reportReader(inside: (name: string) => string): (reportId: string) => Promise<ReportJson> {
  return async (reportId) => JSON.parse(await readFile(inside(`reports/${reportId}.json`), 'utf8')) as ReportJson;
}

/** A file's part of an output in the making. */
interface WrittenParts {
  readonly inside: (name: string) => string;
  readonly spills: Readonly<Record<'facts' | 'findings' | 'reports', SpillFile>>;
  readonly audit: AuditWriter;
  readonly position: number;
  readonly rows: readonly ReportRow[];
}

/** What is appended for a position that was written before takes the place of what was. */
async function amendParts(
  { inside, spills, audit, position, rows }: WrittenParts,
  { findings, copyOf }: FileAmendment,
): Promise<AmendedFile | undefined> {
  if (copyOf !== undefined) {
    await spills.facts.append(position, '');
    await spills.findings.append(position, '');
    await spills.reports.append(position, amendCopyRows(rows, copyOf));
    const reason = { zh: copyReason(copyOf), en: copyReason(copyOf) };
    const sourcePath = rows[0]?.source_path ?? '';
    await audit.add(position, { reports: [], unread: { sourcePath, outcome: 'skipped', reason } });
    return undefined;
  }
  const paths = rows.map((row) => inside(`reports/${row.report_id}.json`));
  const jsonTexts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const amended = amendFile({ reportRows: rows, jsonTexts }, findings);
  for (const [at, path] of paths.entries()) {
    await rm(path);
    await writeDurably(path, [Buffer.from(amended.jsonTexts[at] ?? '')]);
  }
  audit.noteAmended(position);
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
