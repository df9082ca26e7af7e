/** Keeps a mark in brackets right behind a number in the number's cell: a wide one in a narrow column reaches over the rule. */
import type { Glyph } from '../model/index.js';
import { isNumberPart } from './digit-runs.js';

/** Glyphs whose boxes are nearer than this share of their size follow one another. */
const NEXT_SHARE = 0.12;
/** Lower edges of one line differ by less than this share of the size. */
const SAME_LINE_SHARE = 0.1;
const OPENING = /^[[［〔【(（]$/u;
const CLOSING = /^[\]］〕】)）]$/u;
/** `[12]`, `（注1）`: a longer text is no mark. */
const LONGEST_MARK = 5;

/**
 * Gives all of each such mark to the cell of the digit before it: a bracket opened behind a number and closed beyond the rule
 * is of that number, never of the figure there.
 *
 * @param owner the cell of each glyph; changed in place
 */
export function keepMarksWhole(glyphs: readonly Glyph[], owner: number[]): void {
  for (const [index, glyph] of glyphs.entries()) {
    if (!OPENING.test(glyph.text) || glyph.angleDeg !== 0) continue;
    const number = glyphs.findIndex((other) => isNumberPart(other.text) && follows(other, glyph));
    const mark = markFrom(glyphs, index);
    if (number >= 0 && mark) for (const part of mark) owner[part] = owner[number] ?? -1;
  }
}

/** Indices of the glyphs of a mark, its brackets and what is printed twice among them; none where it is not closed. */
function markFrom(glyphs: readonly Glyph[], opening: number): readonly number[] | undefined {
  const mark: number[] = [];
  let last = [opening];
  for (let length = 1; length < LONGEST_MARK; length++) {
    mark.push(...last);
    last = [...glyphs.keys()].filter((index) => last.some((each) => isNext(glyphs[each], glyphs[index])));
    if (last.some((index) => CLOSING.test(glyphs[index]?.text ?? ''))) return [...mark, ...last];
  }
  return undefined;
}

function isNext(before: Glyph | undefined, glyph: Glyph | undefined): boolean {
  return before !== undefined && glyph !== undefined && follows(before, glyph);
}

function follows(before: Glyph, glyph: Glyph): boolean {
  return (
    before.angleDeg === glyph.angleDeg &&
    Math.abs(before.box.bottom - glyph.box.bottom) < SAME_LINE_SHARE * glyph.fontSize &&
    Math.abs(glyph.box.x0 - before.box.x1) < NEXT_SHARE * glyph.fontSize
  );
}
