/** Tells rules by how dark they are: short ones that are much paler than the long ones of their page are rims of stamps or shine through. */
import type { Ruling } from '../../model/index.js';
import { LONG_RULE, trackOf } from './along-rule.js';
import type { GreyImage } from './grey-image.js';

/** In points: shorter rules may be strokes. */
const SHORT = 72;
/** A short rule is at least this dark, as a share of the long ones; the rim of a stamp has a quarter. */
const LEAST_SHARE = 0.35;
/** A rule is looked for so far around its place, in points: it may lie askew, or wind. */
const AROUND = 0.8;

/**
 * The rules that are not much paler than the long ones.
 *
 * @param besidePx how far off the paper lies that a rule is compared with
 */
export function withoutPaleRules(image: GreyImage, rulings: readonly Ruling[], besidePx: number): readonly Ruling[] {
  const depthOf = (ruling: Ruling): number => median(depthsAlong(image, ruling, besidePx));
  const usual = median(Int16Array.from(rulings.filter(({ start, end }) => end - start >= LONG_RULE).map(depthOf)));
  return rulings.filter((ruling) => ruling.end - ruling.start >= SHORT || depthOf(ruling) >= LEAST_SHARE * usual);
}

/** By how much a rule is darker than the paper beside it, pixel by pixel from its start. */
function depthsAlong(image: GreyImage, ruling: Ruling, besidePx: number): Int16Array {
  const { data } = image;
  const { scale, along, across, place, first, end } = trackOf(image, ruling);
  const around = Math.round(AROUND * scale);
  const depths = new Int16Array(end - first);
  for (let k = 0; k < depths.length; k++) {
    let [depth, before] = [0, 0];
    for (let off = place - around; off <= place + around; off++) {
      const own = (first + k) * along + off * across;
      const paper = Math.min(data[own - besidePx * across] ?? 0, data[own + besidePx * across] ?? 0);
      const here = Math.max(0, paper - (data[own] ?? 0));
      // A rule may lie between two pixels, and leave half of its ink in each.
      depth = Math.max(depth, before + here);
      before = here;
    }
    depths[k] = depth;
  }
  return depths;
}

function median(values: Int16Array): number {
  return values.slice().sort()[values.length >> 1] ?? 0;
}
