/** Follows the path buffers of `constructPath`. */
import { mapX, mapY, type Affine } from '../affine.js';
import type { PageDraft } from '../page-draft.js';
import { DRAW, OperatorShapeError } from './operator-shapes.js';

/** Path-painting operators, by pdf.js's names. */
const STROKING: ReadonlySet<string> = new Set([
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);
const FILLING: ReadonlySet<string> = new Set([
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);
/** How far a clip rectangle's edges may lean, in points. */
const UPRIGHT = 0.1;

/** Whether a painting operator strokes, and whether it fills. */
export function paintingOf(
  paintedBy: number,
  operators: Readonly<Record<string, number>>,
): { readonly strokes: boolean; readonly fills: boolean } {
  const isAmong = (names: ReadonlySet<string>): boolean => [...names].some((name) => operators[name] === paintedBy);
  return { strokes: isAmong(STROKING), fills: isAmong(FILLING) };
}

/** Feeds a path to the tracer, whose `begin` has been called. */
export function tracePath(buffer: Float32Array, toPage: Affine, { tracer }: PageDraft): void {
  let at = 0;
  while (at < buffer.length) {
    const opcode = buffer[at] ?? -1;
    const points = pointsOf(opcode);
    const end = at + 1 + 2 * points;
    if (points === 0) tracer.close();
    for (let point = at + 1; point < end; point += 2) {
      const x = buffer[point] ?? NaN;
      const y = buffer[point + 1] ?? NaN;
      const pageX = mapX(toPage, x, y);
      const pageY = mapY(toPage, x, y);
      if (opcode === DRAW.moveTo) tracer.moveTo(pageX, pageY);
      else if (opcode === DRAW.lineTo) tracer.lineTo(pageX, pageY);
      else if (point === end - 2) tracer.curveTo(pageX, pageY);
      else tracer.bend(pageX, pageY);
    }
    at = end;
  }
  tracer.end();
}

/** True for a path of one rectangle whose sides are parallel to the page's. */
export function isUprightRectangle(buffer: Float32Array, toPage: Affine): boolean {
  let at = 0;
  let corners = 0;
  let lastX = NaN;
  let lastY = NaN;
  while (at < buffer.length) {
    const opcode = buffer[at] ?? -1;
    // Of a rectangle without width or height pdf.js keeps two corners; three are a triangle's.
    if (opcode === DRAW.closePath) return at === buffer.length - 1 && corners >= 2 && corners !== 3;
    if (opcode !== DRAW.moveTo && opcode !== DRAW.lineTo) return false;
    if (opcode === DRAW.moveTo && corners > 0) return false;
    const x = mapX(toPage, buffer[at + 1] ?? NaN, buffer[at + 2] ?? NaN);
    const y = mapY(toPage, buffer[at + 1] ?? NaN, buffer[at + 2] ?? NaN);
    if (corners > 0 && Math.min(Math.abs(x - lastX), Math.abs(y - lastY)) > UPRIGHT) return false;
    lastX = x;
    lastY = y;
    corners += 1;
    if (corners > 5) return false;
    at += 3;
  }
  return corners >= 4;
}

function pointsOf(opcode: number): number {
  switch (opcode) {
    case DRAW.moveTo:
    case DRAW.lineTo:
      return 1;
    case DRAW.curveTo:
      return 3;
    case DRAW.quadraticCurveTo:
      return 2;
    case DRAW.closePath:
      return 0;
    default:
      throw new OperatorShapeError('constructPath', `opcode ${opcode}`);
  }
}
