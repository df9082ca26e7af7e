/** Finds the places at which a report begins, for files that hold several. */
import type { Family, Layout, Regions } from '../model/index.js';
import { toPlainLine } from './subject-text.js';
import { findTitle, findTitles } from './subject-title.js';

/** A title stands among the first lines of its page: a letterhead, a document's number and a page number come before it. */
const HEAD_LINES = 8;
/** A title is at least this many times as large as most lines; a running head is smaller. */
const TITLE_RATIO = 1.1;

/** Where a report's whole title stands. */
export interface ReportStart {
  /** The number of the page that begins with it, or the index of its first line in a source without pages. */
  readonly at: number;
  readonly agency: string;
  readonly year: number;
}

/** The pages that begin with a title naming agency and year, ascending. */
export function reportStarts(layout: Layout, family: Family, regions: Regions): readonly ReportStart[] {
  const sizes = layout.lines.flatMap(({ fontSize }) => fontSize ?? []).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const pageNumbers = [...new Set(layout.lines.map(({ pageNumber }) => pageNumber))];
  return pageNumbers.flatMap((pageNumber) => {
    const head = layout.lines.filter((line) => line.pageNumber === pageNumber).slice(0, HEAD_LINES);
    const lines = head.map(toPlainLine);
    const title = findTitle(lines, family, regions);
    const size = lines[title?.start ?? -1]?.line.fontSize ?? 0;
    if (title?.agency === undefined || title.year === undefined || size < TITLE_RATIO * usual) return [];
    return [{ at: pageNumber, agency: title.agency, year: title.year }];
  });
}

/** The lines with which a title naming agency and year begins, ascending; the same title may begin several. */
export function reportStartsInLines(
  texts: readonly string[],
  family: Family,
  regions: Regions,
): readonly ReportStart[] {
  const lines = texts.map((text) => toPlainLine({ text, pageNumber: 1, tablesBefore: 0 }));
  return findTitles(lines, family, regions).flatMap(({ agency, year, start }): ReportStart[] =>
    agency === undefined || year === undefined ? [] : [{ at: start, agency, year }],
  );
}
