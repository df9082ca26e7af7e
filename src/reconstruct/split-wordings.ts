/** Parts the wordings of neighbouring columns of a header where the gap between them is narrow, or none. */
import { middleX, middleY } from '../model/index.js';
import { toSegment, toSegments } from './aligned-lines.js';
import type { Segment } from './aligned-lines.js';
import type { FigureColumn } from './figure-columns.js';

/** Words closer than this share of their size are parted where they are wider than their column together. */
const NARROW_GAP = 0.12;
/** A wording is no wider than its column by more than this. */
const WIDEST_WORDING = 1.15;

/**
 * The wordings of a text of a header, left to right: one for nearly all.
 *
 * @param columns the columns of figures below it
 */
export function splitWordings(segment: Segment, columns: readonly FigureColumn[]): readonly Segment[] {
  const isNarrow = segment.box.x1 - segment.box.x0 <= WIDEST_WORDING * narrowestPitch(columns);
  if (segment.isSpread === true) return splitUpright(segment, columns);
  if (isNarrow && !isGapped(segment)) return [segment];
  const parts = toSegments(segment.glyphs, NARROW_GAP).flatMap((part) => splitTouching(part, columns));
  // Below a page break a line does not stand where its glyphs do.
  const shift = segment.y - middleY(segment.box);
  return parts.map((part) => ({ ...part, y: part.y + shift }));
}

/** Characters of one wording touch, to within this share of their size. */
const NO_GAP = 0.04;

/** `自然人 商业企 科研机`: Chinese wordings whose characters touch, with gaps between that are too narrow to part cells. */
function isGapped({ glyphs }: Segment): boolean {
  const gaps = glyphs.slice(1).map(({ box, glyph }, at) => (box.x0 - (glyphs[at]?.box.x1 ?? 0)) / glyph.fontSize);
  const parts = toSegments(glyphs, NARROW_GAP);
  const isWordings = parts.length > 1 && parts.every(({ text }) => /^\p{Script=Han}{2,}$/u.test(text));
  return isWordings && gaps.every((gap) => gap <= NO_GAP || gap > NARROW_GAP);
}

/** `人 商 科 社`: one line of upright wordings, each character over a column of its own, passes for one text that is spread. */
function splitUpright(segment: Segment, columns: readonly FigureColumn[]): readonly Segment[] {
  const parts = splitTouching(segment, columns);
  return parts.every(({ glyphs }) => glyphs.length === 1) ? parts : [segment];
}

/** Parts of wordings that touch stand centred over their columns, to within this share of their size. */
const CENTRED = 0.35;

/** The middle of a character is at least this share of the size away from where two wordings are parted. */
const CUT_SHARE = 0.2;

/** `商业企业科研机构`: wordings that fill their columns and touch, parted between the columns where each stands centred. */
function splitTouching(segment: Segment, columns: readonly FigureColumn[]): readonly Segment[] {
  const under = columns.filter((column) => middleOf(column) > segment.box.x0 && middleOf(column) < segment.box.x1);
  const nearest = (x: number): number => {
    const distances = under.map((column) => Math.abs(middleOf(column) - x));
    return distances.indexOf(Math.min(...distances));
  };
  const parts = under.flatMap(
    (_, at) => toSegment(segment.glyphs.filter(({ box }) => nearest(middleX(box)) === at)) ?? [],
  );
  const isCentred = parts.every((part, at) => {
    const column = under[at];
    return column !== undefined && Math.abs(middleX(part.box) - middleOf(column)) <= CENTRED * part.size;
  });
  // A cut goes between two characters, not through one.
  const cuts = under.slice(1).map((column, at) => (middleOf(column) + middleOf(under[at] ?? column)) / 2);
  const isBetween = cuts.every((x) =>
    segment.glyphs.every(({ box }) => Math.abs(middleX(box) - x) > CUT_SHARE * segment.size),
  );
  return parts.length > 1 && parts.length === under.length && isCentred && isBetween ? parts : [segment];
}

/** The least distance from column to column; infinite for fewer than two. */
export function narrowestPitch(columns: readonly FigureColumn[]): number {
  return columns.reduce((least, column, at) => {
    const before = columns[at - 1];
    return before ? Math.min(least, middleOf(column) - middleOf(before)) : least;
  }, Infinity);
}

/** The middle of a column in points. */
export function middleOf({ x0, x1 }: FigureColumn): number {
  return (x0 + x1) / 2;
}
