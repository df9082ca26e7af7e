/** Makes reports to compare of the rows of an output's tables, keeping only figures that some indicator needs. */
import { parseDecimal, type Family } from '../../model/index.js';
import type { ComparedReport, FigurePlace, ReportFigure } from './compared-report.js';
import type { CompiledIndicators } from './compile-indicators.js';
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

/** What one report has in one edition: the figures at the places that were asked for. */
export interface EditionFigures {
  readonly reportId: string;
  readonly edition: string;
  readonly figures: readonly {
    readonly place: FigurePlace;
    /** Plain decimal, or empty. */
    readonly value: string;
    readonly status: string;
  }[];
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
  readonly sums: CompiledIndicators['sums'];
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
  /** The figures that some indicator needs. */
  readonly places: readonly FigurePlace[];
  readonly #laws: LawIndex;
  readonly #drafts = new Map<string, Draft>();
  readonly #contested = new Map<string, ReadonlySet<string>>();
  readonly #figures = new Map<string, ReportFigure>();
  #open = new Set<string>();

  constructor(gathering: ReportGathering) {
    this.#gathering = gathering;
    this.places = neededFigures(gathering.sums);
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

  /** Adds figures of the output that was begun last. */
  addFigures({ reportId, edition, figures }: EditionFigures): void {
    if (!this.#open.has(reportId)) return;
    const draft = this.#drafts.get(reportId);
    if (draft === undefined) return;
    if (!draft.editions.includes(edition)) draft.editions.push(edition);
    const contested = this.#contested.get(reportId) ?? new Set();
    for (const { place, value, status } of figures) {
      const { table, row, column } = place;
      const isContested = contested.size > 0 && contested.has(`${table}/${row}/${column}`);
      draft.figures.set(place.key, this.#figure(value, status, isContested));
    }
  }

  /** A figure; equal ones are one object, for a thousand reports print the same few numbers by the hundred thousand. */
  #figure(value: string, status: string, isContested: boolean): ReportFigure {
    const key = `${value} ${status} ${isContested}`;
    const known = this.#figures.get(key);
    if (known !== undefined) return known;
    const decimal = parseDecimal(value);
    const figure = { ...(decimal === undefined ? {} : { value: decimal }), status, isContested };
    this.#figures.set(key, figure);
    return figure;
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

function neededFigures(sums: CompiledIndicators['sums']): FigurePlace[] {
  const terms = sums.flat(2);
  const places = terms.flatMap((each) => (each.comparability === 'none' ? [] : each.figures.map(({ place }) => place)));
  return [...new Map(places.map((place) => [place.key, place])).values()];
}
