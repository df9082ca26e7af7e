/** Where the pixels of a rule lie: what goes along a rule goes along rows and columns alike. */
import type { Ruling } from '../../model/index.js';
import { POINTS_PER_INCH, type GreyImage } from './grey-image.js';

/** In points: rules from this length on are drawn by the form. */
export const LONG_RULE = 150;

/** A rule on a picture, in pixels. */
export interface RuleTrack {
  /** Pixels in a point. */
  readonly scale: number;
  /** By how much places in the picture's data differ from one pixel along the rule to the next, and across it. */
  readonly along: number;
  readonly across: number;
  /** The pixel across that the rule's middle lies in. */
  readonly place: number;
  /** The first pixel along it, and the one behind the last. */
  readonly first: number;
  readonly end: number;
}

/** Finds a rule on a picture. */
export function trackOf({ widthPx, dpi }: GreyImage, { orientation, position, start, end }: Ruling): RuleTrack {
  const scale = dpi / POINTS_PER_INCH;
  const [along, across] = orientation === 'horizontal' ? [1, widthPx] : [widthPx, 1];
  const first = Math.round(start * scale);
  const place = Math.floor(position * scale);
  return { scale, along, across, place, first, end: Math.max(first, Math.ceil(end * scale)) };
}
