/** Adapter to `natural`'s string distances, imported by subpath: its root import costs 0.7 s and prints to stdout. */
import distance from 'natural/lib/natural/distance/index.js';

/**
 * Levenshtein is an order of magnitude dearer than Dice; it decides only between these Dice scores (below, the texts
 * have next to nothing in common; above, Dice alone is enough).
 */
const DECIDED_BELOW = 0.15;
const DECIDED_ABOVE = 0.85;

/**
 * How alike two texts are, from 0 to 1: the better of the Dice coefficient over character pairs and one less the
 * Levenshtein distance over the longer length.
 */
export function textSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const dice = a.length < 2 || b.length < 2 ? 0 : distance.DiceCoefficient(a, b);
  if (dice >= DECIDED_ABOVE) return dice;
  if (dice < DECIDED_BELOW && Math.min(a.length, b.length) > 2) return dice;
  return Math.max(dice, 1 - distance.LevenshteinDistance(a, b) / Math.max(a.length, b.length));
}
