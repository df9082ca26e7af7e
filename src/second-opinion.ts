/**
 * Reads doubtful pages with the second PDF reader and compares. Where both readers give the same digits a figure is as
 * sure as a text layer can make it; where they differ it is marked.
 */
import { analyse, brokenCount } from './analysis.js';
import type { Analysis, AnalysisContext } from './analysis.js';
import { compareReadings, proseMismatches } from './check/index.js';
import { confirmFindings, hasFindingsToConfirm } from './confirm-findings.js';
import type { Disagreement } from './check/index.js';
import { confirmDigits } from './confirm-digits.js';
import type { PdfReadings } from './extract/index.js';
import type { Bbox, Fact, PageReaders, PdfReader, PositionedPage } from './model/index.js';
import { doubtFact, isCentredIn } from './model/index.js';
import { isOfText } from './scanned-pages.js';
import type { ScannedPages } from './scanned-pages.js';

/** Which reader reads a PDF: both where needed, one alone, or both throughout. */
export type ReaderChoice = 'auto' | PdfReader | 'both';

/** The doubt of a figure that the two readers read differently. */
export const READERS_DIFFER = 'readers-differ';

/** How a document is read. */
export interface Reading {
  readonly choice: ReaderChoice;
  readonly scanned: ScannedPages;
  readonly context: AnalysisContext;
}

/** A document read as often as needed. */
export interface ReadDocument {
  readonly analysis: Analysis;
  /** By page, ascending. */
  readonly readers: readonly PageReaders[];
}

/**
 * Reads a PDF and analyses it, asking the second reader where the choice or the first reading calls for it.
 *
 * @param pageNumbers the pages of one report; all by default
 */
export async function readDocument(
  readings: PdfReadings,
  { choice, scanned, context }: Reading,
  pageNumbers?: readonly number[],
): Promise<ReadDocument> {
  const only = choice === 'pdfium' || choice === 'pdfjs' ? choice : undefined;
  const fast = await scanned.replaceIn(await readTimed(readings, only ?? 'pdfium', context, pageNumbers));
  if (only !== undefined) {
    const analysis = await confirmDigits(analyse(fast, context), { readings, scanned, context });
    const readers = positionedPages(analysis).map((page) => ({ ...numberOf(page), readers: [page.reader] }));
    return { analysis, readers };
  }
  const ofText = fast.filter(isOfText);
  const textNumbers = ofText.map(({ pageNumber }) => pageNumber);
  const doubtful = ofText.filter(({ doubts }) => doubts.length > 0).map(({ pageNumber }) => pageNumber);
  const careful = await readTimed(readings, 'pdfjs', context, doubtful);
  const first = analyse(replacePages(fast, careful), context);
  const asked = choice === 'both' ? textNumbers : pagesToConfirm(first);
  const wanted = asked.filter((pageNumber) => textNumbers.includes(pageNumber));
  const second = await readTimed(readings, 'pdfjs', context, wanted);
  const isRead = second.length > 0 && second.some((page) => !doubtful.includes(page.pageNumber));
  const other = isRead ? analyse(replacePages(first.pages, second), context) : first;
  const [best, rest] = isBetter(other, first) ? [other, first] : [first, other];
  // Only where each pass has read every page with its own reader do two passes say more than one.
  const isIndependent = doubtful.length === 0 && second.length === fast.length;
  const confirmed = isIndependent ? confirmFindings(best, rest) : best;
  const asRead = markProseDifferences(markDifferences(confirmed, rest), rest);
  return withAgreement(readings, await confirmDigits(asRead, { readings, scanned, context }), context);
}

async function readTimed(
  readings: PdfReadings,
  reader: PdfReader,
  context: AnalysisContext,
  pageNumbers?: readonly number[],
): Promise<readonly PositionedPage[]> {
  if (pageNumbers?.length === 0) return [];
  const start = performance.now();
  const pages = await readings.read(reader, pageNumbers);
  context.onStage(`extract ${reader}`, performance.now() - start);
  return pages;
}

function positionedPages(analysis: Analysis): readonly PositionedPage[] {
  return analysis.pages.filter((page) => page.kind === 'positioned');
}

/** The page of the file that a page was read from. */
function numberOf({ pageNumber, origin }: PositionedPage): { readonly pageNumber: number } {
  return { pageNumber: origin?.pageNumber ?? pageNumber };
}

function replacePages(pages: Analysis['pages'], replacements: readonly PositionedPage[]): readonly PositionedPage[] {
  return pages.flatMap((page) => {
    const replacement = replacements.find((each) => each.pageNumber === page.pageNumber);
    return replacement ?? (page.kind === 'positioned' ? page : []);
  });
}

/**
 * Pages on which something calls for a second reading: a violated law, a doubted figure; all of them where part of the
 * form was not found although the document seems to be a report.
 */
