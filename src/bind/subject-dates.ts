/** Finds the statistical period a report states and the date it was published or signed. */
import type { TitleRules } from '../model/index.js';
import { matchFirst, type PlainLine, readYear } from './subject-text.js';

/** The years a period runs from and to. */
export interface Period {
  readonly year: number;
  /** The same year in any sound report. */
  readonly yearEnd: number;
}

// The period stands in the first paragraph or two; further down other periods are spoken of.
const PERIOD_LENGTH = 3000;

/** The statistical period stated in the first lines, however they break. */
export function findPeriod(head: readonly PlainLine[], { periodPatterns }: TitleRules): Period | undefined {
  const text = head
    .map((plain) => plain.text)
    .join('')
    .slice(0, PERIOD_LENGTH);
  const groups = matchFirst(periodPatterns, text);
  const year = readYear(groups?.['year']);
  if (year === undefined) return undefined;
  return { year, yearEnd: readYear(groups?.['yearEnd']) ?? year };
}

// Where a period ends or begins a line may break: such a date is no signature.
const PERIOD_EDGE = /(?:0?1月0?1日|12月31日)[）)]?$/u;

/** The line that tells when a report was published, and the year. */
export interface Publication {
  readonly year: number;
  readonly index: number;
}

/** The last line that states when a report was published or signed; a labelled date (发布时间：) before any other. */
export function findPublication(lines: readonly PlainLine[], rules: TitleRules): Publication | undefined {
  for (const pattern of rules.publicationPatterns) {
    const index = lines.findLastIndex(
      ({ text }) => !PERIOD_EDGE.test(text) && matchFirst([pattern], text) !== undefined,
    );
    const year = readYear(matchFirst([pattern], lines[index]?.text ?? '')?.['year']);
    if (year !== undefined) return { year, index };
  }
  return undefined;
}
