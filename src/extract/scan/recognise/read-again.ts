/**
 * Reads doubtful figures once more in another way: in black and white, each alone in its line and whole, points and strokes
 * included, which the first ways leave out. What it is worth was counted, as with the first readings.
 */
import { greyImage } from '../grey-image.js';
import { leastShare } from './certainty.js';
import { layOut, symbolsOfPieces, type Piece } from './montage.js';
import { boxAround } from './own-pixels.js';
import type { GlyphReading, ReadCell, ReadGlyph } from './recogniser.js';
import { SECOND_COUNTS } from './second-counts.js';
import type { TesseractEngine } from './tesseract-engine.js';

/** What a figure may be written with. */
const CHARACTERS = '0123456789.,-+/';
/** Between the heights of the first readings. */
const DIGIT_HEIGHT = 39;
/** One cell a line. */
const LAYOUT = { lineWidthPx: 0, gapPx: 40, leadingPx: 40, widthShare: 1 };
/** First readings that are so sure, and less sure ones: a point that blur has glued to a digit is lost both ways. */
const NEARLY_SURE = 0.99;
const LIKELY = 0.9;
/** Which dash one is says nothing. */
const DASH = /[—–]/gu;

/**
 * Reads figures once more.
 *
 * @returns the glyphs of each, in their order, as sure as both readings together make them; where the second reading differs it
 *   is among the readings
 */
export async function readAgain(
  cells: readonly ReadCell[],
  openEngine: () => Promise<TesseractEngine>,
): Promise<readonly (readonly ReadGlyph[])[]> {
  const texts = await secondTexts(cells, openEngine);
  return cells.map(({ glyphs }, k) => weighed(glyphs, texts[k] ?? ''));
}

/** What the second way reads in each cell; empty where it sees nothing. */
export async function secondTexts(
  cells: readonly ReadCell[],
  openEngine: () => Promise<TesseractEngine>,
): Promise<readonly string[]> {
  if (cells.length === 0) return [];
  const { picture, places } = layOut(cells.map(pieceOf), LAYOUT);
  const lines = await (await openEngine()).read(picture, CHARACTERS);
  return symbolsOfPieces(lines, places, LAYOUT.leadingPx / 2).map((symbols) =>
    symbols.map(({ text }) => text).join(''),
  );
}

function pieceOf({ cutting: { image, ink }, glyphs }: ReadCell): Piece {
  const box = boxAround(glyphs.map((glyph) => glyph.box));
  const tallest = Math.max(...glyphs.map((glyph) => glyph.box.y1 - glyph.box.y0), 1);
  return {
    image: greyImage(
      image.widthPx,
      image.heightPx,
      image.dpi,
      ink.map((isInk) => (isInk === 1 ? 0 : 255)),
    ),
    box,
    heightPx: Math.min(2 * DIGIT_HEIGHT, Math.round((DIGIT_HEIGHT * (box.y1 - box.y0)) / tallest)),
  };
}

/** Of the first readings: their text, and how likely it is. */
export function firstOf(glyphs: readonly ReadGlyph[]): { readonly text: string; readonly confidence: number } {
  return {
    text: glyphs.map(({ readings }) => readings[0]?.text ?? '').join(''),
    confidence: glyphs.reduce((product, { readings }) => product * (readings[0]?.confidence ?? 0), 1),
  };
}

/** What a second reading says of a first one, in words; the name of a row of the table. Nothing where it says nothing. */
export function supportOfSecond(first: ReturnType<typeof firstOf>, second: string): string | undefined {
  const text = first.text.replace(DASH, '-');
  const isSame = text.replaceAll(',', '') === second.replaceAll(',', '');
  // What it counts otherwise it may have missed, or joined: it says little of which glyph.
  if (!isSame && text.length !== second.length) return undefined;
  // Dust beside a digit looks like a minus both ways.
  const kind = /[-+/]/u.test(text) ? 'strokes' : text.includes('.') ? 'points' : 'digits';
  const range = first.confidence >= NEARLY_SURE ? 'sure' : first.confidence >= LIKELY ? 'likely' : 'unlikely';
  return `${kind} ${range} ${isSame ? 'seconded' : 'contradicted'}`;
}

function weighed(glyphs: readonly ReadGlyph[], second: string): readonly ReadGlyph[] {
  const first = firstOf(glyphs);
  const support = supportOfSecond(first, second);
  const counts = support === undefined ? undefined : SECOND_COUNTS.get(support);
  if (counts === undefined || first.confidence <= 0 || first.confidence >= 1) return glyphs;
  const least = leastShare(...counts);
  if (support?.endsWith('seconded') === true)
    return least > first.confidence ? surer(glyphs, first.confidence, least) : glyphs;
  const texts = Array.from(second);
  return glyphs.map((glyph, k) => withOther(glyph, texts[k] ?? '', least));
}

/** Readings that are so sure together, each as much surer as it was unsure. */
function surer(glyphs: readonly ReadGlyph[], before: number, sure: number): readonly ReadGlyph[] {
  const power = Math.log(sure) / Math.log(before);
  return glyphs.map(({ box, readings }) => {
    const [best, ...others] = readings;
    if (best === undefined) return { box, readings };
    return {
      box,
      readings: [
        { ...best, confidence: best.confidence ** power },
        ...scaled(others, (1 - best.confidence ** power) / (1 - best.confidence)),
      ],
    };
  });
}

/** A glyph with what the second reading says of it, no surer than glyphs of which it says something else. */
function withOther({ box, readings }: ReadGlyph, text: string, least: number): ReadGlyph {
  const [best, ...others] = readings;
  if (best === undefined || text === '' || text === best.text.replace(DASH, '-')) return { box, readings };
  const confidence = Math.min(best.confidence, least);
  const rest = 1 - confidence;
  const known = scaled(
    others.filter((other) => other.text !== text),
    0.5,
  );
  const other = { text, confidence: Math.max(0, Math.min(confidence, rest - sumOf(known))) };
  return { box, readings: [{ ...best, confidence }, other, ...known] };
}

function scaled(readings: readonly GlyphReading[], by: number): readonly GlyphReading[] {
  return readings.map(({ text, confidence }) => ({
    text,
    confidence: Number.isFinite(by) ? confidence * by : confidence,
  }));
}

const sumOf = (readings: readonly GlyphReading[]): number =>
  readings.reduce((sum, { confidence }) => sum + confidence, 0);
