// Makes the figures of one body's years follow on from each other, and says what a checker must find where they do not.
// Written apart from src on purpose, like identities.ts.
import {
  APPLICANTS,
  REVIEW_ROWS,
  cellKey,
  figureAt,
  withFigures,
  type Figure,
  type Figures,
  type TableId,
} from '../figures.js';

/** The figures of one year. */
export interface YearFigures {
  readonly year: number;
  readonly figures: Figures;
}

/** What a checker must say of a report once it has seen the others. */
export interface ExpectedAcross {
  readonly rule: string;
  readonly severity: string;
  readonly table: string;
}

const BASE = APPLICANTS.slice(0, -1);
const STOCKS = ['regulations', 'normative_documents'];
const ITEMS = ['licensing', 'other_services', 'penalty', 'coercion', 'fees'];

function at(figures: Figures, table: TableId, row: string, column: string): number {
  return figureAt(figures, table, row, column) ?? 0;
}

/** Changes base cells of table three, and every total with them. */
export function changeApplications(figures: Figures, changes: Readonly<Record<string, number>>): Figures {
  const rows = new Set(Object.keys(changes).map((key) => key.split('/')[0] ?? ''));
  const cells: Record<string, Figure> = {};
  for (const row of rows) {
    let total = 0;
    for (const column of BASE) {
      const value = changes[`${row}/${column}`] ?? at(figures, 'applications', row, column);
      cells[cellKey('applications', row, column)] = value;
      total += value;
    }
    cells[cellKey('applications', row, 'total')] = total;
  }
  return withFigures(figures, cells);
}

function linkApplications(before: Figures, figures: Figures): Figures {
  const changes: Record<string, number> = {};
  for (const column of BASE) {
    const carriedIn = at(before, 'applications', 'carried_out', column);
    const needed =
      at(figures, 'applications', 'handled_total', column) + at(figures, 'applications', 'carried_out', column);
    const missing = Math.max(0, carriedIn - needed);
    changes[`carried_in/${column}`] = carriedIn;
    changes[`granted/${column}`] = at(figures, 'applications', 'granted', column) + missing;
    changes[`handled_total/${column}`] = at(figures, 'applications', 'handled_total', column) + missing;
    changes[`new_received/${column}`] = needed + missing - carriedIn;
  }
  return changeApplications(figures, changes);
}

function linkDisclosure(before: Figures, figures: Figures): Figures {
  const cells: Record<string, Figure> = {};
  const set = (row: string, column: string, value: number): void => {
    cells[cellKey('disclosure', row, column)] = value;
  };
  const [last, now] = [before.editions.disclosure, figures.editions.disclosure];
  if (last === '2021' && now === '2021') {
    for (const row of STOCKS) {
      const most = at(before, 'disclosure', row, 'valid') + at(figures, 'disclosure', row, 'made');
      const repealed = Math.min(at(figures, 'disclosure', row, 'repealed'), most);
      set(row, 'repealed', repealed);
      set(row, 'valid', most - repealed);
    }
  }
  if (last === '2019' && now === '2019') {
    for (const row of ITEMS)
      set(row, 'prev_items', at(before, 'disclosure', row, 'prev_items') + at(before, 'disclosure', row, 'item_delta'));
  }
  return withFigures(figures, cells);
}

function linkReviews(before: Figures, figures: Figures): Figures {
  const cells: Record<string, Figure> = {};
  for (const row of REVIEW_ROWS) {
    const total = at(figures, 'reviews', row, 'total');
    const missing = Math.max(0, at(before, 'reviews', row, 'pending') - total);
    cells[cellKey('reviews', row, 'other')] = at(figures, 'reviews', row, 'other') + missing;
    cells[cellKey('reviews', row, 'total')] = total + missing;
  }
  return withFigures(figures, cells);
}

/** Takes no more items away than there were. */
function boundDeltas(figures: Figures): Figures {
  if (figures.editions.disclosure !== '2019') return figures;
  const cells = ITEMS.map((row): [string, number] => [
    cellKey('disclosure', row, 'item_delta'),
    Math.max(at(figures, 'disclosure', row, 'item_delta'), -at(figures, 'disclosure', row, 'prev_items')),
  ]);
  return withFigures(figures, Object.fromEntries(cells));
}

/** Makes years follow on from each other; every sum of the form still holds. */
export function linkYears(years: readonly YearFigures[]): readonly YearFigures[] {
  const linked: YearFigures[] = [];
  for (const { year, figures } of years) {
    const before = linked.at(-1)?.figures;
    const follows =
      before === undefined ? figures : linkReviews(before, linkDisclosure(before, linkApplications(before, figures)));
    linked.push({ year, figures: boundDeltas(follows) });
  }
  return linked;
}

function carryOf(before: Figures, figures: Figures): ExpectedAcross[] {
  const broken = APPLICANTS.filter(
    (column) => at(before, 'applications', 'carried_out', column) !== at(figures, 'applications', 'carried_in', column),
  );
  if (broken.length === 0) return [];
  const severity = broken.includes('total') ? 'error' : 'warning';
  return [{ rule: 'X.carry', severity, table: 'applications' }];
}

function validOf(before: Figures, { year, figures }: YearFigures): ExpectedAcross[] {
  const isHeld = year >= 2022 && before.editions.disclosure === '2021' && figures.editions.disclosure === '2021';
  const isBroken = STOCKS.some((row) => {
    const value = (column: string): number => at(figures, 'disclosure', row, column);
    return value('valid') !== at(before, 'disclosure', row, 'valid') + value('made') - value('repealed');
  });
  return isHeld && isBroken ? [{ rule: 'X.valid', severity: 'warning', table: 'disclosure' }] : [];
}

function samenessOf(before: Figures, figures: Figures): ExpectedAcross[] {
  const flat = (all: Figures): (readonly [column: string, value: Figure])[] =>
    (['disclosure', 'applications', 'reviews'] as const).flatMap((table) =>
      Object.entries(all[table]).flatMap(([row, values]) =>
        values.map((value, k) => [`${table}/${row}/${k}`, value] as const),
      ),
    );
  if (JSON.stringify(flat(before)) !== JSON.stringify(flat(figures))) return [];
  const stocks = ['disclosure/regulations/2', 'disclosure/normative_documents/2'];
  const distinct = new Set(
    flat(figures).flatMap(([key, value]) => (stocks.includes(key) || value === 0 || value === null ? [] : [value])),
  );
  if (distinct.size === 0) return [];
  return [{ rule: 'X.same', severity: distinct.size >= 3 ? 'error' : 'warning', table: '' }];
}

function pendingOf(before: Figures, figures: Figures): ExpectedAcross[] {
  const isLess = REVIEW_ROWS.some(
    (row) => at(figures, 'reviews', row, 'total') < at(before, 'reviews', row, 'pending'),
  );
  return isLess ? [{ rule: 'X.pending', severity: 'info', table: 'reviews' }] : [];
}

/** What must be found in the later of two years. */
export function expectAcross(before: YearFigures, after: YearFigures): readonly ExpectedAcross[] {
  return [
    ...carryOf(before.figures, after.figures),
    ...validOf(before.figures, after),
    ...pendingOf(before.figures, after.figures),
    ...samenessOf(before.figures, after.figures),
  ];
}
