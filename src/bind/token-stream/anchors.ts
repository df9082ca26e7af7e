/** Finds the labels of a form in a stream of letters, in their order. */
import type { Label } from '../../model/index.js';

/** Where a label stands among the letters of a stream. */
export interface Anchor {
  /** First letter. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** How well the letters fit, from 0 to 1. */
  readonly fit: number;
}

/** A label found only by one of its keys. */
const KEY_FIT = 0.7;
/** Share of a label's letters that may be lost, added or misread. */
const MOST_ERRORS = 0.3;
/** Labels shorter than this are found as they are worded or not at all: with an error in them they are other words. */
const SHORTEST_FUZZY = 5;
/** Letters of a wording beyond which more of them are no more evidence. */
const TELLING_LENGTH = 10;
/** What each letter between two labels of a form that follow one another costs, and the most all of them do. */
const LETTER_BETWEEN = 0.05;
const DEAREST_GAP = 6;

const CHINESE_ORDINAL = /^\(?([一二三四五六七八九十]{1,2})[、)]/u;

/** The letters of a label as a stream holds them. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=三安全)[—―–ー\-－]+(?=稳定)/u, '一')
    .replace(/^\(?[一二三四五六七八九十]{1,2}[、)]/u, '')
    .replace(/\P{Script=Han}/gu, '');
}

/** Remembers where labels stand in one stream. */
export class AnchorFinder {
  readonly #letters: string;
  readonly #known = new Map<Label, readonly Anchor[]>();

  constructor(letters: string) {
    this.#letters = letters;
  }

  /** All places where a label may stand, ascending. */
  placesOf(label: Label): readonly Anchor[] {
    const known = this.#known.get(label);
    if (known) return known;
    const found = this.#find(label);
    this.#known.set(label, found);
    return found;
  }

  #find(label: Label): readonly Anchor[] {
    const wordings = [...new Set([label.text, ...label.variants].map(lettersOf))].filter((text) => text !== '');
    const exact = wordings.flatMap((text) => occurrences(this.#letters, text).map((at) => anchor(at, text.length, 1)));
    const first = wordings[0] ?? '';
    // The search costs most of the time, and a label that stands there as it is worded needs none.
    const fuzzy = exact.length === 0 && first.length >= SHORTEST_FUZZY ? fuzzyOccurrences(this.#letters, first) : [];
    const keys = label.keys.map(lettersOf).filter((key) => key.length > 1);
    const byKey = keys.flatMap((key) => occurrences(this.#letters, key).map((at) => anchor(at, key.length, KEY_FIT)));
    const ordinal = CHINESE_ORDINAL.exec(label.text.normalize('NFKC'))?.[1];
    return withoutOverlaps([...exact, ...fuzzy, ...byKey]).map((place) => this.#withOrdinal(place, ordinal));
  }

  /** The enumerator's letters before a label are part of it. */
  #withOrdinal(place: Anchor, ordinal: string | undefined): Anchor {
    if (ordinal === undefined || !this.#letters.slice(0, place.start).endsWith(ordinal)) return place;
    return { ...place, start: place.start - ordinal.length };
  }
}

function anchor(start: number, length: number, fit: number): Anchor {
  return { start, end: start + length, fit };
}

/** Where a text holds another, ascending. */
export function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** Of places that overlap, the best; ascending. */
function withoutOverlaps(anchors: readonly Anchor[]): readonly Anchor[] {
  const kept: Anchor[] = [];
  const best = [...anchors].sort((a, b) => b.fit - a.fit || b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const each of best) {
    if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Approximate occurrences by Sellers' algorithm (1980): every end at which the edit distance is small enough. */
function fuzzyOccurrences(text: string, pattern: string): readonly Anchor[] {
  const size = pattern.length;
  const most = Math.floor(size * MOST_ERRORS);
  const found: Anchor[] = [];
  // By how much of the pattern is matched: the distance so far, and where the match that ends here begins.
  const distances = Uint16Array.from({ length: size + 1 }, (_, k) => k);
  const starts = new Uint32Array(size + 1);
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    let diagonal = 0;
    let diagonalStart = at;
    starts[0] = at + 1;
    for (let k = 1; k <= size; k++) {
      const swap = diagonal + (letter === pattern.charCodeAt(k - 1) ? 0 : 1);
      const added = (distances[k] ?? 0) + 1;
      const lost = (distances[k - 1] ?? 0) + 1;
      const swapStart = diagonalStart;
      diagonal = distances[k] ?? 0;
      diagonalStart = starts[k] ?? 0;
      if (swap <= added && swap <= lost) [distances[k], starts[k]] = [swap, swapStart];
      else if (added <= lost) distances[k] = added;
      else [distances[k], starts[k]] = [lost, starts[k - 1] ?? 0];
    }
    const distance = distances[size] ?? size;
    if (distance <= most) found.push({ start: starts[size] ?? at, end: at + 1, fit: 1 - distance / size });
  }
  return found;
}

/** Labels found in order; `undefined` where one was not. */
export type Chain = readonly (Anchor | undefined)[];

interface Link {
  readonly anchor: Anchor;
  readonly score: number;
  readonly before: Link | undefined;
  readonly index: number;
}

/**
 * Finds labels in their order, each at most once, so that most letters are explained and least lie between. A label that
 * is not there is left out.
 *
 * @param from letters before this are not looked at
 * @param to letters from this on are not looked at
 */
export function findChain(
  finder: AnchorFinder,
  labels: readonly Label[],
  [from, to]: readonly [number, number],
): Chain {
  const links: Link[] = [];
  let best: Link | undefined;
  for (const [index, label] of labels.entries()) {
    const own: Link[] = [];
    for (const place of finder.placesOf(label)) {
      if (place.start < from || place.end > to) continue;
      const link = bestLink(links, place, index);
      own.push(link);
      if (!best || link.score > best.score) best = link;
    }
    links.push(...own);
  }
  const chain = new Array<Anchor | undefined>(labels.length).fill(undefined);
  for (let link = best; link; link = link.before) chain[link.index] = link.anchor;
  return chain;
}

function bestLink(links: readonly Link[], place: Anchor, index: number): Link {
  const own = place.fit * Math.min(TELLING_LENGTH, place.end - place.start);
  let score = own;
  let before: Link | undefined;
  for (const link of links) {
    const between = place.start - link.anchor.end;
    if (between < 0) continue;
    const total = own + link.score - Math.min(DEAREST_GAP, between * LETTER_BETWEEN);
    if (total > score) [score, before] = [total, link];
  }
  return { anchor: place, score, before, index };
}
