/**
 * Reads a header that no rules part. The wording of a column stands in short lines over one another, the lowest of them
 * next to the figures; what stands over several columns is their group's wording.
 */
import { middleX } from '../model/index.js';
import type { Ruling } from '../model/index.js';
import type { Segment } from './aligned-lines.js';
import type { FigureColumn } from './figure-columns.js';
import { middleOf, narrowestPitch, splitWordings } from './split-wordings.js';

/** Lines of one text follow one another within this many times their size; rows of a table hardly ever do. */
export const WIDEST_LEADING = 1.6;
/** and no closer than this. */
const LEAST_LEADING = 0.95;
/** Steps between the lines of one text differ by less than this share of their size. */
const SAME_LEADING = 0.2;
/** Characters of an upright column follow one another by this share of the leading at least. */
const LEAST_STEP = 0.7;
/** Texts that share less of the narrower one's width than this stand beside one another. */
const OVERLAP = 0.3;

/** A text whose lines stand over one another. */
export interface Stack {
  /** From top to bottom, left to right. */
  readonly segments: readonly Segment[];
  readonly x0: number;
  readonly x1: number;
}

/** A header's texts. */
export interface HeaderStacks {
  /** Those of single columns, left to right. */
  readonly leaves: readonly Stack[];
  /** Those above several columns, and titles of the table, top to bottom. */
  readonly groups: readonly Segment[];
}

/**
 * The step from line to line within one text; 0 where no text has two lines.
 *
 * @param shortest characters of the upper line: those set one below the other follow more closely than lines, and a single one
 *   may be the rest of a line
 */
export function leadingOf(segments: readonly Segment[], shortest = 2): number {
  let least = Infinity;
  for (const upper of segments) {
    if (Array.from(upper.text).length < shortest) continue;
    for (const lower of segments) {
      const step = lower.y - upper.y;
      if (step > LEAST_LEADING * upper.size && step < least && isAligned(upper, lower)) least = step;
    }
  }
  const size = segments[0]?.size ?? 0;
  return least <= WIDEST_LEADING * size ? least : 0;
}

/** Whether two texts begin, end or are centred at the same place, as lines of one text are. */
function isAligned({ box: a, size }: Segment, { box: b }: Segment): boolean {
  const offsets = [a.x0 - b.x0, a.x1 - b.x1, (a.x0 + a.x1 - b.x0 - b.x1) / 2];
  return offsets.some((offset) => Math.abs(offset) <= SAME_LEADING * size);
}

/** Whether two texts stand over one another. */
export function isOver(one: { readonly box: FigureColumn }, other: { readonly box: FigureColumn }): boolean {
  const overlap = Math.min(one.box.x1, other.box.x1) - Math.max(one.box.x0, other.box.x0);
  return overlap > OVERLAP * Math.min(one.box.x1 - one.box.x0, other.box.x1 - other.box.x0);
}

/** Whether a line follows another as part of one text. */
export function isNextLine(upper: Segment, lower: Segment, leading: number, rules: readonly Ruling[]): boolean {
  const step = lower.y - upper.y;
  const isStep = step > LEAST_STEP * leading && step <= leading + SAME_LEADING * upper.size;
  return leading > 0 && isStep && isAligned(upper, lower) && !isParted(upper, lower, rules);
}

/** Characters set one below the other follow one another within this many times their size. */
const UPRIGHT_STEP = 1.3;

/** Whether a Chinese character stands right below another: an upright wording. */
function isUpright(upper: Segment, lower: Segment): boolean {
  const step = lower.y - upper.y;
  const areSingle = [upper, lower].every(({ text }) => /^\p{Script=Han}$/u.test(text));
  return areSingle && isAligned(upper, lower) && step > LEAST_STEP * upper.size && step <= UPRIGHT_STEP * upper.size;
}

function isParted(upper: Segment, lower: Segment, rules: readonly Ruling[]): boolean {
  const x = middleX(lower.box);
  return rules.some(
    ({ orientation, position, start, end }) =>
      orientation === 'horizontal' && position > upper.y && position < lower.y && start <= x && end >= x,
  );
}

/**
 * Divides the texts of a header.
 *
 * @param columns the columns of figures below it
 */
