/** Opens PDFs with PDFium, the fast reader. It is blind to some glyphs of fonts that are not embedded, and says where. */
import type { PositionedPage } from '../../../model/index.js';
import type { GreyImage } from '../../scan/grey-image.js';
import type { DrawablePdf } from '../opened-pdf.js';
import { createPageDraft, finishPage, type PageDraft } from '../page-draft.js';
import { unreadableFileError, unreadablePageError } from '../pdf-errors.js';
import { drawPage } from './draw-page.js';
import { createFontLookup } from './page-fonts.js';
import { closeDocument, loadDocument } from './held-document.js';
import { loadPage, type LoadedDocument } from './load-page.js';
import { isTrap, loadPdfium, type Pdfium } from './pdfium-library.js';
import { readFrame } from './read-frame.js';
import { readGlyphs } from './read-glyphs.js';
import { readObjects } from './read-objects.js';
import { doubtUnreadText, lastDrawings } from './unread-text.js';

/**
 * Opens a PDF with PDFium.
 *
 * @throws {PipelineError} `encrypted` when it asks for a password, `truncated` when it is damaged beyond reading.
 */
export async function openWithPdfium(bytes: Uint8Array): Promise<DrawablePdf> {
  const pdfium = await loadPdfium();
  const held = { isOpen: true, isTrapped: false };
  const guard = <Result>(read: () => Result, onTrap: (cause: unknown) => Error): Result => {
    if (!held.isOpen) throw new TypeError('the document is closed');
    if (held.isTrapped) throw onTrap(new Error('PDFium broke down on an earlier page'));
    try {
      return read();
    } catch (error) {
      if (!isTrap(error)) throw error;
      held.isTrapped = true;
      throw onTrap(error);
    }
  };
  const document = guard(() => loadDocument(pdfium, bytes), unreadableFileError);
  return {
    pageCount: document.pageCount,
    // The calls are synchronous; the promise is the interface's.
    readPage: async (pageNumber) =>
      Promise.resolve(
        guard(
          () => readPage(pdfium, document, pageNumber),
          (cause) => unreadablePageError(pageNumber, cause),
        ),
      ),
    drawPage: async (pageNumber) =>
      Promise.resolve(
        guard(
          () => drawLoaded(pdfium, document, pageNumber),
          (cause) => unreadablePageError(pageNumber, cause),
        ),
      ),
    close: () => {
      if (held.isOpen && !held.isTrapped) closeDocument(pdfium, document);
      held.isOpen = false;
      return Promise.resolve();
    },
  };
}

function readPage(pdfium: Pdfium, document: LoadedDocument, pageNumber: number): PositionedPage {
  const { call } = pdfium;
  const page = loadPage(pdfium, document, pageNumber);
  try {
    const draft = createPageDraft('pdfium', pageNumber, readFrame(pdfium, page));
    if (document.isCutOff) draft.doubts.push({ kind: 'odd-boxes', detail: 'the end of the file is missing' });
    const textPage = call.loadTextPage(page);
    if (textPage === 0) throw unreadablePageError(pageNumber, new Error('FPDFText_LoadPage failed'));
    try {
      readText(pdfium, { page, textPage }, draft);
    } finally {
      call.closeTextPage(textPage);
    }
    return finishPage(draft);
  } finally {
    call.closePage(page);
  }
}

function drawLoaded(pdfium: Pdfium, document: LoadedDocument, pageNumber: number): GreyImage {
  const page = loadPage(pdfium, document, pageNumber);
  try {
    return drawPage(pdfium, page, readFrame(pdfium, page));
  } finally {
    pdfium.call.closePage(page);
  }
}

function readText(pdfium: Pdfium, handles: { page: number; textPage: number }, draft: PageDraft): void {
  const fonts = createFontLookup(pdfium, draft);
  const seen = readObjects(pdfium, handles.page, draft);
  const drawn = draft.tracer.covers.length > 0 ? lastDrawings(pdfium, handles.textPage, seen) : seen;
  const objects = new Map(drawn.map((object) => [object.handle, object]));
  const census = readGlyphs(pdfium, { textPage: handles.textPage, objects, fonts }, draft);
  draft.doubts.push(...doubtUnreadText(pdfium, seen, census, fonts));
}
