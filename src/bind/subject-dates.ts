/** Finds the statistical period a report states and the date it was published or signed. */
import type { PublicationDate, StatedPeriod, TitleRules } from '../model/index.js';
import { isAgencyName } from './subject-agency.js';
import { isMatch, matchFirst, type PlainLine, readSmallNumber, readYear } from './subject-text.js';

/** The statistical period as stated. */
export interface Period extends StatedPeriod {
  readonly year: number;
  /** The same year in any sound report. */
  readonly yearEnd: number;
  /** True where it runs from the first of January to the last of December, of whatever years. */
  readonly isWholeYear: boolean;
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
  const yearEnd = readYear(groups?.['yearEnd']) ?? year;
  const first = { month: groups?.['month'] ?? '1', day: groups?.['day'] ?? '1' };
  const last = { month: groups?.['monthEnd'] ?? '12', day: groups?.['dayEnd'] ?? '31' };
  const from = `${year}-${twoDigits(first.month)}-${twoDigits(first.day)}`;
  const to = `${yearEnd}-${twoDigits(last.month)}-${twoDigits(last.day)}`;
  return { year, yearEnd, from, to, isWholeYear: from.endsWith('-01-01') && to.endsWith('-12-31') };
}

// Where a period ends or begins a line may break: such a date is no signature.
const PERIOD_EDGE = /(?:0?1月0?1日|12月31日)[）)]?$/u;

/** The line that tells when a report was published, and when that was. */
export interface Publication extends PublicationDate {
  readonly year: number;
  readonly index: number;
  /** True behind a label, or where the body's name stands with the date: no other document's date. */
  readonly isCertain: boolean;
}

/** When a report was published or signed: a labelled date (发布时间：) before any other. */
export function findPublication(lines: readonly PlainLine[], rules: TitleRules): Publication | undefined {
  return findDate(lines, rules, 'label') ?? findDate(lines, rules, 'signature');
}

/**
 * The date of one source. A page prints its own labels first, and those of other pages it leads to below; a signature is
 * the last of its kind. Of patterns the first that fits anywhere counts.
 */
export function findDate(
  lines: readonly PlainLine[],
  { publicationPatterns }: TitleRules,
  source: PublicationDate['source'],
): Publication | undefined {
  for (const { pattern } of publicationPatterns.filter((each) => each.source === source)) {
    const isDated = ({ text }: PlainLine): boolean => !PERIOD_EDGE.test(text) && isMatch(pattern, text);
    const index = source === 'label' ? lines.findIndex(isDated) : lines.findLastIndex(isDated);
    const groups = matchFirst([pattern], lines[index]?.text ?? '');
    const year = readYear(groups?.['year']);
    const month = readSmallNumber(groups?.['month']);
    if (year === undefined || month === undefined) continue;
    const day = readSmallNumber(groups?.['day']);
    const date = [String(year), twoDigits(String(month)), ...(day === undefined ? [] : [twoDigits(String(day))])];
    const isCertain = source === 'label' || isSigned(lines, index, groups?.['agency'] ?? '');
    return { year, index, source, date: date.join('-'), isCertain };
  }
  return undefined;
}

/** Whether a body's name stands before the date or in the line beside it. */
function isSigned(lines: readonly PlainLine[], index: number, name: string): boolean {
  if (name !== '') return isAgencyName(name);
  return [lines[index - 1], lines[index + 1]].some(
    (line) => line !== undefined && isAgencyName(withoutSeal(line.text)),
  );
}

function withoutSeal(text: string): string {
  return text.replace(/[（(](?:盖章|公章|印章)[）)]/gu, '');
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}
