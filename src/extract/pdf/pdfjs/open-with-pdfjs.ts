/** Opens PDFs with pdf.js: slower than PDFium, but it reads fonts that are not embedded, and it is a second opinion. */
import type { PositionedPage } from '../../../model/index.js';
import type { OpenedPdf } from '../opened-pdf.js';
import { createPageDraft, finishPage } from '../page-draft.js';
import { pageFrame } from '../page-frame.js';
import { encryptedError, unreadableFileError, unreadablePageError } from '../pdf-errors.js';
import { hasLayers } from './layers.js';
import { OperatorShapeError } from './operator-shapes.js';
import { loadPageFonts } from './page-fonts.js';
import { loadPdfjs, AS_DISPLAYED } from './pdfjs-library.js';
import type { LoadingTask, OperatorList, Pdfjs, PdfjsDocument, PdfjsPage } from './pdfjs-library.js';
import { fontNames, walkOperators } from './walk-operators.js';

/**
 * Opens a PDF with pdf.js.
 *
 * @throws {PipelineError} `encrypted` when it asks for a password, `truncated` when it is damaged beyond reading.
 */
export async function openWithPdfjs(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdfjs = await loadPdfjs();
  const strict = pdfjs.load(bytes, { stopAtErrors: true });
  const document = await loadDocument(strict);
  let lenient: LoadingTask | undefined;
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([strict.destroy(), lenient?.destroy()]);
  };
  return {
    pageCount: document.numPages,
    readPage: async (pageNumber) => {
      if (closing !== undefined) throw new TypeError('the document is closed');
      try {
        return await readPage({ pdfjs, task: strict, document, isStrict: true }, pageNumber);
      } catch (cause) {
        // Operators of a shape that this version of pdf.js does not make (a test holds that) are damage that it passes on.
        if (cause instanceof OperatorShapeError) throw unreadablePageError(pageNumber, cause);
        lenient ??= pdfjs.load(bytes, { stopAtErrors: false });
        const damaged = { pdfjs, task: lenient, document: await loadDocument(lenient), isStrict: false };
        return await readDamagedPage(damaged, pageNumber, cause);
      }
    },
    close: () => (closing ??= close()),
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

/** A document pdf.js has loaded. */
interface LoadedDocument {
  readonly pdfjs: Pdfjs;
  readonly task: LoadingTask;
  readonly document: PdfjsDocument;
  /** Whether it stops at errors. */
  readonly isStrict: boolean;
}

async function readPage(
  { pdfjs, task, document, isStrict }: LoadedDocument,
  pageNumber: number,
): Promise<PositionedPage> {
  const page = await document.getPage(pageNumber);
  try {
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const draft = createPageDraft('pdfjs', pageNumber, pageFrame({ left, bottom, right, top }, page.rotate));
    const list = await operatorList(page, task);
    const fonts = await loadPageFonts(fontNames(list, pdfjs.operators), page.commonObjs, draft);
    const [failure] = fonts.failures;
    if (failure !== undefined && isStrict) throw new Error(`a font that cannot be read: ${failure}`);
    for (const each of fonts.failures) {
      draft.doubts.push({ kind: 'no-unicode', detail: `the text of a font that cannot be read: ${each}` });
    }
    const layers = hasLayers(list, pdfjs.operators) ? await document.getOptionalContentConfig() : undefined;
    const isLayerSeen = (layer: unknown): boolean => layers?.isVisible(layer) ?? true;
    walkOperators(list, pdfjs.operators, { fonts: fonts.byName, isLayerSeen }, draft);
    return finishPage(draft);
  } finally {
    page.cleanup();
  }
}

/** Reads what can be read of a page with an error in it: there pdf.js drops, in silence, all from the error on. */
async function readDamagedPage(loaded: LoadedDocument, pageNumber: number, error: unknown): Promise<PositionedPage> {
  try {
    const page = await readPage(loaded, pageNumber);
    const detail = `an error on the page, after which it may go on: ${messageOf(error).slice(0, 160)}`;
    return { ...page, doubts: [...page.doubts, { kind: 'odd-boxes', detail }] };
  } catch (cause) {
    throw unreadablePageError(pageNumber, cause);
  }
}

async function operatorList(page: PdfjsPage, task: LoadingTask): Promise<OperatorList> {
  task.takeStreamError();
  const list = await page.getOperatorList({ intent: 'display', annotationMode: AS_DISPLAYED });
  // pdf.js resolves the list when it breaks off, with what there was so far: the error itself goes nowhere.
  const error = task.takeStreamError();
  if (error !== undefined) throw new Error(messageOf(error), { cause: error });
  if (list.fnArray.length !== list.argsArray.length) throw new OperatorShapeError('(list)', list.fnArray.length);
  return list;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}
