/**
 * Puts recognised glyphs on their page. Recognition gives boxes of ink; the page model wants advance boxes as a text layer
 * has them, one size a line, so that what comes after sees no gaps inside a number and no steps inside a line.
 */
import { bbox } from '../../model/index.js';
import type { Glyph } from '../../model/index.js';
import { POINTS_PER_INCH, type GreyImage, type PixelBox } from './grey-image.js';
import type { ReadGlyph } from './recognise/recogniser.js';

/** Height of digits and capitals over the size of their font; that of Chinese characters. */
const DIGIT_HEIGHT = 0.7;
const HAN_HEIGHT = 0.9;
/** How far ink reaches below the foot of a line's advance boxes, as a share of the size. */
const DESCENT = 0.14;
/** Middles of neighbouring digits of one number are half a size apart; a space adds a quarter and more. */
const DIGIT_PITCH = 0.66;
/** Neighbours of other text nearer than this share of the size, ink to ink, have no space between them. */
const NO_SPACE = 0.5;
/** Middles of glyphs that follow on each other are at least this share of the size apart. */
const LEAST_PITCH = 0.25;
/** A glyph lower than this share of its line's is small: a note mark, or a stop. */
const SMALL_SHARE = 0.78;

const TALL = /[\p{Nd}\p{Lu}\p{Script=Han}]/u;
const HAN = /\p{Script=Han}/u;
const DIGIT = /\p{Nd}/u;

/**
 * Places one line of glyphs.
 *
 * @param glyphs in their order
 * @param cut the cutting that was read, on its page
 */
export function placeGlyphs(
  glyphs: readonly ReadGlyph[],
  cut: { readonly box: PixelBox; readonly image: GreyImage; readonly isCut: boolean },
): readonly Glyph[] {
  const scale = POINTS_PER_INCH / cut.image.dpi;
  const found = glyphs.flatMap((glyph) => {
    const text = glyph.readings[0]?.text ?? '';
    return text.trim() === '' ? [] : [{ glyph, text, ink: onPage(glyph.box, cut.box, scale) }];
  });
  const size = lineSize(found);
  const inked = inOrder(found, LEAST_PITCH * size);
  const foot = lineFoot(inked);
  return inked.map(({ glyph, text, ink }, at): Glyph => {
    const before = inked[at - 1];
    const after = inked[at + 1];
    const own = ownSize(text, ink, size, foot);
    const bottom = (own === size ? foot : ink.y1) + DESCENT * own;
    const advance = Math.max(ink.x1 - ink.x0, HAN.test(text) ? 0.95 * own : 0.5 * own);
    const middle = (ink.x0 + ink.x1) / 2;
    const x0 = before && isNext(before, { text, ink }, size) ? (before.ink.x1 + ink.x0) / 2 : middle - advance / 2;
    const x1 = after && isNext({ text, ink }, after, size) ? (ink.x1 + after.ink.x0) / 2 : middle + advance / 2;
    return {
      text,
      box: bbox(Math.min(x0, ink.x0), bottom - own, Math.max(x1, ink.x1), bottom),
      fontSize: own,
      font: 0,
      angleDeg: 0,
      isVisible: true,
      readings: cut.isCut ? glyph.readings.map(halved) : glyph.readings,
    };
  });
}

interface Inked {
  readonly text: string;
  readonly ink: PixelBox;
}

/** A box of a cutting in points on the page. */
function onPage(box: PixelBox, cut: PixelBox, scale: number): PixelBox {
  return {
    x0: (box.x0 + cut.x0) * scale,
    y0: (box.y0 + cut.y0) * scale,
    x1: (box.x1 + cut.x0) * scale,
    y1: (box.y1 + cut.y0) * scale,
  };
}

/**
 * Moves glyphs whose boxes contradict the order in which they were read, as little as puts them in it: the recogniser is
 * surer of the order than of the places (isotonic regression of the middles, by pooling neighbours).
 */
function inOrder<T extends Inked>(line: readonly T[], pitch: number): readonly T[] {
  const middles = line.map(({ ink }, k) => (ink.x0 + ink.x1) / 2 - k * pitch);
  const pools: { sum: number; count: number }[] = [];
  for (const middle of middles) {
    pools.push({ sum: middle, count: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before; last = pools.at(-1), before = pools.at(-2)) {
      if (before.sum / before.count <= last.sum / last.count) break;
      pools.pop();
      before.sum += last.sum;
      before.count += last.count;
    }
  }
  const ordered = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
  return line.map((glyph, k) => {
    const shift = (ordered[k] ?? 0) - (middles[k] ?? 0);
    if (shift === 0) return glyph;
    return { ...glyph, ink: { ...glyph.ink, x0: glyph.ink.x0 + shift, x1: glyph.ink.x1 + shift } };
  });
}

/** Of a cutting at whose edge a stroke was cut nothing is sure. */
function halved<T extends { readonly confidence: number }>(reading: T): T {
  return { ...reading, confidence: reading.confidence / 2 };
}

function sizeOf({ text, ink }: Inked): number {
  const height = ink.y1 - ink.y0;
  return HAN.test(text) ? Math.max(height, ink.x1 - ink.x0) / HAN_HEIGHT : height / DIGIT_HEIGHT;
}

function lineSize(line: readonly Inked[]): number {
  const sizes = line
    .filter(({ text }) => TALL.test(text))
    .map(sizeOf)
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length * 0.6)] ?? 9;
}

/** The foot of most of a line's glyphs. */
function lineFoot(line: readonly Inked[]): number {
  const tall = line.filter(({ text }) => TALL.test(text));
  const feet = (tall.length > 0 ? tall : line).map(({ ink }) => ink.y1).sort((a, b) => a - b);
  return feet[feet.length >> 1] ?? 0;
}

/** The size of a glyph: its line's, unless it is a small raised digit. */
function ownSize(text: string, ink: PixelBox, size: number, foot: number): number {
  if (!DIGIT.test(text)) return size;
  const own = sizeOf({ text, ink });
  return own < SMALL_SHARE * size && ink.y1 < foot - 0.15 * size ? own : size;
}

function isNext(one: Inked, other: Inked, size: number): boolean {
  const isNumber = DIGIT.test(one.text) && DIGIT.test(other.text);
  if (!isNumber) return other.ink.x0 - one.ink.x1 < NO_SPACE * size;
  return (other.ink.x0 + other.ink.x1 - one.ink.x0 - one.ink.x1) / 2 < DIGIT_PITCH * size;
}
