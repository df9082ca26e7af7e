/** Reads Chinese text: labels by the shapes of their characters where they say what forms say; other lines are laid out under one another and read by the engine together. */
import type { PixelBox } from '../grey-image.js';
import { checkDigits } from './check-digits.js';
import { countKnown, readKnownLine } from './known-lines.js';
import { knownWordings, LETTER, type KnownWordings } from './known-wordings.js';
import { layOut, symbolsOfPieces, type Piece } from './montage.js';
import type { Cutting, ReadGlyph, ReadLine, TextReading } from './recogniser.js';
import type { EngineSymbol, TesseractEngine } from './tesseract-engine.js';
import { findTextLines, type TextLine } from './text-lines.js';

/** Each line stands alone, as high as what the engine learnt from. */
const CHARACTER_HEIGHT = 36;
/** The engine's time goes with the width: at 0.8 it takes a fifth less and reads as well, at 0.65 it begins to err. */
const LAYOUT = { lineWidthPx: 0, gapPx: 40, leadingPx: 36, widthShare: 0.8 };
/** Labels that it read with less confidence than this it reads once more, larger and as wide. */
const POORLY_READ = 0.85;
const SECOND_HEIGHT = 44;
const SECOND_LAYOUT = { ...LAYOUT, widthShare: 1 };
/** More lines in one picture save no time and take memory. */
const LINES_AT_ONCE = 40;

/** Reads the text of cuttings. */
export async function readText(
  cuttings: readonly Cutting[],
  wordings: readonly string[],
  openEngine: () => Promise<TesseractEngine>,
): Promise<readonly TextReading[]> {
  const lines = findTextLines(cuttings);
  const read = new Map<TextLine, readonly ReadGlyph[]>();
  const known = wordings.length > 0 ? knownWordings(wordings) : undefined;
  for (const line of lines) {
    const cutting = cuttings[line.cutting];
    const glyphs = known && cutting && readKnownLine(line, cutting, known);
    if (glyphs) read.set(line, glyphs);
  }
  const unknown = lines.filter((line) => !read.has(line));
  for (let from = 0; from < unknown.length; from += LINES_AT_ONCE) {
    const batch = unknown.slice(from, from + LINES_AT_ONCE);
    const glyphs = await readBatch(batch, cuttings, await openEngine(), false);
    batch.forEach((line, k) => read.set(line, glyphs[k] ?? []));
  }
  if (known) await readOnceMore(unknown, cuttings, { read, known, openEngine });
  const readLines: ReadLine[][] = cuttings.map(() => []);
  for (const line of lines) readLines[line.cutting]?.push({ glyphs: read.get(line) ?? [] });
  return cuttings.map(({ id }, k) => ({
    id,
    lines: (readLines[k] ?? []).filter((line) => line.glyphs.length > 0),
  }));
}

/** How many characters are known for sure by shape alone. */
export function countKnownCharacters(cuttings: readonly Cutting[]): number {
  return findTextLines(cuttings).reduce((sum, line) => {
    const cutting = cuttings[line.cutting];
    return sum + (cutting === undefined ? 0 : countKnown(line, cutting));
  }, 0);
}

/** Has labels that say nothing known read once more, larger; what is a known wording then is taken. */
async function readOnceMore(
  lines: readonly TextLine[],
  cuttings: readonly Cutting[],
  to: {
    readonly read: Map<TextLine, readonly ReadGlyph[]>;
    readonly known: KnownWordings;
    readonly openEngine: () => Promise<TesseractEngine>;
  },
): Promise<void> {
  const poor = lines.filter((line) => {
    const glyphs = to.read.get(line) ?? [];
    return meanConfidence(glyphs) < POORLY_READ && !isKnown(glyphs, to.known);
  });
  if (poor.length === 0) return;
  const again = await readBatch(poor, cuttings, await to.openEngine(), true);
  for (const [k, line] of poor.entries()) {
    const glyphs = again[k] ?? [];
    if (isKnown(glyphs, to.known)) to.read.set(line, glyphs);
  }
}

function meanConfidence(glyphs: readonly ReadGlyph[]): number {
  return glyphs.reduce((sum, { readings }) => sum + (readings[0]?.confidence ?? 0), 0) / Math.max(1, glyphs.length);
}

/** Whether the characters of a line are those of a wording; a few may be those of many. */
function isKnown(glyphs: readonly ReadGlyph[], known: KnownWordings): boolean {
  const letters = glyphs.map(({ readings }) => readings[0]?.text ?? '').filter((text) => LETTER.test(text));
  return letters.length >= 2 && known.includes(letters.join(''));
}

async function readBatch(
  lines: readonly TextLine[],
  cuttings: readonly Cutting[],
  engine: TesseractEngine,
  isSecond: boolean,
) {
  const height = isSecond ? SECOND_HEIGHT : CHARACTER_HEIGHT;
  const pieces = lines.flatMap((line) => pieceOf(line, cuttings, height) ?? []);
  const { picture, places } = layOut(pieces, isSecond ? SECOND_LAYOUT : LAYOUT);
  const symbols = symbolsOfPieces(await engine.read(picture), places, LAYOUT.leadingPx / 2);
  return lines.map((line, k) => {
    const [place, cutting] = [places[k], cuttings[line.cutting]];
    if (place === undefined || cutting === undefined) return [];
    return checkDigits(
      (symbols[k] ?? []).map((symbol) => toGlyph(symbol, place, line.box)),
      line,
      cutting,
    );
  });
}

function pieceOf(
  { cutting, box, characterPx }: TextLine,
  cuttings: readonly Cutting[],
  height: number,
): Piece | undefined {
  const image = cuttings[cutting]?.image;
  if (image === undefined) return undefined;
  return {
    image,
    box,
    heightPx: Math.round((height * (box.y1 - box.y0)) / characterPx),
  };
}

function toGlyph({ text, confidence, box }: EngineSymbol, place: PixelBox, piece: PixelBox): ReadGlyph {
  const [scaleX, scaleY] = [
    (piece.x1 - piece.x0) / (place.x1 - place.x0),
    (piece.y1 - piece.y0) / (place.y1 - place.y0),
  ];
  const x = (value: number): number => Math.round(piece.x0 + (value - place.x0) * scaleX);
  // The engine's boxes may reach over the line, and then over the next one on the page.
  const y = (value: number): number =>
    Math.round(Math.min(Math.max(piece.y0 + (value - place.y0) * scaleY, piece.y0), piece.y1));
  const [x0, y0] = [x(box.x0), y(box.y0)];
  return {
    box: { x0, y0, x1: Math.max(x0 + 1, x(box.x1)), y1: Math.max(y0 + 1, y(box.y1)) },
    readings: [{ text, confidence }],
  };
}
