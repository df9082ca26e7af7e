/** Measures how far the rules of a page still fall: more exactly than its text tells, where it has some long ones. */
import type { Ruling } from '../../model/index.js';
import { LONG_RULE, trackOf } from './along-rule.js';
import type { GreyImage } from './grey-image.js';

/** So many long rules tell an angle that can be relied on. */
const FEWEST = 2;
/** Both ends of a rule are looked at along this share of it, and so far off its place, in points. */
const END_SHARE = 0.2;
const REACH = 2.4;

/**
 * The angle by which rules fall to the right, in degrees; 0 where there are too few, or where they do not agree which way.
 *
 * @param rulings those found in this picture
 */
export function slopeOfRules(image: GreyImage, rulings: readonly Ruling[]): number {
  const slopes = rulings
    .filter(({ start, end }) => end - start >= LONG_RULE)
    .map((ruling) => (ruling.orientation === 'horizontal' ? driftOf(image, ruling) : -driftOf(image, ruling)))
    .sort((a, b) => a - b);
  if (slopes.length < FEWEST) return 0;
  const quartile = (share: number): number => slopes[Math.floor(share * slopes.length)] ?? 0;
  if (quartile(0.25) * quartile(0.75) <= 0) return 0;
  return (Math.atan(quartile(0.5)) * 180) / Math.PI;
}

/** By how much the ink of a rule lies lower, or further right, at its end than at its start, as a share of its length. */
function driftOf(image: GreyImage, ruling: Ruling): number {
  const { data } = image;
  const { start, end } = ruling;
  const { scale, along, across, place } = trackOf(image, ruling);
  const reach = Math.round(REACH * scale);
  const middleOf = (from: number, to: number): number => {
    let sum = 0;
    let weights = 0;
    for (let at = Math.round(from * scale); at < to * scale; at++)
      for (let off = -reach; off <= reach; off++) {
        const darkness = 255 - (data[at * along + (place + off) * across] ?? 255);
        sum += off * darkness * darkness;
        weights += darkness * darkness;
      }
    return weights === 0 ? 0 : sum / weights;
  };
  const part = END_SHARE * (end - start);
  return (middleOf(end - part, end) - middleOf(start, start + part)) / ((end - start - part) * scale);
}
