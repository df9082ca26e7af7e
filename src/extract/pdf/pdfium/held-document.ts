/** Documents that PDFium holds open. */
import { encryptedError, unreadableFileError } from '../pdf-errors.js';
import type { LoadedDocument } from './load-page.js';
import { ERROR_PASSWORD, type Pdfium } from './pdfium-library.js';

/** Readers look for the end mark in so many last bytes, as do others: some files carry a trailer of their own. */
const TAIL_LENGTH = 2048;

/** A document with what has to be given back. */
export interface HeldDocument extends LoadedDocument {
  /** The file's bytes in WebAssembly's memory: PDFium reads from them until the document is closed. */
  readonly copy: number;
  readonly pageCount: number;
}

/**
 * Loads a document; close it.
 *
 * @throws {PipelineError} `encrypted` when it asks for a password, `truncated` when it is damaged beyond reading.
 */
export function loadDocument(pdfium: Pdfium, bytes: Uint8Array): HeldDocument {
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

/** Gives back what a document holds. */
export function closeDocument({ call }: Pdfium, document: HeldDocument): void {
  call.closeDocument(document.handle);
  call.free(document.copy);
}

/** True where the file ends as a whole PDF does (ISO 32000-2 §7.5.5). */
function hasEndMark(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_LENGTH));
  return new TextDecoder('latin1').decode(tail).includes('%%EOF');
}
