/**
 * Finds rules on an upright page of pixels. A rule is a ridge: along it, means over a short stretch are darker than those a
 * little way off on both sides, whatever the paper's tone; so faint and broken ones are found, and edges of dark areas are
 * not.
 */
import type { Ruling } from '../../model/index.js';
import { LONG_RULE } from './along-rule.js';
import { bridgeWornRules } from './bridge-worn-rules.js';
import { eachHorizontalRidge, eachVerticalRidge, PIECE_PX } from './find-ridges.js';
import { POINTS_PER_INCH, type GreyImage } from './grey-image.js';
import { inkProfile } from './ink-profile.js';
import { mendRules, takeOn, withoutStrokes } from './mend-rules.js';
import { reduceImage } from './turn-image.js';
import { withoutBentRules } from './without-bent-rules.js';
import { withoutBrokenEnds } from './without-broken-ends.js';
import { withoutPaleRules } from './without-pale-rules.js';
import { withoutPrint } from './without-print.js';

/** Finer pictures are reduced before rules are looked for: a rule is never thinner than a quarter of a point. */
const FINEST_DPI = 160;
/** Length over which pixels are averaged, in inches. */
const STRETCH_INCHES = 0.07;
/** Distance of the paper that a rule is compared with, in inches: the thickest rules have 2 points. */
const BESIDE_INCHES = 0.045;
/** Least contrast of means, in grey levels; noise asks for more. */
const LEAST_CONTRAST = 10;
/**
 * Rules that are darker than the paper by no more than this, in grey levels, are pale: print can be taken off the page first, and less
 * contrast is enough then. They must be darker than grain by so many times.
 */
const PALE = 65;
const PALE_CONTRAST = 5;
const PALEST_NOISE = 30;
/** A gap up to this long, in inches, does not end a rule: a broken print, a digit across it. */
const LONGEST_GAP_INCHES = 0.14;
/** Share of a run that must be dark, paper above and below: strokes of text have ink there. */
const DARK_SHARE = 0.7;
/** A piece at a run's end less than this many times as long as the gap before it is no part of the rule. */
const STROKE_BEHIND_GAP = 2.5;
/** Shorter runs, in inches, are strokes: rows are never lower than 12 points. */
const SHORTEST_INCHES = 12 / 72;

/** A page as fine as its rules are looked for. */
export function reducedForRules(image: GreyImage): GreyImage {
  return reduceImage(image, Math.max(1, Math.ceil(image.dpi / FINEST_DPI)));
}

/**
 * Rules of one orientation as they lie there, not mended and without a look at whether they are strokes: enough to tell by how much a
 * page is askew, or where no table is.
 */
export function findRidges(image: GreyImage, orientation: Ruling['orientation']): readonly Ruling[] {
  return ridgesToRulings(reducedForRules(image), orientation, LEAST_CONTRAST);
}

/** The rules of a page, in points from its top left. */
export function findRules(image: GreyImage): readonly Ruling[] {
  const small = reducedForRules(image);
  const rulings = allRidges(small, LEAST_CONTRAST);
  const depth = depthOfRules(small, rulings);
  const isPale = depth > PALEST_NOISE * noiseOf(small) && depth <= PALE;
  if (!isPale) return withoutStrokes(mendRules(solidRules(small, rulings)));
  const page = withoutPrint(small, depth);
  const solid = solidRules(page, allRidges(page, PALE_CONTRAST));
  return withoutStrokes(mendRules(bridgeWornRules(page, solid, besidePx(page))));
}

function allRidges(image: GreyImage, contrast: number): readonly Ruling[] {
  return [...ridgesToRulings(image, 'horizontal', contrast), ...ridgesToRulings(image, 'vertical', contrast)];
}

function solidRules(image: GreyImage, rulings: readonly Ruling[]): readonly Ruling[] {
  const beside = besidePx(image);
  const dark = withoutBentRules(image, withoutPaleRules(image, rulings, beside));
  return withoutBrokenEnds(image, takeOn(dark), beside);
}

/** By how much long rules are darker than the paper, in grey levels; 0 where there are none. */
function depthOfRules(image: GreyImage, rulings: readonly Ruling[]): number {
  const long = rulings.filter(({ start, end }) => end - start >= LONG_RULE);
  const depths = long.map((ruling) => inkProfile(image, ruling, besidePx(image)).usual).sort((a, b) => a - b);
  return depths[depths.length >> 1] ?? 0;
}

/** A stretch of one row of pixels that belongs to a rule. */
interface Run {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
}

function ridgesToRulings(image: GreyImage, orientation: Ruling['orientation'], contrast: number): readonly Ruling[] {
  const scale = POINTS_PER_INCH / image.dpi;
  return joinRuns(findRuns(image, orientation, contrast)).map((runs): Ruling => {
    const weight = runs.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0);
    const position = runs.reduce((sum, { y, x0, x1 }) => sum + (y + 0.5) * (x1 - x0), 0) / weight;
    const start = Math.min(...runs.map(({ x0 }) => x0));
    const end = Math.max(...runs.map(({ x1 }) => x1));
    return {
      orientation,
      position: position * scale,
      start: start * scale,
      end: end * scale,
      thickness: Math.max(1, weight / (end - start)) * scale,
      source: 'stroke',
    };
  });
}

