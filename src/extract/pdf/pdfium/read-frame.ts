/** The frame of a page that PDFium has loaded. */
import { pageFrame, type PageFrame } from '../page-frame.js';
import type { Pdfium } from './pdfium-library.js';

/** Reads the crop box and the rotation of a page. */
export function readFrame({ call, scratch, floats }: Pdfium, page: number): PageFrame {
  call.pageBox(page, scratch);
  const heap = floats();
  const at = scratch >> 2;
  // FS_RECTF holds left, top, right, bottom, y up (fpdfview.h).
  const [left = 0, top = 0, right = 0, bottom = 0] = heap.subarray(at, at + 4);
  return pageFrame({ left, top, right, bottom }, 90 * call.pageRotation(page));
}
