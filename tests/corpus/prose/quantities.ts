// What sentences can state of a report, by the rows of the truth's prose.
import { APPLICANTS, DISCLOSURE, type Figures } from '../figures.js';

/** Quantities by row; rows that the report's edition does not know are absent. */
export type Quantities = Readonly<Record<string, number>>;

/** Every quantity that the tables have, and the fee, which none has. */
export function toQuantities(figures: Figures, fee: number): Quantities {
  const total = APPLICANTS.length - 1;
  const at = (row: string, k = total): number => figures.applications[row]?.[k] ?? 0;
  const begins = (prefix: string): number =>
    Object.keys(figures.applications)
      .filter((row) => row.startsWith(prefix))
      .reduce((sum, row) => sum + at(row), 0);
  const review = (row: string, k: number): number => figures.reviews[row]?.[k] ?? 0;
  const lawsuits = (k: number): number => review('litigation_direct', k) + review('litigation_after_review', k);
  const document = (column: string): number | undefined => {
    const columns = DISCLOSURE[figures.editions.disclosure]['normative_documents'] ?? [];
    return figures.disclosure['normative_documents']?.[columns.indexOf(column)] ?? undefined;
  };
  const quantities: Record<string, number | undefined> = {
    requests_received: at('new_received'),
    requests_in_hand: at('new_received') + at('carried_in'),
    carried_in: at('carried_in'),
    requests_answered: at('handled_total'),
    carried_out: at('carried_out'),
    granted: at('granted'),
    partial: at('partial'),
    denied: begins('denied_'),
    unable: begins('unable_'),
    not_processed: begins('notproc_'),
    other_handling: begins('other_'),
    natural_persons: at('new_received', 0),
    organisations: at('new_received') - at('new_received', 0),
    normative_made: document('made') ?? document('new_made'),
    normative_repealed: document('repealed'),
    normative_valid: document('valid'),
    processing_fee: fee,
  };
  for (const [k, name] of ['upheld', 'corrected', 'other', 'pending', 'total'].entries()) {
    quantities[`review_${name}`] = review('review', k);
    quantities[`litigation_${name}`] = lawsuits(k);
  }
  return Object.fromEntries(Object.entries(quantities).flatMap(([row, n]) => (n === undefined ? [] : [[row, n]])));
}

/** What a sentence may mean by a quantity without contradicting the tables; of others, only the quantity itself. */
export function readingsOf(row: string, quantities: Quantities): readonly number[] {
  const at = (name: string): number => quantities[name] ?? 0;
  if (row === 'requests_received' || row === 'requests_in_hand' || row === 'requests_answered') {
    const handled = at('requests_answered');
    const less = [0, at('carried_in'), at('other_handling'), at('not_processed')];
    return [at('requests_received'), at('requests_in_hand'), ...less.map((n) => handled - n)];
  }
  return [at(row)];
}
