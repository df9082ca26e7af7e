/** Two independent PDF readers behind one interface: PDFium for speed, pdf.js for what PDFium cannot read and as a check. */
import type { PdfReader } from '../../model/index.js';
import type { OpenedPdf } from './opened-pdf.js';
import { openWithPdfium } from './pdfium/open-with-pdfium.js';
import { openWithPdfjs } from './pdfjs/open-with-pdfjs.js';

export type { OpenedPdf } from './opened-pdf.js';

/**
 * Opens a PDF with the named reader.
 *
 * @throws {PipelineError} `encrypted` when it asks for a password, `truncated` when it is damaged beyond reading.
 */
export function openPdf(bytes: Uint8Array, reader: PdfReader): Promise<OpenedPdf> {
  switch (reader) {
    case 'pdfium':
      return openWithPdfium(bytes);
    case 'pdfjs':
      return openWithPdfjs(bytes);
  }
}
