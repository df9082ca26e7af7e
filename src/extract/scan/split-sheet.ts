/** Tells sheets that show several pages, side by side or in a stack, by the empty strips between them. */
import { findRidges } from './find-rules.js';
import { POINTS_PER_INCH, type GreyImage } from './grey-image.js';
import { toInk } from './to-ink.js';
import { cropImage, reduceImage } from './turn-image.js';

const COARSE_DPI = 75;
/** A sheet of two pages is at least this many times as wide as it is high. */
const LEAST_RATIO = 1.2;
/** A stack of pages is at least this many times as high as it is wide, and each page so many times. */
const STACK_RATIO = 2.1;
const PAGE_RATIO = Math.SQRT2;
/** The strip lies within this share of the width from the middle, or of a page's height from its foot, and is so wide in inches. */
const MIDDLE_SHARE = 0.06;
const FOOT_SHARE = 0.15;
const STRIP_INCHES = 0.2;
/** A line of pixels with no more than this share of ink is empty. */
const DUST_SHARE = 0.002;

/** A part of a sheet. */
export interface SheetPart {
  readonly image: GreyImage;
  /** Pixels of the sheet left of it, and above it. */
  readonly leftPx: number;
  readonly topPx: number;
}

/** The pages of a sheet, from left to right or from the top; the sheet itself where it is one page. */
export function splitSheet(image: GreyImage): readonly SheetPart[] {
  const { widthPx, heightPx } = image;
  if (heightPx > STACK_RATIO * widthPx) return splitStack(image);
  const whole = [{ image, leftPx: 0, topPx: 0 }];
  if (widthPx < LEAST_RATIO * heightPx) return whole;
  const { columns, isEmptyColumn, scale, dpi } = inkOf(image);
  const middle = Math.floor(columns.length / 2);
  const reach = Math.round(MIDDLE_SHARE * columns.length);
  const strip = widestStrip(isEmptyColumn, middle - reach, middle + reach, dpi);
  if (!strip) return whole;
  const cut = Math.round(((strip.from + strip.to) / 2) * scale);
  const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);
  // Text on one side only is a narrow page on a wide one.
  if (sum(columns.subarray(0, strip.from)) === 0 || sum(columns.subarray(strip.to)) === 0) return whole;
  return [
    { image: cropImage(image, { x0: 0, y0: 0, x1: cut, y1: heightPx }), leftPx: 0, topPx: 0 },
    { image: cropImage(image, { x0: cut, y0: 0, x1: widthPx, y1: heightPx }), leftPx: cut, topPx: 0 },
  ];
}

/** The pages of a stack: parted in the widest empty strip near the foot of each; not where there is none. */
function splitStack(image: GreyImage): readonly SheetPart[] {
  const { widthPx, heightPx } = image;
  const { rows, isEmptyRow, scale, dpi } = inkOf(image);
  // Thin or pale rules are no ink when they are looked at coarsely.
  const upright = findRidges(image, 'vertical');
  const isRuled = (row: number): boolean => {
    const y = (row * POINTS_PER_INCH) / dpi;
    return upright.some(({ start, end }) => start < y && end > y);
  };
  const count = Math.round(heightPx / (PAGE_RATIO * widthPx));
  const reach = Math.round((FOOT_SHARE * rows.length) / count);
  const cuts = Array.from({ length: count - 1 }, (_, k) => Math.round(((k + 1) * rows.length) / count)).flatMap(
    (foot) => {
      const strip = widestStrip((y) => isEmptyRow(y) && !isRuled(y), foot - reach, foot + reach, dpi);
      return strip ? [Math.round(((strip.from + strip.to) / 2) * scale)] : [];
    },
  );
  return [0, ...cuts].map((topPx, k) => {
    const bottom = cuts[k] ?? heightPx;
    return { image: cropImage(image, { x0: 0, y0: topPx, x1: widthPx, y1: bottom }), leftPx: 0, topPx };
  });
}

/** How much ink the columns and rows of a picture have, looked at coarsely. */
function inkOf(image: GreyImage): {
  readonly columns: Uint32Array;
  readonly rows: Uint32Array;
  readonly isEmptyColumn: (x: number) => boolean;
  readonly isEmptyRow: (y: number) => boolean;
  /** Pixels of the picture in one of those that were looked at; and how fine these are. */
  readonly scale: number;
  readonly dpi: number;
} {
  const scale = Math.max(1, Math.round(image.dpi / COARSE_DPI));
  const small = reduceImage(image, scale);
  const { widthPx, heightPx, dpi } = small;
  const columns = new Uint32Array(widthPx);
  const rows = new Uint32Array(heightPx);
  for (const [at, isInk] of toInk(small).entries()) {
    if (isInk !== 1) continue;
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    columns[x] = (columns[x] ?? 0) + 1;
    rows[y] = (rows[y] ?? 0) + 1;
  }
  return {
    columns,
    rows,
    isEmptyColumn: (x) => (columns[x] ?? 0) <= heightPx * DUST_SHARE,
    isEmptyRow: (y) => (rows[y] ?? 0) <= widthPx * DUST_SHARE,
    scale,
    dpi,
  };
}

/** The widest run of empty lines between two places, if one is wide enough. */
function widestStrip(
  isEmpty: (at: number) => boolean,
  first: number,
  last: number,
  dpi: number,
): { readonly from: number; readonly to: number } | undefined {
  const wanted = Math.max(2, Math.round(STRIP_INCHES * dpi));
  let best: { from: number; to: number } | undefined;
  for (let at = first, from = first; at <= last; at++) {
    if (!isEmpty(at)) {
      from = at + 1;
      continue;
    }
    if (at + 1 - from >= wanted && at + 1 - from > (best ? best.to - best.from : 0)) best = { from, to: at + 1 };
  }
  return best;
}
