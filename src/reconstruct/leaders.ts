/** Leaves out leaders, the dots that lead the eye from a label to its figure: where they touch it, neither is what it says. */
import { boxOfLine, textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
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
    return leaders.has(at - 1) ? [{ ...glyph, hasSpaceBefore: true }] : [glyph];
  });
  if (kept.length === line.glyphs.length) return [line];
  const box = boxOfLine(kept);
  const text = textOfLines([kept]);
  if (!box) return [];
  return ENTRY.test(text) ? [line] : [{ ...line, glyphs: kept, box, text }];
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
