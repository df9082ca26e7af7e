/** Pages whose text is not in the file but in what they show: which they are, and their reading. */
import type { AnalysisContext } from './analysis.js';
import { readScan } from './extract/index.js';
import type { PdfReadings, ProseReading, Recogniser } from './extract/index.js';
import type { PositionedPage } from './model/index.js';
import { ruledTables } from './reconstruct/index.js';
import { brokenPages } from './text-layer.js';

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

/** Whether a page's text has to be read from what it shows. */
function isToBeRecognised(page: PositionedPage): boolean {
  const visible = page.glyphs.filter(({ isVisible }) => isVisible).length;
  if (visible === 0) return true;
  if (visible < FEWEST_GLYPHS && imageShare(page) >= PICTURED_SHARE) return true;
  return brokenPages([page]).length > 0;
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
  readonly #pages = new Map<number, PositionedPage>();

  constructor(readings: PdfReadings, scans: ScanReading | undefined, context: AnalysisContext) {
    this.#readings = readings;
    this.#scans = scans;
    this.#context = context;
  }

  /**
   * Reads those of the pages that hold no text, or none that can be what they show.
   *
   * @param pages as their reader read them
   * @returns the pages read; none where reading from pictures is switched off
   */
  async recognise(pages: readonly PositionedPage[]): Promise<readonly PositionedPage[]> {
    if (this.#scans === undefined) return [];
    const wanted = pages.filter(isToBeRecognised).map(({ pageNumber }) => pageNumber);
    const unread = wanted.filter((pageNumber) => !this.#pages.has(pageNumber));
    if (unread.length > 0) {
      const start = performance.now();
      const { recogniser, prose } = this.#scans;
      const read = await readScan(unread, (pageNumber) => this.#readings.draw(pageNumber), {
        recogniser: await recogniser(),
        tablesOf: ruledTables,
        prose,
      });
      for (const page of read) this.#pages.set(page.pageNumber, page);
      this.#context.onStage('extract scan', performance.now() - start);
    }
    return wanted.flatMap((pageNumber) => this.#pages.get(pageNumber) ?? []);
  }
}
