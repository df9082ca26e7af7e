/** Analyses of web pages whose texts are placed one by one: they are read as pages, of which less is certain than of those of a PDF. */
import type { Analysis, AnalysisContext } from './analysis.js';
import { doubtFact, isCentredIn } from './model/index.js';
import type { Fact, PlacedPages } from './model/index.js';
import { analyseInPages } from './several-reports.js';
import { doubtUnprovedDigits } from './unproved-fonts.js';

/** The reports of mark-up that states the places of its text. */
export function placedAnalyses(
  { pages, isUnproved, unsure }: PlacedPages,
  context: AnalysisContext,
): readonly Analysis[] {
  const placed = analyseInPages(pages, context).map((analysis) => doubtUnsurePlaces(analysis, unsure));
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
