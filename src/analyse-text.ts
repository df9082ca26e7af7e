/** Analyses of what has no pages: dumps, and web pages and Word documents whose tables may be lines. */
import { analyse } from './analysis.js';
import type { Analysis, AnalysisContext } from './analysis.js';
import { provedDigits } from './check/index.js';
import { PipelineError, withoutDigits } from './model/index.js';
import type { MarkupPage, TextPage } from './model/index.js';
import { partSideBySide } from './reconstruct/index.js';
import { readOtherwise } from './read-otherwise.js';
import { analyseInLines } from './several-reports.js';
import { hasUnprovedFont, withoutFontDoubts } from './unproved-fonts.js';

/** A text of more characters is no report: the longest known has a tenth of them. */
const LONGEST_DUMP = 300_000;

/**
 * The reports of a dump by its lines: behind one another, or the two that stand side by side where both are found.
 *
 * @throws {PipelineError} `no-form-found` for a text that is too long to be looked through
 */
export function dumpAnalyses(page: TextPage, context: AnalysisContext): readonly Analysis[] {
  if (page.lines.reduce((sum, line) => sum + line.length, 0) > LONGEST_DUMP) {
    throw new PipelineError('no-form-found', {
      zh: `文本超过 ${LONGEST_DUMP} 个字符，不像是一份年度报告。`,
      en: `the text has more than ${LONGEST_DUMP} characters, which no such report has.`,
    });
  }
  return analysesOfLines(page, context);
}

/** The reports of mark-up. Digits of a font that may draw others stay doubted but for those that the sums of all reports prove. */
export function markupAnalyses(page: MarkupPage, context: AnalysisContext): readonly Analysis[] {
  if (!hasUnprovedFont(page)) return statedAnalyses(page, context);
  const asWritten = statedAnalyses(withoutFontDoubts(page), context);
  const proved = provedDigits(asWritten.flatMap(({ checks }) => checks));
  const left = withoutFontDoubts(page, proved);
  return hasUnprovedFont(left) ? statedAnalyses(left, context) : asWritten;
}

/** Without a table of the form it may have it in lines: cells that are no elements of a table. They are read like a dump's. */
function statedAnalyses(page: MarkupPage, context: AnalysisContext): readonly Analysis[] {
  const analyses = analyseInLines(page, context);
  if (analyses.some(hasFigures)) return analyses.map((analysis) => readOtherwise(analysis, context));
  // A dump's lines carry no doubts: what is not certain is not read.
  const lines = analyses
    .flatMap(({ layout }) => layout.lines)
    .map(({ text, doubts }) => (doubts === undefined ? text : withoutDigits(text)));
  const asLines = analysesOfLines({ kind: 'text', pageNumber: 1, lines }, context);
  return asLines.every(hasFigures) ? asLines : analyses;
}

/** Whether figures of a form were found. */
export function hasFigures({ binding }: Analysis): boolean {
  return binding.facts.length > 0;
}

function analysesOfLines(page: TextPage, context: AnalysisContext): readonly Analysis[] {
  const halves = partSideBySide(page).map((half) => analyse([half], context));
  return halves.every(hasFigures) ? halves : analyseInLines(page, context);
}
