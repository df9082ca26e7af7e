// Errors a publisher makes, planted into figures that add up. Each names the sums it breaks, by its own reasoning and
// not by recomputing them, so that a test can hold the two against each other.
import {
  APPLICANTS,
  RESULT_ROWS,
  cellKey,
  columnsOf,
  figureAt,
  withFigures,
  type Figure,
  type Figures,
  type TableId,
} from './figures.js';
import type { ExpectedFinding } from './identities.js';
import type { Random } from './random.js';

/** A report with one publisher's error in it. */
export interface Planted {
  readonly figures: Figures;
  readonly findings: readonly ExpectedFinding[];
}

type Plant = (figures: Figures, random: Random) => Planted | undefined;

const rowSum = (row: string): ExpectedFinding => ({ rule: 'T3.rowsum', table: 'applications', row, column: 'total' });
const handled = (column: string): ExpectedFinding => ({
  rule: 'T3.handled',
  table: 'applications',
  row: 'handled_total',
  column,
});
const balance = (column: string): ExpectedFinding => ({ ...handled(column), rule: 'T3.balance' });
const REVIEW_RULE: Readonly<Record<string, string>> = {
  review: 'T4.review',
  litigation_direct: 'T4.lit_direct',
  litigation_after_review: 'T4.lit_after',
};
const reviewSum = (row: string): ExpectedFinding => ({
  rule: REVIEW_RULE[row] ?? '',
  table: 'reviews',
  row,
  column: 'total',
});

const at = (row: string, column: string): string => cellKey('applications', row, column);
const value = (figures: Figures, row: string, column: string, table: TableId = 'applications'): number =>
  figureAt(figures, table, row, column) ?? 0;
const results = (figures: Figures): readonly string[] => RESULT_ROWS[figures.editions.applications];
const bases = APPLICANTS.slice(0, -1);

/** Rows whose total is at least the given figure. */
function rowsOf(figures: Figures, least: number): string[] {
  return results(figures).filter((row) => value(figures, row, 'total') >= least);
}

function planted(
  figures: Figures,
  changes: Readonly<Record<string, Figure>>,
  findings: readonly ExpectedFinding[],
): Planted {
  return { figures: withFigures(figures, changes), findings };
}

/** A figure with two neighbouring digits exchanged, or undefined where that changes nothing. */
function transpose(n: number): number | undefined {
  const digits = Array.from(String(n));
  for (let k = 0; k + 1 < digits.length; k++) {
    const [a, b] = [digits[k], digits[k + 1]];
    if (a === undefined || b === undefined || a === b || (k === 0 && b === '0')) continue;
    return Number([...digits.slice(0, k), b, a, ...digits.slice(k + 2)].join(''));
  }
  return undefined;
}

