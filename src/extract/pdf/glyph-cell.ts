/**
 * Computes a glyph's cell (its advance wide, an em high) on the page. Both readers place glyphs by the same functions:
 * PDFium's own loose boxes ignore the text matrix for vertical writing and grow with the ink.
 */
import type { Bbox, Glyph } from '../../model/index.js';
import type { Affine } from './affine.js';

/**
 * How high and how deep every cell reaches from its baseline, in ems: the em square of Chinese fonts. Fonts state other
 * values, but each reader takes them from another place (1.04 against 0.89 for one font of the reference documents), and
 * some fonts state nonsense. With one reach for all, glyphs of one baseline share one middle, whatever their fonts.
 */
export const ASCENT = 0.88;
/** The depth that goes with `ASCENT`, negative. */
export const DESCENT = -0.12;

/** Left, bottom, right, top of a rectangle before its transform; edges in any order. */
export type Edges = readonly [x0: number, y0: number, x1: number, y1: number];

/** The bounds, on the page, of a rectangle given in the coordinates of `matrix`. */
export function boundsOnPage(matrix: Affine, [x0, y0, x1, y1]: Edges): Bbox {
  const [a, b, c, d, e, f] = matrix;
  return {
    x0: Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e,
    top: Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f,
    x1: Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e,
    bottom: Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f,
  };
}

/** Text that runs along an axis of the page to within this many degrees is not slanted: scans are never quite straight. */
const MOST_SKEW_DEG = 4;

/** Whether text runs aslant; `(x, y)` is the direction it runs in on the page. Slanted letters of a level line do not count. */
export function runsAslant(x: number, y: number): boolean {
  const [long, short] = [Math.max(Math.abs(x), Math.abs(y)), Math.min(Math.abs(x), Math.abs(y))];
  return short > long * Math.tan((MOST_SKEW_DEG * Math.PI) / 180);
}

/** Clockwise turn of a glyph, from where its top points on the page; `(x, y)` is that direction, y down. */
export function angleOfTop(x: number, y: number): Glyph['angleDeg'] {
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 90 : 270;
  return y > 0 ? 180 : 0;
}
