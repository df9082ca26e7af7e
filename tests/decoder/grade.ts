// Holds a verdict against the figures that were drawn.
import { completeFigures, type CodeTable, type Verdict } from '../../src/repair/decode/index.js';
import type { DrawnTable } from './draw-table.js';

/** What a verdict is worth. */
export type Grade =
  /** Every figure is right, and nothing is open. */
  | 'right'
  /** A figure is given that is wrong. */
  | 'wrong'
  /** What is given is right; some figures stay open. */
  | 'open'
  /** Nothing is changed; the truth is among the alternatives. */
  | 'listed'
  /** Nothing is changed; the failure is reported. */
  | 'reported'
  /** Figures are wrong and every law holds. */
  | 'unseen';

/** Grades a verdict on a spoilt table. */
export function grade(verdict: Verdict, spoilt: CodeTable, { grid }: DrawnTable): Grade {
  const truth = grid.flat();
  const slots = spoilt.rows.flatMap((row) => row.slots);
  const read = slots.map(({ value }) => value);
  const isRight = (values: readonly (number | undefined)[]): boolean =>
    values.every((value, k) => value === undefined || value === truth[k]);
  if (verdict.kind === 'unsolved') return 'reported';
  if (verdict.kind === 'consistent') {
    const isSigned = slots.map((slot) => slot.isSigned);
    const filled = completeFigures(read, spoilt.laws, isSigned) ?? read;
    if (!isRight(filled)) return isRight(read) ? 'wrong' : 'unseen';
    return filled.includes(undefined) ? 'open' : 'right';
  }
  const valuesOf = (changes: readonly { cell: number; value: number | undefined }[]): (number | undefined)[] => {
    const values = [...read];
    for (const { cell, value } of changes) values[cell] = value;
    return values;
  };
  if (verdict.kind === 'ambiguous') {
    return verdict.decodings.some(({ changes }) => isRight(valuesOf(changes))) ? 'listed' : 'reported';
  }
  const values = valuesOf(verdict.decoding.changes);
  if (!isRight(values)) return 'wrong';
  return values.includes(undefined) ? 'open' : 'right';
}

/** Whether linear algebra alone, without non-negativity, recovers every blank of a table that is otherwise as drawn. */
export function isLinearlyRecovered(spoilt: CodeTable): boolean {
  const slots = spoilt.rows.flatMap((row) => row.slots);
  const read = slots.map(({ value }) => value);
  const filled = completeFigures(
    read,
    spoilt.laws,
    slots.map(() => true),
  );
  return filled !== undefined && !filled.includes(undefined);
}
