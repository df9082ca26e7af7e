/** Where rows begin and end, by what is set at their tops and at their feet. */
import { differentHeights } from './line-heights.js';

/** What is set at the ends of the rows of one page, in points down the page, ascending; one of the two may be empty. */
export interface EndHeights {
  readonly tops: readonly number[];
  readonly feet: readonly number[];
}

/** One row. */
export interface RowEnds {
  /** Where a text at its top would stand; of rows known by their feet only, where the foot of the row above does. */
  readonly top: number;
  /** Where a text at its foot would stand; of rows known by their tops only, where the top of the row below does. */
  readonly foot: number;
  /** What stands lower than this, */
  readonly from: number;
  /** and no lower than this, is of the row. */
  readonly to: number;
}

/** Where two figures tell the end of one row they agree to within this share of their size. */
const SAME_END = 0.2;
/** From the last line of a row to the first one of the next it is at least this share of their size. */
export const LEAST_STEP = 0.9;

/**
 * The rows of a page from top to bottom.
 *
 * @param size of the figures
 * @returns `undefined` where nothing is set at an end, or the ends do not fit together
 */
export function endsOfRows({ tops, feet }: EndHeights, size: number): readonly RowEnds[] | undefined {
  const half = (LEAST_STEP / 2) * size;
  if (tops.length + feet.length === 0) return undefined;
  // Above the first top, and below the last foot, rows may stand that print no figure.
  if (feet.length === 0) {
    return [-Infinity, ...tops].map((top, at) => rowOf(top, tops[at] ?? Infinity, -half));
  }
  if (tops.length === 0) {
    return [...feet, Infinity].map((foot, at) => rowOf(feet[at - 1] ?? -Infinity, foot, half));
  }
  const [top = 0, foot = 0] = [tops[0], feet[0]];
  if (tops.length === 1 && feet.length === 1 && foot - top >= LEAST_STEP * size) {
    return [{ top, foot, from: -Infinity, to: Infinity }];
  }
  const step = usualStep({ tops, feet }, SAME_END * size);
  if (step === undefined || step < LEAST_STEP * size) return undefined;
  const starts = differentHeights([...tops, ...feet.map((foot) => foot + step)], SAME_END * size);
  const isApart = starts.every((start, at) => at === 0 || start - (starts[at - 1] ?? start) >= step - SAME_END * size);
  if (!isApart) return undefined;
  const first = starts[0] ?? Infinity;
  const above = feet.some((foot) => foot < first - step / 2) ? [-Infinity] : [];
  const all = [...above, ...starts];
  return all.map((top, at) => {
    const next = all[at + 1] ?? Infinity;
    return { top, foot: next - step, from: top - step / 2, to: next - step / 2 };
  });
}

function rowOf(top: number, foot: number, room: number): RowEnds {
  return { top, foot, from: top + room, to: foot + room };
}

/** The step from the foot of a row to the top of the next one that most rows have. */
function usualStep({ tops, feet }: EndHeights, room: number): number | undefined {
  const steps = feet.flatMap((foot, at) => {
    const next = tops.find((top) => top > foot);
    return next !== undefined && next < (feet[at + 1] ?? Infinity) ? [next - foot] : [];
  });
  const alike = steps.map((step) => steps.filter((other) => Math.abs(other - step) <= room));
  const most = alike.reduce<readonly number[]>((best, each) => (each.length > best.length ? each : best), []);
  return most.length > 0 ? most.reduce((sum, step) => sum + step, 0) / most.length : undefined;
}
