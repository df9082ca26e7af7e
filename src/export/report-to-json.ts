/** Turns a report into what reports/<report_id>.json holds, in a fixed order of keys. */
import { figureKey } from '../model/index.js';
import type {
  BlindSpots,
  BoundTable,
  Cell,
  CellPlace,
  Check,
  DigitRun,
  Fact,
  FailureExplanation,
  Finding,
  Report,
  TablePart,
  TableVerdict,
} from '../model/index.js';
import { toHundredths, toThousandths } from './hundredths.js';
import { findingsInFormOrder } from './report-rows.js';
import type { ReportJson } from './report-schema.js';
import { recordToLines } from './record-to-lines.js';

type PlaceJson = ReportJson['tables'][number]['parts'][number];
type TableJson = ReportJson['tables'][number];

/** The JSON value of a report. */
export function reportToJson(report: Report): ReportJson {
  return {
    format: 'gouji-report',
    format_version: 1,
    report_id: report.reportId,
    source_path: report.sourcePath,
    sha256: report.sha256,
    kind: report.kind,
    pages: report.pageCount,
    agency: report.agency,
    region_code: report.regionCode,
    level: report.level,
    unit_type: report.unitType,
    scope: report.scope,
    year: report.year ?? null,
    period: report.period === undefined ? null : { from: report.period.from, to: report.period.to },
    published: report.published === undefined ? null : { date: report.published.date, source: report.published.source },
    contacts: report.contacts.map(({ kind, text }) => ({ kind, text })),
    edition: report.edition,
    outcome: report.outcome,
    readers: report.readers.map(({ pageNumber, readers, digitsAgree }) => ({
      page: pageNumber,
      readers: [...readers],
      digits_agree: digitsAgree ?? null,
    })),
    facts: factsToJson(report),
    findings: findingsInFormOrder(report).map(findingToJson),
    checks: report.checks.map(checkToJson),
    verdicts: report.verdicts.map(verdictToJson),
    blind_spots: report.blindSpots.map(blindSpotsToJson),
    tables: report.tables.map(tableToJson),
  };
}

/** The text of reports/<report_id>.json: UTF-8, LF, one figure, check, cell or run of digits a line. */
export function reportToJsonText(report: Report): string {
  return jsonToText(reportToJson(report));
}

/** The text of a report's JSON value. */
export function jsonToText(json: ReportJson): string {
  return `${recordToLines(json, ['tables'])}\n`;
}

/** Every fact with how many laws are over it. */
function factsToJson({ facts, checks }: Report): ReportJson['facts'] {
  const laws = new Map<string, number>();
  for (const { table, terms, severity } of checks) {
    if (severity !== 'error') continue;
    for (const { row, column } of terms) {
      const key = figureKey({ table, row, column });
      laws.set(key, (laws.get(key) ?? 0) + 1);
    }
  }
  return facts.map((fact) => factToJson(fact, laws.get(figureKey(fact)) ?? 0));
}

function blindSpotsToJson({ table, block, rows, columns }: BlindSpots): ReportJson['blind_spots'][number] {
  return { table, block, rows: rows.map((group) => [...group]), columns: columns.map((group) => [...group]) };
}

function factToJson(fact: Fact, laws: number): ReportJson['facts'][number] {
  return {
    block: fact.block,
    edition: fact.edition,
    table: fact.table,
    row: fact.row,
    column: fact.column,
    value: fact.value,
    unit: fact.unit,
    printed: fact.printed,
    status: fact.status,
    confidence: fact.confidence === undefined ? null : toThousandths(fact.confidence),
    reading: readingToJson(fact.reading),
    place: placeToJson(fact.place),
    alternatives: [...fact.alternatives],
    doubts: [...fact.doubts],
    laws,
    ...(fact.sentence === undefined ? {} : { sentence: fact.sentence }),
  };
}

function readingToJson(reading: Fact['reading']): ReportJson['facts'][number]['reading'] {
  if (reading.kind !== 'number') return { kind: reading.kind };
  return { kind: 'number', value: reading.value, unit: reading.unit };
}

