/** Tells sheets that show two pages side by side, by the empty strip between them. */
import type { GreyImage } from './grey-image.js';
import { toInk } from './to-ink.js';
import { cropImage, reduceImage } from './turn-image.js';

const COARSE_DPI = 75;
/** A sheet of two pages is at least this many times as wide as it is high. */
const LEAST_RATIO = 1.2;
/** The strip lies within this share of the width from the middle, and is so wide in inches. */
const MIDDLE_SHARE = 0.06;
const STRIP_INCHES = 0.2;

/** A part of a sheet. */
export interface SheetPart {
  readonly image: GreyImage;
  /** Pixels of the sheet left of it. */
  readonly leftPx: number;
}

/** The pages of a sheet, from left to right; the sheet itself where it is one page. */
export function splitSheet(image: GreyImage): readonly SheetPart[] {
  const whole = [{ image, leftPx: 0 }];
  if (image.widthPx < LEAST_RATIO * image.heightPx) return whole;
  const factor = Math.max(1, Math.round(image.dpi / COARSE_DPI));
  const small = reduceImage(image, factor);
  const ink = toInk(small);
  const { widthPx: w, heightPx: h, dpi } = small;
  const columns = new Uint32Array(w);
  for (let at = 0; at < ink.length; at++) if (ink[at] === 1) columns[at % w] = (columns[at % w] ?? 0) + 1;
  const isEmpty = (x: number): boolean => (columns[x] ?? 0) <= h * 0.002;
  const reach = Math.round(MIDDLE_SHARE * w);
  const wanted = Math.max(2, Math.round(STRIP_INCHES * dpi));
  let best: { from: number; to: number } | undefined;
  for (let x = Math.floor(w / 2) - reach, from = x; x <= Math.floor(w / 2) + reach; x++) {
    if (!isEmpty(x)) {
      from = x + 1;
      continue;
    }
    if (x + 1 - from >= wanted && x + 1 - from > (best ? best.to - best.from : 0)) best = { from, to: x + 1 };
  }
  if (!best) return whole;
  const cut = Math.round(((best.from + best.to) / 2) * factor);
  const left = columns.subarray(0, best.from).reduce((sum, count) => sum + count, 0);
  const right = columns.subarray(best.to).reduce((sum, count) => sum + count, 0);
  // Text on one side only is a narrow page on a wide one.
  if (left === 0 || right === 0) return whole;
  return [
    { image: cropImage(image, { x0: 0, y0: 0, x1: cut, y1: image.heightPx }), leftPx: 0 },
    { image: cropImage(image, { x0: cut, y0: 0, x1: image.widthPx, y1: image.heightPx }), leftPx: cut },
  ];
}
