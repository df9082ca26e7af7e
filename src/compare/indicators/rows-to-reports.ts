/** Makes reports to compare of the rows of an output's tables, keeping only figures that some indicator needs. */
import { parseDecimal, type Family } from '../../model/index.js';
import { figureKey, type ComparedReport, type ReportFigure } from './compared-report.js';
import type { CompiledIndicator } from './compile-indicators.js';

/** Who reports, as reports.csv has it. */
export interface ReportOwner {
  readonly report_id: string;
  readonly source_path: string;
  readonly agency: string;
  readonly region_code: string;
  readonly level: string;
  readonly year: string;
  readonly outcome: string;
}

/** A figure, as facts.csv has it. */
export interface FigureRow {
  readonly report_id: string;
  readonly edition: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly status: string;
}

/** A finding, as findings.csv has it. */
export interface FindingOfFigure {
  readonly report_id: string;
  readonly rule: string;
  readonly severity: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** What turning rows into reports goes by. */
export interface ReportGathering {
  readonly family: Pick<Family, 'editions'>;
  readonly indicators: readonly CompiledIndicator[];
  /** The key of the body that reports; reports with one key are of one body. */
  readonly bureauKeyOf: (owner: ReportOwner) => string;
}

/** A report in the making. */
interface Draft extends Omit<ComparedReport, 'year'> {
  readonly year: string;
  readonly editions: string[];
  readonly figures: Map<string, ReportFigure>;
}

/** Gathers the reports of outputs, row by row; of several rows with one report_id the first ones count. */
export class ReportGatherer {
  readonly #gathering: ReportGathering;
  readonly #needed: ReadonlySet<string>;
  readonly #laws: ReadonlyMap<string, readonly string[]>;
  readonly #drafts = new Map<string, Draft>();
  readonly #contested = new Map<string, Set<string>>();
  #open = new Set<string>();

  constructor(gathering: ReportGathering) {
    this.#gathering = gathering;
    this.#needed = neededFigures(gathering.indicators);
    this.#laws = lawsByTotal(gathering.family);
  }

  /** Begins an output with its reports and findings; a report that an earlier output held is left out. */
  beginOutput(owners: readonly ReportOwner[], findings: readonly FindingOfFigure[]): void {
    this.#open = new Set();
    for (const owner of owners) {
      const { report_id: reportId, outcome } = owner;
      if (reportId === '' || (outcome !== 'ok' && outcome !== 'findings') || this.#drafts.has(reportId)) continue;
      this.#open.add(reportId);
      this.#drafts.set(reportId, {
        reportId,
        sourcePath: owner.source_path,
        agency: owner.agency,
        bureauKey: this.#gathering.bureauKeyOf(owner),
        regionCode: owner.region_code,
        level: owner.level,
        year: owner.year,
        editions: [],
        figures: new Map(),
      });
    }
    for (const finding of findings) if (this.#open.has(finding.report_id)) this.#contest(finding);
  }

  /** Adds a figure of the output that was begun last. */
  addFigure({ report_id: reportId, edition, table, row, column, value, status }: FigureRow): void {
    if (!this.#open.has(reportId)) return;
    const draft = this.#drafts.get(reportId);
    if (draft === undefined) return;
    if (draft.editions.at(-1) !== edition && !draft.editions.includes(edition)) draft.editions.push(edition);
    const key = figureKey(edition, table, row, column);
    if (!this.#needed.has(key)) return;
    const isContested = this.#contested.get(reportId)?.has(`${table}/${row}/${column}`) === true;
    const decimal = parseDecimal(value);
    draft.figures.set(key, { ...(decimal === undefined ? {} : { value: decimal }), status, isContested });
  }

  /** The reports, in the order in which they came. */
  reports(): ComparedReport[] {
    return [...this.#drafts.values()].map(({ year, ...draft }) =>
      year === '' ? draft : { ...draft, year: Number(year) },
    );
  }

  /** A failed law stands against every figure in it; an error that names a figure, against that one. */
  #contest({ report_id: reportId, rule, severity, table, row, column }: FindingOfFigure): void {
    const total = `${table}/${row}/${column}`;
    const law = this.#laws.get(`${rule} ${total}`);
    const figures = law ?? (severity === 'error' && row !== '' && column !== '' ? [total] : []);
    const known = this.#contested.get(reportId) ?? new Set<string>();
    for (const figure of figures) known.add(figure);
    this.#contested.set(reportId, known);
  }
}

function neededFigures(indicators: readonly CompiledIndicator[]): Set<string> {
  const terms = indicators.flatMap(({ of, outOf }) => [...of, ...outOf]).flat();
  return new Set(terms.flatMap((each) => (each.comparability === 'none' ? [] : each.figures.map(({ key }) => key))));
}

/** The figures of each law, `table/row/column`, by `rule` and total; those of all editions, which name the same figures. */
function lawsByTotal({ editions }: Pick<Family, 'editions'>): Map<string, string[]> {
  const laws = new Map<string, string[]>();
  for (const { rule, table, total, parts } of editions.flatMap(({ blocks }) => blocks).flatMap((b) => b.identities)) {
    const key = `${rule} ${table}/${total.row}/${total.column}`;
    const figures = [total, ...parts].map(({ row, column }) => `${table}/${row}/${column}`);
    laws.set(key, [...new Set([...(laws.get(key) ?? []), ...figures])]);
  }
  return laws;
}
