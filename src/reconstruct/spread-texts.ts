/**
 * Finds texts whose characters are spread evenly over the width of their cell (分散对齐): the gaps between them are as wide
 * as those between cells, and where two such cells touch, the gap between the cells is the narrowest of all.
 */
import { middleX, middleY } from '../model/index.js';
import type { Bbox } from '../model/index.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
import { isValue } from './line-to-row.js';

/** Spread characters are further apart than this share of their size, */
const LEAST_GAP = 0.25;
/** all by the same distance to within this share, */
const SAME_GAP = 0.02;
/** and so many at least: of fewer nothing says that they are one text, */
const FEWEST_PARTS = 3;
/** unless they fill the width that another text of the page fills, to within so many points. */
const SAME_EDGE = 1;
/** Letters and digits are not spread: those nearer than this share of the size stay together. */
const WORD_GAP = 0.12;
const LETTER_OR_DIGIT = /^[\p{Nd}a-z.,，．]$/iu;
/** The figures under a wording follow within so many lines. */
const LINES_TO_FIGURES = 14;
/** A wording of one character set left over a centred figure is no further from it than this, in points. */
const COLUMN_EDGE = 16;
/** Characters stand alike over their figures where the distances differ by no more than this share of their size. */
const ALIKE_SHARE = 0.5;
/** Characters of one wording stand over one another to within this share of their size, */
const STACKED_OFFSET = 0.1;
/** and follow one another within so many times their size; */
const WIDEST_STEP = 1.6;
/** this share of the characters of a line do where it goes through several wordings. */
const STACKED_SHARE = 0.6;
/** Between two lines of a wording there may be lines of wordings beside it. */
const LINES_NEAR = 3;
/** Wordings are centred over their figures to within this share. */
const CENTRED_SHARE = 0.35;

/** A character, or letters and digits without gaps between. */
interface Part {
  readonly glyphs: GlyphLine;
  readonly box: Bbox;
}

/** A stretch of a line. */
export interface LineStretch {
  /** Of a spread text without the spaces between its characters. */
  readonly glyphs: GlyphLine;
  readonly isSpread: boolean;
}

/**
 * Makes the function that cuts a line of a page into its spread texts and what stands between them, left to right.
 *
 * @param lines those of the page, from top to bottom
 */
export function spreadStretches(lines: readonly GlyphLine[]): (line: GlyphLine) => readonly LineStretch[] {
  const extents = lines.flatMap(spreadRuns).map(extentOf);
  return (line) => {
    const figures = figuresBelow(line, lines);
    const own = columnRuns(toParts(line), figures);
    const isTaken = (run: readonly Part[]): boolean => run.some(({ box }) => own.some((each) => overlaps(each, box)));
    const others = spreadRuns(line).filter((run) => !isTaken(run) && !isOverColumns(run, figures, near(line, lines)));
    const runs = [...own, ...others, ...pairs(toParts(line), extents).filter((pair) => !isTaken(pair))];
    return cutAt(line, new Map(runs.map((run) => [run[0]?.glyphs[0], run.flatMap(({ glyphs }) => glyphs)])));
  };
}

function cutAt(line: GlyphLine, texts: ReadonlyMap<GlyphLine[number] | undefined, GlyphLine>): readonly LineStretch[] {
  const stretches: { glyphs: GlyphLine[number][]; isSpread: boolean }[] = [];
  for (let at = 0; at < line.length;) {
    const glyph = line[at];
    if (!glyph) break;
    const last = stretches.at(-1);
    const text = texts.get(glyph);
    if (text) stretches.push({ glyphs: text.map((each) => ({ ...each, hasSpaceBefore: false })), isSpread: true });
    else if (last?.isSpread === false) last.glyphs.push(glyph);
    else stretches.push({ glyphs: [glyph], isSpread: false });
    at += text?.length ?? 1;
  }
  return stretches;
}

