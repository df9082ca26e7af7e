/** Leaves out short rules that are much paler than the long ones of their page: rims of stamps, what shines through. */
import type { Ruling } from '../../model/index.js';
import type { GreyImage } from './grey-image.js';

/** In points: rules from the one length on are drawn by the form; shorter ones than the other may be strokes. */
const LONG = 150;
const SHORT = 72;
/** A short rule is at least this dark, as a share of the long ones; the rim of a stamp has a quarter. */
const LEAST_SHARE = 0.35;
/** A rule is looked for in so many pixels around its place: it may lie askew by one. */
const AROUND = 1;
const POINTS_PER_INCH = 72;

/**
 * The rules that are none of these.
 *
 * @param besidePx how far off the paper lies that a rule is compared with
 */
export function withoutPaleRules(image: GreyImage, rulings: readonly Ruling[], besidePx: number): readonly Ruling[] {
  const long = rulings.filter(({ start, end }) => end - start >= LONG);
  const usual = median(long.map((ruling) => depthOf(image, ruling, besidePx)));
  return rulings.filter(
    (ruling) => ruling.end - ruling.start >= SHORT || depthOf(image, ruling, besidePx) >= LEAST_SHARE * usual,
  );
}

/** By how much a rule is darker than the paper beside it, in the middle of all its pixels. */
function depthOf({ widthPx, dpi, data }: GreyImage, ruling: Ruling, besidePx: number): number {
  const scale = dpi / POINTS_PER_INCH;
  const [along, across] = ruling.orientation === 'horizontal' ? [1, widthPx] : [widthPx, 1];
  const place = Math.floor(ruling.position * scale);
  const depths: number[] = [];
  for (let at = Math.ceil(ruling.start * scale); at < ruling.end * scale; at++) {
    let depth = 0;
    for (let k = place - AROUND; k <= place + AROUND; k++) {
      const own = at * along + k * across;
      const paper = Math.min(data[own - besidePx * across] ?? 0, data[own + besidePx * across] ?? 0);
      depth = Math.max(depth, paper - (data[own] ?? 0));
    }
    depths.push(depth);
  }
  return median(depths);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
