/**
 * Turns drawn paths into pieces of rulings: axis-parallel strokes and thin filled rectangles. Fed with points that are
 * already page coordinates, so it serves both readers; what the pieces add up to is `joinCollinearRulings`'s business.
 */
import type { Bbox, Ruling } from '../../model/index.js';

/** A filled shape no thicker than this, in points, is a rule; the thickest table border seen is 2.25 pt (3 px in a browser). */
export const THICKEST_RULE = 2.5;
/** How far a stroke may stray from its axis: in points, and as a share of its length. */
const AXIS_STRAY = 0.5;
const AXIS_SLOPE = 0.05;
/** Squares up to this elongation may be dots of either a horizontal or a vertical row. */
const SQUARE_ELONGATION = 1.6;

/** How a path is painted. */
export interface Paint {
  /** Width of the stroke in points; absent where the path is not stroked visibly. */
  readonly strokeWidth?: number;
  readonly isFilled: boolean;
  /** What of the page the path can touch; absent for all of it. */
  readonly clip?: Bbox | undefined;
}

/** Follows a path point by point. Call `begin`, then the path's segments, then `end`. */
export interface PathTracer {
  begin(paint: Paint): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  /** A point that bends the curve to come: the curve lies within its ends and such points. */
  bend(x: number, y: number): void;
  /** Ends a curve. */
  curveTo(x: number, y: number): void;
  close(): void;
  end(): void;
  /** All pieces so far, in drawing order. */
  readonly pieces: Ruling[];
}

/** Makes a tracer with no pieces yet. */
export function createPathTracer(): PathTracer {
  const pieces: Ruling[] = [];
  const points: number[] = [];
  let paint: Paint = { isFilled: false };
  const bends: number[] = [];
  let outer: Bbox | undefined;

  const finishSubpath = (isClosed: boolean): void => {
    if (points.length >= 4) {
      if (paint.strokeWidth !== undefined) strokePieces(points, isClosed, paint, pieces);
      if (paint.isFilled) {
        const bounds = boundsOf(points, bends);
        outer = fillPieces(bounds, { isCurved: bends.length > 0, outer, clip: paint.clip }, pieces);
      }
    }
    bends.length = 0;
  };

  return {
    pieces,
    begin(next) {
      paint = next;
      outer = undefined;
      points.length = 0;
    },
    moveTo(x, y) {
      finishSubpath(false);
      points.length = 0;
      points.push(x, y);
    },
    lineTo(x, y) {
      points.push(x, y);
    },
    bend(x, y) {
      bends.push(x, y);
    },
    curveTo(x, y) {
      points.push(NaN, NaN, x, y);
    },
    close() {
      const [x, y] = points;
      finishSubpath(true);
      points.length = 0;
      if (x !== undefined && y !== undefined) points.push(x, y);
    },
    end() {
      finishSubpath(false);
      points.length = 0;
    },
  };
}

