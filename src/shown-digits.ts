/**
 * Takes the digits of a page from what it shows, and all else from its text layer: a font whose table of characters is wrong
 * in its digits alone gives figures that look sound, and break every sum.
 */
import { UNREADABLE } from './model/index.js';
import type { Glyph, PositionedPage } from './model/index.js';

const DIGIT = /^\d$/u;

/**
 * The page with the digits that were read from its picture. Where no digit was read, or more than one, what the text layer says
 * there is not known.
 *
 * @param shown what was read from the page's picture: one page, or several
 */
export function withShownDigits(page: PositionedPage, shown: readonly PositionedPage[]): PositionedPage {
  const digits = shown.flatMap(digitsOf).sort((a, b) => a.y - b.y);
  const glyphs = page.glyphs.map((glyph): Glyph => {
    if (!DIGIT.test(glyph.text)) return glyph;
    const [digit, ...others] = digitsIn(glyph, digits);
    if (digit === undefined || others.length > 0) return { ...glyph, text: UNREADABLE };
    return { ...glyph, text: digit.text, readings: digit.readings };
  });
  return { ...page, reader: 'scan', glyphs };
}

/** A digit that was read, and where its middle is on the page of the file. */
interface ShownDigit extends Required<Pick<Glyph, 'text' | 'readings'>> {
  readonly x: number;
  readonly y: number;
}

function digitsOf({ glyphs, origin }: PositionedPage): readonly ShownDigit[] {
  const [a, b, c, d, e, f] = origin?.toSource ?? [1, 0, 0, 1, 0, 0];
  return glyphs.flatMap(({ text, readings, box }) => {
    if (!DIGIT.test(text) || readings === undefined) return [];
    const [x, y] = [(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2];
    return [{ text, readings, x: a * x + c * y + e, y: b * x + d * y + f }];
  });
}

/** The digits, sorted from the top, whose middle lies in a glyph's cell. */
function digitsIn({ box }: Glyph, digits: readonly ShownDigit[]): readonly ShownDigit[] {
  const found: ShownDigit[] = [];
  for (let at = firstFrom(digits, box.top); at < digits.length; at++) {
    const digit = digits[at];
    if (digit === undefined || digit.y > box.bottom) break;
    if (digit.x >= box.x0 && digit.x <= box.x1) found.push(digit);
  }
  return found;
}

/** Place of the first digit that lies no higher than a height. */
function firstFrom(digits: readonly ShownDigit[], top: number): number {
  let [from, to] = [0, digits.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((digits[middle]?.y ?? Infinity) < top) from = middle + 1;
    else to = middle;
  }
  return from;
}
