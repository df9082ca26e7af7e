/** Draws parts of a PDF's pages as small pictures: what an auditor holds a figure against. */
import { bbox, type Bbox, type PagePicture, type TablePart } from '../../../model/index.js';
import { greyToPng } from '../grey-to-png.js';
import { loadDocument, closeDocument } from './held-document.js';
import { loadPage, type LoadedDocument } from './load-page.js';
import { isTrap, loadPdfium, type Pdfium } from './pdfium-library.js';
import { readFrame } from './read-frame.js';

/** 108 to the inch: print of 9 points stays easy to read, and a table of half a page takes some 30 kB. */
const PIXELS_PER_POINT = 1.5;

/** Larger pictures are drawn smaller: no page of a report is wider than a metre. */
const MOST_PIXELS = 2_000_000;

/** FPDFBitmap_Gray, FPDF_ANNOT and FPDF_GRAYSCALE (fpdfview.h). */
const GRAY_BITMAP = 1;
const DRAW_FLAGS = 0x01 | 0x08;
const WHITE = 0xffffffff;

/** FPDF_PAGEOBJ_TEXT (fpdf_edit.h). */
const TEXT_OBJECT = 1;

/**
 * Draws regions of a document's pages; what reaches over the page is cut off.
 *
 * @returns One picture a region, in order; none for a region that cannot be drawn, since a picture is never worth a report.
 */
export async function drawRegions(bytes: Uint8Array, regions: readonly TablePart[]): Promise<readonly PagePicture[]> {
  if (regions.length === 0) return [];
  const pdfium = await loadPdfium();
  try {
    const document = loadDocument(pdfium, bytes);
    const pictures = regions.flatMap((region) => drawRegion(pdfium, document, region) ?? []);
    closeDocument(pdfium, document);
    return pictures;
  } catch (error) {
    // The report was read; only its picture is lost. A trap has made PDFium start anew for the next document.
    isTrap(error);
    return [];
  }
}

function drawRegion(pdfium: Pdfium, document: LoadedDocument, { pageNumber, box }: TablePart): PagePicture | undefined {
  const { call } = pdfium;
  const page = loadPage(pdfium, document, pageNumber);
  try {
    const frame = readFrame(pdfium, page);
    const region = cut(box, frame);
    const widthPoints = region.x1 - region.x0;
    const heightPoints = region.bottom - region.top;
    if (widthPoints < 1 || heightPoints < 1) return undefined;
    const scale = Math.min(PIXELS_PER_POINT, Math.sqrt(MOST_PIXELS / (widthPoints * heightPoints)));
    const width = Math.max(1, Math.floor(widthPoints * scale));
    const height = Math.max(1, Math.floor(heightPoints * scale));
    const bitmap = call.createBitmap(width, height, GRAY_BITMAP, 0, 0);
    if (bitmap === 0) return undefined;
    try {
      call.fillBitmap(bitmap, 0, 0, width, height, WHITE);
      const place = [-region.x0, -region.top, frame.width, frame.height].map((points) => Math.round(points * scale));
      const [left = 0, top = 0, across = 0, down = 0] = place;
      call.renderPage(bitmap, page, left, top, across, down, 0, DRAW_FLAGS);
      const stride = call.bitmapStride(bitmap);
      const start = call.bitmapBuffer(bitmap);
      const pixels = pdfium.bytes().subarray(start, start + stride * height);
      const png = greyToPng({ width, height, stride, pixels });
      return { pageNumber, box: region, width, height, png, lacksFonts: hasForeignFont(pdfium, page) };
    } finally {
      call.destroyBitmap(bitmap);
    }
  } finally {
    call.closePage(page);
  }
}

function cut(box: Bbox, { width, height }: { readonly width: number; readonly height: number }): Bbox {
  const x0 = Math.min(Math.max(box.x0, 0), width);
  const top = Math.min(Math.max(box.top, 0), height);
  return bbox(x0, top, Math.max(x0, Math.min(box.x1, width)), Math.max(top, Math.min(box.bottom, height)));
}

/** Whether the page has text in a font that is not in the file: PDFium then draws another font, or nothing. */
function hasForeignFont({ call }: Pdfium, page: number): boolean {
  const count = call.countObjects(page);
  const known = new Map<number, boolean>();
  for (let index = 0; index < count; index++) {
    const object = call.pageObject(page, index);
    if (call.objectType(object) !== TEXT_OBJECT) continue;
    const font = call.textFont(object);
    const isForeign = known.get(font) ?? call.fontIsEmbedded(font) === 0;
    if (isForeign) return true;
    known.set(font, isForeign);
  }
  return false;
}
