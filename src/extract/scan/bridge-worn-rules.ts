/**
 * Takes worn rules on, on a page from which print is taken off: every edge of a cell in one line with a rule is looked at, and is ruled
 * where much of it is inked.
 */
import type { Ruling } from '../../model/index.js';
import { LONG_RULE } from './along-rule.js';
import type { GreyImage } from './grey-image.js';
import { inkedShare, inkProfile } from './ink-profile.js';

/** An edge is ruled where this share of it is inked: where there is no rule, there is no ink. */
const LEAST_SHARE = 0.3;
/** Between two rules in its line an edge is more likely ruled than not: half of that is enough. */
const LEAST_BETWEEN = 0.15;
/** Edges of cells are no longer, in points. */
const LONGEST_EDGE = 250;
/** A worn rule across counts that ends this near, in points; ends of rules lie this near what they join. */
const WORN = 18;
const JOINS = 2;

/**
 * Takes on rules that are worn.
 *
 * @param image a page without print: strokes of characters would be taken for rules
 * @param besidePx how far off the paper lies that a rule is compared with
 */
export function bridgeWornRules(image: GreyImage, rulings: readonly Ruling[], besidePx: number): readonly Ruling[] {
  const long = rulings.filter(({ start, end }) => end - start >= LONG_RULE);
  const inked = long.map((ruling) => inkProfile(image, ruling, besidePx).least).sort((a, b) => a - b);
  const least = inked[inked.length >> 1] ?? 0;
  const isRuled = (edge: Ruling, isBetween: boolean): boolean => {
    const ink = { ...inkProfile(image, edge, besidePx), least };
    return inkedShare(ink, 0, edge.end - edge.start) >= (isBetween ? LEAST_BETWEEN : LEAST_SHARE);
  };
  return linesOf(rulings).flatMap((pieces) => {
    const [line] = pieces;
    if (!line) return [];
    const reaches = (at: number): boolean => pieces.some(({ start, end }) => start <= at + JOINS && end >= at - JOINS);
    const added = edgesInLine(line, rulings)
      .filter(({ start, end }) => !pieces.some((piece) => piece.start <= start + JOINS && piece.end >= end - JOINS))
      .filter((edge) => isRuled(edge, reaches(edge.start) && reaches(edge.end)));
    return joinTouching([...pieces, ...added]);
  });
}

/** Rules that lie in one line. */
function linesOf(rulings: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const lines: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => a.position - b.position)) {
    const line = lines.find(
      ([first]) => first?.orientation === ruling.orientation && ruling.position - first.position <= JOINS,
    );
    if (line) line.push(ruling);
    else lines.push([ruling]);
  }
  return lines;
}

/** The edges of cells that lie in one line with a rule: from one rule across to the next, all along the page. */
function edgesInLine(ruling: Ruling, all: readonly Ruling[]): readonly Ruling[] {
  const crossings = all
    .filter(({ orientation }) => orientation !== ruling.orientation)
    .filter(({ start, end }) => start - WORN <= ruling.position && end + WORN >= ruling.position)
    .map(({ position }) => position)
    .sort((a, b) => a - b)
    .filter((at, k, sorted) => at - (sorted[k - 1] ?? -Infinity) > JOINS);
  return crossings
    .slice(1)
    .map((end, k) => ({ ...ruling, start: crossings[k] ?? end, end }))
    .filter(({ start, end }) => end - start <= LONGEST_EDGE);
}

/** Pieces of one line as few rules: those that touch are one. */
function joinTouching(pieces: readonly Ruling[]): readonly Ruling[] {
  const joined: Ruling[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && piece.start <= last.end + JOINS) joined.splice(-1, 1, { ...last, end: Math.max(last.end, piece.end) });
    else joined.push(piece);
  }
  return joined;
}
