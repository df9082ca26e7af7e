/**
 * Puts glyphs into reading order: lines from top to bottom, glyphs along each line, gaps as spaces. Works on the glyphs
 * of one cell or of a whole page; upright vertical columns and text turned by 90° are read the way they are written.
 */
import { bbox, middleX, middleY, unionOfBoxes } from '../model/index.js';
import type { Bbox, Glyph } from '../model/index.js';

/** Glyphs whose middles differ by less than this share of the larger size stand on one line. Leading is never below 1. */
const SAME_LINE_SHARE = 0.5;
/** A gap wider than this share of the size is a space. Advance boxes leave 0 between the digits of a number. */
const SPACE_SHARE = 0.25;
/** Glyphs of one text nearer than this share of the size are one glyph printed twice to look bold. */
const OVERPRINT_SHARE = 0.2;
/** The same, as a share of the glyph's width; the next glyph stands a whole width away. */
const OVERPRINT_WIDTH_SHARE = 0.4;
/** A glyph at most this share of its line's largest is small; note marks are set at 0.5 to 0.7. */
const SMALL_SHARE = 0.8;
/** A small glyph whose foot stands higher than its line's by this share of the size is a raised mark. */
const RAISED_SHARE = 0.12;
/** It stands no further from what it is put to than this share of the size; other cells do. */
const MARK_GAP_SHARE = 0.6;
/** Share of steps that must go straight down for glyphs to be an upright vertical column. */
const VERTICAL_STEPS_SHARE = 0.7;

/** A glyph in its line, turned upright if the text is turned. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  /** The glyph's box as read: along the line in x, across it in y. */
  readonly box: Bbox;
  /** True where a space stands before it in its line. */
  readonly hasSpaceBefore: boolean;
  /** True for a small glyph above the line: a note mark, never part of a figure. */
  readonly isRaised: boolean;
}

/** Glyphs of one line in reading order. */
export type GlyphLine = readonly PlacedGlyph[];

interface UprightGlyph {
  readonly glyph: Glyph;
  readonly box: Bbox;
  readonly x: number;
  readonly y: number;
}

/** Orders glyphs into lines. Glyphs printed twice to look bold are read once. */
export function glyphsToTextLines(glyphs: readonly Glyph[]): readonly GlyphLine[] {
  if (glyphs.length === 0) return [];
  if (glyphs.length === 1) return glyphs.map((glyph) => [placed(glyph, glyph.box)]);
  const angle = mostFrequentAngle(glyphs);
  const upright = glyphs.map((glyph) => uprightGlyph(glyph, angle));
  if (isVerticalColumn(upright)) return verticalLines(upright);
  return clusterLines(upright).map(orderLine);
}

function placed(glyph: Glyph, box: Bbox): PlacedGlyph {
  return { glyph, box, hasSpaceBefore: false, isRaised: false };
}

