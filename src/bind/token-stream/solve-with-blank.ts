/**
 * Columns read one after the other of which one cell prints nothing: every figure behind it has moved up by one, and the
 * text does not say from where on. The laws do: with the blank in any other place most of them fail.
 */
import type { Block } from '../../model/index.js';
import { rowLaws } from './row-laws.js';
import type { LawTerm, RowLaw } from './row-laws.js';
import type { SplitBlock, SplitFigure } from './solve-block.js';
import type { StreamFigure } from './stream.js';

/** Where the blank may be, counted down the columns, and the value that all laws over it leave. */
interface Placement {
  readonly at: number;
  readonly value: number;
}

/**
 * Reads a block from its figures column by column, one fewer than it has cells.
 *
 * @returns proved where every law holds; `undefined` where they do not hold with the blank in any place
 */
export function solveWithBlank(block: Block, run: readonly StreamFigure[]): SplitBlock | undefined {
  const height = block.rows.length;
  const numbers = run.map(({ text }) => (/^(?:0|[1-9]\d{0,11})$/u.test(text) ? Number(text) : NaN));
  if (numbers.length !== height * block.columns.length - 1 || numbers.some(Number.isNaN)) return undefined;
  const { within, across } = rowLaws(block);
  if (across.length === 0) return undefined;
  const laws = [...within.flat(), ...across];
  const placements = Array.from({ length: numbers.length + 1 }, (_, at) => at).flatMap((at): Placement[] => {
    const value = valueAt(at, { laws, height, numbers });
    return value === undefined ? [] : [{ at, value }];
  });
  const [first] = placements;
  if (!first) return undefined;
  return {
    isProved: true,
    rows: block.rows.map((_, form) => ({
      material: { form, figures: rowOf(form, { block, run, blank: first.at }), isUnsure: false },
      figures: block.columns.map((_column, column) => figureAt(column * height + form, numbers, placements)),
    })),
  };
}

/** The figures of a row, where the blank is in a given place. */
function rowOf(
  form: number,
  { block, run, blank }: { readonly block: Block; readonly run: readonly StreamFigure[]; readonly blank: number },
): readonly StreamFigure[] {
  const places = block.columns.map((_, column) => column * block.rows.length + form);
  return places.flatMap((at) => (at === blank ? [] : (run[printedAt(at, blank)] ?? [])));
}

/** Which of the printed figures stands in a place: those behind the blank have moved up by one. */
function printedAt(at: number, blank: number): number {
  return at < blank ? at : at - 1;
}

interface Cells {
  readonly laws: readonly RowLaw[];
  readonly height: number;
  readonly numbers: readonly number[];
}

/** The value of a blank in that place under which all laws hold; `undefined` where there is none. */
function valueAt(blank: number, { laws, height, numbers }: Cells): number | undefined {
  const place = ({ form, column }: LawTerm): number => column * height + form;
  let value: number | undefined;
  for (const law of laws) {
    let sum = 0;
    let sign = 0;
    for (const term of law) {
      const at = place(term);
      if (at === blank) sign += term.sign;
      else sum += term.sign * (numbers[printedAt(at, blank)] ?? 0);
    }
    if (sign === 0 && sum !== 0) return undefined;
    if (sign === 0) continue;
    const needed = -sum / sign;
    if (needed < 0 || !Number.isInteger(needed) || (value !== undefined && value !== needed)) return undefined;
    value = needed;
  }
  return value;
}

/** What a cell holds under all placements; where they differ only in which of like figures is not printed, its value. */
function figureAt(at: number, numbers: readonly number[], placements: readonly Placement[]): SplitFigure {
  const [only] = placements;
  if (only?.at === at && placements.length === 1)
    return { value: '', isCertain: true, isBlank: true, alternatives: [] };
  const values = [
    ...new Set(placements.map((blank) => String(blank.at === at ? blank.value : numbers[printedAt(at, blank.at)]))),
  ];
  const [value = ''] = values;
  const isPrinted = placements.every((blank) => blank.at !== at);
  if (values.length > 1) return { value: '', isCertain: false, alternatives: values };
  return { value, isCertain: isPrinted, alternatives: [] };
}