function toParts(line: GlyphLine): readonly Part[] {
  const parts: { glyphs: GlyphLine[number][]; box: Bbox }[] = [];
  for (const glyph of line) {
    const last = parts.at(-1);
    const before = last?.glyphs.at(-1);
    const isWord = before && [before, glyph].every((each) => LETTER_OR_DIGIT.test(each.glyph.text));
    if (last && isWord && glyph.box.x0 - before.box.x1 <= WORD_GAP * glyph.glyph.fontSize) {
      last.glyphs.push(glyph);
      last.box = { ...last.box, x1: glyph.box.x1 };
    } else parts.push({ glyphs: [glyph], box: glyph.box });
  }
  return parts;
}

/** The runs of parts that stand apart by one distance. */
function spreadRuns(line: GlyphLine): readonly (readonly Part[])[] {
  const parts = toParts(line);
  const gaps = gapsOf(parts);
  const runs: (readonly Part[])[] = [];
  for (let at = 0; at < gaps.length;) {
    const size = sizeOf(parts[at]);
    const gap = gaps[at] ?? 0;
    let end = at;
    while (
      end < gaps.length &&
      gap > LEAST_GAP * size &&
      Math.abs((gaps[end] ?? 0) - gap) <= SAME_GAP * size &&
      [parts[end], parts[end + 1]].every(isWording)
    )
      end++;
    const run = parts.slice(at, end + 1);
    const isSpread = end > at && run.length >= FEWEST_PARTS && run.filter(isHan).length > 1;
    if (isSpread) runs.push(run);
    at = isSpread ? end + 1 : at + 1;
  }
  return runs;
}

function sizeOf(part: Part | undefined): number {
  return part?.glyphs[0]?.glyph.fontSize ?? 0;
}

function textOf({ glyphs }: Part): string {
  return glyphs.map(({ glyph }) => glyph.text).join('');
}

function isWording(part: Part | undefined): boolean {
  return part !== undefined && !isValue(textOf(part));
}

function isHan(part: Part): boolean {
  return /^\p{Script=Han}$/u.test(textOf(part));
}

function extentOf(run: readonly Part[]): readonly [number, number] {
  return [run[0]?.box.x0 ?? 0, run.at(-1)?.box.x1 ?? 0];
}

function overlaps(run: readonly Part[], box: Bbox): boolean {
  const [x0, x1] = extentOf(run);
  return box.x0 < x1 && box.x1 > x0;
}

/** `结 果结 果`: characters spread over the width of narrow columns that touch, centred over the figures of each. */
function columnRuns(parts: readonly Part[], figures: readonly Part[]): readonly (readonly Part[])[] {
  if (figures.length < 2) return [];
  const middles = figures.map(({ box }) => middleX(box));
  const own = middles.map((): Part[] => []);
  for (const part of parts) own[nearestTo(middleX(part.box), middles)]?.push(part);
  return own.filter((run, at) => {
    const [x0, x1] = extentOf(run);
    const gaps = gapsOf(run);
    const [gap = 0] = gaps;
    const size = sizeOf(run[0]);
    const from = run[0] ? parts.indexOf(run[0]) : 0;
    const around = gapsOf(parts.slice(from - 1, from + 1)).concat(
      gapsOf(parts.slice(from + run.length - 1, from + run.length + 1)),
    );
    return (
      gap > LEAST_GAP * size &&
      run.every(isHan) &&
      gaps.every((each) => Math.abs(each - gap) <= SAME_GAP * size) &&
      around.every((each) => Math.abs(each - gap) > SAME_GAP * size) &&
      Math.abs((x0 + x1) / 2 - (middles[at] ?? 0)) <= CENTRED_SHARE * size
    );
  });
}

function nearestTo(x: number, places: readonly number[]): number {
  const distances = places.map((place) => Math.abs(place - x));
  return distances.indexOf(Math.min(...distances));
}

function gapsOf(parts: readonly Part[]): readonly number[] {
  return parts.slice(1).map(({ box }, at) => box.x0 - (parts[at]?.box.x1 ?? 0));
}

