/**
 * Finds borders of columns between figures that nearly touch, as where one column is set right and the next one left: on all lines
 * the gap between the two is in one place.
 */
import { figuresOf, toSegment } from './aligned-lines.js';
import type { Segment } from './aligned-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
import { isValue } from './line-to-row.js';

/** So many lines have the gap; */
const FEWEST_LINES = 3;
/** the figures beside it end and begin in the same places to within so many points. */
const SAME_EDGE = 1;
/** Digits between the separators of thousands. */
const THOUSANDS = 3;

interface Gap {
  readonly left: Segment;
  readonly right: Segment;
}

/** Lines of segments, with figures of two columns apart. */
export function splitAtBorders(lines: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const figures = lines.flatMap((segments) => figuresOf(segments));
  const gaps = figures.flatMap((figure) => {
    const words = wordsOf(figure);
    return words.slice(1).flatMap((right, at): readonly Gap[] => {
      const left = words[at];
      return left && isValue(left.baseText) && isValue(right.baseText) ? [{ left, right }] : [];
    });
  });
  const borders = gaps.filter((gap) => isBorder(gap, gaps, figures)).map(({ right }) => right.box.x0);
  if (borders.length === 0) return lines;
  return lines.map((segments) => {
    const own = new Set(figuresOf(segments));
    return segments.flatMap((segment) => (own.has(segment) ? splitBefore(segment, borders) : [segment]));
  });
}

/**
 * Whether a gap is on all lines that have something on both sides, and is none within numbers: digits set apart stand one by one,
 * and behind a separator of thousands there are always as many.
 */
function isBorder({ left, right }: Gap, gaps: readonly Gap[], figures: readonly Segment[]): boolean {
  const [end, start] = [left.box.x1, right.box.x0];
  const same = gaps.filter(
    (gap) => Math.abs(gap.left.box.x1 - end) <= SAME_EDGE && Math.abs(gap.right.box.x0 - start) <= SAME_EDGE,
  );
  const isCrossed = figures.some((figure) =>
    wordsOf(figure).some(({ box }) => box.x0 < end - SAME_EDGE && box.x1 > start + SAME_EDGE),
  );
  const lengths = same.map((gap) => gap.right.baseText.length);
  const isOfDigits = same.every((gap) => gap.left.baseText.length === 1 && gap.right.baseText.length === 1);
  const isOfThousands = lengths.every((length) => length === THOUSANDS);
  return same.length >= FEWEST_LINES && !isCrossed && !isOfDigits && !isOfThousands;
}

function splitBefore(segment: Segment, borders: readonly number[]): readonly Segment[] {
  const isAtBorder = (word: Segment): boolean => borders.some((x) => Math.abs(x - word.box.x0) <= SAME_EDGE);
  const parts: GlyphLine[] = [];
  for (const word of wordsOf(segment)) {
    const last = parts.at(-1);
    if (last && !isAtBorder(word)) parts[parts.length - 1] = [...last, ...word.glyphs];
    else parts.push(word.glyphs);
  }
  return parts.length < 2 ? [segment] : parts.flatMap((part) => toSegment(part) ?? []);
}

/** The parts of a text between its spaces, left to right. */
function wordsOf({ glyphs }: Segment): readonly Segment[] {
  const words: GlyphLine[] = [];
  for (const glyph of glyphs) {
    const last = words.at(-1);
    if (last && !glyph.hasSpaceBefore) words[words.length - 1] = [...last, glyph];
    else words.push([glyph]);
  }
  return words.flatMap((word) => toSegment(word) ?? []);
}
