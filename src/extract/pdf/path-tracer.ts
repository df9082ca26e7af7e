/**
 * Turns drawn paths into pieces of rulings: axis-parallel strokes and thin filled rectangles. Fed with points that are
 * already page coordinates, so it serves both readers; what the pieces add up to is `joinCollinearRulings`'s business.
 */
import type { Bbox, Ruling } from '../../model/index.js';
import { fillPieces, isRectangle, THICKEST_RULE } from './filled-shapes.js';
import { coversOf, fillsBounds, type Cover } from './covered-glyphs.js';
import { gapRulings, PATTERN, WHITE, type FilledArea } from './gap-rulings.js';

/** How far a stroke may stray from its axis: in points, and as a share of its length. */
const AXIS_STRAY = 0.5;
const AXIS_SLOPE = 0.05;

/** How a path is painted. */
interface Paint {
  /** Width of the stroke in points; absent where the path is not stroked visibly. */
  readonly strokeWidth?: number;
  /** Colour of the fill, red, green and blue in one number, or `PATTERN`; absent where the path is not filled visibly. */
  readonly fill?: number;
  /** What of the page the path can touch; absent for all of it. */
  readonly clip?: Bbox | undefined;
  /** The place in the order of painting of a fill that hides all below it; absent where that is not certain. */
  readonly hidesAfter?: number | undefined;
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
  /** All pieces so far, those of gaps last. */
  finish(): Ruling[];
  /** The opaque rectangles so far. */
  readonly covers: readonly Cover[];
}

/** Makes a tracer with no pieces yet. */
export function createPathTracer(): PathTracer {
  const pieces: Ruling[] = [];
  const [points, bends]: [number[], number[]] = [[], []];
  const areas: FilledArea[] = [];
  const covers: Cover[] = [];
  const filled: (Bbox | undefined)[] = [];
  let paint: Paint = {};
  let outer: Bbox | undefined;

  const fillSubpath = (color: number): void => {
    const shape = { bounds: boundsOf(points, bends), isCurved: bends.length > 0, outer, clip: paint.clip };
    filled.push(color !== PATTERN && fillsBounds(points, shape.bounds) ? shape.bounds : undefined);
    outer = color === WHITE ? shape.bounds : fillPieces(shape, pieces);
    if (outer === shape.bounds && isRectangle(points)) areas.push({ box: outer, color });
  };
  const finishSubpath = (isClosed: boolean): void => {
    if (points.length >= 4) {
      if (paint.strokeWidth !== undefined) strokePieces(points, isClosed, paint, pieces);
      if (paint.fill !== undefined) fillSubpath(paint.fill);
    }
    bends.length = 0;
  };

  return {
    covers,
    finish: () => [...pieces, ...gapRulings(areas, THICKEST_RULE)],
    begin(next) {
      paint = next;
      outer = undefined;
      filled.length = 0;
      points.length = 0;
    },
    moveTo(x, y) {
      finishSubpath(false);
      points.length = 0;
      points.push(x, y);
    },
    lineTo: (x, y) => void points.push(x, y),
    bend: (x, y) => void bends.push(x, y),
    curveTo: (x, y) => void points.push(NaN, NaN, x, y),
    close() {
      const [x, y] = points;
      finishSubpath(true);
      points.length = 0;
      if (x !== undefined && y !== undefined) points.push(x, y);
    },
    end() {
      finishSubpath(false);
      covers.push(...coversOf(filled, paint));
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
