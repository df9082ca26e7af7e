/** How sure a reading is by what speaks for it: learnt from cells whose figures are known, not reckoned. */
import { CERTAINTY_COUNTS } from './certainty-counts.js';
import type { GlyphReading } from './recogniser.js';
import type { Evidence } from './vote.js';

/** Best of several readings that are nearly as good is nobody's reading: what speaks for it says little. */
const OPEN = 0.9;
/** The share of a text by shape from which on the shape is that of a known one. */
const KNOWN = 0.6;
/** So many others of its kind that the engine read, this share of them alike, make many; more where pieces were put together. */
const ALIKE = { whole: 3, parted: 5, some: 2, share: 0.8 };
/**
 * Digits that stand further off than usual by no more than this, in shares of their height, have no room for a point between; what
 * is wide may have one glued to it, and beside a 1 that leaves least room of all.
 */
const TIGHT = { slim: 0.2, wide: 0.1, wideOne: 0.05 };
/** What was hardly ever seen is no surer than this. */
const RARE = 0.95;
/** One-sided, of 90 %. */
const Z = 1.2816;

/**
 * What speaks for the best reading of a glyph, in words; the name of a row of the table. Whether the engine read the glyph
 * itself is not told apart: what it read alike in many like it was never wrong either way.
 */
export function supportOf(evidence: Evidence, best: GlyphReading): string {
  const { shape, engine, again, alike, isWhole, isWide, room } = evidence;
  const share = shape.get(best.text) ?? 0;
  if (/^[/+]$/u.test(best.text)) return `${best.text} ${share >= 0.95 ? 'sure' : share >= 0.8 ? 'likely' : 'unlike'}`;
  const whole = isWhole ? 'whole' : 'parted';
  if (best.confidence < OPEN) return `${whole} open`;
  const isContradicted = [engine, again].some((word) => word !== undefined && word.text !== best.text);
  const own = again ?? engine;
  const reads = [...alike.engine.values()].reduce((a, b) => a + b, 0) - (own ? 1 : 0);
  const agreeing = (alike.engine.get(best.text) ?? 0) - (own?.text === best.text ? 1 : 0);
  const isAlike = agreeing >= ALIKE.share * reads;
  const isTight = room <= TIGHT[!isWide ? 'slim' : best.text === '1' ? 'wideOne' : 'wide'];
  const isSome = agreeing >= ALIKE.some && !isTight;
  const few = (alike.engine.get(best.text) ?? 0) > 0 ? 'few' : 'unread';
  const kind = !isAlike ? 'mixed' : agreeing >= ALIKE[whole] ? 'many' : isSome ? 'some' : few;
  // What a point is glued to is mostly like nothing else and wide, but not always. Where there is no room for one, how many are
  // alike tells little.
  const width = isTight ? ' tight' : isWide ? ' wide' : ' slim';
  return `${whole} ${share >= KNOWN ? 'known' : 'strange'} ${kind}${width}${isContradicted ? ' contradicted' : ''}`;
}

/** The same of a sign that size and place tell: which, and how clearly. */
export function supportOfSign({ text, confidence }: GlyphReading): string {
  return `${text} ${confidence.toFixed(2)}`;
}

/** Readings, of which the best is as sure as such ones were at the least; the others share the rest as before. */
export function withCertainty(readings: readonly GlyphReading[], support: string): readonly GlyphReading[] {
  const [best, ...others] = readings;
  if (best === undefined) return readings;
  const [right, all] = CERTAINTY_COUNTS.get(support) ?? [0, 0];
  const rare = Math.min(best.confidence, RARE, (right + 1) / (all + 2));
  const confidence = Math.max(leastShare(right, all), rare);
  const rest = others.reduce((sum, reading) => sum + reading.confidence, 0);
  const scale = rest === 0 ? 0 : Math.min(confidence, 1 - confidence) / rest;
  return [{ ...best, confidence }, ...others.map(({ text, confidence: own }) => ({ text, confidence: own * scale }))];
}

/** The share that is right at the least, where so many of all were: the lower end of Wilson's interval. */
export function leastShare(right: number, all: number): number {
  if (all === 0) return 0;
  const share = right / all;
  const spread = Z * Math.sqrt((share * (1 - share)) / all + (Z * Z) / (4 * all * all));
  return (share + (Z * Z) / (2 * all) - spread) / (1 + (Z * Z) / all);
}
