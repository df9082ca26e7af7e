/**
 * Holds the digits of a text layer against what the pages show, since a font whose table of characters is wrong says other digits
 * than it draws: sums break that are sound, or figures that no sum holds are wrong and nothing tells.
 */
import { analyse, brokenCount, withFacts } from './analysis.js';
import type { Analysis, AnalysisContext } from './analysis.js';
import { isReadingBroken } from './attribution.js';
import { digitsShownOtherwise } from './extract/index.js';
import type { GreyImage, PdfReadings } from './extract/index.js';
import { doubtFact, PipelineError } from './model/index.js';
import type { PositionedPage } from './model/index.js';
import { isOfText } from './scanned-pages.js';
import type { ScannedPages } from './scanned-pages.js';
import { TEXT_LAYER_BROKEN } from './text-layer.js';

/** What a document is read with. */
interface Means {
  readonly readings: PdfReadings;
  readonly scanned: ScannedPages;
  readonly context: AnalysisContext;
}

/**
 * The analysis with the digits that the pages show, where its text layer has others, or where its laws fail by the dozen and with
 * those do not. Where pictures are not read, or break as many laws, all its figures are doubted.
 */
export async function confirmDigits(analysis: Analysis, { readings, scanned, context }: Means): Promise<Analysis> {
  const ofText = analysis.pages.filter((page) => page.kind === 'positioned').filter(isOfText);
  const isWrong = await showOtherDigits(pagesOfFigures(ofText, analysis), readings);
  if (!isWrong && !isReadingBroken(analysis.checks)) return analysis;
  const shown = await scanned.withDigitsShown(ofText);
  if (shown !== undefined) {
    const pages = analysis.pages.map((page) => shown.find((each) => each.pageNumber === page.pageNumber) ?? page);
    const other = analyse(pages, context);
    if (!isReadingBroken(other.checks) && brokenCount(other) <= brokenCount(analysis)) return other;
  }
  return isWrong ? withFacts(analysis, (fact) => doubtFact(fact, TEXT_LAYER_BROKEN)) : analysis;
}

/** The pages on which figures of tables or sentences stand. */
function pagesOfFigures(pages: readonly PositionedPage[], { binding, prose }: Analysis): readonly PositionedPage[] {
  const numbers = new Set([...binding.facts, ...prose.facts].map(({ place }) => place?.pageNumber));
  return pages.filter(({ pageNumber }) => numbers.has(pageNumber));
}

/** Pages of which every digit looks like itself: those of a file of several reports, or of which some figures are read again, come once more. */
const sound = new WeakSet<PositionedPage>();

/** Whether some digit of some font looks like another one. Pages whose fonts and digits others have as well are not drawn. */
async function showOtherDigits(pages: readonly PositionedPage[], readings: PdfReadings): Promise<boolean> {
  const seen = new Set<string>();
  const bySize = pages
    .map((page) => ({ page, digits: digitsOfFonts(page) }))
    .sort((a, b) => b.digits.size - a.digits.size || a.page.pageNumber - b.page.pageNumber);
  for (const { page, digits } of bySize) {
    if ([...digits].every((digit) => seen.has(digit))) continue;
    for (const digit of digits) seen.add(digit);
    if (sound.has(page)) continue;
    const image = await drawn(page, readings);
    if (image && digitsShownOtherwise(page, image).length > 0) return true;
    sound.add(page);
  }
  return false;
}

/** The picture of a page; nothing where only the other reader can read it, so that it says nothing of its digits. */
async function drawn({ pageNumber }: PositionedPage, readings: PdfReadings): Promise<GreyImage | undefined> {
  try {
    return await readings.draw(pageNumber);
  } catch (error) {
    if (error instanceof PipelineError) return undefined;
    throw error;
  }
}

/** Which digits stand in which fonts on a page. */
function digitsOfFonts({ glyphs, fonts }: PositionedPage): ReadonlySet<string> {
  const digits = glyphs.filter(({ text, isVisible }) => isVisible && /^\d$/u.test(text));
  return new Set(digits.map(({ font, text }) => `${fonts[font]?.name ?? ''} ${text}`));
}
