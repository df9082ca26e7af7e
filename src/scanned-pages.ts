/** Pages whose text is not in the file but in what they show: which they are, and their reading. */
import type { AnalysisContext } from './analysis.js';
import { isFullTitle } from './bind/index.js';
import { isCellAt, readCellsAgain, readScan } from './extract/index.js';
import type { DoubtfulCell, PdfReadings, ProseReading, Recogniser } from './extract/index.js';
import { wordingsOf } from './form-wordings.js';
import { isCentredIn } from './model/index.js';
import type { Bbox, CellPlace, PositionedPage } from './model/index.js';
import { ruledTables } from './reconstruct/index.js';
import { withShownDigits } from './shown-digits.js';
import { brokenPages, hasWrongWords } from './text-layer.js';

/** How pages are read from what they show. */
export interface ScanReading {
  /** The same for all documents of a thread; asked for when the first such page is met. */
  readonly recogniser: () => Promise<Recogniser>;
  readonly prose: ProseReading;
}

/** A page with fewer glyphs holds no text of its own: a stamp's number, a page number. */
const FEWEST_GLYPHS = 20;
/** Of a page with so few glyphs, its pictures cover at least this share. */
const PICTURED_SHARE = 0.1;

/** Whether a page is as the text layer of its file gives it. */
export function isOfText({ reader, origin }: PositionedPage): boolean {
  return reader !== 'scan' && origin === undefined;
}

/** Whether a page's text has to be read from what it shows. */
function isToBeRecognised(page: PositionedPage): boolean {
  const visible = page.glyphs.filter(({ isVisible, isSlanted }) => isVisible && !isSlanted).length;
  // An empty page has nothing to read; text drawn as outlines stands between rules, or in pictures.
  if (visible === 0) return page.images.length + page.rulings.length + page.glyphs.length > 0;
  if (visible < FEWEST_GLYPHS && imageShare(page) >= PICTURED_SHARE) return true;
  return brokenPages([page]).length > 0;
}

/** Pictures of at least this share of their page, with so few glyphs over them, may show a table. */
const TABLE_SHARE = 0.06;
const FEWEST_OVER_PICTURE = 10;

/** Pictures on a page of text that may show a table: large, and without text of the page over them. */
function tablePictures(page: PositionedPage): readonly Bbox[] {
  return page.images.filter((box) => {
    const area = (box.x1 - box.x0) * (box.bottom - box.top);
    const over = page.glyphs.filter((glyph) => glyph.isVisible && isCentredIn(glyph.box, box)).length;
    return area >= TABLE_SHARE * page.width * page.height && over < FEWEST_OVER_PICTURE;
  });
}

/**
 * A page of text with the tables that its pictures show. The page itself where they show none, or lie askew, so that they
 * stand where nothing else does.
 */
function withPictures(page: PositionedPage, read: readonly PositionedPage[]): PositionedPage {
  const [scan] = read;
  if (!scan || read.length > 1 || scan.origin !== undefined) return page;
  const pictures = tablePictures(page);
  const isPictured = (box: Bbox): boolean => pictures.some((picture) => isCentredIn(box, picture));
  const rulings = scan.rulings.filter(({ orientation, position, start, end }) => {
    const middle = (start + end) / 2;
    const [x, y] = orientation === 'horizontal' ? [middle, position] : [position, middle];
    return isPictured({ x0: x, x1: x, top: y, bottom: y });
  });
  if (ruledTables(rulings).length === 0) return page;
  const shown = scan.glyphs.filter(({ box }) => isPictured(box));
  const own = page.glyphs.filter(({ box }) => !isPictured(box));
  return {
    ...page,
    reader: 'scan',
    fonts: [...page.fonts, ...scan.fonts],
    glyphs: [...own, ...shown.map((glyph) => ({ ...glyph, font: page.fonts.length + glyph.font }))],
    rulings: [...page.rulings, ...rulings],
  };
}

/** The share of a page that its pictures cover; more than 1 where they lie over one another. */
export function imageShare(page: PositionedPage): number {
  const areas = page.images.map((box) => (box.x1 - box.x0) * (box.bottom - box.top));
  return areas.reduce((sum, area) => sum + area, 0) / (page.width * page.height);
}

/** The pages of one PDF that were read from what they show, each at most once. */
export class ScannedPages {
  readonly #readings: PdfReadings;
  readonly #scans: ScanReading | undefined;
  readonly #context: AnalysisContext;
  /** By page of the file; two of a sheet that shows two. */
  readonly #pages = new Map<number, readonly PositionedPage[]>();
  /** Figures that were not read for sure, and not once more either. */
  #doubtful: readonly DoubtfulCell[] = [];

