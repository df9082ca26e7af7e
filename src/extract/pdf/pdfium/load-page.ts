/** Loads pages, with the annotations that are drawn on them made part of the page. */
import { unreadablePageError } from '../pdf-errors.js';
import type { Pdfium } from './pdfium-library.js';

/** Annotations that never draw text or rules of their own (fpdf_annot.h): links, and the notes that pop up. */
const LINK = 2;
const POPUP = 16;
/** Flatten as for the screen (fpdf_flatten.h, FLAT_NORMALDISPLAY), and what tells that something was flattened. */
const AS_DISPLAYED = 0;
const FLATTENED = 1;

/** A document PDFium has loaded. */
export interface LoadedDocument {
  readonly handle: number;
  /** The file's end is missing: PDFium gathers what objects there are, and pages whose content is lost come out blank. */
  readonly isCutOff: boolean;
}

/**
 * Loads a page; close it. A figure may stand in a form field, which PDFium keeps apart from the page's own content, so
 * such a page is flattened first: in PDFium's memory only, and for good.
 *
 * @throws {PipelineError} `truncated` when the page is damaged beyond reading.
 */
export function loadPage(pdfium: Pdfium, document: LoadedDocument, pageNumber: number): number {
  const { call } = pdfium;
  const load = (): number => {
    const page = call.loadPage(document.handle, pageNumber - 1);
    if (page === 0) throw unreadablePageError(pageNumber, new Error(`FPDF_LoadPage: error ${call.lastError()}`));
    return page;
  };
  let page = load();
  if (hasDrawnAnnotation(pdfium, page)) {
    const outcome = call.flatten(page, AS_DISPLAYED);
    if (outcome === FLATTENED) {
      call.closePage(page);
      page = load();
    }
  }
  const count = call.countObjects(page);
  if (count < 0 || (count === 0 && document.isCutOff)) {
    call.closePage(page);
    throw unreadablePageError(pageNumber, new Error(count < 0 ? 'not a page' : 'no content'));
  }
  return page;
}

function hasDrawnAnnotation({ call }: Pdfium, page: number): boolean {
  const count = call.countAnnotations(page);
  for (let index = 0; index < count; index += 1) {
    const annotation = call.annotation(page, index);
    if (annotation === 0) continue;
    const type = call.annotationType(annotation);
    call.closeAnnotation(annotation);
    if (type !== LINK && type !== POPUP) return true;
  }
  return false;
}
