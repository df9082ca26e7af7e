/**
 * Computes a glyph's cell (advance wide, ascent to descent high) on the page. Both readers place glyphs by this one
 * function: PDFium's own loose boxes ignore the text matrix for vertical writing and grow with the ink.
 */
import type { Bbox, Glyph } from '../../model/index.js';
import type { Affine } from './affine.js';

/** How high and how deep a font's glyphs reach, in ems; `descent` is negative. */
export interface FontReach {
  readonly ascent: number;
  readonly descent: number;
}

/** Reach of Chinese fonts, for fonts that state none or nonsense (0, or values of a whole line's height). */
const USUAL_REACH: FontReach = { ascent: 0.88, descent: -0.12 };

/**
 * Takes a font's stated reach where it is believable, the usual one elsewhere: also for fonts that are not embedded,
 * where each reader measures a substitute of its own.
 *
 * @param ascent - In ems, as `descent`.
 */
export function believableReach(ascent: number, descent: number, embedded: boolean): FontReach {
  if (!embedded) return USUAL_REACH;
  const down = descent > 0 ? -descent : descent;
  const height = ascent - down;
  const isBelievable = ascent >= 0.5 && ascent <= 1.2 && down >= -0.5 && height >= 0.7 && height <= 1.5;
  return isBelievable ? { ascent, descent: down } : USUAL_REACH;
}

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

/** Clockwise turn of a glyph, from where its top points on the page; `(x, y)` is that direction, y down. */
export function angleOfTop(x: number, y: number): Glyph['angleDeg'] {
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 90 : 270;
  return y > 0 ? 180 : 0;
}