/** The bounds of a subpath; the `NaN` pairs that mark curves among its points are skipped. */
function boundsOf(points: readonly number[], bends: readonly number[]): Bbox {
  let x0 = Infinity;
  let top = Infinity;
  let x1 = -Infinity;
  let bottom = -Infinity;
  for (const coordinates of [points, bends]) {
    for (let i = 0; i < coordinates.length; i += 2) {
      const x = coordinates[i] ?? NaN;
      const y = coordinates[i + 1] ?? NaN;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { x0, top, x1, bottom };
}

/** Appends a piece for each axis-parallel segment of a stroked subpath. */
function strokePieces(points: readonly number[], isClosed: boolean, paint: Paint, pieces: Ruling[]): void {
  const count = points.length / 2;
  const segments = isClosed ? count : count - 1;
  for (let i = 0; i < segments; i += 1) {
    const j = (i + 1) % count;
    const x0 = points[2 * i] ?? NaN;
    const y0 = points[2 * i + 1] ?? NaN;
    const x1 = points[2 * j] ?? NaN;
    const y1 = points[2 * j + 1] ?? NaN;
    const alongX = Math.abs(x1 - x0);
    const alongY = Math.abs(y1 - y0);
    const thickness = paint.strokeWidth ?? 0;
    if (alongY <= Math.min(AXIS_STRAY, AXIS_SLOPE * alongX)) {
      push(pieces, paint.clip, {
        orientation: 'horizontal',
        position: (y0 + y1) / 2,
        start: Math.min(x0, x1),
        end: Math.max(x0, x1),
        thickness,
        source: 'stroke',
      });
    } else if (alongX <= Math.min(AXIS_STRAY, AXIS_SLOPE * alongY)) {
      push(pieces, paint.clip, {
        orientation: 'vertical',
        position: (x0 + x1) / 2,
        start: Math.min(y0, y1),
        end: Math.max(y0, y1),
        thickness,
        source: 'stroke',
      });
    }
  }
}

/** What decides whether a filled subpath draws a rule. */
interface FillContext {
  readonly isCurved: boolean;
  /** The last filled rectangle of the same path that was too large for a rule. */
  readonly outer: Bbox | undefined;
  readonly clip: Bbox | undefined;
}

/**
 * Appends the pieces of one filled subpath: itself when thin, or the four sides of the frame it leaves of the subpath
 * before it (browsers fill a cell's border as a rectangle with a smaller one cut out).
 *
 * @returns The subpath's bounds when it may be such an outer rectangle.
 */
function fillPieces(bounds: Bbox, context: FillContext, pieces: Ruling[]): Bbox | undefined {
  const { clip, outer, isCurved } = context;
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
  if (outer !== undefined && isFrame(outer, bounds)) {
    const { x0, top, x1, bottom } = outer;
    for (const side of [
      { x0, top, x1, bottom: bounds.top },
      { x0, top: bounds.bottom, x1, bottom },
      { x0, top, x1: bounds.x0, bottom },
      { x0: bounds.x1, top, x1, bottom },
    ]) {
      const visible = clip === undefined ? side : intersection(side, clip);
      const isDrawn = visible !== undefined && visible.x1 - visible.x0 > 0.01 && visible.bottom - visible.top > 0.01;
      if (isDrawn) pushRectangle(pieces, visible);
    }
    return undefined;
  }
  return bounds;
}

/** True where the inner box leaves a rule's thickness of the outer one on every side, and something on one at least. */
function isFrame(outer: Bbox, inner: Bbox): boolean {
  const margins = [inner.x0 - outer.x0, inner.top - outer.top, outer.x1 - inner.x1, outer.bottom - inner.bottom];
  return (
    margins.every((margin) => margin >= -0.01 && margin <= THICKEST_RULE) && margins.some((margin) => margin > 0.01)
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

/** Appends a stroke's piece, cut to what the clip leaves of it. */
function push(pieces: Ruling[], clip: Bbox | undefined, piece: Ruling): void {
  if (clip === undefined) {
    pieces.push(piece);
    return;
  }
  const isHorizontal = piece.orientation === 'horizontal';
  const reach = piece.thickness / 2 + 0.1;
  const across = isHorizontal ? [clip.top, clip.bottom] : [clip.x0, clip.x1];
  const along = isHorizontal ? [clip.x0, clip.x1] : [clip.top, clip.bottom];
  if (piece.position + reach < (across[0] ?? 0) || piece.position - reach > (across[1] ?? 0)) return;
  const start = Math.max(piece.start, along[0] ?? 0);
  const end = Math.min(piece.end, along[1] ?? 0);
  if (start <= end) pieces.push({ ...piece, start, end });
}

/** What two boxes share; `undefined` where they do not touch. */
export function intersection(a: Bbox, b: Bbox): Bbox | undefined {
  const x0 = Math.max(a.x0, b.x0);
  const top = Math.max(a.top, b.top);
  const x1 = Math.min(a.x1, b.x1);
  const bottom = Math.min(a.bottom, b.bottom);
  return x0 <= x1 && top <= bottom ? { x0, top, x1, bottom } : undefined;
}
