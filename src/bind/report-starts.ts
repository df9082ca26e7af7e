/** Finds the pages on which a report begins, for files that hold several. */
import type { Family, Layout, Regions } from '../model/index.js';
import { squeeze } from './subject-text.js';
import { findTitle } from './subject-title.js';

/** A title stands among the first lines of its page: a letterhead, a document's number and a page number come before it. */
const HEAD_LINES = 8;
/** A title is at least this many times as large as most lines; a running head is smaller. */
const TITLE_RATIO = 1.1;

/** A page that begins with a report's whole title. */
export interface ReportStart {
  readonly pageNumber: number;
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
    const lines = head.map((line) => ({ text: squeeze(line.text), line }));
    const title = findTitle(lines, family, regions);
    const size = lines[title?.start ?? -1]?.line.fontSize ?? 0;
    if (title?.agency === undefined || title.year === undefined || size < TITLE_RATIO * usual) return [];
    return [{ pageNumber, agency: title.agency, year: title.year }];
  });
}
