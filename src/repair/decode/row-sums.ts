/**
 * What rows add to the laws over several rows. Sums carry a hash that is linear modulo 2^32, so that readings which complete
 * an explanation are looked up instead of tried; a match is confirmed on the sums themselves.
 */

/** By cross law; `undefined` where a figure is not known. */
export interface Sums {
  readonly byLaw: readonly (number | undefined)[];
  /** Absent where a sum is not known. */
  readonly hash: number | undefined;
}

/** Odd constants far from each other, one for each law in turn (multiples of 2^32 / φ). */
const SPREAD = 0x9e3779b1;

/** Makes sums of their values. */
export function toSums(byLaw: readonly (number | undefined)[]): Sums {
  let hash = 0;
  for (const [k, sum] of byLaw.entries()) {
    if (sum === undefined) return { byLaw, hash: undefined };
    hash = (hash + Math.imul(Math.imul(SPREAD, 2 * k + 1), sum | 0)) | 0;
  }
  return { byLaw, hash };
}

/** The sum of two sums. */
export function plus(a: Sums, b: Sums): Sums {
  return {
    byLaw: a.byLaw.map((sum, k) => combine(sum, b.byLaw[k], 1)),
    hash: a.hash === undefined || b.hash === undefined ? undefined : (a.hash + b.hash) | 0,
  };
}

/** What is left of `a` without `b`; unknown where either is. */
export function minus(a: Sums, b: Sums): Sums {
  return {
    byLaw: a.byLaw.map((sum, k) => combine(sum, b.byLaw[k], -1)),
    hash: a.hash === undefined || b.hash === undefined ? undefined : (a.hash - b.hash) | 0,
  };
}

function combine(a: number | undefined, b: number | undefined, sign: 1 | -1): number | undefined {
  return a === undefined || b === undefined ? undefined : a + sign * b;
}

/** The sum over readings. */
export function totalOf(readings: readonly { readonly sums: Sums }[], lawCount: number): Sums {
  const zero = toSums(new Array<number>(lawCount).fill(0));
  return readings.reduce((total, { sums }) => plus(total, sums), zero);
}

/** True where every law that is known holds. */
export function isSatisfied({ byLaw }: Sums): boolean {
  return byLaw.every((sum) => sum === undefined || sum === 0);
}

/** The readings of a row by what they add. */
export interface SumsIndex<T> {
  /** The readings that bring every known law to zero, cheapest first among those of like kind. */
  completing(sums: Sums): readonly T[];
}

/** Indexes the readings of one row. */
export function indexBySums<T extends { readonly sums: Sums }>(readings: readonly T[]): SumsIndex<T> {
  const byHash = new Map<number, T[]>();
  const withUnknowns = readings.filter(({ sums }) => sums.hash === undefined);
  for (const reading of readings) {
    const { hash } = reading.sums;
    if (hash === undefined) continue;
    const known = byHash.get(hash);
    if (known) known.push(reading);
    else byHash.set(hash, [reading]);
  }
  const doesComplete = (sums: Sums, reading: T): boolean => canCancel(sums.byLaw, reading.sums.byLaw);
  return {
    completing(sums) {
      if (sums.hash === undefined) return readings.filter((reading) => doesComplete(sums, reading));
      const known = byHash.get(-sums.hash | 0);
      const candidates = known ? [...known, ...withUnknowns] : withUnknowns;
      return candidates.length === 0 ? candidates : candidates.filter((reading) => doesComplete(sums, reading));
    },
  };
}

/** Whether two sums bring every law to zero of which both are known. */
function canCancel(a: Sums['byLaw'], b: Sums['byLaw']): boolean {
  for (let k = 0; k < a.length; k++) {
    const [one, other] = [a[k], b[k]];
    if (one !== undefined && other !== undefined && one + other !== 0) return false;
  }
  return true;
}
