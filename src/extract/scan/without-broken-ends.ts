/**
 * Tells rules from strokes of characters that happen to stand in a line: a rule has ink nearly all along, characters have paper
 * between them. How much of a rule is ink on this page, its long rules say.
 */
import type { Ruling } from '../../model/index.js';
import { LONG_RULE, trackOf } from './along-rule.js';
import type { GreyImage } from './grey-image.js';

/** This share of the long rules may be more broken than others; what is less broken than they by this share is none. */
const WORN_RULES = 0.1;
const LEAST_SHARE = 0.8;
/** A rule has ink where it is at least this dark, as a share of its upper quartile. */
const INKED = 0.35;
/** How thick what is looked at is on each side of a rule's middle, and how far it may have wound off its place, in points. */
const AROUND = 0.8;
const WINDING = 1.6;
/** Ends of a stretch that are not looked at, in points: ink of the rules across. */
const ACROSS = 1;
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
  const profiles = new Map<Ruling, Profile>();
  const shareOf = (ruling: Ruling, from: number, to: number): number => {
    const profile = profiles.get(ruling) ?? profileOf(image, ruling, besidePx);
    profiles.set(ruling, profile);
    // Most stretches are asked for again when ends of other rules are gone.
    const stretch = `${from}/${to}`;
    const share = profile.shares.get(stretch) ?? inkedShare(profile, from - ruling.start, to - ruling.start);
    profile.shares.set(stretch, share);
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

/** How dark a rule and what is beside it are, pixel by pixel along it, from its start. */
interface Profile {
  readonly scale: number;
  /** Pixels across, from one side to the other. */
  readonly width: number;
  /** By how much each pixel is darker than the paper; `width` of them for each pixel along the rule. */
  readonly depths: Int16Array;
  /** What is darker is ink. */
  readonly least: number;
  /** Of stretches that were looked at, by their ends: along which share of them there is ink. */
  readonly shares: Map<string, number>;
}

function profileOf(image: GreyImage, ruling: Ruling, besidePx: number): Profile {
  const { data } = image;
  const { scale, along, across, place, first, end } = trackOf(image, ruling);
  const reach = Math.round((AROUND + WINDING) * scale);
  const width = 2 * reach + 1;
  const length = Math.max(1, end - first);
  const depths = new Int16Array(length * width);
  const darkest = new Int16Array(length);
  for (let k = 0, at = first * along + place * across; k < length; k++, at += along) {
    // One side may be a character's.
    const paper = Math.max(data[at - besidePx * across] ?? 0, data[at + besidePx * across] ?? 0);
    for (let off = -reach, to = k * width; off <= reach; off++, to++) {
      const depth = paper - (data[at + off * across] ?? 0);
      depths[to] = depth;
      if (depth > (darkest[k] ?? 0)) darkest[k] = depth;
    }
  }
  return { scale, width, depths, least: INKED * (darkest.sort()[Math.floor(0.75 * length)] ?? 0), shares: new Map() };
}

/** A rule does not wind off its place within this length, in points. */
const STRAIGHT = 36;

/** The share of a stretch, in points from the start of its rule, along which there is ink in a line. */
function inkedShare({ scale, width, depths, least }: Profile, from: number, to: number): number {
  const first = Math.round((from + ACROSS) * scale);
  const end = Math.min(Math.round((to - ACROSS) * scale), depths.length / width);
  if (end <= first) return 1;
  const step = Math.round(STRAIGHT * scale);
  const thick = 2 * Math.round(AROUND * scale) + 1;
  let inked = 0;
  for (let at = first; at < end; at += step) {
    const counts = new Uint16Array(width - thick + 1);
    for (let k = at; k < Math.min(at + step, end); k++)
      for (let place = 0, dark = -1; place < counts.length; place++) {
        // The last pixel of ink not beyond this place.
        for (let off = Math.max(dark + 1, place); off < place + thick; off++)
          if ((depths[k * width + off] ?? 0) >= least) dark = off;
        if (dark >= place) counts[place] = (counts[place] ?? 0) + 1;
      }
    inked += Math.max(...counts);
  }
  return inked / (end - first);
}
