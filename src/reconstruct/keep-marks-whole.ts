/** Keeps a mark in brackets right behind a number in the number's cell: a wide one in a narrow column reaches over the rule. */
import type { Glyph } from '../model/index.js';
import { hasDigit, isNumberPart } from './digit-runs.js';

/** Glyphs whose boxes are nearer than this share of their size follow one another. */
const NEXT_SHARE = 0.12;
/** Lower edges of one line differ by less than this share of the size. */
const SAME_LINE_SHARE = 0.1;
const OPENING = /^[[［〔【(（]$/u;
const CLOSING = /^[\]］〕】)）]$/u;
/** `[12]`, `（注1）`: a longer text is no mark. */
const LONGEST_MARK = 5;
/** Each bracket is held against every glyph: a table of a report has some forty, and of one with more none is looked at. */
const MOST_BRACKETS = 500;
/** To look bold a character is printed two or three times in one place. */
const MOST_AGAIN = 4;

/**
 * Gives all of each such mark to the cell of the digit before it: a bracket opened behind a number and closed beyond the rule
 * is of that number, never of the figure there.
 *
 * @param owner the cell of each glyph; changed in place
 */
export function keepMarksWhole(glyphs: readonly Glyph[], owner: number[]): void {
  const opening = [...glyphs.entries()].filter(([, { text, angleDeg }]) => angleDeg === 0 && OPENING.test(text));
  if (opening.length > MOST_BRACKETS) return;
  for (const [index, glyph] of opening) {
    const number = glyphs.findIndex((other) => follows(other, glyph) && isNumberPart(other.text));
    const mark = number < 0 ? undefined : markFrom(glyphs, index);
    if (mark && isOfNumber(mark, number, { glyphs, owner })) for (const part of mark) owner[part] = owner[number] ?? -1;
  }
}

/** Whether a mark cannot be what the next cell prints: its bracket opens in the number's cell, or that cell prints a figure besides. */
function isOfNumber(
  mark: readonly number[],
  number: number,
  { glyphs, owner }: { readonly glyphs: readonly Glyph[]; readonly owner: readonly number[] },
): boolean {
  const [opening = -1, closing = -1] = [mark[0], mark.at(-1)];
  const isInNext = (glyph: Glyph, index: number): boolean => owner[index] === owner[closing] && hasDigit(glyph.text);
  return (
    owner[opening] === owner[number] || glyphs.some((glyph, index) => isInNext(glyph, index) && !mark.includes(index))
  );
}

/** Indices of the glyphs of a mark, its brackets and what is printed twice among them; none where it is not closed. */
function markFrom(glyphs: readonly Glyph[], opening: number): readonly number[] | undefined {
  const mark: number[] = [];
  let last = [opening];
  for (let length = 1; length < LONGEST_MARK; length++) {
    mark.push(...last);
    last = [...glyphs.keys()].filter((index) => last.some((each) => isNext(glyphs[each], glyphs[index])));
    if (last.length === 0 || last.length > MOST_AGAIN) return undefined;
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
