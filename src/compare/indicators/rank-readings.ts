/** Ranks values as a statistician would: ties share a place, and intervals say how far the place could be another. */
import type { Interval } from './wilson-interval.js';

/** A value to be ranked. */
export interface RankedValue {
  readonly value: number;
  /** Absent where the value is exact. */
  readonly interval?: Interval | undefined;
}

/** A place among `of` values; 1 is the largest. */
export interface Rank {
  /** Places that tie share the first of them, as in sport: 1, 2, 2, 4. */
  readonly rank: number;
  /** The best and the worst place that the intervals leave: places before those surely less, behind those surely more. */
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

/** The ranks of values, in their order. */
export function rankValues(values: readonly RankedValue[]): Rank[] {
  const lows = values.map(({ value, interval }) => interval?.low ?? value).sort((a, b) => a - b);
  const highs = values.map(({ value, interval }) => interval?.high ?? value).sort((a, b) => a - b);
  const sorted = values.map(({ value }) => value).sort((a, b) => a - b);
  const count = values.length;
  return values.map(({ value, interval }) => ({
    rank: 1 + count - countUpTo(sorted, value),
    best: 1 + count - countUpTo(lows, interval?.high ?? value),
    worst: count - countBelow(highs, interval?.low ?? value),
    of: count,
  }));
}

/** How many of ascending values are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  return search(sorted, (value) => value <= limit);
}

/** How many of ascending values are less than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  return search(sorted, (value) => value < limit);
}

function search(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && holds(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
