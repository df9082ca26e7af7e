/**
 * Holds the digits of a text layer against the shapes that its page shows: a font whose table of characters is wrong says other
 * digits than it draws, and both readers of the text layer believe it.
 */
import type { Glyph, PositionedPage } from '../../model/index.js';
import { POINTS_PER_INCH, type GreyImage } from './grey-image.js';
import { findComponents } from './recognise/components.js';
import { glyphOf } from './recognise/own-pixels.js';
import { shapeFeatures } from './recognise/shape-features.js';
import { classifyShape, SHAPE_CLASSES } from './recognise/shape-network.js';
import { toInk } from './to-ink.js';
import { cropImage } from './turn-image.js';

const DIGIT = /^\d$/u;
/** So many of each digit of a font are looked at, spread over the page. */
const SAMPLES = 7;
/** A shape is known for a digit with this share; what is no digit for sure says nothing. */
const KNOWN = 0.9;
/** So many of a digit must look like one other digit; where there are fewer, all of them. */
const FEWEST_ALIKE = 3;
/** Of those whose shape is known, at least this share. */
const ALIKE_SHARE = 0.75;
/** Ink lower than this, as a share of the font's size, is no digit. */
const LOWEST = 0.35;

/**
 * The digits of a page that look like others.
 *
 * @param image the page as it is drawn
 * @returns each as `says>shows`, once for all fonts, ascending
 */
export function digitsShownOtherwise(page: PositionedPage, image: GreyImage): readonly string[] {
  const groups = new Map<string, Glyph[]>();
  for (const glyph of page.glyphs) {
    if (!DIGIT.test(glyph.text) || !glyph.isVisible || glyph.angleDeg !== 0 || glyph.isSlanted) continue;
    const key = `${glyph.font}/${glyph.text}`;
    const group = groups.get(key);
    if (group) group.push(glyph);
    else groups.set(key, [glyph]);
  }
  const found = [...groups.values()].flatMap((glyphs) => {
    const said = glyphs[0]?.text ?? '';
    const shown = shownFor(glyphs, image);
    return shown === undefined || shown === said ? [] : [`${said}>${shown}`];
  });
  return [...new Set(found)].sort();
}

/** The digit that most of some glyphs look like, where that is clear. */
function shownFor(glyphs: readonly Glyph[], image: GreyImage): string | undefined {
  const step = Math.max(1, glyphs.length / SAMPLES);
  const counts = new Map<string, number>();
  let known = 0;
  for (let at = 0; at < glyphs.length; at += step) {
    const glyph = glyphs[Math.floor(at)];
    const digit = glyph && digitOf(glyph, image);
    if (digit === undefined) continue;
    known++;
    counts.set(digit, (counts.get(digit) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (best === undefined) return undefined;
  const [digit, count] = best;
  return count >= Math.min(FEWEST_ALIKE, glyphs.length) && count >= ALIKE_SHARE * known ? digit : undefined;
}

/** The digit that the largest piece of ink in a glyph's cell looks like; nothing where it is none for sure. */
function digitOf({ box, fontSize }: Glyph, image: GreyImage): string | undefined {
  const scale = image.dpi / POINTS_PER_INCH;
  const cell = {
    x0: Math.max(0, Math.floor(box.x0 * scale)),
    y0: Math.max(0, Math.floor(box.top * scale)),
    x1: Math.min(image.widthPx, Math.ceil(box.x1 * scale)),
    y1: Math.min(image.heightPx, Math.ceil(box.bottom * scale)),
  };
  if (cell.x1 - cell.x0 < 2 || cell.y1 - cell.y0 < 2) return undefined;
  const picture = cropImage(image, cell);
  const pieces = findComponents(toInk(picture), picture.widthPx, picture.heightPx);
  const largest = pieces.areas.reduce((best, area, k) => (area > (pieces.areas[best] ?? 0) ? k : best), 0);
  const bounds = pieces.boxes[largest];
  if (bounds === undefined || bounds.y1 - bounds.y0 < LOWEST * fontSize * scale) return undefined;
  // What touches its neighbour has its shape cut.
  if (bounds.x0 === 0 || bounds.x1 === picture.widthPx) return undefined;
  const shares = classifyShape(shapeFeatures({ image: picture, ...glyphOf(pieces, [largest]) }));
  const best = shares.indexOf(Math.max(...shares));
  const text = SHAPE_CLASSES[best] ?? '';
  return DIGIT.test(text) && (shares[best] ?? 0) >= KNOWN ? text : undefined;
}
