/** Extraction: a source in, pages out. One reader per kind; nothing here knows what the text means. */
import type { TextPage } from '../model/index.js';
import { decodeText } from './text/decode-text.js';
import { plainBars } from './text/plain-bars.js';
import { rowsOfCellLines } from './text/rows-of-cell-lines.js';
import { textsWithoutPlaces } from './text/texts-with-places.js';
import { withFirstBars } from './text/with-first-bars.js';
import { withoutDoubling } from './text/without-doubling.js';
import { withoutMarkdown } from './text/without-markdown.js';

export { openPdf } from './pdf/index.js';
export type { OpenedPdf } from './pdf/index.js';
export { PdfReadings } from './pdf/pdf-readings.js';
export { drawRegions } from './pdf/pdfium/draw-regions.js';
export { docxToPage } from './docx/docx-to-page.js';
export { htmlToPage, htmlToPages } from './html/html-to-page.js';
export type { GreyImage } from './scan/grey-image.js';
export { digitsShownOtherwise } from './scan/digits-shown-otherwise.js';
export { isCellAt, readCellsAgain, readScan } from './scan/read-scan.js';
export type { DoubtfulCell } from './scan/read-scan.js';
export { pictureToPdf } from './picture/picture-to-pdf.js';
export type { ProseReading } from './scan/prepare-page.js';
export { createRecogniser } from './scan/recognise/create-recogniser.js';
export type { Recogniser } from './scan/recognise/recogniser.js';
export { decodeText } from './text/decode-text.js';
export { statedTables } from './text/stated-tables.js';
export type { StatedDump } from './text/stated-tables.js';

/** The lines of a text dump as one page; a form feed is only a line end, since a dump's pages have no places. */
export function textToPage(bytes: Uint8Array): TextPage {
  const lines = withoutDoubling(textsWithoutPlaces(decodeText(bytes).split(/\r\n|[\n\r\f\u2028\u2029]/u)));
  return { kind: 'text', pageNumber: 1, lines: withFirstBars(rowsOfCellLines(plainBars(lines).map(withoutMarkdown))) };
}
