/** Opens PDFs with PDFium, the fast reader. It is blind to some glyphs of fonts that are not embedded, and says where. */
import type { PositionedPage } from '../../../model/index.js';
import type { OpenedPdf } from '../opened-pdf.js';
import { createPageDraft, finishPage, type PageDraft } from '../page-draft.js';
import { pageFrame } from '../page-frame.js';
import { encryptedError, unreadableFileError, unreadablePageError } from '../pdf-errors.js';
import { createFontLookup } from './page-fonts.js';
import { loadPage, type LoadedDocument } from './load-page.js';
import { ERROR_PASSWORD, loadPdfium, type Pdfium } from './pdfium-library.js';
import { readGlyphs } from './read-glyphs.js';
import { readObjects } from './read-objects.js';
import { doubtUnreadText } from './unread-text.js';

/** Readers look for the end mark in so many last bytes, as do others: some files carry a trailer of their own. */
const TAIL_LENGTH = 2048;

/**
 * Opens a PDF with PDFium.
 *
 * @throws {PipelineError} `encrypted` when it asks for a password, `truncated` when it is damaged beyond reading.
 */
export async function openWithPdfium(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdfium = await loadPdfium();
  const { call } = pdfium;
  const copy = call.allocate(bytes.length);
  if (copy === 0) throw unreadableFileError(new Error('no WebAssembly memory left for the file'));
  pdfium.bytes().set(bytes, copy);
  const document = call.loadDocument(copy, bytes.length, 0);
  if (document === 0) {
    const reason = call.lastError();
    call.free(copy);
    const cause = new Error(`FPDF_LoadMemDocument: error ${reason}`);
    throw reason === ERROR_PASSWORD ? encryptedError(cause) : unreadableFileError(cause);
  }
  let isOpen = true;
  const close = (): Promise<void> => {
    if (isOpen) {
      isOpen = false;
      call.closeDocument(document);
      call.free(copy);
    }
    return Promise.resolve();
  };
  const pageCount = call.countPages(document);
  if (pageCount <= 0) {
    await close();
    throw unreadableFileError(new Error('the file has no pages'));
  }
  const isCutOff = call.hasValidTable(document) === 0 && !hasEndMark(bytes);
  return {
    pageCount,
    close,
    readPage: async (pageNumber) => {
      await Promise.resolve();
      if (!isOpen) throw new TypeError('the document is closed');
      return readPage(pdfium, { handle: document, isCutOff }, pageNumber);
    },
  };
}

/** True where the file ends as a whole PDF does (ISO 32000-2 §7.5.5). */
function hasEndMark(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_LENGTH));
  return new TextDecoder('latin1').decode(tail).includes('%%EOF');
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

function readText(pdfium: Pdfium, handles: { page: number; textPage: number }, draft: PageDraft): void {
  const fonts = createFontLookup(pdfium, draft);
  const seen = readObjects(pdfium, handles.page, draft);
  const objects = new Map(seen.map((object) => [object.handle, object]));
  const census = readGlyphs(pdfium, { textPage: handles.textPage, objects, fonts }, draft);
  draft.doubts.push(...doubtUnreadText(pdfium, seen, census, fonts));
}

function readFrame({ call, scratch, floats }: Pdfium, page: number): ReturnType<typeof pageFrame> {
  call.pageBox(page, scratch);
  const heap = floats();
  const at = scratch >> 2;
  // FS_RECTF holds left, top, right, bottom, y up (fpdfview.h).
  const [left = 0, top = 0, right = 0, bottom = 0] = heap.subarray(at, at + 4);
  return pageFrame({ left, top, right, bottom }, 90 * call.pageRotation(page));
}
