/**
 * Compares what two readers saw on one page. Where both give the same digits at the same places, the digits are as sure
 * as a text layer can make them.
 */
import { middleX, middleY } from '../model/index.js';
import type { Bbox, Glyph, PositionedPage } from '../model/index.js';

/** Two readings of one glyph lie within this share of its width of each other; the next glyph is a whole width away. */
const SAME_PLACE_SHARE = 0.75;
/** And readings this near, in points, are one, however narrow the glyph. */
const SAME_PLACE = 0.5;
/** Side of the squares glyphs are sorted into to find near ones, in points. */
const BUCKET = 24;

/** A digit so many times as large as most is a watermark's: slanted, the readers put it in different places. */
const WATERMARK_RATIO = 3;

/** A glyph that one reader has and the other has not. */
export interface Disagreement {
  readonly box: Bbox;
  readonly text: string;
  /** True where the reader that is believed has the glyph. */
  readonly isInFirst: boolean;
}

/**
 * Finds the figures on which two readings of a page disagree: digits, and marks that can stand for a figure.
 *
 * @param areas only glyphs whose middle lies in one of these count
 * @param marks texts of a cell that say "does not apply"
 */
export function compareReadings(
  first: PositionedPage,
  second: PositionedPage,
  areas: readonly Bbox[],
  marks: readonly string[],
): readonly Disagreement[] {
  const counts = (glyph: Glyph): boolean =>
    glyph.isVisible &&
    !glyph.isSlanted &&
    isFigureGlyph(glyph.text, marks) &&
    areas.some((area) => isInside(glyph.box, area));
  const [allInFirst, allInSecond] = [first.glyphs.filter(counts), second.glyphs.filter(counts)];
  const limit = WATERMARK_RATIO * usualSize(allInFirst);
  const isFigure = ({ fontSize }: Glyph): boolean => !(fontSize > limit);
  const [inFirst, inSecond] = [allInFirst.filter(isFigure), allInSecond.filter(isFigure)];
  return [
    ...without(inFirst, inSecond)
      .filter((glyph) => !isWithinWord(glyph, first.glyphs))
      .map((glyph) => ({ box: glyph.box, text: glyph.text, isInFirst: true })),
    ...without(inSecond, inFirst)
      .filter((glyph) => !isWithinWord(glyph, second.glyphs))
      .map((glyph) => ({ box: glyph.box, text: glyph.text, isInFirst: false })),
  ];
}

/** Neighbours in a word are nearer to each other than this share of their size. */
const WORD_GAP = 0.2;

/** Whether a mark stands between two Chinese characters that it touches, as in 三安全—稳定: it is no figure of a cell. */
function isWithinWord({ text, box, fontSize }: Glyph, glyphs: readonly Glyph[]): boolean {
  if (isDigitLike(text)) return false;
  const isBeside = (gapTo: (other: Bbox) => number): boolean =>
    glyphs.some(
      (other) =>
        /^\p{Script=Han}$/u.test(other.text) &&
        Math.abs(middleY(other.box) - middleY(box)) < fontSize / 2 &&
        Math.abs(gapTo(other.box)) < WORD_GAP * fontSize,
    );
  return isBeside((other) => box.x0 - other.x1) && isBeside((other) => other.x0 - box.x1);
}

/** The size of most of some glyphs in points; `Infinity` of none. */
function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ fontSize }) => fontSize).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? Infinity;
}

function isFigureGlyph(text: string, marks: readonly string[]): boolean {
  return isDigitLike(text) || marks.includes(text.normalize('NFKC'));
}

function isDigitLike(text: string): boolean {
  return /[\p{Nd}\ufffd.．,，〇零%‰]/u.test(text);
}

function isInside(box: Bbox, area: Bbox): boolean {
  const x = middleX(box);
  const y = middleY(box);
  return x >= area.x0 && x <= area.x1 && y >= area.top && y <= area.bottom;
}

/** Glyphs that have no equal in the same place among the others. */
function without(glyphs: readonly Glyph[], others: readonly Glyph[]): readonly Glyph[] {
  const buckets = new Map<string, Glyph[]>();
  for (const other of others) {
    const key = bucketOf(middleX(other.box), middleY(other.box));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(other);
    else buckets.set(key, [other]);
  }
  return glyphs.filter((glyph) => !hasEqual(glyph, buckets));
}

function bucketOf(x: number, y: number): string {
  return `${Math.floor(x / BUCKET)},${Math.floor(y / BUCKET)}`;
}

function hasEqual(glyph: Glyph, buckets: ReadonlyMap<string, readonly Glyph[]>): boolean {
  const x = middleX(glyph.box);
  const y = middleY(glyph.box);
  const near = Math.min(BUCKET, Math.max(SAME_PLACE, SAME_PLACE_SHARE * (glyph.box.x1 - glyph.box.x0)));
  const text = glyph.text.normalize('NFKC');
  const keys = new Set([-near, near].flatMap((dx) => [-near, near].map((dy) => bucketOf(x + dx, y + dy))));
  for (const key of keys) {
    for (const other of buckets.get(key) ?? []) {
      const isNear = Math.abs(middleX(other.box) - x) <= near && Math.abs(middleY(other.box) - y) <= near;
      if (isNear && other.text.normalize('NFKC') === text) return true;
    }
  }
  return false;
}
