/**
 * Says what figures of one edition of the form are in another, by what the family says of how its editions compare. Nothing
 * is taken for comparable that is not listed.
 */
import type { BilingualText, EditionComparison, IndicatorTerm } from '../../model/index.js';
import { figureKey, type FigurePlace } from './compared-report.js';
import { reason, type Reason } from './reason.js';

/** Figures in the terms of another edition. */
export interface TranslatedTerm {
  readonly comparability: 'exact' | 'approximate';
  readonly edition: string;
  /** The figures that are added up. */
  readonly figures: readonly SignedFigure[];
  /** What to mind, where it is not exact; without repetition. */
  readonly reasons: readonly Reason[];
}

/** A figure, and whether it is added or taken off. */
export interface SignedFigure {
  readonly place: FigurePlace;
  readonly sign: 1 | -1;
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
  if (edition === home) return { comparability: 'exact', edition, figures: keysOf([term], edition), reasons: [] };
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
  const terms = used.flatMap(({ figures }): IndicatorTerm[] =>
    figures === undefined ? [] : [{ ...figures, sign: term.sign }],
  );
  const minded = notes.length === 0 ? [reason('approximate')] : notes.map((note) => reason('approximate', note));
  return {
    comparability: isExact ? 'exact' : 'approximate',
    edition,
    figures: keysOf(terms, edition),
    reasons: isExact ? [] : minded,
  };
}

function keysOf(terms: readonly IndicatorTerm[], edition: string): SignedFigure[] {
  return terms.flatMap(({ table, rows, column, sign }) =>
    rows.map((row) => {
      const place = { edition, table, row, column };
      return { place: { ...place, key: figureKey(place) }, sign };
    }),
  );
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
