/** Every way in which the digits of a row can be read as its figures. */
import type { ValueType } from '../../model/index.js';

/** Digits of a row, each with what may lie before it. */
export interface Digits {
  /** Digits, signs, points, separators. */
  readonly text: string;
  /** For each character: whether it goes on the figure before it, begins one, or nobody knows. */
  readonly seams: readonly Seam[];
}

/** What may lie between two characters. */
export type Seam = 'joined' | 'apart' | 'open';

/** Plain decimals, one a column. */
export type DigitReading = readonly string[];

/** More readings than this, or more steps to find them, and the row counts as one that nobody can read. */
const MOST_READINGS = 4000;
const MOST_STEPS = 400_000;

const SHAPES: Readonly<Record<ValueType, RegExp>> = {
  count: /^(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3})+)$/u,
  'signed-count': /^[+-]?(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3})+)$/u,
  amount: /^(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/u,
};

/**
 * All readings of digits as figures of the given types, none with leading zeros.
 *
 * @param isSum tells of the first figures of a row whether they may be right; called as soon as a figure is added
 * @returns `undefined` where there are too many
 */
export function digitReadings(
  digits: Digits,
  types: readonly ValueType[],
  isSum: (figures: readonly string[]) => boolean = () => true,
): readonly DigitReading[] | undefined {
  const found: DigitReading[] = [];
  let steps = 0;
  const walk = (from: number, figures: readonly string[]): void => {
    const type = types[figures.length];
    if (type === undefined) {
      if (from === digits.text.length) found.push(figures);
      return;
    }
    const left = types.length - figures.length - 1;
    for (let to = from + 1; to <= digits.text.length - left; to++) {
      if (steps++ > MOST_STEPS || found.length > MOST_READINGS) return;
      const seam = digits.seams[to] ?? 'apart';
      if (seam !== 'joined' && SHAPES[type].test(digits.text.slice(from, to))) {
        const next = [...figures, plain(digits.text.slice(from, to))];
        if (isSum(next)) walk(to, next);
      }
      if (seam === 'apart') break;
    }
  };
  walk(0, []);
  return steps > MOST_STEPS || found.length > MOST_READINGS ? undefined : found;
}

function plain(text: string): string {
  const bare = text.replace(/,/gu, '').replace(/^\+/u, '');
  return bare.includes('.') ? bare.replace(/\.?0+$/u, '') : bare.replace(/^-0$/u, '0');
}
