/** Analyses of what has no pages: dumps, and web pages and Word documents whose tables may be lines. */
import { analyse } from './analysis.js';
import type { Analysis, AnalysisContext } from './analysis.js';
import { provedDigits } from './check/index.js';
import { doubtFact, isCentredIn, PipelineError, withoutDigits } from './model/index.js';
import type { Fact, MarkupPage, PlacedPages, TextPage } from './model/index.js';
import { partSideBySide } from './reconstruct/index.js';
import { readOtherwise } from './read-otherwise.js';
import { analyseInLines, doubtMixed, reportParts } from './several-reports.js';
import { doubtUnprovedDigits, hasUnprovedFont, withoutFontDoubts } from './unproved-fonts.js';

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

/** The reports of mark-up that states the places of its text. */
export function placedAnalyses(
  { pages, isUnproved, unsure }: PlacedPages,
  context: AnalysisContext,
): readonly Analysis[] {
  const whole = analyse(pages, context);
  const { pageNumbers, isMixed } = reportParts(whole, context);
  const analyseOwn = (own: readonly number[]): Analysis =>
    analyse(
      pages.filter(({ pageNumber }) => own.includes(pageNumber)),
      context,
    );
  const analyses = isMixed ? [doubtMixed(whole)] : pageNumbers.length < 2 ? [whole] : pageNumbers.map(analyseOwn);
  const placed = analyses.map((analysis) => doubtUnsurePlaces(analysis, unsure));
  return isUnproved ? placed.map(doubtUnprovedDigits) : placed;
}

/**
 * Doubts the columns of rows in which a figure stands behind text of a width that is not known, and all blanks: what a page of paper
 * shows in them may be drawn, and converters put drawings in a picture behind the text or leave them out.
 */
function doubtUnsurePlaces(analysis: Analysis, unsure: PlacedPages['unsure']): Analysis {
  const isUnsure = ({ place }: Fact): boolean =>
    place !== undefined &&
    unsure.some(({ pageNumber, box }) => pageNumber === place.pageNumber && isCentredIn(box, place.box));
  const rowOf = ({ table, row }: Fact): string => `${table}/${row}`;
  const rows = new Set(analysis.binding.facts.filter(isUnsure).map(rowOf));
  const facts = analysis.binding.facts.map((fact) => {
    const placed = rows.has(rowOf(fact)) ? doubtFact(fact, 'column-uncertain') : fact;
    return fact.reading.kind === 'blank' ? doubtFact(placed, 'drawn-elsewhere') : placed;
  });
  return { ...analysis, binding: { ...analysis.binding, facts } };
}

/** Whether figures of a form were found. */
export function hasFigures({ binding }: Analysis): boolean {
  return binding.facts.length > 0;
}

function analysesOfLines(page: TextPage, context: AnalysisContext): readonly Analysis[] {
  const halves = partSideBySide(page).map((half) => analyse([half], context));
  return halves.every(hasFigures) ? halves : analyseInLines(page, context);
}
