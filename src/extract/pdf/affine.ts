/** Plane transforms in PDF's notation: `[a b c d e f]` takes (x, y) to (a·x + c·y + e, b·x + d·y + f) (ISO 32000-2 §8.3.3). */

/** A plane transform. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Changes nothing. */
export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

/** The transform that does `inner` first, `outer` after it. */
export function compose(inner: Affine, outer: Affine): Affine {
  return [
    inner[0] * outer[0] + inner[1] * outer[2],
    inner[0] * outer[1] + inner[1] * outer[3],
    inner[2] * outer[0] + inner[3] * outer[2],
    inner[2] * outer[1] + inner[3] * outer[3],
    inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
    inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
  ];
}

/** The transform that undoes `matrix`; `undefined` where it flattens the plane. */
export function invert(matrix: Affine): Affine | undefined {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (!(Math.abs(area) > 1e-12)) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** The x a transform takes a point to. */
export function mapX(matrix: Affine, x: number, y: number): number {
  return matrix[0] * x + matrix[2] * y + matrix[4];
}

/** The y a transform takes a point to. */
export function mapY(matrix: Affine, x: number, y: number): number {
  return matrix[1] * x + matrix[3] * y + matrix[5];
}

/** Whether a transform leaves rectangles along the axes such. */
export function isAlongAxes([a, b, c, d]: Affine): boolean {
  return (b === 0 && c === 0) || (a === 0 && d === 0);
}

/** By how much a transform stretches lengths, over all directions: the square root of its area factor. */
export function scaleOf(matrix: Affine): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
}
