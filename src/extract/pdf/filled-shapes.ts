/** Finds rules in filled shapes: thin ones, and what a frame leaves between a rectangle and the one cut out of it. */
import type { Bbox, Ruling } from '../../model/index.js';

/** A filled shape no thicker than this, in points, is a rule; the thickest table border seen is 2.25 pt (3 px in a browser). */
export const THICKEST_RULE = 2.5;
/** Squares up to this elongation may be dots of either a horizontal or a vertical row. */
const SQUARE_ELONGATION = 1.6;
/** Less than this, in points, is rounding. */
const NOTHING = 0.01;

/** A filled subpath and what decides whether it draws a rule. */
export interface FilledShape {
  readonly bounds: Bbox;
  readonly isCurved: boolean;
  /** The last filled shape of the same path that was too large for a rule. */
  readonly outer: Bbox | undefined;
  readonly clip: Bbox | undefined;
}

/**
 * Appends the pieces of one filled subpath: itself when thin, or the four sides of the frame it leaves of the subpath
 * before it (browsers fill a cell's border as a rectangle with a smaller one cut out).
 *
 * @returns The shape in which the next subpath may be such a cut: the same bounds where this one is large and whole.
 */
export function fillPieces({ bounds, isCurved, outer, clip }: FilledShape, pieces: Ruling[]): Bbox | undefined {
  const width = bounds.x1 - bounds.x0;
  const height = bounds.bottom - bounds.top;
  if (!(width >= 0 && height >= 0)) return outer;
  if (isCurved && Math.max(width, height) > THICKEST_RULE) return outer;
  const seen = clip === undefined ? bounds : intersection(bounds, clip);
  if (seen === undefined) return outer;
  if (Math.min(seen.x1 - seen.x0, seen.bottom - seen.top) <= THICKEST_RULE) {
    pushRectangle(pieces, seen);
    return outer;
  }
  if (outer === undefined || !isFrame(outer, bounds)) return bounds;
  for (const side of sidesOf(outer, bounds)) {
    const visible = clip === undefined ? side : intersection(side, clip);
    const isDrawn =
      visible !== undefined && visible.x1 - visible.x0 > NOTHING && visible.bottom - visible.top > NOTHING;
    if (isDrawn) pushRectangle(pieces, visible);
  }
  return undefined;
}

/** What a box leaves of the one around it: top, bottom, left, right. */
function sidesOf({ x0, top, x1, bottom }: Bbox, inner: Bbox): Bbox[] {
  return [
    { x0, top, x1, bottom: inner.top },
    { x0, top: inner.bottom, x1, bottom },
    { x0, top, x1: inner.x0, bottom },
    { x0: inner.x1, top, x1, bottom },
  ];
}

/** True for the corners of an axis-parallel rectangle, in order. */
export function isRectangle(points: readonly number[]): boolean {
  if (points.length !== 8 && points.length !== 10) return false;
  for (let i = 2; i < points.length; i += 2) {
    const alongX = Math.abs((points[i] ?? NaN) - (points[i - 2] ?? NaN));
    const alongY = Math.abs((points[i + 1] ?? NaN) - (points[i - 1] ?? NaN));
    if (!(Math.min(alongX, alongY) <= NOTHING)) return false;
  }
  return true;
}

/** True where the inner box leaves a rule's thickness of the outer one on every side, and something on one at least. */
function isFrame(outer: Bbox, inner: Bbox): boolean {
  const margins = [inner.x0 - outer.x0, inner.top - outer.top, outer.x1 - inner.x1, outer.bottom - inner.bottom];
  return (
    margins.every((margin) => margin >= -NOTHING && margin <= THICKEST_RULE) &&
    margins.some((margin) => margin > NOTHING)
  );
}

/** Appends a thin rectangle as a piece along its longer side, or as one for each side where it is about square. */
function pushRectangle(pieces: Ruling[], box: Bbox): void {
  const width = box.x1 - box.x0;
  const height = box.bottom - box.top;
  if (height <= THICKEST_RULE && width * SQUARE_ELONGATION >= height) {
    pieces.push({
      orientation: 'horizontal',
      position: (box.top + box.bottom) / 2,
      start: box.x0,
      end: box.x1,
      thickness: height,
      source: 'fill',
    });
  }
  if (width <= THICKEST_RULE && height * SQUARE_ELONGATION >= width) {
    pieces.push({
      orientation: 'vertical',
      position: (box.x0 + box.x1) / 2,
      start: box.top,
      end: box.bottom,
      thickness: width,
      source: 'fill',
    });
  }
}

/** What two boxes share; `undefined` where they do not touch. */
export function intersection(a: Bbox, b: Bbox): Bbox | undefined {
  const x0 = Math.max(a.x0, b.x0);
  const top = Math.max(a.top, b.top);
  const x1 = Math.min(a.x1, b.x1);
  const bottom = Math.min(a.bottom, b.bottom);
  return x0 <= x1 && top <= bottom ? { x0, top, x1, bottom } : undefined;
}
