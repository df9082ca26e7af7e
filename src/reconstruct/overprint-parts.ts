/** Parts texts of one line that are drawn over one another, as where a label runs on over the cells beside it. */
import type { Glyph } from '../model/index.js';
import type { GlyphLine, PlacedGlyph } from './glyphs-to-text-lines.js';

/** Neighbours overlap by at least this share of the narrower one; kerning is less. */
const OVERLAP = 0.3;
/** In one text the next glyph begins no further away than this share of the size. */
const NEXT_SHARE = 0.6;

/**
 * What parts a line of a page: glyphs that overlap are told apart by the order in which the page draws them, in which each
 * text goes on from left to right.
 *
 * @param glyphs those of the page, in the order of drawing
 */
export function overprintParts(glyphs: readonly Glyph[]): (line: GlyphLine) => readonly GlyphLine[] {
  const order = new Map(glyphs.map((glyph, at) => [glyph, at]));
  const orderOf = ({ glyph }: PlacedGlyph): number => order.get(glyph) ?? 0;
  return (line) => {
    if (!line.some((glyph, at) => overlaps(line[at - 1], glyph))) return [line];
    const drawn = [...line].sort((a, b) => orderOf(a) - orderOf(b));
    const parts: PlacedGlyph[][] = [];
    for (const [at, glyph] of drawn.entries()) {
      const before = drawn[at - 1];
      const gap = before ? glyph.box.x0 - before.box.x1 : Infinity;
      const goesOn = before !== undefined && gap <= NEXT_SHARE * glyph.glyph.fontSize && glyph.box.x0 > before.box.x0;
      const part = parts.at(-1);
      if (part && goesOn) part.push(glyph);
      else parts.push([{ ...glyph, hasSpaceBefore: false }]);
    }
    return parts;
  };
}

function overlaps(before: PlacedGlyph | undefined, { box, glyph }: PlacedGlyph): boolean {
  if (!before || before.glyph.text === glyph.text) return false;
  const narrower = Math.min(box.x1 - box.x0, before.box.x1 - before.box.x0);
  return before.box.x1 - box.x0 > OVERLAP * narrower;
}