/** Two characters alone that fill the width of a spread text: `规  章`. */
function pairs(parts: readonly Part[], extents: readonly (readonly [number, number])[]): readonly (readonly Part[])[] {
  return parts.flatMap((_, at) => {
    const pair = parts.slice(at, at + 2);
    const [x0, x1] = extentOf(pair);
    const fills = extents.some(
      ([left, right]) => Math.abs(left - x0) <= SAME_EDGE && Math.abs(right - x1) <= SAME_EDGE,
    );
    return pair.length === 2 && fills && pair.every(isHan) ? [pair] : [];
  });
}

/**
 * The figures that a line ends in, or else those of the next row that has some: of its lines the one with most, and what others print
 * in other columns, as where figures of a row stand at several heights.
 */
function figuresBelow(line: GlyphLine, lines: readonly GlyphLine[]): readonly Part[] {
  const valuesOf = (each: GlyphLine): readonly Part[] => toParts(each).filter((part) => isValue(textOf(part)));
  const own = valuesOf(line);
  if (own.length > 0) return own;
  const at = lines.indexOf(line) + 1;
  const values = lines.slice(at, at + LINES_TO_FIGURES + LINES_NEAR).map(valuesOf);
  const first = values.slice(0, LINES_TO_FIGURES).findIndex((each) => each.length > 0);
  const row = first < 0 ? [] : values.slice(first, first + LINES_NEAR);
  const most = row.reduce((best, each) => (each.length > best.length ? each : best), []);
  const beside = (found: readonly Part[], each: readonly Part[]): readonly Part[] => [
    ...found,
    ...each.filter(({ box }) => found.every((other) => other.box.x1 < box.x0 || other.box.x0 > box.x1)),
  ];
  return row.reduce(beside, most);
}

/** The lines right above and right below a line. */
function near(line: GlyphLine, lines: readonly GlyphLine[]): readonly GlyphLine[] {
  const at = lines.indexOf(line);
  return lines.slice(Math.max(0, at - LINES_NEAR), at + 1 + LINES_NEAR).filter((other) => other !== line);
}

/**
 * Whether a run goes through the wordings of several columns: as many of its characters stand alike over each figure, or, where it
 * is no label beside figures, most of them stand right over or under characters of other lines.
 */
function isOverColumns(run: readonly Part[], figures: readonly Part[], others: readonly GlyphLine[]): boolean {
  const [x0, x1] = extentOf(run);
  const under = figures.map(({ box }) => middleX(box)).filter((x) => x > x0 - COLUMN_EDGE && x < x1 + COLUMN_EDGE);
  const isRow = figures.some(
    ({ box }) => box.x0 > x1 && Math.abs(middleY(box) - middleY(run[0]?.box ?? box)) < sizeOf(run[0]) / 2,
  );
  if (!isRow && areStacked(run, others)) return true;
  if (under.length < 2) return false;
  const own = under.map((_, at) => run.map(({ box }) => middleX(box)).filter((x) => nearestTo(x, under) === at));
  const offsets = own.map((xs, at) => xs.reduce((sum, x) => sum + x, 0) / xs.length - (under[at] ?? 0));
  const isEven = own.every((xs) => xs.length > 0 && xs.length === own[0]?.length);
  return isEven && Math.max(...offsets) - Math.min(...offsets) <= ALIKE_SHARE * sizeOf(run[0]);
}

function areStacked(run: readonly Part[], others: readonly GlyphLine[]): boolean {
  const stacked = run.filter((part) => others.some((other) => other.some(({ box }) => isStacked(part, box))));
  return stacked.length >= STACKED_SHARE * run.length;
}

function isStacked(part: Part, box: Bbox): boolean {
  const size = sizeOf(part);
  const isNear = Math.abs(middleY(box) - middleY(part.box)) <= WIDEST_STEP * size;
  return isNear && Math.abs(middleX(box) - middleX(part.box)) <= STACKED_OFFSET * size;
}
