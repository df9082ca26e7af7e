/** Tells whether a page stands on its head by reading some words of it both ways, where its shape does not say it. */
import type { Ruling } from '../../model/index.js';
import { cutBox } from './cut-out.js';
import type { InkedPage } from './cut-out.js';
import { POINTS_PER_INCH, greyImage, type PixelBox } from './grey-image.js';
import type { Cutting, Recogniser } from './recognise/recogniser.js';
import { findTextLines } from './text-blocks.js';
import { turnByQuarters } from './turn-image.js';

/** Lines of text that are read to tell which way is up, and how much of each, in inches. */
const SAMPLES = 3;
const SAMPLE_INCHES = 1.6;
/** Turned words must read so many times better for a page to be turned: most pages lie upright. */
const CLEARLY_BETTER = 2;
/** And so many of their glyphs must be read with certainty. */
const FEWEST_SURE = 6;
const SURE = 0.85;
/** Room around a rule that is taken off with it, in points. */
const RULE_MARGIN = 0.6;
/**
 * Whether a page whose lines of text run across it stands on its head.
 *
 * @param inked lying straight
 */
export async function isUpsideDown(
  inked: InkedPage,
  rulings: readonly Ruling[],
  recogniser: Recogniser,
): Promise<boolean> {
  const bare = withoutRules(inked, rulings);
  const samples = sampleWords(bare);
  if (samples.length === 0) return false;
  const turned = samples.map(turnCutting);
  const isClear = (count: number, other: number): boolean => count >= FEWEST_SURE && count > CLEARLY_BETTER * other;
  let [known, knownTurned] = [0, 0];
  for (const [k, sample] of samples.entries()) {
    known += recogniser.countKnown([sample]);
    knownTurned += recogniser.countKnown(turned.slice(k, k + 1));
    // Once the characters of a line or two are known one way and none the other way, further ones say nothing new.
    if (known >= 2 * FEWEST_SURE && knownTurned === 0) return false;
  }
  if (isClear(known, knownTurned)) return false;
  // The engine is often sure of what it makes of characters on their heads.
  if (isClear(knownTurned, known)) return true;
  const readings = await recogniser.readText([...samples, ...turned]);
  const sureCount = (own: typeof readings): number =>
    own
      .flatMap(({ lines }) => lines.flatMap(({ glyphs }) => glyphs))
      .filter((glyph) => (glyph.readings[0]?.confidence ?? 0) >= SURE).length;
  const asItLies = sureCount(readings.slice(0, samples.length));
  const onItsHead = sureCount(readings.slice(samples.length));
  return isClear(onItsHead, asItLies);
}

/** The page with its rules made paper, so that lines of text in tables are told apart. */
function withoutRules({ image, ink }: InkedPage, rulings: readonly Ruling[]): InkedPage {
  const data = image.data.slice();
  const bare = ink.slice();
  const scale = image.dpi / POINTS_PER_INCH;
  for (const { orientation, position, start, end, thickness } of rulings) {
    const half = (thickness / 2 + RULE_MARGIN) * scale;
    const [from, to] = [Math.max(0, Math.floor(position * scale - half)), Math.ceil(position * scale + half)];
    const [first, last] = [Math.max(0, Math.floor(start * scale - half)), Math.ceil(end * scale + half)];
    const [x0, x1, y0, y1] = orientation === 'horizontal' ? [first, last, from, to] : [from, to, first, last];
    for (let y = y0; y < Math.min(y1, image.heightPx); y++) {
      const row = y * image.widthPx;
      data.fill(255, row + x0, row + Math.min(x1, image.widthPx));
      bare.fill(0, row + x0, row + Math.min(x1, image.widthPx));
    }
  }
  return { image: greyImage(image.widthPx, image.heightPx, image.dpi, data), ink: bare };
}

/** The stretches of lines that hold the most ink, which is where their characters are: figures say little. */
function sampleWords(inked: InkedPage): readonly Cutting[] {
  const { dpi } = inked.image;
  return findTextLines(inked, [])
    .filter(({ y0, y1 }) => y1 - y0 < dpi / 2.5 && y1 - y0 > dpi / 12)
    .map((line) => densestStretch(inked, line, Math.round(SAMPLE_INCHES * dpi)))
    .sort((a, b) => b.inkPx - a.inkPx || a.box.y0 - b.box.y0)
    .slice(0, SAMPLES)
    .map(({ box }, k) => cutBox(inked, box, `way up ${k}`).cutting);
}

/** The stretch of a line, of a length in pixels, that holds the most ink. */
function densestStretch({ image, ink }: InkedPage, line: PixelBox, length: number): { box: PixelBox; inkPx: number } {
  const columns = new Uint16Array(line.x1 - line.x0);
  for (let y = line.y0; y < line.y1; y++) {
    const row = ink.subarray(y * image.widthPx + line.x0, y * image.widthPx + line.x1);
    // Most of a line is paper, which is passed over at once.
    for (let k = row.indexOf(1); k >= 0; k = row[k + 1] === 1 ? k + 1 : row.indexOf(1, k + 1))
      columns[k] = (columns[k] ?? 0) + 1;
  }
  let [from, inkPx, sum] = [0, 0, 0];
  for (let k = 0; k < columns.length; k++) {
    sum += (columns[k] ?? 0) - (k < length ? 0 : (columns[k - length] ?? 0));
    if (sum > inkPx) [from, inkPx] = [Math.max(0, k + 1 - length), sum];
  }
  const x0 = line.x0 + from;
  return { box: { ...line, x0, x1: Math.min(line.x1, x0 + length) }, inkPx };
}

/** A cutting on its head. */
function turnCutting(cutting: Cutting): Cutting {
  const ink = cutting.ink.slice().reverse();
  return { id: `${cutting.id} turned`, image: turnByQuarters(cutting.image, 2), ink };
}
