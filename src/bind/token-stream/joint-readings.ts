/**
 * Chooses readings of several rows together: those under which every law across the rows holds. All solutions are found,
 * so that a reading left over is proved and several are known to be all there are. Counts its steps, never the time.
 */

/** A law across rows: over all rows, `sum(row, reading)` of the readings taken is 0. */
export type RowSums = readonly number[];

/** Steps after which a search is given up. */
const MOST_STEPS = 300_000;

/**
 * Finds which readings of each row take part in a solution.
 *
 * @param sums for each row and each of its readings: what it adds to each law
 * @returns for each row the indices of its readings that occur in a solution; empty lists where there is none;
 *   `undefined` where the search is too large
 */
export function jointReadings(sums: readonly (readonly RowSums[])[]): readonly (readonly number[])[] | undefined {
  const lawCount = sums[0]?.[0]?.length ?? 0;
  const candidates = prune(sums, lawCount);
  if (candidates.some((own) => own.length === 0)) return sums.map(() => []);
  const order = [...candidates.keys()].sort(
    (a, b) => (candidates[a]?.length ?? 0) - (candidates[b]?.length ?? 0) || a - b,
  );
  const rows = order.map((row) => (candidates[row] ?? []).map((index) => sums[row]?.[index] ?? []));
  const used = search(rows, lawCount);
  if (!used) return undefined;
  const result: (readonly number[])[] = sums.map(() => []);
  for (const [k, row] of order.entries()) {
    result[row] = [...(used[k] ?? [])].sort((a, b) => a - b).map((at) => candidates[row]?.[at] ?? 0);
  }
  return result;
}

interface Bounds {
  readonly low: number[];
  readonly high: number[];
}

/** What rows can add to each law at least and at most. */
function boundsOf(readings: readonly RowSums[], lawCount: number): Bounds {
  const low = new Array<number>(lawCount).fill(Infinity);
  const high = new Array<number>(lawCount).fill(-Infinity);
  for (const sums of readings) {
    for (let law = 0; law < lawCount; law++) {
      low[law] = Math.min(low[law] ?? 0, sums[law] ?? 0);
      high[law] = Math.max(high[law] ?? 0, sums[law] ?? 0);
    }
  }
  return { low, high };
}

function addBounds(bounds: readonly Bounds[], lawCount: number): Bounds {
  const total: Bounds = { low: new Array<number>(lawCount).fill(0), high: new Array<number>(lawCount).fill(0) };
  for (const { low, high } of bounds) {
    for (let law = 0; law < lawCount; law++) {
      total.low[law] = (total.low[law] ?? 0) + (low[law] ?? 0);
      total.high[law] = (total.high[law] ?? 0) + (high[law] ?? 0);
    }
  }
  return total;
}

/** Leaves out readings that no choice of the other rows can balance, until nothing changes. */
function prune(sums: readonly (readonly RowSums[])[], lawCount: number): readonly (readonly number[])[] {
  let candidates: readonly (readonly number[])[] = sums.map((own) => [...own.keys()]);
  for (;;) {
    const bounds = candidates.map((own, row) =>
      boundsOf(
        own.map((index) => sums[row]?.[index] ?? []),
        lawCount,
      ),
    );
    const total = addBounds(bounds, lawCount);
    const next = candidates.map((own, row) =>
      own.filter((index) =>
        (sums[row]?.[index] ?? []).every((sum, law) => {
          const restLow = (total.low[law] ?? 0) - (bounds[row]?.low[law] ?? 0);
          const restHigh = (total.high[law] ?? 0) - (bounds[row]?.high[law] ?? 0);
          return sum + restLow <= 0 && sum + restHigh >= 0;
        }),
      ),
    );
    const isSame = next.every((own, row) => own.length === candidates[row]?.length);
    if (isSame || next.some((own) => own.length === 0)) return next;
    candidates = next;
  }
}

/** Goes through the rows forward, sums of equal value taken as one, and back from the sums that are all 0. */
function search(rows: readonly (readonly RowSums[])[], lawCount: number): readonly ReadonlySet<number>[] | undefined {
  const rest: Bounds[] = rows.map((_, k) =>
    addBounds(
      rows.slice(k + 1).map((readings) => boundsOf(readings, lawCount)),
      lawCount,
    ),
  );
  const start = new Array<number>(lawCount).fill(0);
  const layers: Map<string, RowSums>[] = [new Map([[keyOf(start), start]])];
  let steps = 0;
  for (const [k, readings] of rows.entries()) {
    const next = new Map<string, RowSums>();
    for (const state of layers[k]?.values() ?? []) {
      for (const sums of readings) {
        if (steps++ > MOST_STEPS) return undefined;
        const sum = state.map((value, law) => value + (sums[law] ?? 0));
        if (isReachable(sum, rest[k])) next.set(keyOf(sum), sum);
      }
    }
    layers.push(next);
  }
  return trace(rows, layers);
}

function isReachable(sum: RowSums, rest: Bounds | undefined): boolean {
  return sum.every((value, law) => value + (rest?.low[law] ?? 0) <= 0 && value + (rest?.high[law] ?? 0) >= 0);
}

function trace(
  rows: readonly (readonly RowSums[])[],
  layers: readonly ReadonlyMap<string, RowSums>[],
): readonly ReadonlySet<number>[] {
  const used = rows.map(() => new Set<number>());
  let alive = new Set(layers.at(-1)?.keys() ?? []);
  for (let k = rows.length - 1; k >= 0; k--) {
    const before = new Set<string>();
    for (const [key, state] of layers[k] ?? []) {
      for (const [index, sums] of (rows[k] ?? []).entries()) {
        if (!alive.has(keyOf(state.map((value, law) => value + (sums[law] ?? 0))))) continue;
        used[k]?.add(index);
        before.add(key);
      }
    }
    alive = before;
  }
  return used;
}

function keyOf(sums: RowSums): string {
  return sums.join(' ');
}