const plants = {
  /** The total of one result row is off by one or two. */
  'row-total-off': (figures, random) => {
    const [row] = [random.pick(results(figures))];
    const total = value(figures, row, 'total') + random.int(1, 2);
    return planted(figures, { [at(row, 'total')]: total }, [rowSum(row), handled('total')]);
  },
  /** One applicant figure of a result row is too high. */
  'cell-off': (figures, random) => {
    const row = random.pick(results(figures));
    const column = random.pick(bases);
    return planted(figures, { [at(row, column)]: value(figures, row, column) + 1 }, [rowSum(row), handled(column)]);
  },
  /** Two digits of a total stand in the wrong order. */
  'digits-transposed': (figures, random) => {
    const rows = results(figures).filter((row) => transpose(value(figures, row, 'total')) !== undefined);
    if (rows.length === 0) return undefined;
    const row = random.pick(rows);
    const wrong = transpose(value(figures, row, 'total')) ?? 0;
    return planted(figures, { [at(row, 'total')]: wrong }, [rowSum(row), handled('total')]);
  },
  /** The grand total of handled requests is off in one column. */
  'handled-off': (figures, random) => {
    const column = random.pick(bases);
    const wrong = value(figures, 'handled_total', column) + 1;
    return planted(figures, { [at('handled_total', column)]: wrong }, [
      rowSum('handled_total'),
      handled(column),
      balance(column),
    ]);
  },
  /** What is carried out was counted twice: the row adds up, the balance does not. */
  'balance-broken': (figures, random) => {
    const column = random.pick(bases);
    return planted(
      figures,
      {
        [at('carried_out', column)]: value(figures, 'carried_out', column) + 2,
        [at('carried_out', 'total')]: value(figures, 'carried_out', 'total') + 2,
      },
      [balance(column), balance('total')],
    );
  },
  /** A row's figure was typed into the neighbouring column. */
  'wrong-column': (figures, random) => {
    const candidates = results(figures).flatMap((row) =>
      bases.slice(0, -1).flatMap((column, k) => {
        const next = bases[k + 1] ?? 'other_org';
        return value(figures, row, column) !== value(figures, row, next) ? [{ row, column, next }] : [];
      }),
    );
    if (candidates.length === 0) return undefined;
    const { row, column, next } = random.pick(candidates);
    return planted(
      figures,
      { [at(row, column)]: value(figures, row, next), [at(row, next)]: value(figures, row, column) },
      [handled(column), handled(next)],
    );
  },
  /** A total of table four was left at 0 although its parts are not. */
  'review-total-zero': (figures, random) => {
    const row = random.pick(['review', 'litigation_direct', 'litigation_after_review']);
    const parts = [random.int(1, 12), random.int(0, 3), 0, 0];
    const columns = ['upheld', 'corrected', 'other', 'pending'];
    return planted(
      figures,
      {
        ...Object.fromEntries(columns.map((column, k) => [cellKey('reviews', row, column), parts[k] ?? 0])),
        [cellKey('reviews', row, 'total')]: 0,
      },
      [reviewSum(row)],
    );
  },
  /** A total of table four is one too high. */
  'review-total-off': (figures, random) => {
    const row = random.pick(['review', 'litigation_direct', 'litigation_after_review']);
    const key = cellKey('reviews', row, 'total');
    return planted(figures, { [key]: value(figures, row, 'total', 'reviews') + 1 }, [reviewSum(row)]);
  },
  /** The total column of table three was copied from the year before: three rows disagree. */
  'several-totals-off': (figures, random) => {
    const rows = results(figures);
    const first = random.int(0, rows.length - 3);
    const chosen = rows.slice(first, first + 3);
    return planted(
      figures,
      Object.fromEntries(chosen.map((row, k) => [at(row, 'total'), value(figures, row, 'total') + k + 1])),
      [...chosen.map(rowSum), handled('total')],
    );
  },
  /** A row prints less in total than in one of its parts, and leaves another part blank: no filling can hold. */
  'blank-under-a-part': (figures, random) => {
    const rows = rowsOf(figures, 2).filter((row) => value(figures, row, 'natural_person') >= 2);
    if (rows.length === 0) return undefined;
    const row = random.pick(rows);
    const empty = bases.slice(1).filter((column) => value(figures, row, column) === 0);
    const [blank] = empty;
    if (blank === undefined) return undefined;
    const total = value(figures, row, 'natural_person') - 1;
    return planted(figures, { [at(row, blank)]: null, [at(row, 'total')]: total }, [rowSum(row), handled('total')]);
  },
  /** One total is not printed: nothing is broken, the sum says what it is. */
  'total-blank': (figures, random) => {
    const row = random.pick([...results(figures), 'new_received', 'carried_in', 'handled_total', 'carried_out']);
    return planted(figures, { [at(row, 'total')]: null }, []);
  },
  /** One applicant figure is not printed: two sums say what it is. */
  'cell-blank': (figures, random) => {
    const rows = rowsOf(figures, 1);
    if (rows.length === 0) return undefined;
    return planted(figures, { [at(random.pick(rows), 'natural_person')]: null }, []);
  },
  /** A total of table four is not printed. */
  'review-total-blank': (figures, random) => {
    const row = random.pick(['review', 'litigation_direct', 'litigation_after_review']);
    return planted(figures, { [cellKey('reviews', row, 'total')]: null }, []);
  },
} satisfies Record<string, Plant>;

/** The kinds of errors that can be planted. */
export type PlantKind = keyof typeof plants;
/** All kinds, in a fixed order. */
export const PLANT_KINDS = Object.keys(plants) as readonly PlantKind[];

/** Plants one error; undefined where these figures offer no place for it. */
export function plantError(kind: PlantKind, figures: Figures, random: Random): Planted | undefined {
  const plant: Plant = plants[kind];
  return plant(figures, random);
}

/** Every cell of a report by key, in the order of the form. */
export function cellKeysOf(figures: Figures): readonly string[] {
  return (['disclosure', 'applications', 'reviews'] as const).flatMap((table) =>
    Object.keys(figures[table]).flatMap((row) =>
      columnsOf(figures, table, row).map((column) => cellKey(table, row, column)),
    ),
  );
}