/** The JSON value of a finding. */
export function findingToJson(finding: Finding): ReportJson['findings'][number] {
  return {
    rule: finding.rule,
    severity: finding.severity,
    cause: finding.cause,
    table: finding.table,
    row: finding.row,
    column: finding.column,
    expected: finding.expected,
    actual: finding.actual,
    difference: finding.difference,
    message: { zh: finding.message.zh, en: finding.message.en },
    place: placeToJson(finding.place),
    check: finding.check === undefined ? null : checkToJson(finding.check),
  };
}

function checkToJson(check: Check): ReportJson['checks'][number] {
  return {
    rule: check.rule,
    severity: check.severity,
    table: check.table,
    outcome: check.outcome,
    expected: check.expected,
    actual: check.actual,
    difference: check.difference,
    uses_derived: check.usesDerived,
    terms: check.terms.map((term) => ({
      role: term.role,
      sign: term.sign,
      row: term.row,
      column: term.column,
      value: term.value,
      place: placeToJson(term.place),
    })),
  };
}

/** A verdict as the JSON of a report holds it. */
export function verdictToJson(verdict: TableVerdict): ReportJson['verdicts'][number] {
  return {
    table: verdict.table,
    block: verdict.block,
    kind: verdict.kind,
    is_cut_short: verdict.isCutShort,
    explanations: verdict.explanations.map(explanationToJson),
    mends: verdict.mends.map(explanationToJson),
  };
}

function explanationToJson({
  faults,
  changes,
  cost,
  support,
}: FailureExplanation): ReportJson['verdicts'][number]['mends'][number] {
  return {
    cost,
    faults: faults.map(({ row, fault }) => ({ row, fault })),
    changes: changes.map(({ row, column, from, to }) => ({ row, column, from, to })),
    ...(support && { support: support.map(({ kind, rule, value, source }) => ({ kind, rule, value, source })) }),
  };
}

function tableToJson({ table, bindings }: BoundTable): TableJson {
  const bound = new Map(bindings.map((binding) => [`${binding.rowIndex},${binding.columnIndex}`, binding]));
  const factOf = ({ rowIndex, columnIndex }: Cell): TableJson['cells'][number]['fact'] => {
    const binding = bound.get(`${rowIndex},${columnIndex}`);
    return binding === undefined ? null : { table: binding.table, row: binding.row, column: binding.column };
  };
  return {
    table_index: table.tableIndex,
    geometry: table.geometry,
    row_count: table.rowCount,
    column_count: table.columnCount,
    seams: [...table.seams],
    parts: table.parts.map(partToJson),
    cells: table.cells.map((cell) => ({
      row_index: cell.rowIndex,
      column_index: cell.columnIndex,
      row_span: cell.rowSpan,
      column_span: cell.columnSpan,
      text: cell.text,
      base_text: cell.baseText,
      fact: factOf(cell),
      doubts: [...cell.doubts],
      parts: cell.parts.map((part) => ({ ...partToJson(part), text: part.text })),
    })),
    runs: [
      ...table.cells.flatMap((cell) => cell.runs.map((run) => runToJson(run, cell))),
      ...table.strayRuns.map((run) => runToJson(run)),
    ],
  };
}

function runToJson(run: DigitRun, owner?: Cell): TableJson['runs'][number] {
  return {
    text: run.text,
    page: run.pageNumber,
    place: run.box === undefined ? null : partToJson({ pageNumber: run.pageNumber, box: run.box }),
    cell: owner === undefined ? null : { row_index: owner.rowIndex, column_index: owner.columnIndex },
  };
}

function placeToJson(place: CellPlace | undefined): PlaceJson | null {
  return place === undefined ? null : partToJson(place);
}

function partToJson({ pageNumber, box }: TablePart): PlaceJson {
  return {
    page: pageNumber,
    x0: toHundredths(box.x0),
    y0: toHundredths(box.top),
    x1: toHundredths(box.x1),
    y1: toHundredths(box.bottom),
  };
}
