// How a run of digits can be read as the figures of a row, and which rows nothing tells how to read. Written apart from
// the pipeline: the truth must not take its word.

/** Between two digits: they belong to one figure, to two, or nobody knows. */
export type Gap = 'joined' | 'apart' | 'open';

/** The readings of one row as figures that fit its own sum; empty where there are none. */
export type Readings = readonly (readonly number[])[];

/** More readings than this are not followed up: the row counts as undecidable. */
const MOST_READINGS = 4000;

/** A run without any separator. */
export function openRun(digits: string): readonly Gap[] {
  return Array.from({ length: Math.max(0, digits.length - 1) }, () => 'open');
}

/** Every reading of digits as `count` figures without leading zeros. */
export function readingsOf(digits: string, gaps: readonly Gap[], count: number): Readings {
  const found: number[][] = [];
  const walk = (from: number, figures: readonly number[]): void => {
    if (found.length > MOST_READINGS) return;
    const left = count - figures.length;
    if (from === digits.length) {
      if (left === 0) found.push([...figures]);
      return;
    }
    if (left === 0 || digits.length - from < left) return;
    for (let to = from + 1; to <= digits.length; to++) {
      if (to > from + 1 && (digits[from] === '0' || gaps[to - 2] === 'apart')) return;
      if (to < digits.length && gaps[to - 1] === 'joined') continue;
      walk(to, [...figures, Number(digits.slice(from, to))]);
    }
  };
  walk(0, []);
  return found;
}

const sumOf = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);

/** Readings in which the last figure of every group of `size` is the sum of those before it. */
export function withSums(readings: Readings, size: number): Readings {
  return readings.filter((figures) => {
    for (let k = 0; k < figures.length; k += size) {
      const group = figures.slice(k, k + size);
      if (sumOf(group.slice(0, -1)) !== group.at(-1)) return false;
    }
    return true;
  });
}

/** How often the search over rows may branch. */
const MOST_STEPS = 60_000;

/** A row of table three with its possible readings, and the right one. */
export interface OpenRow {
  readonly id: string;
  readonly figures: readonly number[];
  readonly readings: Readings;
}

/** True where the right reading is the only one: false too where a body's error leaves none, or only a wrong one. */
export function isPlain(figures: readonly number[], readings: Readings): boolean {
  return readings.length === 1 && readings[0]?.join(' ') === figures.join(' ');
}

/** Weight of a row in the two laws over the columns: results = total, received + carried in = total + carried out. */
function weights(id: string): readonly [number, number] {
  if (id === 'handled_total') return [-1, -1];
  if (id === 'new_received' || id === 'carried_in') return [0, 1];
  if (id === 'carried_out') return [0, -1];
  return [1, 0];
}

/**
 * The rows of table three that two whole readings, each with every sum of the form right, read differently. Where the
 * search grows too large, every row with more than one reading is named: a row too many in the list costs nothing.
 */
export function undecidableRows(rows: readonly OpenRow[]): readonly string[] {
  const open = rows.filter((row) => !isPlain(row.figures, row.readings));
  const ambiguous = open.map((row) => row.id);
  if (open.length === 0) return [];
  // A row that its own sum does not fit upsets the sums of the columns as well.
  if (open.some((row) => row.readings.length < 2)) return ambiguous;
  if (open.some((row) => row.readings.length > MOST_READINGS)) return ambiguous;
  const columns = 7;
  const start = Array.from({ length: columns * 2 }, () => 0);
  for (const row of rows) {
    if (row.readings.length === 1) add(start, row.id, row.readings[0] ?? [], 1);
  }
  const variants = open.map((row) => new Set([row.figures.join(' ')]));
  let solutions = 0;
  let steps = 0;
  const chosen: number[][] = [];
  const walk = (k: number, sums: number[]): void => {
    if (++steps > MOST_STEPS) return;
    const row = open[k];
    if (row === undefined) {
      if (sums.some((sum) => sum !== 0)) return;
      solutions++;
      chosen.forEach((figures, at) => variants[at]?.add(figures.join(' ')));
      return;
    }
    for (const figures of row.readings) {
      add(sums, row.id, figures, 1);
      chosen[k] = [...figures];
      walk(k + 1, sums);
      add(sums, row.id, figures, -1);
    }
  };
  walk(0, start);
  if (steps > MOST_STEPS || solutions === 0) return ambiguous;
  return ambiguous.filter((_, k) => (variants[k]?.size ?? 0) !== 1);
}

function add(sums: number[], id: string, figures: readonly number[], sign: number): void {
  const [results, balance] = weights(id);
  figures.forEach((figure, c) => {
    sums[c] = (sums[c] ?? 0) + sign * results * figure;
    sums[7 + c] = (sums[7 + c] ?? 0) + sign * balance * figure;
  });
}
