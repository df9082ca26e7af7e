/** Draws pages as pictures: for pages whose text has to be read from what they show. */
import { greyImage, type GreyImage } from '../../scan/grey-image.js';
import type { Pdfium } from './pdfium-library.js';

/** Object types (fpdf_edit.h, FPDF_PAGEOBJ_*). */
const IMAGE = 3;
const FORM = 5;
/** One byte a pixel (fpdfview.h, FPDFBitmap_Gray), three: blue, green, red (FPDFBitmap_BGR), and a fourth unused (_BGRx). */
const GREY = 1;
const BGR = 2;
const BGR_PADDED = 3;
/** Where in a picture's metadata its colour space stands, in integers, and DeviceGray there (fpdf_edit.h). */
const COLOUR_SPACE_AT = 5;
const DEVICE_GREY = 1;
const WHITE = 0xffffffff;
/** Draws annotations too (fpdfview.h, FPDF_ANNOT). */
const WITH_ANNOTATIONS = 1;
/** Takes the pixels of a picture as they are (fpdfview.h, FPDF_RENDER_NO_SMOOTHIMAGE). */
const UNSMOOTHED = 0x2000;

/** A picture that is larger or smaller than its page by so many pixels is drawn as it is. */
const MOST_OFF_PX = 2;
/** A picture taken from the file is compared with the drawn page between so many parts of it. */
const COMPARED_PARTS = 24;
/** Darker than paper: rows of which nothing is tell nothing. */
const DARK = 160;

const POINTS_PER_INCH = 72;
/** Pixels per inch where no picture says how fine the page is: text and rules drawn by the file. */
const USUAL_DPI = 300;
/** Below this, a picture is drawn larger, so that its glyphs have pixels enough; above the other, smaller. */
const LEAST_DPI = 100;
const MOST_DPI = 330;
/** A page of A3 at 300 dpi has 17 million; a picture of all pages below one another more. Larger ones are drawn smaller. */
const MOST_PIXELS = 36e6;
/** A picture that covers less than this share of its page does not say how fine the page is. */
const TELLING_SHARE = 0.05;
/** A pixel this much redder than green and blue is stamped over: only its red counts, in which a stamp is pale. */
const REDDER = 24;

/**
 * Draws a page in grey, red stamps made pale, at the resolution of its own picture where it is one.
 *
 * @param size of the rotated crop box, in points
 * @throws {RangeError} where no memory is left for it
 */
export function drawPage(
  pdfium: Pdfium,
  page: number,
  size: { readonly width: number; readonly height: number },
): GreyImage {
  const dpi = drawingDpi(pdfium, page, size);
  const widthPx = Math.max(1, Math.round((size.width * dpi) / POINTS_PER_INCH));
  const heightPx = Math.max(1, Math.round((size.height * dpi) / POINTS_PER_INCH));
  const isGrey = hasOnlyGreyPictures(pdfium, page);
  const picture = onlyPicture(pdfium, page, { widthPx, heightPx });
  const frame = picture?.size ?? { widthPx, heightPx };
  const own = picture && pictureItself(pdfium, page, { ...picture, isGrey });
  if (own) return greyImage(frame.widthPx, frame.heightPx, dpi, own);
  // Where pixels fall on pixels, smoothing takes a fifth of the time and mixes neighbours.
  const flags = WITH_ANNOTATIONS + (picture === undefined ? 0 : UNSMOOTHED);
  const data = drawRows(pdfium, page, { ...frame, isGrey, flags, from: 0, count: frame.heightPx });
  return greyImage(frame.widthPx, frame.heightPx, dpi, data);
}

/** Rows of a drawn page. */
interface DrawnRows extends Size {
  /** The size is that of the whole page. */
  readonly isGrey: boolean;
  readonly flags: number;
  /** Which rows are wanted. */
  readonly from: number;
  readonly count: number;
}

