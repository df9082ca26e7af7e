/**
 * Tells the reports of a file that holds several one behind the other. Each must begin with its own title (in a PDF: at the
 * head of a page) and hold its own tables; where that is not so and yet tables stand under titles of two reports, nothing
 * says whose they are.
 */
import { analyse, analyseLayout, withFacts } from './analysis.js';
import type { Analysis, AnalysisContext } from './analysis.js';
import { reportStarts, reportStartsInLines } from './bind/index.js';
import type { ReportStart } from './bind/index.js';
import { doubtFact } from './model/index.js';
import type { Fact, Layout, MarkupPage, PositionedPage, TextPage } from './model/index.js';

/**
 * A part with at least this share of its form's figures is a whole report; so is one with figures in most of its tables: some leave out
 * rows of noughts, and a table may be beyond reading.
 */
const WHOLE_SHARE = 0.8;
/** The doubt of every figure of a file in which the reports cannot be told apart. */
const SEVERAL_REPORTS = 'several-reports';

/** The reports of a file with pages. */
export interface ReportParts {
  /** The pages of each report, ascending; one entry for a file that holds one. */
  readonly pageNumbers: readonly (readonly number[])[];
  /** True where tables of two reports are there and cannot be told apart. */
  readonly isMixed: boolean;
}

/** Divides the pages of a file among its reports. */
export function reportParts(analysis: Analysis, context: AnalysisContext): ReportParts {
  const all = analysis.pages.map(({ pageNumber }) => pageNumber);
  const starts = context.families
    .map((family) => reportStarts(analysis.layout, family, context.regions))
    .reduce((most, each) => (each.length > most.length ? each : most), []);
  const { firsts, isMixed } = divide(starts, (from, to) => {
    const pages = analysis.pages.filter(({ pageNumber }) => pageNumber >= from && pageNumber < to);
    return analyse(pages, context);
  });
  if (firsts.length === 0) return { pageNumbers: [all], isMixed };
  const pagesBetween = (from: number, to = Infinity): readonly number[] =>
    all.filter((page) => page >= from && page < to);
  return { pageNumbers: firsts.map((first, k) => pagesBetween(k === 0 ? 0 : first, firsts[k + 1])), isMixed };
}

/** Analyses pages that are read once: one analysis a report, every figure doubted where reports cannot be told apart. */
export function analyseInPages(pages: readonly PositionedPage[], context: AnalysisContext): readonly Analysis[] {
  const whole = analyse(pages, context);
  const { pageNumbers, isMixed } = reportParts(whole, context);
  if (isMixed) return [doubtMixed(whole)];
  if (pageNumbers.length < 2) return [whole];
  const pagesOf = (own: readonly number[]): readonly PositionedPage[] =>
    pages.filter(({ pageNumber }) => own.includes(pageNumber));
  return pageNumbers.map((own) => analyse(pagesOf(own), context));
}

/** Analyses a source without pages: one analysis a report, every figure doubted where reports cannot be told apart. */
export function analyseInLines(page: MarkupPage | TextPage, context: AnalysisContext): readonly Analysis[] {
  const whole = analyse([page], context);
  const texts = page.kind === 'text' ? page.lines : whole.layout.lines.map(({ text }) => text);
  const analyseLines = (from: number, to: number): Analysis =>
    page.kind === 'text'
      ? analyse([{ ...page, lines: page.lines.slice(from, to) }], context)
      : analyseLayout([page], linesOfLayout(whole.layout, from, to), context);
  const titles = reportStartsInLines(texts, whole.family, context.regions);
  const starts = withoutRepeated(titles, analyseLines);
  const { firsts, isMixed } = divide(starts, analyseLines);
  if (isMixed) return [doubtMixed(whole)];
  if (firsts.length === 0) return [whole];
  return firsts.map((first, k) => analyseLines(k === 0 ? 0 : first, firsts[k + 1] ?? Infinity));
}

/** Some of the lines of a layout without places, with the tables between them. */
function linesOfLayout(layout: Layout, from: number, to: number): Layout {
  const lines = layout.lines.slice(from, to);
  const before = from === 0 ? 0 : (lines[0]?.tablesBefore ?? 0);
  const after = layout.lines[to]?.tablesBefore ?? layout.tables.length;
  const tables = layout.tables.slice(before, after).map((table, k) => ({ ...table, tableIndex: k }));
  const own = lines.map((line) => ({ ...line, tablesBefore: line.tablesBefore - before }));
  // What a document says of itself it says of its first report.
  const { properties, ...rest } = layout;
  return { ...rest, tables, lines: own, ...(from === 0 && properties !== undefined ? { properties } : {}) };
}

