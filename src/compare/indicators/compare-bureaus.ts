/** Puts bureaus and years side by side: every indicator for every body and year, ranked and summarised. */
import type { Family, Indicator, IndicatorGroup } from '../../model/index.js';
import type { ComparedReport } from './compared-report.js';
import { compileIndicators, type CompiledIndicator, type CompiledIndicators } from './compile-indicators.js';
import { rankValues, type Rank } from './rank-readings.js';
import { readGrowth, readIndicator, readNothing, type IndicatorReading, type SummedReport } from './read-indicator.js';
import { reason } from './reason.js';
import { sumFigures } from './sum-figures.js';
import { summariseReadings, type IndicatorSummary } from './summarise-readings.js';

/** What is compared and how. */
export interface CompareOptions {
  /** Ids; all where absent. */
  readonly indicators?: readonly string[];
  /** Instead of the family's. */
  readonly minimumDenominator?: number;
  /** First and last year shown; all where absent. Growth of the first year still looks at the year before. */
  readonly years?: { readonly from: number; readonly to: number };
}

/** A body, under the name it gave itself last. */
export interface ComparedBureau {
  readonly key: string;
  /** May be empty. */
  readonly name: string;
  readonly regionCode: string;
  readonly level: string;
}

/** One indicator of one body in one year. */
export interface ComparedCell {
  readonly indicator: string;
  readonly year: number;
  readonly bureau: ComparedBureau;
  /** Absent where the body has no report on the year. */
  readonly report?: ComparedReport;
  readonly reading: IndicatorReading;
  /** Among sound values of one year and basis; absent for all others. */
  readonly rank?: Rank;
}

/** All of it. */
export interface BureauComparison {
  readonly minimumDenominator: number;
  readonly groups: readonly IndicatorGroup[];
  readonly indicators: readonly Indicator[];
  /** By division code, then name. */
  readonly bureaus: readonly ComparedBureau[];
  /** Ascending, without gaps. */
  readonly years: readonly number[];
  /** By indicator, year and bureau; a body's years without a report are there from its first year on. */
  readonly cells: readonly ComparedCell[];
  /** By indicator, year and basis. */
  readonly summaries: readonly IndicatorSummary[];
  /** Reports that say no year: in no series. */
  readonly withoutYear: readonly ComparedReport[];
}

/** The family cannot be compared, or not by what was asked for. */
export class UnknownIndicatorError extends Error {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(`no such indicator: ${ids.join(', ')}`);
    this.name = 'UnknownIndicatorError';
    this.ids = ids;
  }
}

/**
 * Compares reports of one family.
 *
 * @throws {UnknownIndicatorError} for an id that the family does not have.
 */
export function compareBureaus(
  reports: readonly ComparedReport[],
  family: Pick<Family, 'editions' | 'comparisons' | 'indicators'>,
  options: CompareOptions = {},
): BureauComparison {
  const rules = family.indicators ?? { minimumDenominator: 1, groups: [], indicators: [] };
  const minimumDenominator = options.minimumDenominator ?? rules.minimumDenominator;
  const indicators = chooseIndicators(rules.indicators, options.indicators);
  const compiled = compileIndicators(indicators, family);
  const series = toSeries(reports, compiled.sums);
  const { from = -Infinity, to = Infinity } = options.years ?? {};
  const years = yearsOf(reports).filter((year) => from <= year && year <= to);
  const cells: ComparedCell[] = [];
  const summaries: IndicatorSummary[] = [];
  for (const each of compiled.indicators) {
    for (const year of years) {
      const found: CellInTheMaking[] = [];
      for (const bureau of series) {
        const cell = readCell(each, bureau, year, minimumDenominator);
        if (cell !== undefined) found.push(cell);
      }
      const groups = byBasis(found);
      rankCells(groups);
      cells.push(...found);
      summaries.push(...summarise(each.indicator, year, groups));
    }
  }
  return {
    minimumDenominator,
    groups: rules.groups,
    indicators,
    bureaus: series.map(({ bureau }) => bureau),
    years,
    cells,
    summaries,
    withoutYear: reports.filter(({ year }) => year === undefined),
  };
}

function chooseIndicators(all: readonly Indicator[], ids: readonly string[] | undefined): readonly Indicator[] {
  if (ids === undefined) return all;
  const unknown = ids.filter((id) => all.every((each) => each.id !== id));
  if (unknown.length > 0) throw new UnknownIndicatorError(unknown);
  return all.filter(({ id }) => ids.includes(id));
}

