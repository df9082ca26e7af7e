/**
 * Mends rules that are worn: in a table every rule ends at one that runs across. An end at which none does is taken on to the
 * next one; where the ends of several rules stand over one another without one, it is put in.
 */
import type { Ruling } from '../../model/index.js';

/** Rules that end this near a rule across, in points, join it. */
const JOINS = 2;
/** What is worn off at an end is no longer, in points. */
const WORN = 18;
/** Of a short one, than this share of what is left. */
const WORN_SHARE = 0.25;
/** Fewer ends over one another are chance. */
const FEWEST_ENDS = 3;
/** Rules shorter than this, in points, must join rules across at both ends. */
const SELF_EVIDENT = 42;
/** And those shorter than this at one end: strokes of a line of text may seem to be one rule. */
const MANY_CHARACTERS = 150;

/** Takes on the ends of rules that stop short of the next rule across, and puts in rules at which others end. */
export function mendRules(rulings: readonly Ruling[]): readonly Ruling[] {
  const mended = takeOn(rulings);
  const added = [...rulesAtEnds(mended, 'vertical'), ...rulesAtEnds(mended, 'horizontal')];
  return added.length === 0 ? mended : takeOn([...mended, ...added]);
}

/** Takes on the ends of rules that stop short of the next rule across. */
export function takeOn(rulings: readonly Ruling[]): readonly Ruling[] {
  const sorted = { horizontal: byPosition(rulings, 'horizontal'), vertical: byPosition(rulings, 'vertical') };
  return rulings.map((ruling) => {
    const across = ruling.orientation === 'horizontal' ? sorted.vertical : sorted.horizontal;
    const near = across.filter(({ start, end }) => start - WORN <= ruling.position && end + WORN >= ruling.position);
    const isJoined = (at: number): boolean =>
      near.some(({ position, thickness }) => Math.abs(position - at) <= JOINS + thickness / 2);
    const isShort = ruling.end - ruling.start < SELF_EVIDENT;
    // A stroke of a character between two rules is no rule from one to the other.
    if (isShort && !isJoined(ruling.start) && !isJoined(ruling.end)) return ruling;
    const worn = isShort ? WORN_SHARE * (ruling.end - ruling.start) : WORN;
    const before = near.findLast(({ position }) => position < ruling.start);
    const behind = near.find(({ position }) => position > ruling.end);
    const isWornAtStart = before && !isJoined(ruling.start) && ruling.start - before.position <= worn;
    const isWornAtEnd = behind && !isJoined(ruling.end) && behind.position - ruling.end <= worn;
    return {
      ...ruling,
      ...(isWornAtStart ? { start: before.position } : {}),
      ...(isWornAtEnd ? { end: behind.position } : {}),
    };
  });
}

/**
 * Rules that must run where the ends of others stand over one another and join nothing. Each reaches from the rule above the
 * first of them to the one below the last: a rule ends inside a table only at the edge of a cell that goes on on both sides.
 */
function rulesAtEnds(rulings: readonly Ruling[], orientation: Ruling['orientation']): readonly Ruling[] {
  const ending = byPosition(rulings, orientation === 'vertical' ? 'horizontal' : 'vertical').filter(
    ({ start, end }) => end - start >= SELF_EVIDENT,
  );
  const ends = ending
    .flatMap((ruling) => [ruling.start, ruling.end].map((at) => ({ at, ruling })))
    .filter(({ at, ruling }) => !joins(ruling, at, rulings))
    .sort((a, b) => a.at - b.at);
  const rules: Ruling[] = [];
  for (let from = 0, to = 0; from < ends.length; from = to) {
    const first = ends[from]?.at ?? 0;
    while ((ends[to]?.at ?? Infinity) - first <= JOINS) to++;
    const own = ends.slice(from, to).sort((a, b) => a.ruling.position - b.ruling.position);
    const at = own.reduce((sum, end) => sum + end.at, 0) / own.length;
    const through = ending.filter(({ start, end }) => start <= at + JOINS && end >= at - JOINS);
    rules.push(...stretchesBetween(own, through, { orientation, position: at }));
  }
  return rules;
}

function stretchesBetween(
  ends: readonly { readonly ruling: Ruling }[],
  through: readonly Ruling[],
  rule: Pick<Ruling, 'orientation' | 'position'>,
): readonly Ruling[] {
  const stretches: { start: number; end: number; count: number }[] = [];
  for (const { ruling } of ends) {
    const at = through.indexOf(ruling);
    const start = through[at - 1]?.position ?? ruling.position;
    const end = through[at + 1]?.position ?? ruling.position;
    const last = stretches.at(-1);
    if (last && start <= last.end) {
      last.end = end;
      last.count++;
    } else stretches.push({ start, end, count: 1 });
  }
  return stretches
    .filter(({ count }) => count >= FEWEST_ENDS)
    .map(({ start, end }) => ({ ...rule, start, end, thickness: 1, source: 'stroke' }));
}

function byPosition(rulings: readonly Ruling[], orientation: Ruling['orientation']): readonly Ruling[] {
  return rulings.filter((ruling) => ruling.orientation === orientation).sort((a, b) => a.position - b.position);
}

/** Leaves out short rules that do not join others: strokes of glyphs, dashes, underlines. */
export function withoutStrokes(rulings: readonly Ruling[]): readonly Ruling[] {
  let kept = rulings;
  for (let count = -1; count !== kept.length;) {
    count = kept.length;
    const all = kept;
    kept = all.filter((ruling) => {
      const length = ruling.end - ruling.start;
      if (length >= MANY_CHARACTERS) return true;
      const ends = [ruling.start, ruling.end].filter((end) => joins(ruling, end, all));
      return ends.length === 2 || (ends.length === 1 && length >= SELF_EVIDENT);
    });
  }
  return kept;
}

function joins(ruling: Ruling, end: number, all: readonly Ruling[]): boolean {
  return all.some(
    (other) =>
      other.orientation !== ruling.orientation &&
      Math.abs(other.position - end) <= JOINS + other.thickness / 2 &&
      other.start <= ruling.position + JOINS &&
      other.end >= ruling.position - JOINS,
  );
}
