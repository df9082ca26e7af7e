/**
 * Tells which glyphs lie wholly under an opaque area that was painted after them: old text under a patch is not on the page,
 * though every reader hands it out.
 */
import { UNREADABLE } from '../../model/index.js';
import type { Bbox, Glyph } from '../../model/index.js';
import { intersection } from './filled-shapes.js';

/** A rectangle filled with one opaque colour, as far as clips leave it. */
export interface Cover {
  readonly box: Bbox;
  /** Its place in the order in which the page is painted. */
  readonly order: number;
}

/** What a glyph's cell may reach out of its cover, in points: rounding. */
const ROUNDING = 0.05;
/** Every cover is held against every glyph: a page with more of them is a drawing, and none of its text is taken for covered. */
const MOST_COVERS = 4000;
/** And covered digits against all others: a page of a report has some thousand glyphs. */
const MOST_GLYPHS = 20_000;
/** Corners of one rectangle are off its edges by no more than this, in points. */
const NOTHING = 0.01;

/** Neighbours in a number are nearer to each other than this share of their size. */
const TOUCHING_SHARE = 0.12;
const DIGIT = /^\p{Nd}$/u;

/**
 * Marks the glyphs that were painted before a cover that holds all of their cell. Of a number that is covered in part nobody knows
 * whether the rest is meant: what is gone of it stays as a character that cannot be read.
 *
 * @param orders for each glyph its place in the order of painting
 */
export function markCovered(
  glyphs: readonly Glyph[],
  orders: readonly number[],
  covers: readonly Cover[],
): readonly Glyph[] {
  if (covers.length === 0 || covers.length > MOST_COVERS || glyphs.length > MOST_GLYPHS) return glyphs;
  const orderAt = (at: number): number => orders[at] ?? Infinity;
  const coverOf = glyphs.map((glyph, at) =>
    glyph.isVisible ? covers.find((cover) => cover.order > orderAt(at) && holds(cover.box, glyph.box)) : undefined,
  );
  const left = [...glyphs.entries()].filter(
    ([at, glyph]) => glyph.isVisible && coverOf[at] === undefined && DIGIT.test(glyph.text),
  );
  const isCutOff = (glyph: Glyph, cover: Cover): boolean =>
    DIGIT.test(glyph.text) && left.some(([at, other]) => orderAt(at) < cover.order && touch(glyph, other));
  return glyphs.map((glyph, at) => {
    const cover = coverOf[at];
    if (!cover) return glyph;
    return isCutOff(glyph, cover) ? { ...glyph, text: UNREADABLE } : { ...glyph, isVisible: false, isCovered: true };
  });
}

/** Whether two glyphs of one line touch. */
function touch(a: Glyph, b: Glyph): boolean {
  const gap = Math.max(a.box.x0 - b.box.x1, b.box.x0 - a.box.x1);
  const reach = TOUCHING_SHARE * a.fontSize;
  return Math.abs(gap) < reach && Math.abs(a.box.bottom - b.box.bottom) < reach;
}

function holds(outer: Bbox, { x0, top, x1, bottom }: Bbox): boolean {
  return (
    x0 >= outer.x0 - ROUNDING &&
    x1 <= outer.x1 + ROUNDING &&
    top >= outer.top - ROUNDING &&
    bottom <= outer.bottom + ROUNDING
  );
}

/** Whether a subpath fills all of its bounds: its points are the four corners, each next to the other along an edge. */
export function fillsBounds(points: readonly number[], { x0, top, x1, bottom }: Bbox): boolean {
  const corners = new Set<string>();
  let before: readonly [boolean, boolean] | undefined;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] ?? NaN, points[i + 1] ?? NaN];
    const isRight = Math.abs(x - x1) <= NOTHING;
    const isLow = Math.abs(y - bottom) <= NOTHING;
    if (!(isRight || Math.abs(x - x0) <= NOTHING) || !(isLow || Math.abs(y - top) <= NOTHING)) return false;
    if (before && before[0] !== isRight && before[1] !== isLow) return false;
    before = [isRight, isLow];
    corners.add(`${isRight} ${isLow}`);
  }
  return corners.size === 4 && points.length <= 10;
}

/**
 * What a filled path covers, if it surely does. Its subpaths may cut holes into one another: only one alone fills its bounds.
 *
 * @param filled for each subpath the bounds that it fills, or nothing
 */
export function coversOf(
  filled: readonly (Bbox | undefined)[],
  { hidesAfter, clip }: { readonly hidesAfter?: number | undefined; readonly clip?: Bbox | undefined },
): readonly Cover[] {
  const [bounds] = filled;
  if (hidesAfter === undefined || bounds === undefined || filled.length > 1) return [];
  const box = clip === undefined ? bounds : intersection(bounds, clip);
  return box ? [{ box, order: hidesAfter }] : [];
}
