// The figures of one report, drawn so that every identity of the form holds. A figure is a number, or null where the
// document prints none. Knows the form's rows and columns by id (FORMATS.md), not how they are worded or drawn.
import type { Random } from './random.js';

/** An edition of a block of the form. */
export type Edition = '2021' | '2019';
/** The tables of the form. */
export type TableId = 'disclosure' | 'applications' | 'reviews';
/** A figure, or null where nothing (or no number) is printed. */
export type Figure = number | null;
/** Figures by row id, in the order of the form's columns. */
export type Rows = Readonly<Record<string, readonly Figure[]>>;

/** Columns of table three, total last. */
export const APPLICANTS = [
  'natural_person',
  'business',
  'research',
  'social',
  'legal_service',
  'other_org',
  'total',
] as const;
/** Columns of table four, total last. */
export const OUTCOMES = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;
/** Rows of table four. */
export const REVIEW_ROWS = ['review', 'litigation_direct', 'litigation_after_review'] as const;

const COMMON_RESULTS = [
  'granted',
  'partial',
  'denied_1_state_secret',
  'denied_2_law_prohibits',
  'denied_3_three_securities',
  'denied_4_third_party',
  'denied_5_internal',
  'denied_6_process',
  'denied_7_enforcement_file',
  'denied_8_admin_query',
  'unable_1_not_held',
  'unable_2_needs_creation',
  'unable_3_unclear_after_correction',
  'notproc_1_petition',
  'notproc_2_repeat',
  'notproc_3_publication',
  'notproc_4_excessive',
  'notproc_5_confirm',
] as const;

/** The result rows of table three, which add up to `handled_total`. */
export const RESULT_ROWS: Readonly<Record<Edition, readonly string[]>> = {
  '2021': [...COMMON_RESULTS, 'other_1_no_correction', 'other_2_fee_unpaid', 'other_3_other'],
  '2019': [...COMMON_RESULTS, 'other_total'],
};

/** Rows and columns of table two. */
export const DISCLOSURE: Readonly<Record<Edition, Readonly<Record<string, readonly string[]>>>> = {
  '2021': {
    regulations: ['made', 'repealed', 'valid'],
    normative_documents: ['made', 'repealed', 'valid'],
    licensing: ['decisions'],
    penalty: ['decisions'],
    coercion: ['decisions'],
    fees: ['amount'],
  },
  '2019': {
    regulations: ['new_made', 'new_published', 'public_total'],
    normative_documents: ['new_made', 'new_published', 'public_total'],
    licensing: ['prev_items', 'item_delta', 'decisions'],
    other_services: ['prev_items', 'item_delta', 'decisions'],
    penalty: ['prev_items', 'item_delta', 'decisions'],
    coercion: ['prev_items', 'item_delta', 'decisions'],
    fees: ['prev_items', 'item_delta'],
    procurement: ['projects', 'amount'],
  },
};

/** All figures of a report, and the edition each table is printed in. */
export interface Figures {
  readonly editions: Readonly<Record<TableId, Edition>>;
  readonly disclosure: Rows;
  readonly applications: Rows;
  readonly reviews: Rows;
}

/** How busy the body is. */
export type Scale = 'idle' | 'bureau' | 'county' | 'city' | 'province';

/** What to draw. */
export interface FigureOptions {
  readonly scale: Scale;
  readonly disclosure: Edition;
  readonly applications: Edition;
}

// Requests handled a year, by scale; shares of the outcomes follow published reports (granted and "not held" lead).
const HANDLED: Readonly<Record<Scale, readonly [number, number]>> = {
  idle: [0, 0],
  bureau: [1, 12],
  county: [20, 160],
  city: [900, 4200],
  province: [8000, 45000],
};
const RESULT_WEIGHTS = [40, 12, 1, 1, 1, 2, 2, 2, 4, 2, 24, 4, 3, 3, 3, 1, 1, 1, 3, 1, 2];

/** The columns of a row of a table, in the order of the form. */
export function columnsOf(figures: Figures, table: TableId, row: string): readonly string[] {
  if (table === 'applications') return APPLICANTS;
  if (table === 'reviews') return OUTCOMES;
  return DISCLOSURE[figures.editions.disclosure][row] ?? [];
}

/** The name of a cell in truth files: `applications/granted/total`. */
export function cellKey(table: TableId, row: string, column: string): string {
  return `${table}/${row}/${column}`;
}

/** The figure of a cell; null where nothing is printed or the form has no such cell. */
export function figureAt(figures: Figures, table: TableId, row: string, column: string): Figure {
  return figures[table][row]?.[columnsOf(figures, table, row).indexOf(column)] ?? null;
}

