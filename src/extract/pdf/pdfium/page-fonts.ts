/** Facts about the fonts of a page, fetched once for each font. */
import type { PageDraft } from '../page-draft.js';
import { SCRATCH_SIZE, type Pdfium } from './pdfium-library.js';

/** What glyphs need to know of their font. */
export interface FontFacts {
  /** PDFium's handle; valid while the page is open. */
  readonly handle: number;
  /** Index into the page's fonts. */
  readonly index: number;
  readonly name: string;
  readonly embedded: boolean;
}

/** Looks up fonts by handle. Handles may be used again for another font once the page is closed: one lookup a page. */
export type FontLookup = (handle: number) => FontFacts;

/** Makes the lookup of one page; it appends each font it meets to the page's fonts. */
export function createFontLookup(pdfium: Pdfium, draft: PageDraft): FontLookup {
  const known = new Map<number, FontFacts>();
  return (handle) => {
    const found = known.get(handle);
    if (found !== undefined) return found;
    const name = fontName(pdfium, handle);
    const embedded = handle !== 0 && pdfium.call.fontIsEmbedded(handle) === 1;
    const facts: FontFacts = { handle, index: draft.fonts.length, name, embedded };
    draft.fonts.push({ name, embedded });
    known.set(handle, facts);
    return facts;
  };
}

/** The PostScript name without its subset prefix (ISO 32000-2 §9.9.2); empty where there is none. */
function fontName({ call, scratch, bytes }: Pdfium, handle: number): string {
  if (handle === 0) return '';
  const length = call.fontName(handle, scratch, SCRATCH_SIZE);
  if (length <= 1 || length > SCRATCH_SIZE) return '';
  const name = new TextDecoder().decode(bytes().slice(scratch, scratch + length - 1));
  return name.replace(/^[A-Z]{6}\+/, '');
}
