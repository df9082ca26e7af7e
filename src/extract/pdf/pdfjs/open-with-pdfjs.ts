/** Opens PDFs with pdf.js: slower than PDFium, but it reads fonts that are not embedded, and it is a second opinion. */
import { PipelineError, type PositionedPage } from '../../../model/index.js';
import type { OpenedPdf } from '../opened-pdf.js';
import { createPageDraft, finishPage } from '../page-draft.js';
import { pageFrame } from '../page-frame.js';
import { encryptedError, unreadableFileError, unreadablePageError } from '../pdf-errors.js';
import { OperatorShapeError } from './operator-shapes.js';
import { loadPageFonts } from './page-fonts.js';
import { loadPdfjs, NO_ANNOTATIONS, type LoadingTask, type OperatorList, type Pdfjs } from './pdfjs-library.js';
import type { PdfjsDocument, PdfjsPage } from './pdfjs-library.js';
import { fontNames, walkOperators } from './walk-operators.js';

/**
 * Opens a PDF with pdf.js.
 *
 * @throws {PipelineError} `encrypted` when it asks for a password, `truncated` when it is damaged beyond reading.
 */
export async function openWithPdfjs(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.load(bytes, { stopAtErrors: false });
  const document = await loadDocument(task);
  let closing: Promise<void> | undefined;
  return {
    pageCount: document.numPages,
    readPage: (pageNumber) => readPage(pdfjs, document, pageNumber),
    close: () => (closing ??= task.destroy()),
  };
}

async function loadDocument(task: LoadingTask): Promise<PdfjsDocument> {
  try {
    const document = await task.promise;
    if (document.numPages > 0) return document;
    throw new Error('the file has no pages');
  } catch (cause) {
    await task.destroy();
    throw nameOf(cause) === 'PasswordException' ? encryptedError(cause) : unreadableFileError(cause);
  }
}

async function readPage(pdfjs: Pdfjs, document: PdfjsDocument, pageNumber: number): Promise<PositionedPage> {
  let page: PdfjsPage | undefined;
  try {
    page = await document.getPage(pageNumber);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const draft = createPageDraft('pdfjs', pageNumber, pageFrame({ left, bottom, right, top }, page.rotate));
    const list = await operatorList(page);
    const fonts = await loadPageFonts(fontNames(list, pdfjs.operators), page.commonObjs, draft);
    walkOperators(list, pdfjs.operators, fonts, draft);
    return finishPage(draft);
  } catch (cause) {
    // A changed operator shape is our fault, not the file's.
    if (cause instanceof OperatorShapeError || cause instanceof PipelineError) throw cause;
    throw unreadablePageError(pageNumber, cause);
  } finally {
    page?.cleanup();
  }
}

async function operatorList(page: PdfjsPage): Promise<OperatorList> {
  const list = await page.getOperatorList({ intent: 'display', annotationMode: NO_ANNOTATIONS });
  if (list.fnArray.length !== list.argsArray.length) throw new OperatorShapeError('(list)', list.fnArray.length);
  return list;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
