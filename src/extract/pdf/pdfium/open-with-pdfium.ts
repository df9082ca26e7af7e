/** Opens PDFs with PDFium, the fast reader. It is blind to some glyphs of fonts that are not embedded, and says where. */
import type { PositionedPage } from '../../../model/index.js';
import type { GreyImage } from '../../scan/grey-image.js';
import type { DrawablePdf } from '../opened-pdf.js';
import { createPageDraft, finishPage, type PageDraft } from '../page-draft.js';
import { pageFrame } from '../page-frame.js';
import { encryptedError, unreadableFileError, unreadablePageError } from '../pdf-errors.js';
import { drawPage } from './draw-page.js';
import { createFontLookup } from './page-fonts.js';
import { loadPage, type LoadedDocument } from './load-page.js';
import { ERROR_PASSWORD, isTrap, loadPdfium, type Pdfium } from './pdfium-library.js';
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

/** A document with what has to be given back. */
interface HeldDocument extends LoadedDocument {
  /** The file's bytes in WebAssembly's memory: PDFium reads from them until the document is closed. */
  readonly copy: number;
  readonly pageCount: number;
}

function loadDocument(pdfium: Pdfium, bytes: Uint8Array): HeldDocument {
  const { call } = pdfium;
  const copy = call.allocate(bytes.length);
  if (copy === 0) throw unreadableFileError(new Error('no WebAssembly memory left for the file'));
  pdfium.bytes().set(bytes, copy);
  const handle = call.loadDocument(copy, bytes.length, 0);
  if (handle === 0) {
    const reason = call.lastError();
    call.free(copy);
    const cause = new Error(`FPDF_LoadMemDocument: error ${reason}`);
    throw reason === ERROR_PASSWORD ? encryptedError(cause) : unreadableFileError(cause);
  }
  const isCutOff = call.hasValidTable(handle) === 0 && !hasEndMark(bytes);
  const document = { handle, copy, isCutOff, pageCount: call.countPages(handle) };
  if (document.pageCount <= 0) {
    closeDocument(pdfium, document);
    throw unreadableFileError(new Error('the file has no pages'));
  }
  return document;
}

function closeDocument({ call }: Pdfium, document: HeldDocument): void {
  call.closeDocument(document.handle);
  call.free(document.copy);
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
