/**
 * Says what figures of one edition of the form are in another, by what the family says of how its editions compare. Nothing
 * is taken for comparable that is not listed.
 */
import type { BilingualText, EditionComparison, IndicatorTerm } from '../../model/index.js';

/** Figures in the terms of another edition. */
export interface TranslatedTerm {
  readonly comparability: 'exact' | 'approximate';
  readonly edition: string;
  readonly terms: readonly IndicatorTerm[];
  /** What to mind, where it is not exact; without repetition. */
  readonly notes: readonly BilingualText[];
}

/** The other edition has nothing to compare with, or nobody has looked into it (`isListed` false). */
export interface Untranslatable {
  readonly comparability: 'none';
  readonly edition: string;
  readonly isListed: boolean;
  readonly notes: readonly BilingualText[];
}

/**
 * Puts a term into the words of another edition: its rows are covered by comparisons, each row once.
 *
 * @param home - The edition in whose words the term is written.
 */
export function translateTerm(
  term: IndicatorTerm,
  home: string,
  edition: string,
  comparisons: readonly EditionComparison[],
): TranslatedTerm | Untranslatable {
  if (edition === home) return { comparability: 'exact', edition, terms: [term], notes: [] };
  let open: readonly string[] = term.rows;
  const used: Counterpart[] = [];
  for (const counterpart of counterpartsOf(term, home, edition, comparisons)) {
    if (!counterpart.ownRows.every((row) => open.includes(row))) continue;
    open = open.filter((row) => !counterpart.ownRows.includes(row));
    used.push(counterpart);
  }
  const notes = distinct(used.map(({ note }) => note));
  const refused = used.filter(({ kind }) => kind === 'none');
  if (refused.length > 0) {
    return { comparability: 'none', edition, isListed: true, notes: distinct(refused.map(({ note }) => note)) };
  }
  if (open.length > 0) return { comparability: 'none', edition, isListed: false, notes: [] };
  const isExact = used.every(({ kind }) => kind === 'exact');
  return {
    comparability: isExact ? 'exact' : 'approximate',
    edition,
    terms: used.flatMap(({ figures }) =>
      figures === undefined ? [] : [{ ...figures, sign: term.sign } satisfies IndicatorTerm],
    ),
    notes: isExact ? [] : notes,
  };
}

/** What some rows of a term are in the other edition. */
interface Counterpart {
  readonly ownRows: readonly string[];
  readonly figures?: Omit<IndicatorTerm, 'sign'>;
  readonly kind: EditionComparison['kind'];
  readonly note: BilingualText;
}

/** Comparisons may be written from either side. */
function counterpartsOf(
  { table, column }: IndicatorTerm,
  home: string,
  edition: string,
  comparisons: readonly EditionComparison[],
): Counterpart[] {
  return comparisons.flatMap(({ from, to, toEdition, kind, note }): Counterpart[] => {
    if (from.edition === home && toEdition === edition && from.table === table && from.column === column) {
      return [{ ownRows: from.rows, kind, note, ...(to === undefined ? {} : { figures: figuresOf(to) }) }];
    }
    const isReverse = from.edition === edition && to?.edition === home && to.table === table && to.column === column;
    return isReverse ? [{ ownRows: to.rows, kind, note, figures: figuresOf(from) }] : [];
  });
}

function figuresOf({ table, rows, column }: Omit<IndicatorTerm, 'sign'>): Omit<IndicatorTerm, 'sign'> {
  return { table, rows, column };
}

function distinct(notes: readonly BilingualText[]): BilingualText[] {
  return [...new Map(notes.filter(({ zh }) => zh !== '').map((note) => [note.zh, note])).values()];
}