function drawRows(pdfium: Pdfium, page: number, { widthPx, heightPx, isGrey, flags, from, count }: DrawnRows) {
  const { call } = pdfium;
  const bitmap = call.createBitmap(widthPx, count, isGrey ? GREY : BGR, 0, 0);
  if (bitmap === 0) throw new RangeError('no WebAssembly memory left for the picture of the page');
  try {
    call.fillBitmap(bitmap, 0, 0, widthPx, count, WHITE);
    call.renderPage(bitmap, page, 0, -from, widthPx, heightPx, 0, flags);
    return greyOf(pdfium, bitmap, { widthPx, heightPx: count }) ?? new Uint8Array();
  } finally {
    call.destroyBitmap(bitmap);
  }
}

/** The pixels of a bitmap in grey; nothing where they are of a kind that no picture of a page has. */
function greyOf({ call, bytes }: Pdfium, bitmap: number, { widthPx, heightPx }: Size): Uint8Array | undefined {
  const at = call.bitmapBuffer(bitmap);
  const stride = call.bitmapStride(bitmap);
  const pixels = bytes().subarray(at, at + stride * heightPx);
  const format = call.bitmapFormat(bitmap);
  if (format === GREY) return withoutPadding(pixels, { widthPx, heightPx, stride });
  const bytesEach = format === BGR ? 3 : format === BGR_PADDED ? 4 : undefined;
  return bytesEach && toGrey(pixels, { widthPx, heightPx, stride }, bytesEach);
}

/**
 * The picture that a page is, straight from the file: drawing it pixel for pixel takes several times as long. Nothing
 * where the page shows it otherwise, turned, masked or shaded: rows that are drawn tell.
 */
function pictureItself(
  pdfium: Pdfium,
  page: number,
  { handle, size, isGrey }: Picture & { readonly isGrey: boolean },
): Uint8Array | undefined {
  const { call } = pdfium;
  const { widthPx, heightPx } = size;
  const bitmap = call.imageBitmap(handle);
  if (bitmap === 0) return undefined;
  try {
    if (call.bitmapWidth(bitmap) !== widthPx || call.bitmapHeight(bitmap) !== heightPx) return undefined;
    const data = greyOf(pdfium, bitmap, size);
    if (!data) return undefined;
    const flags = WITH_ANNOTATIONS + UNSMOOTHED;
    let hasInk = false;
    for (let part = 1; part < COMPARED_PARTS; part++) {
      const from = Math.floor((heightPx * part) / COMPARED_PARTS);
      const drawn = drawRows(pdfium, page, { widthPx, heightPx, isGrey, flags, from, count: 1 });
      // Where the page is a fraction of a pixel larger, PDFium doubles a row in the middle.
      const isShown = [0, 1, -1].some(
        (off) => Buffer.compare(drawn, data.subarray((from + off) * widthPx, (from + off + 1) * widthPx)) === 0,
      );
      if (!isShown) return undefined;
      hasInk ||= drawn.some((value) => value < DARK);
    }
    return hasInk ? data : undefined;
  } finally {
    call.destroyBitmap(bitmap);
  }
}

/** Size in pixels. */
interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Picture {
  readonly handle: number;
  readonly size: Size;
}

/** The one picture that a page consists of, where it is of the page's size but for a row or two that were rounded off. */
function onlyPicture({ call, scratch, integers }: Pdfium, page: number, wanted: Size): Picture | undefined {
  if (call.countObjects(page) !== 1) return undefined;
  const handle = call.pageObject(page, 0);
  if (call.objectType(handle) !== IMAGE || call.imageSize(handle, scratch, scratch + 4) === 0) return undefined;
  const [widthPx = 0, heightPx = 0] = integers().subarray(scratch >> 2, (scratch >> 2) + 2);
  const isFitting = [widthPx - wanted.widthPx, heightPx - wanted.heightPx].every((off) => Math.abs(off) <= MOST_OFF_PX);
  return isFitting ? { handle, size: { widthPx, heightPx } } : undefined;
}