/** A copy with some cells changed, named by their keys. */
export function withFigures(figures: Figures, changes: Readonly<Record<string, Figure>>): Figures {
  const changed = (table: TableId): Rows =>
    Object.fromEntries(
      Object.entries(figures[table]).map(([row, values]) => {
        const columns = columnsOf(figures, table, row);
        return [
          row,
          values.map((value, k) => {
            const key = cellKey(table, row, columns[k] ?? '');
            return key in changes ? (changes[key] ?? null) : value;
          }),
        ];
      }),
    );
  return {
    editions: figures.editions,
    disclosure: changed('disclosure'),
    applications: changed('applications'),
    reviews: changed('reviews'),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Spreads a count over weighted places, one by one for small counts, by share for large ones. */
function spread(random: Random, count: number, weights: readonly number[]): number[] {
  const places = weights.map(() => 0);
  const whole = sum(weights);
  let left = count;
  if (count > 200) {
    weights.forEach((weight, k) => {
      const share = Math.floor((count * weight * (0.6 + 0.4 * random.next())) / whole);
      places[k] = share;
      left -= share;
    });
    if (left > 200) {
      places[0] = (places[0] ?? 0) + left - 200;
      left = 200;
    }
  }
  for (; left > 0; left--) {
    let at = random.next() * whole;
    const k = weights.findIndex((weight) => (at -= weight) < 0);
    places[k] = (places[k] ?? 0) + 1;
  }
  return places;
}

function drawApplications(random: Random, scale: Scale, edition: Edition): Rows {
  const rows = RESULT_ROWS[edition];
  const [least, most] = HANDLED[scale];
  const large = least > 500;
  const byColumn = spread(random, random.int(least, most), large ? [80, 9, 1, 2, 3, 4] : [85, 9, 1, 2, 1, 2]);
  const weights = rows.map((_, k) => RESULT_WEIGHTS[k] ?? 1);
  const results = byColumn.map((count) => spread(random, count, weights));
  const slack = large ? Math.floor(least / 12) : least > 0 ? 3 : 0;
  const carriedOut = byColumn.map((n) => (n > 0 && random.chance(0.5) ? random.int(0, Math.min(slack, n)) : 0));
  const carriedIn = byColumn.map((n) => (n > 0 && random.chance(0.4) ? random.int(0, Math.min(slack, n)) : 0));
  const received = byColumn.map((n, c) => n + (carriedOut[c] ?? 0) - (carriedIn[c] ?? 0));
  const withTotal = (base: readonly number[]): number[] => [...base, sum(base)];
  return {
    new_received: withTotal(received),
    carried_in: withTotal(carriedIn),
    ...Object.fromEntries(rows.map((row, k) => [row, withTotal(results.map((column) => column[k] ?? 0))])),
    handled_total: withTotal(byColumn),
    carried_out: withTotal(carriedOut),
  };
}

function drawReviews(random: Random, scale: Scale): Rows {
  const busy = { idle: 0, bureau: 0.25, county: 0.8, city: 1, province: 1 }[scale];
  const most = { idle: 0, bureau: 2, county: 12, city: 90, province: 900 }[scale];
  return Object.fromEntries(
    REVIEW_ROWS.map((row) => {
      const parts = [0, 1, 2, 3].map(() => (random.chance(busy * 0.7) ? random.int(0, most) : 0));
      return [row, [...parts, sum(parts)]];
    }),
  );
}

function drawFee(random: Random, scale: Scale): number {
  if (scale === 'idle' || (scale === 'bureau' && random.chance(0.6))) return 0;
  const decimals = random.pick([0, 1, 2, 2, 4, 6]);
  const most = { bureau: 90, county: 9000, city: 99000, province: 900000 }[scale];
  return Number((random.next() * most).toFixed(decimals));
}

function drawDisclosure(random: Random, scale: Scale, edition: Edition): Rows {
  const most = { idle: 0, bureau: 60, county: 9800, city: 260000, province: 11400000 }[scale];
  const busy = { idle: 0, bureau: 0.5, county: 0.9, city: 1, province: 1 }[scale];
  const count = (limit: number): number => (random.chance(busy) ? random.int(0, limit) : 0);
  const documents = { idle: 0, bureau: 4, county: 20, city: 90, province: 240 }[scale];
  const made = count(documents);
  const repealed = count(documents);
  const hasRegulations = scale === 'city' || scale === 'province';
  const regulations = hasRegulations ? [random.int(0, 6), random.int(0, 3), random.int(20, 90)] : [0, 0, 0];
  if (edition === '2021') {
    return {
      regulations,
      normative_documents: [made, repealed, made + count(documents * 8)],
      licensing: [count(most)],
      penalty: [count(Math.ceil(most / 3))],
      coercion: [count(Math.ceil(most / 40))],
      fees: [drawFee(random, scale)],
    };
  }
  const items = { idle: 0, bureau: 30, county: 400, city: 900, province: 2600 }[scale];
  const itemRow = (): number[] => [count(items), count(40) - count(40), count(most)];
  return {
    regulations: hasRegulations ? [3, 2, 41] : [0, 0, 0],
    normative_documents: [made, made, made + count(documents * 8)],
    licensing: itemRow(),
    other_services: itemRow(),
    penalty: itemRow(),
    coercion: itemRow(),
    fees: [count(30), count(5) - count(5)],
    procurement: [count(180), Number((random.next() * most * 800 * busy).toFixed(random.pick([0, 0, 1, 2])))],
  };
}

/** Draws the figures of one report; every row sum, column sum and balance of the form holds. */
export function drawFigures(random: Random, options: FigureOptions): Figures {
  return {
    editions: {
      disclosure: options.disclosure,
      applications: options.applications,
      reviews: options.applications,
    },
    disclosure: drawDisclosure(random, options.scale, options.disclosure),
    applications: drawApplications(random, options.scale, options.applications),
    reviews: drawReviews(random, options.scale),
  };
}
