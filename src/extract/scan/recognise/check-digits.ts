/** Holds the digits that the engine read in a line of text against their shapes: a wrong year is a wrong report. */
import type { PixelBox } from '../grey-image.js';
import { findComponents } from './components.js';
import { glyphOf } from './own-pixels.js';
import type { Cutting, GlyphReading, ReadGlyph } from './recogniser.js';
import { shapeFeatures } from './shape-features.js';
import { classifyShape, SHAPE_CLASSES } from './shape-network.js';
import type { TextLine } from './text-lines.js';

/** Digits are between so high and at most so wide, in shares of the height of a character. */
const DIGIT = { least: 0.5, most: 1.1, widest: 0.8 };
/** The engine's boxes lie up to this far off, in the same shares. */
const DRIFT = 0.3;
/** Both ways agree: as sure as digits of cells, which are read by the same two. */
const AGREED = 0.995;
/** They see different numbers of digits, so nobody knows which is which. */
const MISCOUNTED = 0.8;
/** They differ: the engine, which sees the line as a whole, is right more often. */
const DIFFERING = { engine: 0.6, shape: 0.35 };

/** The glyphs of a line, with the readings of its digits weighed by their shapes. */
export function checkDigits(
  glyphs: readonly ReadGlyph[],
  line: TextLine,
  { image, ink }: Cutting,
): readonly ReadGlyph[] {
  const checked = [...glyphs];
  let components: ReturnType<typeof findComponents> | undefined;
  for (const { from, to } of digitRuns(glyphs)) {
    components ??= findComponents(ink, image.widthPx, image.heightPx);
    const { boxes } = components;
    const range = rangeOf(glyphs.slice(from, to), line);
    const members = boxes.map((_, k) => k).filter((k) => isDigit(boxes[k], range, line));
    members.sort((p, q) => (boxes[p]?.x0 ?? 0) - (boxes[q]?.x0 ?? 0));
    for (let k = from; k < to; k++) {
      const glyph = glyphs[k];
      const member = members[k - from];
      if (glyph === undefined) continue;
      if (member === undefined || members.length !== to - from) {
        checked[k] = { ...glyph, readings: glyph.readings.map((reading) => capped(reading, MISCOUNTED)) };
        continue;
      }
      const { box, isOwn } = glyphOf(components, [member]);
      const shares = classifyShape(shapeFeatures({ image, box, isOwn }));
      checked[k] = { box, readings: weigh(glyph.readings, SHAPE_CLASSES[shares.indexOf(Math.max(...shares))] ?? '') };
    }
  }
  return checked;
}

/** Digits that stand together. */
function digitRuns(glyphs: readonly ReadGlyph[]): readonly { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  glyphs.forEach(({ readings }, k) => {
    if (!/^\d$/.test(readings[0]?.text ?? '')) return;
    const last = runs.at(-1);
    if (last?.to === k) last.to = k + 1;
    else runs.push({ from: k, to: k + 1 });
  });
  return runs;
}

function rangeOf(run: readonly ReadGlyph[], { box, characterPx }: TextLine): PixelBox {
  const drift = DRIFT * characterPx;
  const x0 = Math.min(...run.map((glyph) => glyph.box.x0)) - drift;
  const x1 = Math.max(...run.map((glyph) => glyph.box.x1)) + drift;
  return { x0, x1, y0: box.y0, y1: box.y1 };
}

function isDigit(piece: PixelBox | undefined, range: PixelBox, { characterPx }: TextLine): boolean {
  if (piece === undefined) return false;
  const [width, height] = [piece.x1 - piece.x0, piece.y1 - piece.y0];
  const [x, y] = [(piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2];
  return (
    height >= DIGIT.least * characterPx &&
    height <= DIGIT.most * characterPx &&
    width <= DIGIT.widest * characterPx &&
    x >= range.x0 &&
    x < range.x1 &&
    y >= range.y0 &&
    y < range.y1
  );
}

const capped = (reading: GlyphReading, most: number): GlyphReading => ({
  ...reading,
  confidence: Math.min(most, reading.confidence),
});

function weigh(readings: readonly GlyphReading[], shape: string): readonly GlyphReading[] {
  const text = readings[0]?.text ?? '';
  if (shape === text) return [{ text, confidence: AGREED }];
  if (!/^\d$/.test(shape)) return readings.map((reading) => capped(reading, MISCOUNTED));
  return [
    { text, confidence: DIFFERING.engine },
    { text: shape, confidence: DIFFERING.shape },
  ];
}
