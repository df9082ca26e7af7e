/** Where there is ink along a rule, pixel by pixel. */
import type { Ruling } from '../../model/index.js';
import { trackOf } from './along-rule.js';
import type { GreyImage } from './grey-image.js';

/** A rule has ink where it is at least this dark, as a share of its upper quartile. */
const INKED = 0.35;
/** How thick what is looked at is on each side of a rule's middle, and how far it may have wound off its place, in points. */
const AROUND = 0.8;
const WINDING = 1.6;
/** Ends of a stretch that are not looked at, in points: ink of the rules across. */
const ACROSS = 1;

/** How dark a rule and what is beside it are, pixel by pixel along it, from its start. */
export interface InkProfile {
  readonly scale: number;
  /** Pixels across, from one side to the other. */
  readonly width: number;
  /** By how much each pixel is darker than the paper; `width` of them for each pixel along the rule. */
  readonly depths: Int16Array;
  /** The upper quartile along the rule of what is darkest across it. */
  readonly usual: number;
  /** What is at least as dark is ink. */
  readonly least: number;
}

/**
 * Looks along a rule.
 *
 * @param besidePx how far off the paper lies that it is compared with
 */
export function inkProfile(image: GreyImage, ruling: Ruling, besidePx: number): InkProfile {
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
  const usual = darkest.sort()[Math.floor(0.75 * length)] ?? 0;
  return { scale, width, depths, usual, least: INKED * usual };
}

/** A rule does not wind off its place within this length, in points. */
const STRAIGHT = 36;

/** The share of a stretch, in points from the start of its rule, along which there is ink in a line. */
export function inkedShare({ scale, width, depths, least }: InkProfile, from: number, to: number): number {
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