export function headerStacks(
  header: readonly Segment[],
  columns: readonly FigureColumn[],
  rules: readonly Ruling[],
): HeaderStacks {
  const segments = header.flatMap((segment) => splitWordings(segment, columns));
  const leadingAt = leadingsBySize(segments);
  const goesOn = (upper: Segment, lower: Segment): boolean =>
    isNextLine(upper, lower, leadingAt(upper), rules) || (isUpright(upper, lower) && !isParted(upper, lower, rules));
  const stacks: { segments: Segment[]; box: { x0: number; x1: number } }[] = [];
  const groups: Segment[] = [];
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.box.x0 - b.box.x0)) {
    const below = stacks.filter((stack) => isOver(stack, segment));
    const [stack] = below;
    const under = stack?.segments[0];
    const isCovered = groups.some((group) => isOver(group, segment));
    // A text alone in its row above other wordings is the title of what follows, unless it stands over one of several columns.
    const isAlone = !segments.some((other) => other !== segment && Math.abs(other.y - segment.y) < segment.size);
    const isOverOne = columns.filter((column) => isOver({ box: column }, segment)).length === 1;
    const isTitle = isAlone && stacks.length > 0 && !(isOverOne && columns.length > 1);
    if (below.length === 0 && !isCovered && !isTitle) stacks.push({ segments: [segment], box: { ...segment.box } });
    else if (below.length === 1 && stack && under && !isCovered && goesOn(segment, under)) {
      stack.segments.unshift(segment);
      stack.box = { x0: Math.min(stack.box.x0, segment.box.x0), x1: Math.max(stack.box.x1, segment.box.x1) };
    } else groups.unshift(segment);
  }
  const leaves = stacks.map(({ segments: own, box }) => ({ segments: own, x0: box.x0, x1: box.x1 }));
  return {
    leaves: joinSpread(
      leaves.sort((a, b) => a.x0 - b.x0),
      columns,
    ),
    groups,
  };
}

/** Texts whose sizes differ by less than this share are set alike. */
const SAME_SIZE = 0.05;
/** Sizes that differ by about this share or less are asked about once: on a scan each text has one of its own. */
const SIZE_STEP = 0.01;

/** The step from line to line of texts as large as one: small print follows more closely than the wordings beside it. */
function leadingsBySize(segments: readonly Segment[]): (segment: Segment) => number {
  // In columns as narrow as a character no wording has two of them on a line.
  const stepOf = (own: readonly Segment[]): number => leadingOf(own) || leadingOf(own, 1);
  const overall = stepOf(segments);
  const known = new Map<number, number>();
  return ({ size }) => {
    const step = Math.round(Math.log(size) / SIZE_STEP);
    const own = known.get(step) ?? stepOf(segments.filter((each) => Math.abs(each.size - size) < SAME_SIZE * size));
    known.set(step, own);
    return own || overall;
  };
}

/** Joins the single characters of a wording that is spread over its column's width. */
function joinSpread(leaves: readonly Stack[], columns: readonly FigureColumn[]): readonly Stack[] {
  const isSingle = (stack: Stack): boolean => stack.segments.every(({ text }) => Array.from(text).length === 1);
  // Further away than half a column stands the wording of a column that prints no figure.
  const widest = narrowestPitch(columns) / 2;
  const nearest = (stack: Stack): number => {
    const distances = columns.map((column) => Math.abs(middleOf(column) - middleOf(stack)));
    return distances.findIndex((distance) => distance <= widest && distance === Math.min(...distances));
  };
  const joined: Stack[] = [];
  for (const stack of leaves) {
    const last = joined.at(-1);
    if (
      last &&
      columns.length > 1 &&
      isSingle(last) &&
      isSingle(stack) &&
      nearest(stack) >= 0 &&
      nearest(last) === nearest(stack)
    ) {
      const segments = [...last.segments, ...stack.segments].sort(inReadingOrder);
      joined[joined.length - 1] = { segments, x0: last.x0, x1: Math.max(last.x1, stack.x1) };
    } else joined.push(stack);
  }
  return joined;
}

function isSameLine(a: Segment, b: Segment): boolean {
  return Math.abs(a.y - b.y) < SAME_LEADING * Math.max(a.size, b.size);
}

/** Orders segments line by line. */
export function inReadingOrder(a: Segment, b: Segment): number {
  return isSameLine(a, b) ? a.box.x0 - b.box.x0 : a.y - b.y;
}