function besidePx({ dpi }: GreyImage): number {
  return Math.max(3, Math.round(BESIDE_INCHES * dpi));
}

/** Runs along rows, or along columns, whose `y` is then the column's place; in the order of `y`. */
function findRuns(image: GreyImage, orientation: Ruling['orientation'], leastContrast: number): readonly Run[] {
  const { widthPx, heightPx, dpi } = image;
  const reach = Math.max(2, Math.round((STRETCH_INCHES * dpi) / 2));
  const noise = noiseOf(image);
  const contrast = Math.max(leastContrast, (3 * noise) / Math.sqrt(2 * reach + 1));
  const limits = { reach, beside: besidePx(image), contrast, pixelContrast: Math.max(leastContrast, noise) };
  const gap = LONGEST_GAP_INCHES * dpi;
  const shortest = SHORTEST_INCHES * dpi;
  const isRow = orientation === 'horizontal';
  const lanes = Array.from({ length: isRow ? heightPx : widthPx }, (): { pieces: Piece[]; runs: Run[] } => ({
    pieces: [],
    runs: [],
  }));
  const note = (along: number, across: number): void => {
    const lane = lanes[across];
    if (lane === undefined) return;
    const last = lane.pieces.at(-1);
    if (last?.x1 === along) {
      last.x1 = along + PIECE_PX;
      return;
    }
    if (last && along - last.x1 > gap) lane.runs.push(...piecesToRuns(lane.pieces.splice(0), across, shortest));
    lane.pieces.push({ x0: along, x1: along + PIECE_PX });
  };
  if (isRow) eachHorizontalRidge(image, limits, note);
  else
    eachVerticalRidge(image, limits, (x, y) => {
      note(y, x);
    });
  return lanes.flatMap(({ pieces, runs }, across) => [...runs, ...piecesToRuns(pieces, across, shortest)]);
}

/** An unbroken stretch of a row that is darker than what is beside it. */
interface Piece {
  readonly x0: number;
  x1: number;
}

/**
 * The runs that pieces make up. They are parted where a short piece at an end stands behind a long gap, a stroke of something else or
 * a rule before one, and at their widest gap where they have too little ink for one rule together.
 */
function piecesToRuns(pieces: readonly Piece[], y: number, shortest: number): readonly Run[] {
  const last = pieces.length - 1;
  const gapAfter = (k: number): number => (pieces[k + 1]?.x0 ?? 0) - (pieces[k]?.x1 ?? 0);
  const length = (k: number): number => (pieces[k]?.x1 ?? 0) - (pieces[k]?.x0 ?? 0);
  const x0 = pieces[0]?.x0 ?? 0;
  const x1 = pieces[last]?.x1 ?? 0;
  if (x1 - x0 < shortest) return [];
  const partedAt = (k: number): readonly Run[] => [
    ...piecesToRuns(pieces.slice(0, k + 1), y, shortest),
    ...piecesToRuns(pieces.slice(k + 1), y, shortest),
  ];
  if (last > 0 && length(0) < STROKE_BEHIND_GAP * gapAfter(0)) return partedAt(0);
  if (last > 0 && length(last) < STROKE_BEHIND_GAP * gapAfter(last - 1)) return partedAt(last - 1);
  const dark = pieces.reduce((sum, piece) => sum + piece.x1 - piece.x0, 0);
  if (dark >= DARK_SHARE * (x1 - x0)) return [{ y, x0, x1 }];
  let widest = 0;
  for (let k = 1; k < last; k++) if (gapAfter(k) > gapAfter(widest)) widest = k;
  return partedAt(widest);
}

/** The grain of a picture: the spread of the difference of neighbours, by its median, in grey levels. */
function noiseOf({ data }: GreyImage): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let at = 1; at < data.length; at += 37) {
    const difference = Math.abs((data[at] ?? 0) - (data[at - 1] ?? 0));
    counts[difference] = (counts[difference] ?? 0) + 1;
    total++;
  }
  let sum = 0;
  for (let difference = 0; difference < 256; difference++) {
    sum += counts[difference] ?? 0;
    if (sum * 2 > total) return difference / 0.95;
  }
  return 0;
}

/** Gathers runs in neighbouring rows that lie beside or behind one another. */
function joinRuns(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let open: { group: Run[]; last: Run[]; next: Run[]; y: number }[] = [];
  for (let from = 0; from < runs.length;) {
    const y = runs[from]?.y ?? 0;
    let to = from;
    while (runs[to]?.y === y) to++;
    open = open.filter((each) => y - each.y <= 2);
    for (const run of runs.slice(from, to)) {
      const touching = open.filter(({ last, next }) =>
        [...last, ...next].some((other) => other.x0 <= run.x1 && run.x0 <= other.x1),
      );
      const [home, ...others] = touching;
      if (!home) {
        const group = [run];
        groups.push(group);
        open.push({ group, last: [], next: [run], y });
        continue;
      }
      for (const other of others) {
        home.group.push(...other.group.splice(0));
        home.last.push(...other.last);
        home.next.push(...other.next);
        open = open.filter((each) => each !== other);
      }
      home.group.push(run);
      home.next.push(run);
    }
    for (const each of open)
      if (each.next.length > 0) {
        each.last = each.next;
        each.next = [];
        each.y = y;
      }
    from = to;
  }
  return groups.filter((group) => group.length > 0);
}
