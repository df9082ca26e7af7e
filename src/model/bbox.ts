/**
 * Boxes on a page. Everything past `extract/` measures in PDF points from the top left corner of the rotated crop box,
 * y growing downwards; PDF's own bottom-left origin exists only inside `extract/`.
 */

/** An axis-parallel box in PDF points, origin at the top left of the rotated crop box, y down; `x0 <= x1`, `top <= bottom`. */
export interface Bbox {
  readonly x0: number;
  readonly top: number;
  readonly x1: number;
  readonly bottom: number;
}

/**
 * Makes a box from its left, top, right and bottom edges.
 *
 * @throws {RangeError} when the edges are not finite or are the wrong way round: a bug in the caller, never bad input.
 */
export function bbox(x0: number, top: number, x1: number, bottom: number): Bbox {
  if (!(x0 <= x1 && top <= bottom) || !Number.isFinite(x0 + top + x1 + bottom)) {
    throw new RangeError(`not a box: x0=${x0} top=${top} x1=${x1} bottom=${bottom}`);
  }
  return { x0, top, x1, bottom };
}

/** The smallest box that holds two opposite corners given in any order. */
export function bboxOfCorners(xa: number, ya: number, xb: number, yb: number): Bbox {
  return bbox(Math.min(xa, xb), Math.min(ya, yb), Math.max(xa, xb), Math.max(ya, yb));
}

/** The smallest box that holds all the given ones; `undefined` for none. */
export function unionOfBoxes(boxes: readonly Bbox[]): Bbox | undefined {
  const [first, ...rest] = boxes;
  if (first === undefined) return undefined;
  return rest.reduce(
    (all, box) =>
      bbox(
        Math.min(all.x0, box.x0),
        Math.min(all.top, box.top),
        Math.max(all.x1, box.x1),
        Math.max(all.bottom, box.bottom),
      ),
    first,
  );
}

/** The horizontal middle of a box. */
export function middleX(box: Bbox): number {
  return (box.x0 + box.x1) / 2;
}

/** The vertical middle of a box. */
export function middleY(box: Bbox): number {
  return (box.top + box.bottom) / 2;
}

/** Whether the middle of a box lies in an area, its edges included. */
export function isCentredIn(box: Bbox, area: Bbox): boolean {
  const x = middleX(box);
  const y = middleY(box);
  return x >= area.x0 && x <= area.x1 && y >= area.top && y <= area.bottom;
}