  constructor(readings: PdfReadings, scans: ScanReading | undefined, context: AnalysisContext) {
    this.#readings = readings;
    this.#scans = scans;
    this.#context = context;
  }

  /**
   * Puts in the place of pages that hold no text, or none that can be what they show, what they show.
   *
   * @param pages as their reader read them; they stay as they are where reading from pictures is switched off
   * @returns numbered anew, with the file's numbers in their origins, where some sheet shows two
   */
  async replaceIn(pages: readonly PositionedPage[]): Promise<readonly PositionedPage[]> {
    if (this.#scans === undefined) return pages;
    const isWrong = hasWrongWords(pages);
    const wanted = pages
      .filter((page) => isToBeRecognised(page) || (isWrong && page.glyphs.length > 0))
      .map(({ pageNumber }) => pageNumber);
    const pictured = pages
      .filter((page) => !wanted.includes(page.pageNumber) && tablePictures(page).length > 0)
      .map(({ pageNumber }) => pageNumber);
    await this.#read(wanted, this.#scans);
    // The text around the pictures is there already.
    await this.#read(pictured, { ...this.#scans, prose: 'skip' });
    const replaced = pages.flatMap((page) => {
      const read = this.#pages.get(page.pageNumber) ?? [];
      if (pictured.includes(page.pageNumber)) return [withPictures(page, read)];
      return wanted.includes(page.pageNumber) && read.length > 0 ? read : [page];
    });
    return replaced.length === pages.length ? replaced : replaced.map(renumber);
  }

  /**
   * Has figures read once more, each at most once: those that were not read for sure and stand at some places.
   *
   * @param places on the pages of the file
   * @returns whether there were any; then the pages are to be asked for anew
   */
  async readAgain(places: readonly CellPlace[]): Promise<boolean> {
    if (this.#scans === undefined || places.length === 0) return false;
    const asked = this.#doubtful.filter((cell) => places.some((place) => isCellAt(cell, place)));
    if (asked.length === 0) return false;
    const start = performance.now();
    this.#doubtful = this.#doubtful.filter((cell) => !asked.includes(cell));
    const recogniser = await this.#scans.recogniser();
    let isChanged = false;
    for (const [pageNumber, pages] of this.#pages) {
      const own = asked.filter(({ page }) => page.pageNumber === pageNumber);
      if (own.length === 0) continue;
      const read = await readCellsAgain(pages, own, recogniser);
      isChanged ||= read.some((page, k) => page !== pages[k]);
      this.#pages.set(pageNumber, read);
    }
    this.#context.onStage('extract scan again', performance.now() - start);
    return isChanged;
  }

  /** Pages of text with the digits that they show; nothing where reading from pictures is switched off. */
  async withDigitsShown(pages: readonly PositionedPage[]): Promise<readonly PositionedPage[] | undefined> {
    if (this.#scans === undefined) return undefined;
    await this.#read(
      pages.map(({ pageNumber }) => pageNumber),
      this.#scans,
    );
    return pages.map((page) => withShownDigits(page, this.#pages.get(page.pageNumber) ?? []));
  }

  async #read(wanted: readonly number[], { recogniser, prose }: ScanReading): Promise<void> {
    const pageNumbers = wanted.filter((pageNumber) => !this.#pages.has(pageNumber));
    if (pageNumbers.length === 0) return;
    const start = performance.now();
    const draw = (pageNumber: number): ReturnType<PdfReadings['draw']> => this.#readings.draw(pageNumber);
    const { families, regions } = this.#context;
    const options = {
      recogniser: await recogniser(),
      tablesOf: ruledTables,
      prose,
      wordings: wordingsOf(families),
      isTitle: (lines: readonly string[]) => isFullTitle(lines, families, regions),
    };
    const read = await readScan(pageNumbers, draw, options);
    for (const pageNumber of pageNumbers)
      this.#pages.set(
        pageNumber,
        read.pages.filter((page) => page.pageNumber === pageNumber),
      );
    this.#doubtful = [...this.#doubtful, ...read.doubtful];
    this.#context.onStage('extract scan', performance.now() - start);
  }
}

function renumber(page: PositionedPage, index: number): PositionedPage {
  const origin = page.origin ?? { pageNumber: page.pageNumber, toSource: [1, 0, 0, 1, 0, 0] };
  return { ...page, pageNumber: index + 1, origin };
}
