/** Leaves out leaders, the dots that lead the eye from a label to its figure: where they touch it, neither is what it says. */
import { boxOfLine, textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine, PlacedGlyph } from './glyphs-to-text-lines.js';
import type { PageLine, PageParts } from './page-parts.js';

/** So many of one mark in a row lead somewhere; fewer are punctuation. */
const FEWEST = new Map([
  ['…', 2],
  ['⋯', 2],
  ['‥', 2],
  ['.', 4],
  ['．', 4],
  ['·', 4],
  ['・', 4],
]);
const DIGIT = /\p{Nd}/u;
/** A heading with its page, in a table of contents. */
const ENTRY = /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+[.．、])\D+\d+$/u;

/** A page whose lines hold no leaders, but those of tables of contents. */
export function withoutLeaders(page: PageParts): PageParts {
  return { ...page, lines: page.lines.flatMap(withoutLeadersOfLine) };
}

function withoutLeadersOfLine(line: PageLine): readonly PageLine[] {
  if (![...FEWEST.keys()].some((mark) => line.text.includes(mark.repeat(2)))) return [line];
  const leaders = leadersOf(line.glyphs);
  const kept = line.glyphs.flatMap((glyph, at) => {
    if (leaders.has(at)) return [];
    if (!leaders.has(at - 1)) return [glyph];
    const x0 = DIGIT.test(glyph.glyph.text) ? middleOfLeader(line.glyphs, leaders, at) : undefined;
    return [{ ...(x0 === undefined ? glyph : widened(glyph, x0)), hasSpaceBefore: true }];
  });
  if (kept.length === line.glyphs.length) return [line];
  const box = boxOfLine(kept);
  const text = textOfLines([kept]);
  if (!box) return [];
  return ENTRY.test(text) ? [line] : [{ ...line, glyphs: kept, box, text }];
}

function widened({ glyph, ...placed }: PlacedGlyph, x0: number): PlacedGlyph {
  return { ...placed, glyph: { ...glyph, box: { ...glyph.box, x0 } }, box: { ...placed.box, x0 } };
}

/** A leader inside a cell stands so many times its size off what is before it, and is no longer than so many. */
const OWN_GAP = 0.5;
const LONGEST_OWN = 6;

/**
 * The middle of a leader that stands in one cell with the figure behind it; `undefined` where it leads there from a label. Where the two
 * are too wide for their column the figure is set below its leader, in the middle of the column: so its place is told in both.
 */
function middleOfLeader(glyphs: GlyphLine, leaders: ReadonlySet<number>, figure: number): number | undefined {
  const gapBefore = (at: number): number => {
    const [before, own] = [glyphs[at - 1], glyphs[at]];
    return before && own ? (own.box.x0 - before.box.x1) / own.glyph.fontSize : Infinity;
  };
  let first = figure - 1;
  while (leaders.has(first - 1) && gapBefore(first) < OWN_GAP) first--;
  const [leader, last] = [glyphs[first], glyphs[figure - 1]];
  if (!leader || !last) return undefined;
  const isApart = gapBefore(first) >= OWN_GAP;
  const isShort = last.box.x1 - leader.box.x0 <= LONGEST_OWN * last.glyph.fontSize;
  return isApart && isShort ? (leader.box.x0 + last.box.x1) / 2 : undefined;
}

/** Places of the glyphs that are leaders. */
function leadersOf(glyphs: GlyphLine): ReadonlySet<number> {
  const found = new Set<number>();
  let first = 0;
  for (const at of glyphs.keys()) {
    const mark = glyphs[at]?.glyph.text ?? '';
    if (glyphs[at + 1]?.glyph.text === mark) continue;
    if (at + 1 - first >= (FEWEST.get(mark) ?? Infinity)) for (let each = first; each <= at; each++) found.add(each);
    first = at + 1;
  }
  return found;
}
