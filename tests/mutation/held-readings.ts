/** Puts pages held in memory where the pipeline would read a PDF, so that it runs as it is, second reader and all. */
import { PdfReadings } from '../../src/extract/pdf/pdf-readings.js';
import type { Layout, PdfReader, PositionedPage } from '../../src/model/index.js';

/** What each reader is to see. */
export type HeldPages = Readonly<Record<PdfReader, readonly PositionedPage[]>>;

const NOTHING: HeldPages = { pdfium: [], pdfjs: [] };

/** What the next run of the pipeline gets; set before every run. */
export const held: { pages: HeldPages; changeLayout: (layout: Layout) => Layout } = {
  pages: NOTHING,
  changeLayout: (layout) => layout,
};

/** The readings of a PDF that is not there. */
export class HeldReadings extends PdfReadings {
  readonly #read = new Set<string>();

  override read(reader: PdfReader, pageNumbers?: readonly number[]): Promise<readonly PositionedPage[]> {
    const wanted = held.pages[reader].filter(({ pageNumber }) => pageNumbers?.includes(pageNumber) ?? true);
    for (const { pageNumber } of wanted) this.#read.add(`${reader} ${pageNumber}`);
    return Promise.resolve(wanted);
  }

  override reading(reader: PdfReader, pageNumber: number): PositionedPage | undefined {
    if (!this.#read.has(`${reader} ${pageNumber}`)) return undefined;
    return held.pages[reader].find((page) => page.pageNumber === pageNumber);
  }
}
