/** Makes the facts of a block from what the stream of a dump says of it. */
import type { Fact } from '../model/index.js';
import { missingFact } from './bound-block-facts.js';
import type { Field } from './bound-block-facts.js';
import type { StreamBlock } from './token-stream/index.js';
import type { SplitFigure, SplitRow } from './token-stream/solve-block.js';

/** A row in which nobody can tell where one figure ends and the next begins. */
const SPLIT_UNCERTAIN = 'split-uncertain';
/** Figures stand near that may be the row's. */
const FIGURES_OUTSIDE = 'figures-outside';
/** The label of the row may be another's. */
const ROW_UNCERTAIN = 'row-uncertain';

/** One fact for every cell of the block, in the order of the form. */
export function streamFacts({ block, split, doubts }: StreamBlock): readonly Fact[] {
  return block.rows.flatMap((row, form) => {
    const own = split.rows.find(({ material }) => material.form === form);
    return block.columns.map((column, at) => toFact({ block, row, column }, own, { at, doubts }));
  });
}

function toFact(
  field: Field,
  row: SplitRow | undefined,
  { at, doubts: ofBlock }: { at: number; doubts: readonly string[] },
): Fact {
  const missing = missingFact(field);
  if (!row || row.material.figures.length === 0) return missing;
  const figure = row.figures[at];
  const doubts = [
    ...ofBlock,
    ...(figure?.isCertain === true ? [] : [SPLIT_UNCERTAIN]),
    ...(row.material.isUnsure ? [FIGURES_OUTSIDE] : []),
    ...(row.material.holdsOther === true ? [ROW_UNCERTAIN] : []),
  ];
  const value = figure?.value ?? '';
  if (figure?.isBlank === true && doubts.length === 0) return { ...missing, status: 'printed' };
  return {
    ...missing,
    reading: value === '' ? { kind: 'illegible' } : { kind: 'number', value, unit: '' },
    value,
    printed: printedOf(row, figure, at),
    status: doubts.length > 0 ? 'suspect' : 'printed',
    alternatives: figure?.alternatives ?? [],
    doubts: [...new Set(doubts)],
  };
}

/** The figure itself where its place is plain, else the whole row's digits as they stand. */
function printedOf({ material, figures }: SplitRow, figure: SplitFigure | undefined, at: number): string {
  const printed = material.figures.map((each) => each.printed);
  if (figure?.isCertain !== true) return printed.join(' ');
  return printed.length === figures.length ? (printed[at] ?? '') : figure.value;
}
