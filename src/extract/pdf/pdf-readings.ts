/** The readings of one PDF by up to two readers, each page read at most once by each. */
import type { PdfReader, PositionedPage } from '../../model/index.js';
import { openPdf } from './index.js';
import type { GreyImage } from '../scan/grey-image.js';
import type { DrawablePdf, OpenedPdf } from './opened-pdf.js';
import { openWithPdfium } from './pdfium/open-with-pdfium.js';

/** A PDF open for reading by any reader. */
export class PdfReadings {
  readonly #bytes: Uint8Array;
  readonly #opened = new Map<PdfReader, OpenedPdf>();
  readonly #pages = new Map<string, PositionedPage>();
  #drawable: DrawablePdf | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /**
   * Reads pages.
   *
   * @param pageNumbers all pages by default
   * @returns in the order of the numbers
   * @throws {PipelineError} `encrypted` or `truncated`
   */
  async read(reader: PdfReader, pageNumbers?: readonly number[]): Promise<readonly PositionedPage[]> {
    const pdf = await this.#open(reader);
    const wanted = pageNumbers ?? Array.from({ length: pdf.pageCount }, (_, index) => index + 1);
    const pages: PositionedPage[] = [];
    for (const pageNumber of wanted) {
      const key = `${reader} ${pageNumber}`;
      const page = this.#pages.get(key) ?? (await pdf.readPage(pageNumber));
      this.#pages.set(key, page);
      pages.push(page);
    }
    return pages;
  }

  /**
   * Draws a page in grey.
   *
   * @throws {PipelineError} `encrypted` or `truncated`
   */
  async draw(pageNumber: number): Promise<GreyImage> {
    await this.#open('pdfium');
    if (!this.#drawable) throw new TypeError('PDFium is not open');
    return this.#drawable.drawPage(pageNumber);
  }

  async #open(reader: PdfReader): Promise<OpenedPdf> {
    const known = this.#opened.get(reader);
    if (known) return known;
    if (reader === 'pdfium') this.#drawable = await openWithPdfium(this.#bytes);
    const pdf = this.#drawable && reader === 'pdfium' ? this.#drawable : await openPdf(this.#bytes, reader);
    this.#opened.set(reader, pdf);
    return pdf;
  }

  /** A page as a reader read it, if it did. */
  reading(reader: PdfReader, pageNumber: number): PositionedPage | undefined {
    return this.#pages.get(`${reader} ${pageNumber}`);
  }

  /** Frees what the readers hold; to be called once, whatever happened. */
  async close(): Promise<void> {
    const opened = [...this.#opened.values()];
    this.#opened.clear();
    for (const pdf of opened) await pdf.close();
  }
}