function mostFrequentAngle(glyphs: readonly Glyph[]): Glyph['angleDeg'] {
  const first = glyphs[0]?.angleDeg ?? 0;
  if (glyphs.every((glyph) => glyph.angleDeg === first)) return first;
  const counts = new Map<Glyph['angleDeg'], number>();
  for (const { angleDeg } of glyphs) counts.set(angleDeg, (counts.get(angleDeg) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Turns a glyph's box so that its text runs along x. */
function uprightGlyph(glyph: Glyph, angle: Glyph['angleDeg']): UprightGlyph {
  const turned = turnedBox(glyph.box, angle);
  return { glyph, box: turned, x: middleX(turned), y: middleY(turned) };
}

function turnedBox(box: Bbox, angle: Glyph['angleDeg']): Bbox {
  switch (angle) {
    case 0:
      return box;
    case 90:
      return bbox(box.top, -box.x1, box.bottom, -box.x0);
    case 180:
      return bbox(-box.x1, -box.bottom, -box.x0, -box.top);
    case 270:
      return bbox(-box.bottom, box.x0, -box.top, box.x1);
  }
}

/** True where the content goes straight down glyph by glyph: an upright column, whatever its font's writing mode. */
function isVerticalColumn(glyphs: readonly UprightGlyph[]): boolean {
  if (glyphs.length < 3) return false;
  let down = 0;
  for (let index = 1; index < glyphs.length; index++) {
    const before = glyphs[index - 1];
    const here = glyphs[index];
    if (!before || !here) continue;
    const size = here.glyph.fontSize;
    // A number is never written one digit below the other with another beside it.
    if (isSideBySide(before, here)) return false;
    if (Math.abs(here.x - before.x) < 0.3 * size && here.y - before.y > 0.6 * size) down++;
  }
  return down >= VERTICAL_STEPS_SHARE * (glyphs.length - 1);
}

function isSideBySide(before: UprightGlyph, here: UprightGlyph): boolean {
  const areDigits = /^\p{Nd}$/u.test(before.glyph.text) && /^\p{Nd}$/u.test(here.glyph.text);
  return areDigits && Math.abs(here.y - before.y) < 0.3 * here.glyph.fontSize && here.x > before.x;
}

/** Columns from right to left, each glyph a line of its own. */
function verticalLines(glyphs: readonly UprightGlyph[]): readonly GlyphLine[] {
  const columns: UprightGlyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => b.x - a.x)) {
    const column = columns.at(-1);
    if (column && Math.abs((column[0]?.x ?? 0) - glyph.x) < SAME_LINE_SHARE * glyph.glyph.fontSize) column.push(glyph);
    else columns.push([glyph]);
  }
  return columns.flatMap((column) =>
    withoutOverprints(column.sort((a, b) => a.y - b.y)).map(({ glyph, box }) => [placed(glyph, box)]),
  );
}

function clusterLines(glyphs: readonly UprightGlyph[]): readonly UprightGlyph[][] {
  const lines: { glyphs: UprightGlyph[]; y: number; size: number }[] = [];
  const marks = raisedBehind(glyphs);
  for (const glyph of glyphs.filter((each) => !marks.has(each)).sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const size = glyph.glyph.fontSize;
    if (line && Math.abs(glyph.y - line.y) < SAME_LINE_SHARE * Math.max(line.size, size)) {
      line.glyphs.push(glyph);
      if (size > line.size) {
        line.size = size;
        line.y = glyph.y;
      }
    } else lines.push({ glyphs: [glyph], y: glyph.y, size });
  }
  return lines.map((line) => line.glyphs.flatMap((glyph) => [glyph, ...marksOf(glyph, marks)]));
}

/** A raised mark touches what it is put to, to within this share of its own size. */
const TOUCHING_SHARE = 0.35;

/**
 * Small glyphs right behind a larger one and above its foot, with what each stands behind: a mark is on the line of its
 * figure, though it may stand nearer to the line above.
 */
function raisedBehind(glyphs: readonly UprightGlyph[]): ReadonlyMap<UprightGlyph, UprightGlyph> {
  const marks = new Map<UprightGlyph, UprightGlyph>();
  const largest = glyphs.reduce((most, { glyph }) => Math.max(most, glyph.fontSize), 0);
  const small = glyphs.filter(({ glyph }) => glyph.fontSize <= SMALL_SHARE * largest);
  if (small.length === 0) return marks;
  // Looked up by where they end: a page under a large title is small throughout.
  const byRight = new Map<number, UprightGlyph[]>();
  for (const glyph of glyphs) {
    const column = Math.floor(glyph.box.x1 / largest);
    const own = byRight.get(column);
    if (own) own.push(glyph);
    else byRight.set(column, [glyph]);
  }
  for (const mark of small) {
    const size = mark.glyph.fontSize;
    const column = Math.floor(mark.box.x0 / largest);
    const base = [column - 1, column, column + 1]
      .flatMap((at) => byRight.get(at) ?? [])
      .find(
        ({ glyph, box, y }) =>
          size <= SMALL_SHARE * glyph.fontSize &&
          Math.abs(mark.box.x0 - box.x1) < TOUCHING_SHARE * size &&
          y > mark.y &&
          mark.box.bottom > box.top,
      );
    if (base) marks.set(mark, base);
  }
  return marks;
}

function marksOf(base: UprightGlyph, marks: ReadonlyMap<UprightGlyph, UprightGlyph>): readonly UprightGlyph[] {
  return marks.size === 0 ? [] : [...marks].flatMap(([mark, of]) => (of === base ? [mark] : []));
}

function orderLine(glyphs: readonly UprightGlyph[]): GlyphLine {
  const ordered = withoutOverprints([...glyphs].sort((a, b) => a.x - b.x));
  const size = Math.max(...ordered.map(({ glyph }) => glyph.fontSize));
  const isSmall = ({ glyph }: UprightGlyph): boolean => glyph.fontSize <= SMALL_SHARE * size;
  return ordered.map((here, index) => {
    const { glyph, box } = here;
    const before = ordered[index - 1];
    const gap = before ? box.x0 - before.box.x1 : 0;
    const base = isSmall(here) ? baseOf(ordered, index, isSmall) : undefined;
    return {
      glyph,
      box,
      hasSpaceBefore: gap > SPACE_SHARE * Math.min(size, Math.max(glyph.fontSize, before?.glyph.fontSize ?? 0)),
      isRaised: base !== undefined && base.box.bottom - box.bottom > RAISED_SHARE * size,
    };
  });
}

/**
 * What a small glyph is put to: the last large one before it, else the next one, with no gap between as wide as those of cells.
 * Other cells of one line may stand a little higher or lower.
 */
function baseOf(
  ordered: readonly UprightGlyph[],
  index: number,
  isSmall: (glyph: UprightGlyph) => boolean,
): UprightGlyph | undefined {
  for (const step of [-1, 1]) {
    for (let at = index; ordered[at]; at += step) {
      const here = ordered[at];
      const [left, right] = step < 0 ? [ordered[at - 1], here] : [here, ordered[at + 1]];
      if (here && !isSmall(here)) return here;
      if (!left || !right) break;
      const size = Math.max(left.glyph.fontSize, right.glyph.fontSize);
      if (right.box.x0 - left.box.x1 > MARK_GAP_SHARE * size) break;
    }
  }
  return undefined;
}

/** Drops a glyph that repeats a neighbour in nearly the same place. */
function withoutOverprints(ordered: readonly UprightGlyph[]): readonly UprightGlyph[] {
  const kept: UprightGlyph[] = [];
  for (const glyph of ordered) {
    if (!kept.slice(-3).some((other) => isOverprint(other, glyph))) kept.push(glyph);
  }
  return kept;
}

/** Whether a glyph repeats another in nearly the same place; in a condensed font, the next glyph is nearer than usual. */
function isOverprint(other: UprightGlyph, glyph: UprightGlyph): boolean {
  if (other.glyph.text !== glyph.glyph.text) return false;
  const across = OVERPRINT_SHARE * glyph.glyph.fontSize;
  const along = Math.min(across, OVERPRINT_WIDTH_SHARE * (glyph.box.x1 - glyph.box.x0));
  return Math.abs(other.x - glyph.x) < along && Math.abs(other.y - glyph.y) < across;
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’（）—]/u;

/**
 * The text of lines: a gap is one space; a line break is a space too, except beside a Chinese character or full-width
 * mark, where a wrapped text has none.
 *
 * @param keep which glyphs count; all by default
 */
export function textOfLines(lines: readonly GlyphLine[], keep: (glyph: PlacedGlyph) => boolean = () => true): string {
  let text = '';
  for (const line of lines) {
    for (const [index, glyph] of line.entries()) {
      if (!keep(glyph)) continue;
      if (text !== '' && (index === 0 ? !isSeamless(text, glyph.glyph.text) : glyph.hasSpaceBefore)) text += ' ';
      text += glyph.glyph.text;
    }
  }
  return text.replace(/\s+/gu, ' ').trim();
}

function isSeamless(before: string, after: string): boolean {
  return CJK.test(before.at(-1) ?? '') || CJK.test(after.at(0) ?? '');
}

/** The box around the glyphs of a line, on the page. */
export function boxOfLine(line: GlyphLine): Bbox | undefined {
  return unionOfBoxes(line.map(({ glyph }) => glyph.box));
}
