/**
 * The one place that knows PDFium's function names. PDFium's C interface is public (fpdfview.h, fpdf_text.h, fpdf_edit.h,
 * fpdf_transformpage.h); @hyzyla/pdfium hands out its WebAssembly exports.
 *
 * The exports are called directly: the wrappers Emscripten puts around them in this build take 0.31 µs a call, the
 * exports 0.017 µs, and a page needs some ten thousand calls.
 */

/** Maps our names to the exports of the WebAssembly module. Pointers and handles are numbers; 0 is none. */
const EXPORTS = {
  allocate: 'malloc',
  free: 'free',
  loadDocument: 'FPDF_LoadMemDocument',
  closeDocument: 'FPDF_CloseDocument',
  hasValidTable: 'FPDF_DocumentHasValidCrossReferenceTable',
  lastError: 'FPDF_GetLastError',
  countPages: 'FPDF_GetPageCount',
  loadPage: 'FPDF_LoadPage',
  closePage: 'FPDF_ClosePage',
  pageBox: 'FPDF_GetPageBoundingBox',
  pageRotation: 'FPDFPage_GetRotation',
  countAnnotations: 'FPDFPage_GetAnnotCount',
  annotation: 'FPDFPage_GetAnnot',
  annotationType: 'FPDFAnnot_GetSubtype',
  closeAnnotation: 'FPDFPage_CloseAnnot',
  flatten: 'FPDFPage_Flatten',
  countObjects: 'FPDFPage_CountObjects',
  pageObject: 'FPDFPage_GetObject',
  countFormObjects: 'FPDFFormObj_CountObjects',
  formObject: 'FPDFFormObj_GetObject',
  objectType: 'FPDFPageObj_GetType',
  hasTransparency: 'FPDFPageObj_HasTransparency',
  objectMatrix: 'FPDFPageObj_GetMatrix',
  objectBounds: 'FPDFPageObj_GetBounds',
  countMarks: 'FPDFPageObj_CountMarks',
  mark: 'FPDFPageObj_GetMark',
  markName: 'FPDFPageObjMark_GetName',
  markBytes: 'FPDFPageObjMark_GetParamBlobValue',
  strokeColor: 'FPDFPageObj_GetStrokeColor',
  strokeWidth: 'FPDFPageObj_GetStrokeWidth',
  fillColor: 'FPDFPageObj_GetFillColor',
  drawMode: 'FPDFPath_GetDrawMode',
  countSegments: 'FPDFPath_CountSegments',
  segment: 'FPDFPath_GetPathSegment',
  segmentPoint: 'FPDFPathSegment_GetPoint',
  segmentType: 'FPDFPathSegment_GetType',
  segmentCloses: 'FPDFPathSegment_GetClose',
  clipPath: 'FPDFPageObj_GetClipPath',
  countClipPaths: 'FPDFClipPath_CountPaths',
  countClipSegments: 'FPDFClipPath_CountPathSegments',
  clipSegment: 'FPDFClipPath_GetPathSegment',
  loadTextPage: 'FPDFText_LoadPage',
  closeTextPage: 'FPDFText_ClosePage',
  countChars: 'FPDFText_CountChars',
  charUnicode: 'FPDFText_GetUnicode',
  charIsGenerated: 'FPDFText_IsGenerated',
  charIsHyphen: 'FPDFText_IsHyphen',
  charLacksUnicode: 'FPDFText_HasUnicodeMapError',
  charObject: 'FPDFText_GetTextObject',
  charMatrix: 'FPDFText_GetMatrix',
  charOrigin: 'FPDFText_GetCharOrigin',
  charTightBox: 'FPDFText_GetCharBox',
  charLooseBox: 'FPDFText_GetLooseCharBox',
  textFont: 'FPDFTextObj_GetFont',
  textFontSize: 'FPDFTextObj_GetFontSize',
  textRenderMode: 'FPDFTextObj_GetTextRenderMode',
  fontName: 'FPDFFont_GetBaseFontName',
  fontIsEmbedded: 'FPDFFont_GetIsEmbedded',
  fontGlyphWidth: 'FPDFFont_GetGlyphWidth',
  imageSize: 'FPDFImageObj_GetImagePixelSize',
  imageMetadata: 'FPDFImageObj_GetImageMetadata',
  imageBitmap: 'FPDFImageObj_GetBitmap',
  createBitmap: 'FPDFBitmap_CreateEx',
  destroyBitmap: 'FPDFBitmap_Destroy',
  fillBitmap: 'FPDFBitmap_FillRect',
  bitmapBuffer: 'FPDFBitmap_GetBuffer',
  bitmapFormat: 'FPDFBitmap_GetFormat',
  bitmapWidth: 'FPDFBitmap_GetWidth',
  bitmapHeight: 'FPDFBitmap_GetHeight',
  bitmapStride: 'FPDFBitmap_GetStride',
  renderPage: 'FPDF_RenderPageBitmap',
} as const;

