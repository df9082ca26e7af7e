/** The text of paragraphs of mark-up, as it stands on a page: white space collapsed, lines joined. */
import type { DigitRun, MarkupParagraph, MarkupRun } from '../model/index.js';
import { textDigitRuns } from './digit-runs.js';

/** What the paragraphs of a cell say. */
export interface MarkupText {
  readonly text: string;
  /** Without raised marks; equal to `text` where all or nothing is raised. */
  readonly baseText: string;
  /** In reading order; a raised digit is no part of the run before it. */
  readonly runs: readonly DigitRun[];
}

/** The text of paragraphs standing below one another. */
export function joinParagraphs(paragraphs: readonly MarkupParagraph[]): MarkupText {
  const based = paragraphs.map(({ runs }) => withBase(runs));
  return {
    text: joinLines(based.map((runs) => collapse(runs.map((run) => run.text).join('')))),
    baseText: joinLines(based.map((runs) => collapse(runs.map((run) => (run.isRaised ? '' : run.text)).join('')))),
    runs: based.flatMap((runs) => runs.flatMap((run) => textDigitRuns(run.text))),
  };
}

/** Raised is only what stands above something: where a whole line is raised, it is the line. */
function withBase(runs: readonly MarkupRun[]): readonly MarkupRun[] {
  const hasBase = runs.some((run) => !run.isRaised && run.text.trim() !== '');
  return hasBase ? runs : runs.map(({ text }) => ({ text, isRaised: false }));
}

const ASCII_END = /\p{ASCII}$/u;
const ASCII_START = /^\p{ASCII}/u;

/** Joins lines: without a space beside a Chinese character, and with one between digits, which may be two numbers. */
function joinLines(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .reduce((joined, line) => {
      const needsSpace = joined !== '' && ASCII_END.test(joined) && ASCII_START.test(line);
      return needsSpace ? `${joined} ${line}` : joined + line;
    }, '');
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
