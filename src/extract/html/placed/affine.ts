/** Places within places: maps from a box's own pixels to those of the page. */

/** Takes a point (x, y) to (a·x + c·y + e, b·x + d·y + f). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Leaves everything where it is. */
export const UNMOVED: Affine = [1, 0, 0, 1, 0, 0];

/** The map that moves by some pixels. */
export function shift(x: number, y: number): Affine {
  return [1, 0, 0, 1, x, y];
}

/** First `inner`, then `outer`. */
export function combine(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Where a point comes to lie. */
export function applied([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** By how much a map makes heights larger. */
export function heightScale([, , c, d]: Affine): number {
  return Math.hypot(c, d);
}

/**
 * The map of a style's `transform` around an origin.
 *
 * @returns `undefined` for what is not followed here
 */
export function transformOf(transform: string, origin: readonly [x: number, y: number]): Affine | undefined {
  if (transform === '' || transform === 'none') return UNMOVED;
  let map: Affine = UNMOVED;
  for (const [, name = '', list = ''] of transform.matchAll(/([\w-]+)\(([^()]*)\)/gu)) {
    const step = stepOf(name, list);
    if (step === undefined) return undefined;
    map = combine(map, step);
  }
  return combine(combine(shift(origin[0], origin[1]), map), shift(-origin[0], -origin[1]));
}

function stepOf(name: string, list: string): Affine | undefined {
  const parts = list.split(',').map((part) => part.trim());
  const numbers = parts.map((part) => (/^[-+]?[\d.]+(?:e-?\d+)?(?:px)?$/u.test(part) ? Number.parseFloat(part) : NaN));
  if (name === 'rotate') return rotation(parts[0] ?? '');
  if (numbers.some(Number.isNaN)) return undefined;
  const [first = 0, second] = numbers;
  switch (name) {
    case 'matrix': {
      const [a, b, c, d, e, f] = numbers;
      const isWhole = numbers.length === 6;
      return isWhole ? [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0] : undefined;
    }
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'scalex':
      return [first, 0, 0, 1, 0, 0];
    case 'scaley':
      return [1, 0, 0, first, 0, 0];
    case 'translate':
      return shift(first, second ?? 0);
    case 'translatex':
      return shift(first, 0);
    case 'translatey':
      return shift(0, first);
    default:
      return undefined;
  }
}

function rotation(angle: string): Affine | undefined {
  const degrees = /^([-+]?[\d.]+)deg$/u.exec(angle)?.[1] ?? (angle === '0' ? '0' : undefined);
  if (degrees === undefined) return undefined;
  const radians = (Number(degrees) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [cos, sin, -sin, cos, 0, 0];
}
