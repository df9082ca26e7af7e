/** Reads pages in tests. */
import { openPdf } from '../../../src/extract/pdf/index.js';
import type { Glyph, PdfReader, PositionedPage, Ruling } from '../../../src/model/index.js';

/** Both readers, for tests that hold for each. */
export const READERS: readonly PdfReader[] = ['pdfium', 'pdfjs'];

/** All pages of a document, in order. */
export async function readPages(bytes: Uint8Array, reader: PdfReader): Promise<PositionedPage[]> {
  const pdf = await openPdf(bytes, reader);
  try {
    const pages: PositionedPage[] = [];
    for (let pageNumber = 1; pageNumber <= pdf.pageCount; pageNumber += 1) pages.push(await pdf.readPage(pageNumber));
    return pages;
  } finally {
    await pdf.close();
  }
}

/** The first page of a document. */
export async function readFirstPage(bytes: Uint8Array, reader: PdfReader): Promise<PositionedPage> {
  const [page] = await readPages(bytes, reader);
  if (page === undefined) throw new Error('no page');
  return page;
}

/** A page's text in drawing order. */
export function textOf(page: PositionedPage): string {
  return page.glyphs.map((glyph) => glyph.text).join('');
}

/** The kinds of a page's doubts. */
export function doubtKinds(page: PositionedPage): string[] {
  return page.doubts.map((doubt) => doubt.kind);
}

/** A glyph as `text left,top,right,bottom`, whole points. */
export function sketchGlyph({ text, box }: Glyph): string {
  const edges = [box.x0, box.top, box.x1, box.bottom].map((edge) => String(Math.round(edge)));
  return `${text} ${edges.join(',')}`;
}

/** A ruling as `h position start-end`, whole points, or with `v` for a vertical one. */
function sketchRuling({ orientation, position, start, end }: Ruling): string {
  const numbers = [position, start, end].map((number) => String(Math.round(number)));
  return `${orientation.charAt(0)} ${numbers[0] ?? ''} ${numbers[1] ?? ''}-${numbers[2] ?? ''}`;
}

/** All rulings of a page as sketches, in a fixed order. */
export function sketchRulings(page: PositionedPage): string[] {
  return page.rulings.map(sketchRuling).sort();
}
