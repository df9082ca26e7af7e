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
const DIGIT_TEXT = /^\d$/u;
/** What the curve of a digit may be taken for, beside the digit itself. */
const STRAY_TEXT = /^[\d()（）|]$/u;
/** Both ways agree: as sure as digits of cells, which are read by the same two. */
const AGREED = 0.995;
/** They see different numbers of digits, so nobody knows which is which. */
const MISCOUNTED = 0.8;
/** They differ: the engine, which sees the line as a whole, is right more often. */
const DIFFERING = { engine: 0.6, shape: 0.35 };

/** The glyphs of a line, with the readings of its digits weighed by their shapes. */
export function checkDigits(glyphs: readonly ReadGlyph[], line: TextLine, cutting: Cutting): readonly ReadGlyph[] {
  const shapes = shapesOf(line, cutting);
  const whole = withoutStrays(glyphs, shapes, line);
  const checked = [...whole];
  for (const { from, to } of runsOf(whole, DIGIT_TEXT)) {
    const found = shapes(rangeOf(whole.slice(from, to), line));
    for (let k = from; k < to; k++) {
      const glyph = whole[k];
      const shape = found[k - from];
      if (glyph === undefined) continue;
      checked[k] =
        shape === undefined || found.length !== to - from
          ? { ...glyph, readings: glyph.readings.map((reading) => capped(reading, MISCOUNTED)) }
          : { box: shape.box, readings: weigh(glyph.readings, shape.text) };
    }
  }
  return withOnes(checked);
}

/** What a 1 is taken for, and what else stands beside it where a line is a figure. */
const LIKE_ONE = /^[\][|lI!]$/u;
const OF_FIGURE = /^[\d.,+-]$/u;
/** How sure such a stroke is at most, and how likely it is a 1. */
const STROKE = { most: 0.6, one: 0.35 };

/** Strokes among the digits of a figure may be a 1, unless they are brackets that stand around something. */
function withOnes(glyphs: readonly ReadGlyph[]): readonly ReadGlyph[] {
  const texts = glyphs.map(textOf);
  const count = (text: string): number => texts.filter((each) => each === text).length;
  const isFigure = texts.every((text) => OF_FIGURE.test(text) || LIKE_ONE.test(text));
  if (!isFigure || !texts.some((text) => DIGIT_TEXT.test(text)) || (count('[') > 0 && count('[') === count(']')))
    return glyphs;
  return glyphs.map((glyph) => {
    if (!LIKE_ONE.test(textOf(glyph))) return glyph;
    const readings = glyph.readings.map((reading) => capped(reading, STROKE.most));
    return { ...glyph, readings: [...readings, { text: '1', confidence: STROKE.one }] };
  });
}

/** What the shape of a digit says. */
interface DigitShape {
  readonly box: PixelBox;
  /** Empty where it is none. */
  readonly text: string;
}

/** Gives the shapes as high as digits in a part of a line, left to right. */
function shapesOf(line: TextLine, { image, ink }: Cutting): (range: PixelBox) => readonly DigitShape[] {
  let components: ReturnType<typeof findComponents> | undefined;
  return (range) => {
    components ??= findComponents(ink, image.widthPx, image.heightPx);
    const found = components;
    return found.boxes
      .flatMap((own, member) => (isDigit(own, range, line) ? glyphOf(found, [member]) : []))
      .sort((p, q) => p.box.x0 - q.box.x0)
      .map(({ box, isOwn }) => {
        const shares = classifyShape(shapeFeatures({ image, box, isOwn }));
        return { box, text: SHAPE_CLASSES[shares.indexOf(Math.max(...shares))] ?? '' };
      });
  };
}

/**
 * Leaves out brackets that the engine saw within a number, 202(0, where there are no more shapes than digits, and each is the
 * digit that was read.
 */
function withoutStrays(
  glyphs: readonly ReadGlyph[],
  shapes: (range: PixelBox) => readonly DigitShape[],
  line: TextLine,
): readonly ReadGlyph[] {
  const isDigitText = (glyph: ReadGlyph): boolean => DIGIT_TEXT.test(textOf(glyph));
  const strays = runsOf(glyphs, STRAY_TEXT).flatMap(({ from, to }) => {
    const run = glyphs.slice(from, to);
    const digits = run.filter(isDigitText);
    const own = run.slice(run.findIndex(isDigitText), run.findLastIndex(isDigitText) + 1);
    if (digits.length < 2 || own.length === digits.length) return [];
    const read = shapes(rangeOf(digits, line)).map(({ text }) => text);
    return read.join() === digits.map(textOf).join() ? own.filter((glyph) => !isDigitText(glyph)) : [];
  });
  return glyphs.filter((glyph) => !strays.includes(glyph));
}

const textOf = ({ readings }: ReadGlyph): string => readings[0]?.text ?? '';

/** Glyphs of a kind that stand together. */
function runsOf(glyphs: readonly ReadGlyph[], kind: RegExp): readonly { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  glyphs.forEach((glyph, k) => {
    if (!kind.test(textOf(glyph))) return;
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
