/**
 * Adds to a report that is written what other reports of the run say of it. Reports are written as they come, so that a long
 * run needs no memory for them; what the end of the run finds is put into the file again, byte for byte as if it had been
 * known from the beginning.
 */
import { rankAlternatives } from '../model/index.js';
import type { Finding, Report, TableVerdict } from '../model/index.js';
import { FINDING_COLUMNS, REPORT_COLUMNS } from './columns.js';
import { rowsToCsv, type CsvDialect } from './csv.js';
import { inFormOrder, toFindingRow, type FindingRow, type ReportRow } from './report-rows.js';
import { findingToJson, jsonToText, verdictToJson } from './report-to-json.js';
import type { ReportJson } from './report-schema.js';

/** What is known of a file's part of the output before it is amended. */
export interface WrittenFile {
  readonly reportRows: readonly ReportRow[];
  /** The texts of its reports' JSON files, in the order of the rows. */
  readonly jsonTexts: readonly string[];
  readonly dialect: CsvDialect;
}

/** What is to be changed in a file's part of the output. */
export interface FileAmendment {
  /** By report_id. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Verdicts whose explanations were ranked, by report_id. */
  readonly verdicts?: ReadonlyMap<string, readonly TableVerdict[]>;
  /** Path of the file that is the same report; the rows of this one are then left out of the tables. */
  readonly copyOf?: string;
}

/** A file's part of the output, amended. */
export interface AmendedFile {
  readonly jsonTexts: readonly string[];
  readonly findingsCsv: string;
  readonly reportsCsv: string;
  readonly outcomes: readonly Report['outcome'][];
  readonly hasErrors: readonly boolean[];
}

/** Amends the part of a file whose reports stay. */
export function amendFile(file: WrittenFile, { findings, verdicts }: FileAmendment): AmendedFile {
  const jsons = file.jsonTexts.map((text) => {
    // Our own text, written a moment ago.
    const written = JSON.parse(text) as ReportJson;
    const json = rankExplanations(written, verdicts?.get(written.report_id) ?? []);
    const added = findings.get(json.report_id) ?? [];
    return added.length === 0 ? json : addFindings(json, added);
  });
  const rows = file.reportRows.map((row, at): ReportRow => {
    const json = jsons[at];
    return json === undefined ? row : { ...row, outcome: json.outcome, findings: String(json.findings.length) };
  });
  return {
    jsonTexts: jsons.map(jsonToText),
    findingsCsv: rowsToCsv(FINDING_COLUMNS, jsons.flatMap(toFindingRows), file.dialect),
    reportsCsv: rowsToCsv(REPORT_COLUMNS, rows, file.dialect),
    outcomes: jsons.map(({ outcome }) => outcome),
    hasErrors: jsons.map((json) => json.findings.some(({ severity }) => severity === 'error')),
  };
}

/** The reason of a file that holds a report which another file holds too. */
export function copyReason(path: string): string {
  return `same-report-as ${path}`;
}

/** The row of reports.csv of a copy: what it is stays, its figures count at the other place. */
export function amendCopyRows(rows: readonly ReportRow[], copyOf: string, dialect: CsvDialect): string {
  return rowsToCsv(
    REPORT_COLUMNS,
    rows.map((row): ReportRow => ({
      ...row,
      outcome: 'skipped',
      reason: copyReason(copyOf),
      facts: '0',
      findings: '0',
    })),
    dialect,
  );
}

function rankExplanations(json: ReportJson, ranked: readonly TableVerdict[]): ReportJson {
  if (ranked.length === 0) return json;
  const verdicts = json.verdicts.map((verdict) => {
    const own = ranked.find(({ table, block }) => table === verdict.table && block === verdict.block);
    return own ? verdictToJson(own) : verdict;
  });
  return { ...json, verdicts, facts: [...rankAlternatives(json.facts, verdicts)] };
}

function addFindings(json: ReportJson, added: readonly Finding[]): ReportJson {
  const placed = added.map((finding) => {
    const place = json.facts.find(
      ({ table, row, column }) => table === finding.table && row === finding.row && column === finding.column,
    )?.place;
    return { ...findingToJson(finding), place: place ?? null };
  });
  const findings = inFormOrder([...json.findings, ...placed], json.facts);
  const isClean = findings.every(({ severity }) => severity === 'info');
  return { ...json, outcome: isClean ? 'ok' : 'findings', findings };
}

function toFindingRows(json: ReportJson): FindingRow[] {
  const { report_id, agency, source_path } = json;
  const owner = { report_id, agency, source_path, year: json.year === null ? '' : String(json.year) };
  return json.findings.map((finding) =>
    toFindingRow(owner, finding, finding.place === null ? '' : String(finding.place.page)),
  );
}