/**
 * Titles of which the same one right behind another mostly begins nothing: pages print it over and over, and show one report twice, for
 * wide windows and narrow ones. It begins a report where whole ones stand behind all of them and say other figures.
 */
function withoutRepeated(
  starts: readonly ReportStart[],
  analyseBetween: (from: number, to: number) => Analysis,
): readonly ReportStart[] {
  const firsts = starts.filter((start, k) => k === 0 || !isSameTitle(start, starts[k - 1]));
  return firsts.flatMap((first, k) => {
    const to = firsts[k + 1]?.at ?? Infinity;
    const same = starts.filter(({ at }) => at >= first.at && at < to);
    if (same.length < 2) return [first];
    const parts = same.map((start, n) => analyseBetween(start.at, same[n + 1]?.at ?? to));
    const found = same.flatMap((start, n) => {
      const analysis = parts[n];
      return analysis === undefined ? [] : [{ ...toPart(start, analysis), analysis }];
    });
    const withTables = found.filter((part) => part.found > 0);
    const areReports = withTables.every(
      ({ isWhole, analysis }, n) =>
        isWhole && withTables.slice(0, n).every((before) => differ(before.analysis, analysis)),
    );
    return areReports && withTables.length > 1 ? same : [first];
  });
}

/** Copies of one report differ in a figure that was mended in one of them; two reports in most that are not 0. */
const MOST_IN_COPIES = 0.5;

function differ(one: Analysis, other: Analysis): boolean {
  const values = new Map(one.binding.facts.map((fact) => [placeInForm(fact), fact.value]));
  const pairs = other.binding.facts.flatMap((fact) => {
    const value = values.get(placeInForm(fact)) ?? '';
    return value === '' || fact.value === '' || (value === '0' && fact.value === '0') ? [] : [value === fact.value];
  });
  return pairs.filter((isEqual) => !isEqual).length > MOST_IN_COPIES * pairs.length;
}

function placeInForm({ table, row, column }: Fact): string {
  return `${table}/${row}/${column}`;
}

function isSameTitle({ agency, year }: ReportStart, other: ReportStart | undefined): boolean {
  return other?.agency === agency && other.year === year;
}

interface Division {
  /** Where each report begins, ascending; empty for a file that holds one. */
  readonly firsts: readonly number[];
  readonly isMixed: boolean;
}

interface Part {
  readonly start: ReportStart;
  readonly found: number;
  readonly isWhole: boolean;
}

/** Divides a file at those of its titles that have the tables of a whole report behind them. */
function divide(starts: readonly ReportStart[], analyseBetween: (from: number, to: number) => Analysis): Division {
  if (starts.length < 2) return { firsts: [], isMixed: false };
  const parts = starts.map((start, k) => toPart(start, analyseBetween(start.at, starts[k + 1]?.at ?? Infinity)));
  const whole = parts.filter(({ isWhole }) => isWhole);
  const withTables = parts.filter(({ found }) => found > 0);
  if (whole.length > 1 && whole.length === withTables.length) {
    // A cover belongs to the report behind it, and what follows a report's tables to the report.
    return { firsts: whole.map((part) => coverOf(part, parts)), isMixed: false };
  }
  const names = new Set(withTables.map(({ start }) => `${start.agency} ${start.year}`));
  return { firsts: [], isMixed: names.size > 1 };
}

/** Where a part begins, or the first of the parts without tables right before it that have the same title. */
function coverOf(part: Part, parts: readonly Part[]): number {
  let at = parts.indexOf(part);
  for (;;) {
    const before = parts[at - 1];
    if (before?.found !== 0 || !isSameTitle(part.start, before.start)) return parts[at]?.start.at ?? part.start.at;
    at--;
  }
}

function toPart(start: ReportStart, { binding: { facts } }: Analysis): Part {
  const found = facts.filter(({ status }) => status !== 'missing').length;
  const tables = new Set(facts.map(({ table }) => table));
  const withFigures = new Set(facts.filter(({ status }) => status !== 'missing').map(({ table }) => table));
  const isWhole = found >= WHOLE_SHARE * facts.length || withFigures.size > tables.size / 2;
  return { start, found, isWhole: found > 0 && isWhole };
}

/** Doubts every figure, of tables and of sentences. */
export function doubtMixed(analysis: Analysis): Analysis {
  return withFacts(analysis, (fact) => doubtFact(fact, SEVERAL_REPORTS));
}