/** Whether nothing on a page has colour: then it is drawn in a fraction of the time. */
function hasOnlyGreyPictures({ call, scratch, integers }: Pdfium, page: number): boolean {
  const count = call.countObjects(page);
  if (count === 0 || call.countAnnotations(page) > 0) return false;
  for (let index = 0; index < count; index += 1) {
    const handle = call.pageObject(page, index);
    if (call.objectType(handle) !== IMAGE || call.imageMetadata(handle, page, scratch) === 0) return false;
    if (integers()[(scratch >> 2) + COLOUR_SPACE_AT] !== DEVICE_GREY) return false;
  }
  return true;
}

interface Rows extends Size {
  /** Bytes from one row to the next. */
  readonly stride: number;
}

function withoutPadding(pixels: Uint8Array, { widthPx, heightPx, stride }: Rows): Uint8Array {
  if (stride === widthPx) return pixels.slice(0, widthPx * heightPx);
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) data.set(pixels.subarray(y * stride, y * stride + widthPx), y * widthPx);
  return data;
}

/** Luma (ITU-R BT.601) of rows of blue, green, red; of reddish pixels their red. */
function toGrey(pixels: Uint8Array, { widthPx, heightPx, stride }: Rows, bytesEach: number): Uint8Array {
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0, to = 0; y < heightPx; y++)
    for (let x = 0, at = y * stride; x < widthPx; x++, at += bytesEach, to++) {
      const blue = pixels[at] ?? 0;
      const green = pixels[at + 1] ?? 0;
      const red = pixels[at + 2] ?? 0;
      // Most scans are grey: then all three are its luma.
      if (red === green && red === blue) {
        data[to] = red;
        continue;
      }
      const isReddish = red > green + REDDER && red > blue + REDDER;
      data[to] = isReddish ? red : (red * 77 + green * 150 + blue * 29 + 128) >> 8;
    }
  return data;
}

/** The resolution at which a page is drawn. */
function drawingDpi(pdfium: Pdfium, page: number, { width, height }: { width: number; height: number }): number {
  const finest = finestDpi(pdfium, page, width * height);
  let dpi = finest ?? USUAL_DPI;
  // By whole parts, so that pixels are joined evenly and none is split.
  while (dpi > MOST_DPI) dpi /= 2;
  while (dpi < LEAST_DPI) dpi *= 2;
  const area = (width * height) / POINTS_PER_INCH ** 2;
  return Math.min(dpi, Math.sqrt(MOST_PIXELS / Math.max(area, 1e-6)));
}

/** The resolution of the finest picture of some size on the page. */
function finestDpi({ call, scratch, floats, integers }: Pdfium, page: number, pageArea: number): number | undefined {
  let finest: number | undefined;
  const note = (handle: number): void => {
    call.objectMatrix(handle, scratch);
    const [a = 0, b = 0, c = 0, d = 0] = floats().subarray(scratch >> 2, (scratch >> 2) + 4);
    if (Math.abs(a * d - b * c) < TELLING_SHARE * pageArea) return;
    if (call.imageSize(handle, scratch, scratch + 4) === 0) return;
    const widthPx = integers()[scratch >> 2] ?? 0;
    const dpi = (widthPx * POINTS_PER_INCH) / Math.hypot(a, b);
    if (Number.isFinite(dpi) && dpi > 0) finest = Math.max(finest ?? 0, dpi);
  };
  const count = call.countObjects(page);
  for (let index = 0; index < count; index += 1) {
    const handle = call.pageObject(page, index);
    const type = call.objectType(handle);
    if (type === IMAGE) note(handle);
    // A form's own scale is left out of account: makers of scans that use forms draw them at their size.
    if (type !== FORM) continue;
    const inner = call.countFormObjects(handle);
    for (let k = 0; k < inner; k += 1) {
      const object = call.formObject(handle, k);
      if (call.objectType(object) === IMAGE) note(object);
    }
  }
  return finest;
}
