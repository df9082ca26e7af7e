/** Draws pages as pictures: for pages whose text has to be read from what they show. */
import type { GreyImage } from '../../scan/grey-image.js';
import type { Pdfium } from './pdfium-library.js';

/** Object types (fpdf_edit.h, FPDF_PAGEOBJ_*). */
const IMAGE = 3;
const FORM = 5;
/** One byte a pixel (fpdfview.h, FPDFBitmap_Gray), and three: blue, green, red (FPDFBitmap_BGR). */
const GREY = 1;
const BGR = 2;
/** Where in a picture's metadata its colour space stands, in integers, and DeviceGray there (fpdf_edit.h). */
const COLOUR_SPACE_AT = 5;
const DEVICE_GREY = 1;
const WHITE = 0xffffffff;
/** Draws annotations too (fpdfview.h, FPDF_ANNOT). */
const WITH_ANNOTATIONS = 1;
/** Takes the pixels of a picture as they are (fpdfview.h, FPDF_RENDER_NO_SMOOTHIMAGE). */
const UNSMOOTHED = 0x2000;

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
  const { call } = pdfium;
  const dpi = drawingDpi(pdfium, page, size);
  const widthPx = Math.max(1, Math.round((size.width * dpi) / POINTS_PER_INCH));
  const heightPx = Math.max(1, Math.round((size.height * dpi) / POINTS_PER_INCH));
  const isGrey = hasOnlyGreyPictures(pdfium, page);
  const bitmap = call.createBitmap(widthPx, heightPx, isGrey ? GREY : BGR, 0, 0);
  if (bitmap === 0) throw new RangeError('no WebAssembly memory left for the picture of the page');
  try {
    call.fillBitmap(bitmap, 0, 0, widthPx, heightPx, WHITE);
    // Where pixels fall on pixels, smoothing takes a fifth of the time and mixes neighbours.
    const flags = WITH_ANNOTATIONS + (isOnePicture(pdfium, page, { widthPx, heightPx }) ? UNSMOOTHED : 0);
    call.renderPage(bitmap, page, 0, 0, widthPx, heightPx, 0, flags);
    const at = call.bitmapBuffer(bitmap);
    const stride = call.bitmapStride(bitmap);
    const pixels = pdfium.bytes().subarray(at, at + stride * heightPx);
    const data = (isGrey ? withoutPadding : toGrey)(pixels, { widthPx, heightPx, stride });
    return { widthPx, heightPx, dpi, data };
  } finally {
    call.destroyBitmap(bitmap);
  }
}

/** Whether a page is one picture of just this size. */
function isOnePicture(
  { call, scratch, integers }: Pdfium,
  page: number,
  size: { readonly widthPx: number; readonly heightPx: number },
): boolean {
  if (call.countObjects(page) !== 1) return false;
  const handle = call.pageObject(page, 0);
  if (call.objectType(handle) !== IMAGE || call.imageSize(handle, scratch, scratch + 4) === 0) return false;
  const [width, height] = integers().subarray(scratch >> 2, (scratch >> 2) + 2);
  return width === size.widthPx && height === size.heightPx;
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

interface Rows {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
}

function withoutPadding(pixels: Uint8Array, { widthPx, heightPx, stride }: Rows): Uint8Array {
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) data.set(pixels.subarray(y * stride, y * stride + widthPx), y * widthPx);
  return data;
}

/** Luma (ITU-R BT.601) of rows of blue, green, red; of reddish pixels their red. */
function toGrey(pixels: Uint8Array, { widthPx, heightPx, stride }: Rows): Uint8Array {
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0, to = 0; y < heightPx; y++)
    for (let x = 0, at = y * stride; x < widthPx; x++, at += 3, to++) {
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
