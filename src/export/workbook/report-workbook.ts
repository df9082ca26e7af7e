/** The workbook of a report for an auditor: what was found, with links into the tables laid out like the official form. */
import type { Block, Family } from '../../model/index.js';
import { formNames, type FormNames } from '../audit/form-names.js';
import { shownFindings, type FactJson } from '../audit/shown-findings.js';
import type { ReportJson } from '../report-schema.js';
import { findingsSheet, titleOf } from './findings-sheet.js';
import { proseSheet } from './prose-sheet.js';
import type { CellTarget, Sheet } from './sheet.js';
import { sheetNamer } from './sheet-names.js';
import { tableSheet, type TableSheet } from './table-sheet.js';

/** Lays out the sheets of a report's workbook; the findings come first. */
export function reportToSheets(json: ReportJson, families: readonly Family[]): Sheet[] {
  const names = formNames(families, json.edition);
  const shown = shownFindings(json);
  const nameSheet = sheetNamer();
  const findingsName = nameSheet('发现 Findings');
  const tables = new Map<string, TableSheet>();
  for (const [table, facts] of factsByTable(json.facts)) {
    const blocks = blocksOf(facts, names);
    const { zh, en } = names.table(table);
    const name = nameSheet(zh);
    const heading = `${zh} ${en} · ${titleOf(json)}`;
    tables.set(
      table,
      blocks.length === 0 ? proseSheet(name, facts, names) : tableSheet({ name, heading, blocks, facts, shown }),
    );
  }
  const placeOf = ({ table, row, column }: Pick<FactJson, 'table' | 'row' | 'column'>): CellTarget | undefined => {
    const known = tables.get(table);
    if (known === undefined) return undefined;
    const place = known.places.get(`${row}/${column}`) ?? { rowIndex: 0, columnIndex: 0 };
    return { sheet: known.sheet.name, ...place };
  };
  const findings = findingsSheet({ name: findingsName, json, shown, names, placeOf });
  return [findings, ...[...tables.values()].map(({ sheet }) => sheet)];
}

function factsByTable(facts: readonly FactJson[]): Map<string, FactJson[]> {
  const tables = new Map<string, FactJson[]>();
  for (const fact of facts) {
    const known = tables.get(fact.table);
    if (known === undefined) tables.set(fact.table, [fact]);
    else known.push(fact);
  }
  return tables;
}

function blocksOf(facts: readonly FactJson[], names: FormNames): Block[] {
  return [...new Set(facts.flatMap((fact) => names.blockOf(fact) ?? []))];
}

/** A file system takes names of 255 bytes; a Chinese character has three. */
const LONGEST_NAME = 60;

/** The name of a report's workbook: whose it is and of which year, for people, then its id. */
export function workbookName({
  agency,
  year,
  report_id: id,
}: Pick<ReportJson, 'agency' | 'year' | 'report_id'>): string {
  // eslint-disable-next-line no-control-regex -- no system takes these in names
  const forbidden = /[\\/:*?"<>|\s\u0000-\u001f\u007f]+/g;
  const body = agency
    .normalize('NFC')
    .replace(forbidden, ' ')
    .replace(/^[. ]+/, '');
  const short = Array.from(body).slice(0, LONGEST_NAME).join('').trim();
  return `${[short, year === null ? '' : String(year), id].filter((part) => part !== '').join('-')}.xlsx`;
}
