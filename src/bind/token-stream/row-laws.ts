/** The laws of a block, by the rows of its form: those within one row, and those across rows. */
import type { Block } from '../../model/index.js';

/** A term of a law: a column of some row, and its sign. */
export interface LawTerm {
  readonly form: number;
  readonly column: number;
  readonly sign: 1 | -1;
}

/** Σ sign · figure = 0. */
export type RowLaw = readonly LawTerm[];

/** The laws of a block. */
export interface RowLaws {
  /** By row of the form. */
  readonly within: readonly (readonly RowLaw[])[];
  readonly across: readonly RowLaw[];
}

/** Sorts the laws of a block; one about a figure that the block does not have is left out. */
export function rowLaws(block: Block): RowLaws {
  const places = new Map<string, { form: number; column: number }>();
  for (const [form, row] of block.rows.entries()) {
    for (const [column, { id, factRow }] of block.columns.entries()) {
      places.set(`${factRow ?? row.id}/${id}`, { form, column });
    }
  }
  const within: RowLaw[][] = block.rows.map(() => []);
  const across: RowLaw[] = [];
  for (const { total, parts } of block.identities) {
    const terms = [{ ...total, sign: -1 as const }, ...parts].map(({ row, column, sign }) => {
      const place = places.get(`${row}/${column}`);
      return place && { ...place, sign };
    });
    const law = terms.filter((term) => term !== undefined);
    const form = law[0]?.form ?? 0;
    if (law.length < terms.length) continue;
    if (law.every((term) => term.form === form)) within[form]?.push(law);
    else across.push(law);
  }
  return { within, across };
}

/** How many of the laws within a row fail, of those whose figures are all among the first ones given. */
export function brokenLaws(laws: readonly RowLaw[], figures: readonly string[]): number {
  const complete = laws.filter((law) => law.every(({ column }) => column < figures.length));
  return complete.filter((law) => sumOf(law, figures) !== 0).length;
}

/** What the figures of a row add to a law. */
export function sumOf(law: RowLaw, figures: readonly string[]): number {
  return law.reduce((sum, { column, sign }) => sum + sign * Number(figures[column] ?? 0), 0);
}
