/**
 * Measures by how much a page lies askew: the angle at which the rows of its ink are told apart best, since rules and lines
 * of text then fall into few rows (projection profiles; W. Postl, "Detection of linear oblique structures and skew scan in
 * digitized documents", ICPR 1986).
 */
import type { GreyImage } from './grey-image.js';
import { toInk } from './to-ink.js';
import { reduceImage } from './turn-image.js';

/** Pixels per inch at which the angle is looked for. */
const COARSE_DPI = 75;
/** Angles beyond this, in degrees, are not looked for: paper lies straighter. */
const MOST_DEGREES = 4;
/** Fewer edges, a line or two, tell no angle. */
const FEWEST_POINTS = 700;
/** A page is turned only where its rows get so many times as sharp. */
const LEAST_GAIN = 1.04;
/** The golden ratio's fraction: its multiples fall evenly between whole numbers. */
const GOLDEN = 0.618034;
/** Steps of the search, in degrees, each around the best of the one before. */
const STEPS = [0.25, 0.05, 0.01];

/** The angle by which the lines of a page fall to the right, in degrees: turn it back by as much, anticlockwise. */
export function estimateSkew(image: GreyImage): number {
  const small = reduceImage(image, Math.max(1, Math.round(image.dpi / COARSE_DPI)));
  const points = edgesOf(small);
  if (points.xs.length < FEWEST_POINTS) return 0;
  let best = 0;
  let reach = MOST_DEGREES;
  for (const step of STEPS) {
    let bestScore = -1;
    const middle = best;
    const count = Math.round(reach / step);
    for (let k = -count; k <= count; k++) {
      const angle = middle + k * step;
      const score = sharpness(points, angle, small.heightPx);
      // Of angles that do as well the smallest: a page without lines stays as it is.
      if (score > bestScore * 1.000001 || (score >= bestScore && Math.abs(angle) < Math.abs(best))) {
        bestScore = score;
        best = angle;
      }
    }
    reach = step;
  }
  const gain = sharpness(points, best, small.heightPx) / sharpness(points, 0, small.heightPx);
  return gain > LEAST_GAIN ? best : 0;
}

/** Places of ink that has paper above it, in coarse pixels. */
interface Edges {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

function edgesOf(image: GreyImage): Edges {
  const ink = toInk(image);
  const { widthPx } = image;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = ink.indexOf(1, widthPx); at >= 0; at = ink.indexOf(1, at + 1)) {
    if (ink[at - widthPx] !== 0) continue;
    const y = Math.floor(at / widthPx);
    const x = at - y * widthPx;
    xs.push(x);
    // A pixel's ink may lie anywhere in it, or level angles would win.
    ys.push(y + ((x * GOLDEN) % 1));
  }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys) };
}

/** How unevenly ink falls into rows that lie at an angle: the sum of the squares of their counts. */
function sharpness({ xs, ys }: Edges, angleDeg: number, heightPx: number): number {
  const slope = Math.tan((angleDeg * Math.PI) / 180);
  const counts = new Uint32Array(2 * (heightPx + 2 * MARGIN));
  countByRows({ xs, ys }, slope, counts);
  let sum = 0;
  for (const count of counts) sum += count * count;
  return sum;
}

/** Room for rows that fall off the page, in coarse pixels. */
const MARGIN = 400;

/** A function of its own: it is what takes the time, some fifty times a page. */
function countByRows({ xs, ys }: Edges, slope: number, counts: Uint32Array): void {
  for (let k = 0; k < xs.length; k++) {
    // Rows of half a pixel, so that a small angle shows.
    const row = (2 * ((ys[k] ?? 0) - (xs[k] ?? 0) * slope + MARGIN)) | 0;
    counts[row] = (counts[row] ?? 0) + 1;
  }
}
