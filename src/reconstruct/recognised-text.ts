/** What a recognised text may be, from what its glyphs may be. */
import type { TextReading } from '../model/index.js';
import { textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine, PlacedGlyph } from './glyphs-to-text-lines.js';

/** Readings of a text that are kept. */
const MOST_READINGS = 6;

interface Partial {
  /** By glyph, in reading order. */
  readonly texts: readonly string[];
  readonly confidence: number;
}

/**
 * The readings of lines of recognised glyphs, likeliest first; glyphs are taken for independent of one another.
 *
 * @returns `undefined` where no glyph was recognised
 */
export function recognisedReadings(lines: readonly GlyphLine[]): readonly TextReading[] | undefined {
  const glyphs = lines.flat().filter(({ isRaised }) => !isRaised);
  if (!glyphs.some(({ glyph }) => glyph.readings !== undefined)) return undefined;
  let found: readonly Partial[] = [{ texts: [], confidence: 1 }];
  for (const { glyph } of glyphs) {
    const own = glyph.readings ?? [{ text: glyph.text, confidence: 1 }];
    found = found
      .flatMap(({ texts, confidence }) =>
        own.map((reading) => ({ texts: [...texts, reading.text], confidence: confidence * reading.confidence })),
      )
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MOST_READINGS);
  }
  return found.map(({ texts, confidence }) => ({ text: textWith(lines, glyphs, texts), confidence }));
}

function textWith(lines: readonly GlyphLine[], glyphs: readonly PlacedGlyph[], texts: readonly string[]): string {
  const textOf = new Map(glyphs.map((placed, index) => [placed, texts[index] ?? '']));
  const reread = lines.map((line) =>
    line.flatMap((placed): readonly PlacedGlyph[] => {
      const text = textOf.get(placed);
      return text === undefined ? [] : [{ ...placed, glyph: { ...placed.glyph, text } }];
    }),
  );
  return textOfLines(reread);
}
