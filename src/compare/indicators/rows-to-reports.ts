/** Makes reports to compare of the rows of an output's tables, keeping only figures that some indicator needs. */
import { parseDecimal, type Family } from '../../model/index.js';
import { figureKey, type ComparedReport, type ReportFigure } from './compared-report.js';
import type { CompiledIndicator } from './compile-indicators.js';
import { contestedFigures, indexLaws, lawKey, type FailedLaw, type LawIndex } from './contested-figures.js';

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
  readonly difference: string;
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
  readonly #laws: LawIndex;
  readonly #drafts = new Map<string, Draft>();
  readonly #contested = new Map<string, ReadonlySet<string>>();
  #open = new Set<string>();

  constructor(gathering: ReportGathering) {
    this.#gathering = gathering;
    this.#needed = neededFigures(gathering.indicators);
    this.#laws = indexLaws(gathering.family);
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
    const byReport = new Map<string, FindingOfFigure[]>();
    for (const finding of findings) {
      const known = byReport.get(finding.report_id);
      if (known === undefined) byReport.set(finding.report_id, [finding]);
      else known.push(finding);
    }
    for (const id of this.#open) this.#contested.set(id, this.#contestedBy(byReport.get(id) ?? []));
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

  /** What failed laws stand against; and of an error that names a figure and is no law's, that figure. */
  #contestedBy(findings: readonly FindingOfFigure[]): ReadonlySet<string> {
    const failed: FailedLaw[] = [];
    const named: string[] = [];
    for (const { rule, severity, table, row, column, difference } of findings) {
      const law = lawKey(rule, table, { row, column });
      if (this.#laws.figures.has(law)) failed.push({ law, table, difference });
      else if (severity === 'error' && row !== '' && column !== '') named.push(`${table}/${row}/${column}`);
    }
    return new Set([...contestedFigures(failed, this.#laws), ...named]);
  }
}

function neededFigures(indicators: readonly CompiledIndicator[]): Set<string> {
  const terms = indicators.flatMap(({ of, outOf }) => [...of, ...outOf]).flat();
  return new Set(terms.flatMap((each) => (each.comparability === 'none' ? [] : each.figures.map(({ key }) => key))));
}
