/** All ways to read one row that its own laws allow: placements of its numbers, and misread figures. */
import type { CodeRow, LawPlan, RowLaw, RowValues } from './code-table.js';
import { shareSum } from './code-table.js';
import { ARBITRARY, misreadingCost, OFFERED } from './misreading-cost.js';
import { rowPlacements, TWO_FAULTS } from './placements.js';
import type { RowOption } from './row-option.js';
import { ownSources } from './row-option.js';
import { toSums } from './row-sums.js';
import type { Sums } from './row-sums.js';
import { settleRow } from './settle-row.js';

/** One reading of a row with what it adds to each law over several rows. */
export interface ReadRow extends RowOption {
  /** What it adds to each cross law. */
  readonly sums: Sums;
}

/** What `readRow` works on. */
export interface RowContext {
  readonly rowIndex: number;
  readonly row: CodeRow;
  readonly plan: LawPlan;
  /** By cross law: what it comes to as read, where it is known and not 0. */
  readonly residuals: readonly (number | undefined)[];
  /** No placement that costs more is tried. */
  readonly dearest: number;
}

/** A figure that is neither read nor decided although the row is read otherwise: nothing proves such a reading. */
const UNDECIDED = 4;
/** Faults that may as well be misread figures: one row of them costs no less than one such figure, within the margin. */
const GUISE = 2.5;

/** The readings of a row, cheapest first; the row as read among them only where its own laws hold. */
export function readRow(context: RowContext): readonly ReadRow[] {
  const { row, rowIndex, plan } = context;
  const laws = plan.rowLaws[rowIndex] ?? [];
  const found = new Map<string, ReadRow>();
  const keep = ({ values, cost, fault, sources }: RowOption): void => {
    const settled = settleRow(values, laws, row.slots);
    if (!settled) return;
    const undecided = settled.filter((value, k) => value === undefined && row.slots[k]?.tokens.length !== 0).length;
    const price = cost + undecided * UNDECIDED;
    const key = settled.join();
    const known = found.get(key);
    if (known && known.cost <= price) return;
    found.set(key, { values: settled, sources, cost: price, fault, sums: sumsOf(settled, context) });
  };
  // A slot that prints digits of which no number can be made was not read yet.
  const isUnread = row.slots.some(({ tokens, value }) => tokens.length > 0 && value === undefined);
  for (const option of rowPlacements(row, context.dearest)) {
    if (!isUnread || (option.cost > 0 && option.fault !== 'as-read'))
      keep({ ...option, cost: option.cost + guise(option, row) });
  }
  const asRead = row.slots.map(({ value }) => value);
  const sources = ownSources(row);
  const isThorough = context.dearest >= TWO_FAULTS;
  for (const { values, cost } of misreadings(asRead, context, isThorough ? laws : []))
    keep({ values, cost, fault: 'misread', sources });
  return [...found.values()].sort((a, b) => a.cost - b.cost);
}

/**
 * Faults that move figures, taken together, can come to no more than other digits in one or two slots. In a row without any
 * trace of a fault (a blank, a number too many) that may as well be a misreading: it is never so much likelier as to be taken
 * for one.
 */
function guise({ values, fault }: RowOption, { slots, surplusBefore, surplusAfter }: CodeRow): number {
  const isTraceless =
    slots.every(({ tokens }) => tokens.length === 1) && surplusBefore.length + surplusAfter.length === 0;
  if (!isTraceless) return 0;
  if (fault !== 'several-faults' && fault !== 'residue' && fault !== 'figure-lost') return 0;
  const changed = slots.filter(({ value }, slot) => value !== values[slot]).length;
  return changed <= 2 ? GUISE : 0;
}

function sumsOf(values: RowValues, { plan, rowIndex }: RowContext): Sums {
  const byLaw = plan.crossLaws.map(({ shares }) => {
    const share = shares.get(rowIndex);
    return share ? shareSum(share, values) : 0;
  });
  return toSums(byLaw);
}

interface Misreading {
  readonly values: RowValues;
  readonly cost: number;
}

/**
 * One figure misread, as the laws of the row ask or as the reader offers, and two of them where a law over several rows
 * asks for the first and the row's own law for the second.
 */
function* misreadings(asRead: RowValues, context: RowContext, laws: readonly RowLaw[]): Generator<Misreading> {
  const { slots } = context.row;
  // Where the digits of a slot are no number yet, nothing beside it can be said to be misread.
  const unread = slots.filter(({ tokens, value }) => tokens.length > 0 && value === undefined);
  for (const [slot, { mayBeMisread, alternatives, tokens }] of slots.entries()) {
    if (!mayBeMisread || unread.some((each) => each !== slots[slot])) continue;
    const wanted = new Set(alternatives.filter((value) => keepsDigits(value, tokens)));
    for (const value of [...wantedByRow(asRead, slot, laws), ...wantedByColumns(asRead, slot, context)])
      wanted.add(value);
    for (const value of wanted) {
      const one = withValue(asRead, context, { slot, value });
      if (!one) continue;
      yield one;
      for (const [other, { mayBeMisread: isOpen }] of slots.entries()) {
        if (other === slot || !isOpen) continue;
        for (const second of wantedByRow(one.values, other, laws)) {
          const both = withValue(one.values, context, { slot: other, value: second });
          if (both) yield { values: both.values, cost: one.cost + both.cost };
        }
      }
    }
  }
}

/** Whether a value offered for several runs of digits leaves none of them out: where figures go is for placements to say. */
function keepsDigits(value: number, tokens: readonly string[]): boolean {
  return tokens.length < 2 || Number(tokens.join('')) === Math.abs(value);
}

function withValue(
  values: RowValues,
  { row }: RowContext,
  { slot, value }: { slot: number; value: number },
): Misreading | undefined {
  const place = row.slots[slot];
  if (!place || value === values[slot] || (value < 0 && !place.isSigned) || !Number.isSafeInteger(value))
    return undefined;
  const isOffered = place.alternatives.includes(value);
  const cost = isOffered ? OFFERED : misreadingCost(place.tokens.join(''), value);
  return {
    values: values.map((each, k) => (k === slot ? value : each)),
    cost: place.tokens.length === 0 ? ARBITRARY : cost,
  };
}

/** The value with which a law of the row would hold, all other figures as they are. */
function wantedByRow(values: RowValues, slot: number, laws: readonly RowLaw[]): readonly number[] {
  return laws.flatMap((law) => {
    const at = law.cells.indexOf(slot);
    const sum = at < 0 ? undefined : shareSum(law, values);
    const value = values[slot];
    if (sum === undefined || sum === 0 || value === undefined) return [];
    return [value - sum * (law.coefficients[at] ?? 1)];
  });
}

/** The values with which the laws over several rows would hold, all other figures as they are. */
function wantedByColumns(values: RowValues, slot: number, context: RowContext): readonly number[] {
  const { plan, rowIndex, residuals } = context;
  const value = values[slot];
  if (value === undefined) return [];
  return plan.crossLaws.flatMap(({ shares }, k) => {
    const share = shares.get(rowIndex);
    const at = share?.cells.indexOf(slot) ?? -1;
    const residual = residuals[k];
    if (!share || at < 0 || residual === undefined || residual === 0) return [];
    return [value - residual * (share.coefficients[at] ?? 1)];
  });
}
