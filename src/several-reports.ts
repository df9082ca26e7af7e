/**
 * Tells the reports of a file that holds several one behind the other. Each must begin a page with its own title and hold
 * its own tables; where that is not so and yet tables stand under titles of two reports, nothing says whose they are.
 */
import { analyse } from './analysis.js';
import type { Analysis, AnalysisContext } from './analysis.js';
import { reportStarts } from './bind/index.js';
import type { ReportStart } from './bind/index.js';
import type { Fact } from './model/index.js';

/** A part with at least this share of its form's figures is a whole report. */
const WHOLE_SHARE = 0.8;
/** The doubt of every figure of a file in which the reports cannot be told apart. */
const SEVERAL_REPORTS = 'several-reports';

/** The reports of a file. */
export interface ReportParts {
  /** The pages of each report, ascending; one entry for a file that holds one. */
  readonly pageNumbers: readonly (readonly number[])[];
  /** True where tables of two reports are there and cannot be told apart. */
  readonly isMixed: boolean;
}

interface Part {
  readonly start: ReportStart;
  readonly found: number;
  readonly isWhole: boolean;
}

/** Divides the pages of a file among its reports. */
export function reportParts(analysis: Analysis, context: AnalysisContext): ReportParts {
  const all = analysis.pages.map(({ pageNumber }) => pageNumber);
  const one = { pageNumbers: [all], isMixed: false };
  const starts = context.families
    .map((family) => reportStarts(analysis.layout, family, context.regions))
    .reduce((most, each) => (each.length > most.length ? each : most), []);
  if (starts.length < 2) return one;
  const parts = starts.map((start, at) => toPart(analysis, context, start, starts[at + 1]?.pageNumber ?? Infinity));
  const whole = parts.filter(({ isWhole }) => isWhole);
  const withTables = parts.filter(({ found }) => found > 0);
  if (whole.length > 1 && whole.length === withTables.length) {
    // A cover belongs to the report behind it, and what follows a report's tables to the report.
    const firsts = whole.map((part) => coverOf(part, parts));
    return {
      pageNumbers: firsts.map((first, at) => pagesBetween(all, at === 0 ? 0 : first, firsts[at + 1])),
      isMixed: false,
    };
  }
  const names = new Set(withTables.map(({ start }) => `${start.agency} ${start.year}`));
  return { ...one, isMixed: names.size > 1 };
}

function pagesBetween(all: readonly number[], first: number, next = Infinity): readonly number[] {
  return all.filter((page) => page >= first && page < next);
}

/** The first page of a part, or of the parts without tables right before it that have the same title. */
function coverOf(part: Part, parts: readonly Part[]): number {
  let at = parts.indexOf(part);
  for (;;) {
    const before = parts[at - 1];
    const isCover =
      before?.found === 0 && before.start.agency === part.start.agency && before.start.year === part.start.year;
    if (!isCover) return parts[at]?.start.pageNumber ?? part.start.pageNumber;
    at--;
  }
}

function toPart(analysis: Analysis, context: AnalysisContext, start: ReportStart, next: number): Part {
  const pages = analysis.pages.filter(({ pageNumber }) => pageNumber >= start.pageNumber && pageNumber < next);
  const { facts } = analyse(pages, context).binding;
  const found = facts.filter(({ status }) => status !== 'missing').length;
  return {
    start,
    found,
    isWhole: found > 0 && found >= WHOLE_SHARE * facts.length,
  };
}

/** Doubts every figure. */
export function doubtMixed(analysis: Analysis): Analysis {
  const facts = analysis.binding.facts.map((fact): Fact => {
    if (fact.status === 'missing') return fact;
    return { ...fact, status: 'suspect', doubts: [...new Set([...fact.doubts, SEVERAL_REPORTS])] };
  });
  return { ...analysis, binding: { ...analysis.binding, facts } };
}