/** A WebAssembly export: numbers in, a number (or, for `void`, nothing of interest) out. */
type WasmCall = (...args: number[]) => number;

/** PDFium's functions under our names. */
type PdfiumCalls = Readonly<Record<keyof typeof EXPORTS, WasmCall>>;

/** PDFium, ready for use in this thread. */
export interface Pdfium {
  readonly call: PdfiumCalls;
  /** Bytes PDFium fills with results; `SCRATCH_SIZE` of them, 8-byte aligned, kept for the life of the thread. */
  readonly scratch: number;
  /** The zero-terminated key `ActualText`, for `markBytes`. */
  readonly actualTextKey: number;
  /** The current heap, as 32-bit floats; memory may grow in any call, so fetch it again after each. */
  readonly floats: () => Float32Array;
  /** The current heap, as 64-bit floats. */
  readonly doubles: () => Float64Array;
  /** The current heap, as signed integers. */
  readonly integers: () => Int32Array;
  /** The current heap, as bytes. */
  readonly bytes: () => Uint8Array;
}

/** Size of the scratch area in bytes. */
export const SCRATCH_SIZE = 1024;

/** What FPDF_GetLastError says when a password is needed (fpdfview.h, FPDF_ERR_PASSWORD). */
export const ERROR_PASSWORD = 4;

/** The Emscripten module, as far as it is used. */
interface EmscriptenModule {
  readonly wasmExports: Readonly<Record<string, unknown>>;
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

let library: Promise<Pdfium> | undefined;

/** Starts PDFium in this thread, at most once; it takes some 30 ms and 60 MB and is never stopped. */
export function loadPdfium(): Promise<Pdfium> {
  library ??= startPdfium();
  return library;
}

/**
 * True for an error from inside WebAssembly: out of memory, a failed assertion, a stack too deep. PDFium is then in no
 * state to go on, so this thread starts it anew for the next document; what the old one held goes with it.
 */
export function isTrap(error: unknown): boolean {
  const isFromWasm = error instanceof Error && (error.name === 'RuntimeError' || error.name === 'RangeError');
  if (isFromWasm) library = undefined;
  return isFromWasm;
}

async function startPdfium(): Promise<Pdfium> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const started: unknown = await PDFiumLibrary.init();
  // The wrapper keeps its module private; it is what we came for, and `resolveCalls` checks that it is all there.
  const { module } = started as { module: EmscriptenModule };
  const call = resolveCalls(module);
  const scratch = call.allocate(SCRATCH_SIZE);
  const key = new TextEncoder().encode('ActualText\0');
  const actualTextKey = call.allocate(key.length);
  module.HEAPU8.set(key, actualTextKey);
  return {
    call,
    scratch,
    actualTextKey,
    floats: () => module.HEAPF32,
    doubles: () => module.HEAPF64,
    integers: () => module.HEAP32,
    bytes: () => module.HEAPU8,
  };
}

function resolveCalls(module: EmscriptenModule): PdfiumCalls {
  const calls: Record<string, WasmCall> = {};
  for (const [ours, theirs] of Object.entries(EXPORTS)) {
    const found = module.wasmExports[theirs];
    if (typeof found !== 'function') throw new Error(`this build of @hyzyla/pdfium exports no ${theirs}`);
    calls[ours] = found as WasmCall;
  }
  return calls as PdfiumCalls;
}
