/**
 * Tells rules from strokes of characters that happen to stand in a line: a rule has ink nearly all along, characters have paper
 * between them. How much of a rule is ink on this page, its long rules say.
 */
import type { Ruling } from '../../model/index.js';
import { LONG_RULE } from './along-rule.js';
import type { GreyImage } from './grey-image.js';
import { inkedShare, inkProfile, type InkProfile } from './ink-profile.js';

/** This share of the long rules may be more broken than others; what is less broken than they by this share is none. */
const WORN_RULES = 0.1;
const LEAST_SHARE = 0.8;
/** A rule no longer than a row is high, in points, that has less than this share of what rules have at least is a stroke and its grain. */
const ROW = { highest: 36, leastShare: 0.75 };
/** Rules this near, in points, are joined. */
const JOINS = 2;

/**
 * Rules without ends that are strokes of characters behind the last rule across, and without those that are nothing else: that
 * end in the open, as strokes do and rules seldom.
 *
 * @param besidePx how far off the paper lies that a rule is compared with
 */
export function withoutBrokenEnds(image: GreyImage, rulings: readonly Ruling[], besidePx: number): readonly Ruling[] {
  const profiles = new Map<Ruling, { readonly ink: InkProfile; readonly shares: Map<string, number> }>();
  const shareOf = (ruling: Ruling, from: number, to: number): number => {
    const known = profiles.get(ruling);
    const { ink, shares } = known ?? { ink: inkProfile(image, ruling, besidePx), shares: new Map<string, number>() };
    if (!known) profiles.set(ruling, { ink, shares });
    // Most stretches are asked for again when ends of other rules are gone.
    const stretch = `${from}/${to}`;
    const share = shares.get(stretch) ?? inkedShare(ink, from - ruling.start, to - ruling.start);
    shares.set(stretch, share);
    return share;
  };
  const shares = rulings
    .filter(({ start, end }) => end - start >= LONG_RULE)
    .map((ruling) => shareOf(ruling, ruling.start, ruling.end))
    .sort((a, b) => a - b);
  const least = LEAST_SHARE * (shares[Math.floor(WORN_RULES * shares.length)] ?? 1);
  let kept = rulings;
  for (let isChanged = true; isChanged;) {
    const all = kept;
    kept = all.flatMap((ruling) => {
      const ends = [ruling.start, ...crossingsInside(ruling, all), ruling.end];
      const isSolid = (k: number): boolean => shareOf(ruling, ends[k] ?? 0, ends[k + 1] ?? 0) >= least;
      let [first, last] = [0, ends.length - 1];
      while (first < last && !isSolid(first)) first++;
      while (last > first && !isSolid(last - 1)) last--;
      if (first === last)
        return isStrokes(ruling, all, shareOf(ruling, ruling.start, ruling.end) / least) ? [] : [ruling];
      const [start, end] = [ends[first] ?? ruling.start, ends[last] ?? ruling.end];
      return [start === ruling.start && end === ruling.end ? ruling : { ...ruling, start, end }];
    });
    isChanged = kept.length < all.length || kept.some((ruling, k) => ruling !== all[k]);
  }
  return kept;
}

/** Where long rules across meet a rule between its ends, ascending: shorter ones may be strokes themselves. */
function crossingsInside(ruling: Ruling, all: readonly Ruling[]): readonly number[] {
  const long = all.filter(({ start, end }) => end - start >= LONG_RULE);
  return crossingsOf(ruling, long)
    .filter((at) => at > ruling.start + JOINS && at < ruling.end - JOINS)
    .sort((a, b) => a - b);
}

function crossingsOf({ orientation, position }: Ruling, all: readonly Ruling[]): readonly number[] {
  return all
    .filter((other) => other.orientation !== orientation)
    .filter((other) => other.start <= position + JOINS && other.end >= position - JOINS)
    .map((other) => other.position);
}

/**
 * Whether a broken rule is strokes: it ends in the open, or is as short as a row is high and has as little ink as the one stroke of
 * a character between two rules that grain has joined to both.
 *
 * @param share of the least that rules have
 */
function isStrokes(ruling: Ruling, all: readonly Ruling[], share: number): boolean {
  const length = ruling.end - ruling.start;
  return length < LONG_RULE && (isOpen(ruling, all) || (length <= ROW.highest && share < ROW.leastShare));
}

/** Whether a rule meets none across at one of its ends. */
function isOpen(ruling: Ruling, all: readonly Ruling[]): boolean {
  const crossings = crossingsOf(ruling, all);
  return [ruling.start, ruling.end].some((end) => !crossings.some((at) => Math.abs(at - end) <= JOINS));
}