/** The reports of one body, by year. */
interface BureauSeries {
  readonly bureau: ComparedBureau;
  readonly firstYear: number;
  readonly byYear: ReadonlyMap<number, readonly SummedReport[]>;
}

/** Sums a report where it is met: all of its figures are at hand then. */
function toSeries(reports: readonly ComparedReport[], lists: CompiledIndicators['sums']): BureauSeries[] {
  const byBureau = new Map<string, Map<number, SummedReport[]>>();
  for (const report of reports) {
    if (report.year === undefined) continue;
    const years = byBureau.get(report.bureauKey) ?? new Map<number, SummedReport[]>();
    byBureau.set(report.bureauKey, years);
    const summed = { report, sums: lists.map((terms) => sumFigures(terms, report)) };
    years.set(report.year, [...(years.get(report.year) ?? []), summed]);
  }
  return [...byBureau]
    .map(([key, byYear]) => {
      const last = byYear.get(Math.max(...byYear.keys()))?.at(-1)?.report;
      const { agency = '', regionCode = '', level = '' } = last ?? {};
      return { bureau: { key, name: agency, regionCode, level }, firstYear: Math.min(...byYear.keys()), byYear };
    })
    .sort((a, b) => byText(orderOf(a.bureau), orderOf(b.bureau)));
}

/** Bodies whose division is unknown come last. */
function orderOf({ regionCode, name, key }: ComparedBureau): string {
  return `${regionCode === '' ? '9' : '0'}${regionCode}\n${name}\n${key}`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function yearsOf(reports: readonly ComparedReport[]): number[] {
  const known = reports.flatMap(({ year }) => year ?? []);
  if (known.length === 0) return [];
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** A cell before it is ranked. */
interface CellInTheMaking extends ComparedCell {
  rank?: Rank;
}

function readCell(
  compiled: CompiledIndicator,
  { bureau, firstYear, byYear }: BureauSeries,
  year: number,
  minimumDenominator: number,
): CellInTheMaking | undefined {
  if (year < firstYear) return undefined;
  const { id, kind } = compiled.indicator;
  const reports = byYear.get(year) ?? [];
  const [first] = reports;
  if (first === undefined) return { indicator: id, year, bureau, reading: readNothing() };
  const previous = kind === 'growth' ? (byYear.get(year - 1) ?? []) : [];
  const read = (now: SummedReport): IndicatorReading =>
    kind === 'growth'
      ? readGrowth(compiled, { now, before: previous[0] }, minimumDenominator)
      : readIndicator(compiled, now, minimumDenominator);
  const reading = read(first);
  const isDisputed =
    previous.length > 1 || (reports.length > 1 && reports.some((each) => read(each).value !== reading.value));
  return { indicator: id, year, bureau, report: first.report, reading: isDisputed ? disputed(reading) : reading };
}

function disputed(reading: IndicatorReading): IndicatorReading {
  const state = reading.value === '' ? 'absent' : 'doubted';
  return { ...reading, state, reasons: [...reading.reasons, reason('several-reports')] };
}

/** Ranks what is sound, among values of one basis only. */
function rankCells(groups: ReadonlyMap<string, readonly CellInTheMaking[]>): void {
  for (const group of groups.values()) {
    const sound = group.filter(({ reading }) => reading.state === 'sound');
    const found = rankValues(sound.map(({ reading: { value, interval } }) => ({ value: Number(value), interval })));
    for (const [at, cell] of sound.entries()) {
      const rank = found[at];
      if (rank !== undefined) cell.rank = rank;
    }
  }
}

/** What has no value has no basis: it is counted as absent beside the values of each. */
function summarise(
  indicator: Indicator,
  year: number,
  groups: ReadonlyMap<string, readonly ComparedCell[]>,
): IndicatorSummary[] {
  const absent = groups.get('') ?? [];
  const withValue = [...groups].filter(([basis]) => basis !== '');
  const shown = withValue.length === 0 ? [[indicator.edition, []] as const] : withValue;
  return shown.map(([basis, group]) => {
    const readings = [...group, ...absent].map(({ reading }) => reading);
    return summariseReadings(indicator, year, basis, readings);
  });
}

/** In the order of their names. */
function byBasis<Cell extends ComparedCell>(cells: readonly Cell[]): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.reading.basis);
    if (group === undefined) groups.set(cell.reading.basis, [cell]);
    else group.push(cell);
  }
  return new Map([...groups].sort(([a], [b]) => byText(a, b)));
}
