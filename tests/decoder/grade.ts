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
    // Rows whose labels are doubted stay marked, whatever the sums say.
    const isMarked = spoilt.rows.flatMap((row) => row.slots.map(() => row.mayBeOtherRow));
    if (!isRight(filled) && isRight(filled.map((value, k) => (isMarked[k] === true ? undefined : value))))
      return 'reported';
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

/** Whether nothing is wrong with a table but that figures are missing. */
export function hasOnlyBlanks(spoilt: CodeTable, { grid }: DrawnTable): boolean {
  const truth = grid.flat();
  const read = spoilt.rows.flatMap(({ slots }) => slots.map(({ value }) => value));
  return read.includes(undefined) && read.every((value, k) => value === undefined || value === truth[k]);
}

/** Whether the laws leave every blank one value: of whole numbers of either sign (linear algebra), or of counts. */
export function isDecided({ rows, laws }: CodeTable, of: 'either sign' | 'counts'): boolean {
  const slots = rows.flatMap((row) => row.slots);
  const read = slots.map(({ value }) => value);
  const isSigned = slots.map((slot) => of === 'either sign' || slot.isSigned);
  const filled = completeFigures(read, laws, isSigned);
  return filled !== undefined && !filled.includes(undefined);
}
