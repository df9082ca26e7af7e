// A seeded source of randomness. Everything the corpus draws comes from here, so that one seed gives one document on
// every machine; nothing in this folder may read the clock, the locale or Math.random.

/** A reproducible stream of choices. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number between the two bounds, both included. */
  int(min: number, max: number): number;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

/** FNV-1a over UTF-16 code units: turns a label into 32 bits that differ between labels. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * Starts a stream (mulberry32). Streams of one seed with different purposes are independent, so that a new choice in
 * the prose does not move the figures.
 */
export function createRandom(seed: number, purpose = ''): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ hash(purpose)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: <T>(list: readonly T[]): T => {
      const chosen = list[int(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError('cannot pick from an empty list');
      return chosen;
    },
    chance: (probability) => next() < probability,
  };
}
