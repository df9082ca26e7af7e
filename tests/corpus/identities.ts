// The arithmetic of the form, written down apart from src so that the two can disagree: which sums a report's printed
// figures break, and which figure a blank cell must have.
import {
  APPLICANTS,
  OUTCOMES,
  RESULT_ROWS,
  REVIEW_ROWS,
  cellKey,
  columnsOf,
  figureAt,
  type Figures,
  type TableId,
} from './figures.js';

/** What a checker must report: the rule, and the total it is about. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** Signed cells that add up to nothing. */
interface Identity extends ExpectedFinding {
  readonly terms: readonly { readonly key: string; readonly sign: 1 | -1 }[];
}

const REVIEW_RULES = {
  review: 'T4.review',
  litigation_direct: 'T4.lit_direct',
  litigation_after_review: 'T4.lit_after',
};

/** Every identity of the report's editions. */
export function identitiesOf(figures: Figures): readonly Identity[] {
  const results = RESULT_ROWS[figures.editions.applications];
  const cell = (row: string, column: string, sign: 1 | -1) => ({ key: cellKey('applications', row, column), sign });
  const rowSums = ['new_received', 'carried_in', ...results, 'handled_total', 'carried_out'].map((row) => ({
    rule: 'T3.rowsum',
    table: 'applications' as const,
    row,
    column: 'total',
    terms: APPLICANTS.map((column) => cell(row, column, column === 'total' ? -1 : 1)),
  }));
  const columnSums = APPLICANTS.flatMap((column) => [
    {
      rule: 'T3.handled',
      table: 'applications' as const,
      row: 'handled_total',
      column,
      terms: [...results.map((row) => cell(row, column, 1)), cell('handled_total', column, -1)],
    },
    {
      rule: 'T3.balance',
      table: 'applications' as const,
      row: 'handled_total',
      column,
      terms: [
        cell('new_received', column, 1),
        cell('carried_in', column, 1),
        cell('handled_total', column, -1),
        cell('carried_out', column, -1),
      ],
    },
  ]);
  const reviewSums = REVIEW_ROWS.map((row) => ({
    rule: REVIEW_RULES[row],
    table: 'reviews' as const,
    row,
    column: 'total',
    terms: OUTCOMES.map((column) => ({
      key: cellKey('reviews', row, column),
      sign: column === 'total' ? (-1 as const) : (1 as const),
    })),
  }));
  return [...rowSums, ...columnSums, ...reviewSums];
}

/** All figures by cell key. */
function byKey(figures: Figures): Map<string, number | null> {
  const cells = new Map<string, number | null>();
  for (const table of ['disclosure', 'applications', 'reviews'] as const)
    for (const row of Object.keys(figures[table]))
      for (const column of columnsOf(figures, table, row))
        cells.set(cellKey(table, row, column), figureAt(figures, table, row, column));
  return cells;
}

interface Reading {
  readonly known: number;
  readonly blanks: Identity['terms'];
}

function read(identity: Identity, cells: ReadonlyMap<string, number | null>): Reading {
  const value = (key: string): number | null => cells.get(key) ?? null;
  return {
    known: identity.terms.reduce((total, term) => total + term.sign * (value(term.key) ?? 0), 0),
    blanks: identity.terms.filter((term) => value(term.key) === null),
  };
}

/** True where no non-negative filling of the blanks can make the sum come out. */
function isViolated({ known, blanks }: Reading): boolean {
  const canAdd = blanks.some((term) => term.sign === 1);
  const canTake = blanks.some((term) => term.sign === -1);
  return (known > 0 && !canTake) || (known < 0 && !canAdd);
}

/** The values that blanks must have: one blank in a sum, or blanks that can only be zero; repeated until nothing moves. */
export function deriveBlanks(figures: Figures): ReadonlyMap<string, number> {
  const cells = byKey(figures);
  const derived = new Map<string, number>();
  const fill = (key: string, value: number): void => {
    cells.set(key, value);
    derived.set(key, value);
  };
  for (let moved = true; moved;) {
    const before = derived.size;
    for (const identity of identitiesOf(figures)) {
      const reading = read(identity, cells);
      const { known, blanks } = reading;
      const [first] = blanks;
      if (first === undefined || isViolated(reading)) continue;
      if (blanks.length === 1) fill(first.key, known === 0 ? 0 : -known * first.sign);
      else if (known === 0 && blanks.every((term) => term.sign === first.sign))
        for (const term of blanks) fill(term.key, 0);
    }
    moved = derived.size > before;
  }
  return derived;
}

/** Whether a reading breaks a sum, as printed and again with the blanks that can be derived. */
export function brokenIdentities(figures: Figures): readonly ExpectedFinding[] {
  const cells = byKey(figures);
  for (const [key, value] of deriveBlanks(figures)) cells.set(key, value);
  return identitiesOf(figures)
    .filter((identity) => isViolated(read(identity, cells)))
    .map(({ rule, table, row, column }) => ({ rule, table, row, column }));
}

/** Sums that no filling of the blanks can mend, whatever is derived first. */
export function brokenAsPrinted(figures: Figures): readonly ExpectedFinding[] {
  const cells = byKey(figures);
  return identitiesOf(figures)
    .filter((identity) => isViolated(read(identity, cells)))
    .map(({ rule, table, row, column }) => ({ rule, table, row, column }));
}

/** The broken sums in figures, as hand-made truth files word them: `review: 11 != 0`. */
export function describeBroken(figures: Figures): readonly string[] {
  const cells = byKey(figures);
  const broken = new Set(brokenIdentities(figures).map((f) => `${f.rule} ${f.row} ${f.column}`));
  return identitiesOf(figures)
    .filter((identity) => broken.has(`${identity.rule} ${identity.row} ${identity.column}`))
    .map((identity) => {
      const side = (sign: 1 | -1): number =>
        identity.terms.filter((term) => term.sign === sign).reduce((a, term) => a + (cells.get(term.key) ?? 0), 0);
      const name = identity.table === 'reviews' ? identity.row : `${identity.rule} ${identity.row}/${identity.column}`;
      return `${name}: ${side(1)} != ${side(-1)}`;
    });
}