function pagesToConfirm(analysis: Analysis): readonly number[] {
  const { checks, binding, prose, subject, pages, unlikely } = analysis;
  if (hasFindingsToConfirm(analysis)) return pages.map((page) => page.pageNumber);
  const isIncomplete = binding.facts.some((fact) => fact.status === 'missing');
  const seemsReport = subject.year !== undefined;
  if (isIncomplete || (binding.facts.length === 0 && seemsReport)) return pages.map((page) => page.pageNumber);
  const violated = checks.filter((check) => check.outcome === 'violated').flatMap((check) => check.terms);
  const doubted = binding.facts.filter((fact) => fact.status === 'suspect');
  const doubtedProse = prose.facts.filter((fact) => fact.status === 'suspect');
  const odd = unlikely.filter(({ severity }) => severity !== 'info');
  const numbers = [...violated, ...doubted, ...doubtedProse, ...odd, ...contradicted(analysis)]
    .map(({ place }) => place?.pageNumber)
    .filter((page) => page !== undefined);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Figures in sentences that contradict the tables, and what they are held against. */
function contradicted({ binding, prose, proseRules, subject }: Analysis): readonly Fact[] {
  if (proseRules === undefined) return [];
  const mismatches = proseMismatches(prose.facts, binding.facts, proseRules, subject.agency);
  return mismatches.flatMap(({ fact, facts }) => [fact, ...facts]);
}

/** How many figures of the form a pass leaves open; all where it recognised nothing. */
function openCount({ binding }: Analysis): number {
  if (binding.facts.length === 0) return Infinity;
  return binding.facts.filter((fact) => fact.status === 'missing' || fact.status === 'suspect').length;
}

/** Whether a pass leaves fewer figures open, or as many and fewer laws broken. */
function isBetter(one: Analysis, other: Analysis): boolean {
  const open = openCount(one);
  const otherOpen = openCount(other);
  return open < otherOpen || (open === otherOpen && brokenCount(one) < brokenCount(other));
}

/** Marks figures that the other pass reads differently. */
function markDifferences(best: Analysis, rest: Analysis): Analysis {
  if (best === rest || rest.binding.facts.length === 0) return best;
  const others = new Map(rest.binding.facts.map((fact) => [keyOf(fact), fact]));
  const facts = best.binding.facts.map((fact) => {
    const other = others.get(keyOf(fact));
    // Where the other pass did not find the cell at all, it says nothing about its digits.
    if (!other || other.status === 'missing' || isSameReading(fact, other)) return fact;
    return doubt(fact, other.value);
  });
  return { ...best, binding: { ...best.binding, facts } };
}

/** Marks figures in sentences that the other pass reads differently. */
function markProseDifferences(best: Analysis, rest: Analysis): Analysis {
  if (best === rest) return best;
  const others = new Map(rest.prose.facts.map((fact) => [keyOf(fact), fact]));
  const facts = best.prose.facts.map((fact) => {
    const other = others.get(keyOf(fact));
    return other === undefined || isSameReading(fact, other) ? fact : doubt(fact, other.value);
  });
  return { ...best, prose: { ...best.prose, facts } };
}

function keyOf(fact: Fact): string {
  return `${fact.block}/${fact.table}/${fact.row}/${fact.column}`;
}

function isSameReading(a: Fact, b: Fact): boolean {
  return a.reading.kind === b.reading.kind && a.value === b.value;
}

function doubt(fact: Fact, alternative: string): Fact {
  const alternatives = alternative === '' || alternative === fact.value ? [] : [alternative];
  return { ...doubtFact(fact, READERS_DIFFER), alternatives: [...new Set([...fact.alternatives, ...alternatives])] };
}

/** Compares the glyphs of every page that both readers read, and marks the figures in which they differ. */
function withAgreement(readings: PdfReadings, analysis: Analysis, context: AnalysisContext): ReadDocument {
  const readers: PageReaders[] = [];
  const disputed: { pageNumber: number; boxes: readonly Bbox[] }[] = [];
  for (const page of positionedPages(analysis)) {
    const { pageNumber } = page;
    if (!isOfText(page)) {
      if (readers.at(-1)?.pageNumber !== numberOf(page).pageNumber)
        readers.push({ ...numberOf(page), readers: [page.reader] });
      continue;
    }
    const both = (['pdfium', 'pdfjs'] as const).filter((reader) => readings.reading(reader, pageNumber));
    const other = readings.reading(page.reader === 'pdfium' ? 'pdfjs' : 'pdfium', pageNumber);
    if (!other) {
      readers.push({ pageNumber, readers: both });
      continue;
    }
    const areas = analysis.layout.tables
      .flatMap((table) => table.parts)
      .filter((part) => part.pageNumber === pageNumber);
    const found = compareReadings(
      page,
      other,
      areas.map((part) => part.box),
      context.notApplicableMarks,
    );
    const counted = found.filter((each) => !isBlindSpot(each, other));
    readers.push({ pageNumber, readers: both, digitsAgree: counted.length === 0 });
    const inProse = compareReadings(page, other, sentencesOn(analysis, pageNumber), context.notApplicableMarks);
    const boxes = [...counted, ...inProse.filter((each) => !isBlindSpot(each, other))].map((each) => each.box);
    disputed.push({ pageNumber, boxes });
  }
  const settle = (fact: Fact): Fact => (isDisputed(fact, disputed) ? doubt(fact, '') : fact);
  const { binding, prose } = analysis;
  return {
    analysis: {
      ...analysis,
      binding: { ...binding, facts: binding.facts.map(settle) },
      prose: { ...prose, facts: prose.facts.map(settle) },
    },
    readers,
  };
}

/** Where the sentences stand on a page that figures were found in. */
function sentencesOn({ prose }: Analysis, pageNumber: number): readonly Bbox[] {
  return prose.facts.flatMap(({ place }) => (place?.pageNumber === pageNumber ? [place.box] : []));
}

/**
 * PDFium is known to drop glyphs of fonts that are not embedded, and to show layers that are switched off: their absence
 * or presence there says nothing.
 */
function isBlindSpot({ isInFirst }: Disagreement, other: PositionedPage): boolean {
  const blindness = isInFirst ? 'font-not-embedded' : 'layers';
  return other.reader === 'pdfium' && other.doubts.some(({ kind }) => kind === blindness);
}

function isDisputed(fact: Fact, disputed: readonly { pageNumber: number; boxes: readonly Bbox[] }[]): boolean {
  const { place } = fact;
  if (!place) return false;
  return disputed.some(
    ({ pageNumber, boxes }) => pageNumber === place.pageNumber && boxes.some((box) => isCentredIn(box, place.box)),
  );
}
