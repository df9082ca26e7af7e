/**
 * Decodes a table: its laws are an error-correcting code, and the faults of extraction are errors in it. Says whether the
 * table holds as read, which one reading makes it hold, which several would, or that none was found. Changes nothing
 * itself, and gives a reading only where it is the one best explanation by a stated margin.
 */
import type { CodeRow, CodeTable, LawPlan, RowLaw } from './code-table.js';
import { completeFigures } from './complete-figures.js';
import { planLaws, shareSum } from './code-table.js';
import type { Fault, Token } from './row-option.js';
import { ONE_FAULT, TWO_FAULTS } from './placements.js';
import { ownSources } from './row-option.js';
import type { ReadRow } from './row-options.js';
import { readRow } from './row-options.js';
import { isSatisfied, minus } from './row-sums.js';
import type { Explanation } from './search-explanations.js';
import { settleRow } from './settle-row.js';
import { leastCostOf, searchExplanations } from './search-explanations.js';
import type { TableReading } from './table-faults.js';
import { asRead, columnReadings, labelReadings } from './table-faults.js';

/** A figure that an explanation reads otherwise. */
export interface CellChange {
  /** Index of the figure, rows one after the other. */
  readonly cell: number;
  /** `undefined` where the figure is not what was read and nothing says what it is. */
  readonly value: number | undefined;
  /** The runs of digits it was made of, with the slots they were read in; none where only the laws give it. */
  readonly sources: readonly Token[];
}

/** One explanation of what fails. */
export interface Decoding {
  /** Ascending by cell; figures that stay as read left out. */
  readonly changes: readonly CellChange[];
  /** Cells that print nothing, since the digits read in them are other cells': ascending, whatever value the laws give them. */
  readonly vacated: readonly number[];
  /** What went wrong, one entry for each row that is read otherwise, ascending. */
  readonly faults: readonly { readonly row: number; readonly fault: Fault }[];
  /** How much it assumes. */
  readonly cost: number;
}

/** What decoding came to. */
export type Verdict =
  /** Every law holds, or may, as read. */
  | {
      readonly kind: 'consistent';
      /** The doubted rows of which no other reading would let every law hold, ascending. */
      readonly provedRows: readonly number[];
    }
  /** One explanation stands out. */
  | { readonly kind: 'unique'; readonly decoding: Decoding; readonly margin: number }
  /** Several do; best first, up to `MOST_ALTERNATIVES`. */
  | { readonly kind: 'ambiguous'; readonly decodings: readonly Decoding[] }
  /** None was found, or the search was given up. */
  | { readonly kind: 'unsolved'; readonly isComplete: boolean };

/** The next best explanation must assume at least so much more. */
const MARGIN = 3.5;
/**
 * Nothing that assumes more is believed: two misread figures in two rows. Beyond that, explanations that were not looked for
 * (three misread figures in one row) would be as likely.
 */
const DEAREST_BELIEVED = 17;
/** Alternatives that are listed. */
const MOST_ALTERNATIVES = 8;

/** Decodes one table. Deterministic: the same table gives the same verdict. */
export function decodeTable(table: CodeTable): Verdict {
  const view = viewTable(table);
  const ofColumns = decodeWhole(columnReadings(table), table);
  if (view.isConsistent) {
    const readings = ofColumns.length > 0 ? distinct([...decodeWhole([asRead(table)], table), ...ofColumns]) : [];
    if (readings.length > 1) return { kind: 'ambiguous', decodings: readings.slice(0, MOST_ALTERNATIVES) };
    return { kind: 'consistent', provedRows: provedRows(table, view) };
  }
  const dearest = Math.min(DEAREST_BELIEVED, ...ofColumns.map(({ cost }) => cost)) + MARGIN;
  const { decodings, isComplete } = decodeRows(table, view, dearest);
  const all = [...ofColumns, ...decodeWhole(labelReadings(table), table), ...decodings];
  const verdict = toVerdict(distinct(all.sort((a, b) => a.cost - b.cost)), isComplete, table);
  // One sum alone is satisfied by chance too easily to move figures by.
  const isBySum = verdict.kind === 'unique' && view.plan.crossLaws.length === 0;
  return isBySum ? { kind: 'ambiguous', decodings: [verdict.decoding] } : verdict;
}

/** Explains by what went wrong in single rows, as far as it costs no more than the dearest that matters. */
function decodeRows(
  table: CodeTable,
  view: TableView,
  dearest: number,
): { readonly decodings: readonly Decoding[]; readonly isComplete: boolean } {
  if (leastCostOf(view.isSound.filter((isSound) => !isSound).length) > dearest)
    return { decodings: [], isComplete: true };
  const options = table.rows.map((_, row) => view.read(row, view.isSound[row] === true ? ONE_FAULT : TWO_FAULTS));
  if (options.some((readings) => readings.length === 0)) return { decodings: [], isComplete: true };
  const { explanations, isComplete } = searchExplanations({
    options,
    lawCount: view.plan.crossLaws.length,
    margin: MARGIN,
    dearest,
  });
  return { decodings: explanations.flatMap((each) => rowsDecoding(each, table, view.plan) ?? []), isComplete };
}

/** The doubted rows of a consistent table of which no other reading would let every law hold, ascending. */
function provedRows({ rows }: CodeTable, view: TableView): readonly number[] {
  return rows.flatMap(({ isDoubted }, row) =>
    isDoubted && isOnlyReading(view.read(row, TWO_FAULTS), view.plan) ? [row] : [],
  );
}

interface TableView {
  readonly plan: LawPlan;
  /** By row: whether it is read whole and its own laws hold, or may. */
  readonly isSound: readonly boolean[];
  readonly isConsistent: boolean;
  read(row: number, dearest: number): readonly ReadRow[];
}

function viewTable(table: CodeTable): TableView {
  const plan = planLaws(table);
  const residuals = plan.crossLaws.map((law) => residualOf(law, table));
  const isSound = table.rows.map((row, rowIndex) => holdsAsRead(row, plan.rowLaws[rowIndex] ?? []));
  const isSettled = residuals.every((residual) => residual === undefined || residual === 0);
  return {
    plan,
    isSound,
    isConsistent: isSettled && isSound.every(Boolean),
    read: (rowIndex, dearest) => {
      const row = table.rows[rowIndex];
      return row ? readRow({ row, rowIndex, plan, residuals, dearest }) : [];
    },
  };
}

function toVerdict(decodings: readonly Decoding[], isComplete: boolean, table: CodeTable): Verdict {
  const [best, next] = decodings;
  if (!best || !isComplete) return { kind: 'unsolved', isComplete };
  const margin = (next?.cost ?? Infinity) - best.cost;
  if (margin >= MARGIN && best.cost <= DEAREST_BELIEVED && !isOnlyListed(best, table))
    return { kind: 'unique', decoding: best, margin };
  return { kind: 'ambiguous', decodings: decodings.slice(0, MOST_ALTERNATIVES) };
}

/**
 * Whether no other reading of one row would let every law hold that holds as it is read. Every figure of the row must be
 * known, and some law must reach over several rows: a single sum is too easily satisfied.
 */
function isOnlyReading(readings: readonly ReadRow[], { crossLaws }: LawPlan): boolean {
  const [asRead, ...others] = readings;
  if (asRead?.cost !== 0 || asRead.values.includes(undefined)) return false;
  if (crossLaws.length === 0 || asRead.sums.hash === undefined) return false;
  const isSame = (other: ReadRow): boolean => other.values.every((value, k) => value === asRead.values[k]);
  return others.every((other) => other.cost >= MARGIN || isSame(other) || !isSatisfied(minus(other.sums, asRead.sums)));
}

/** Whether a row is read whole and its own laws hold, or may. */
function holdsAsRead(row: CodeRow, laws: readonly RowLaw[]): boolean {
  if (row.mayBeMisplaced && row.hasOddBlanks) return false;
  if (row.slots.some(({ tokens, value }) => tokens.length > 0 && value === undefined)) return false;
  const values = row.slots.map(({ value }) => value);
  return settleRow(values, laws, row.slots) !== undefined;
}

/**
 * Whether it supposes what is only ever listed. Two neighbours exchanged in one row pass for two others in another row, and a
 * publisher who filled in the wrong box prints the same; which row a line is no sum says (two detail rows exchanged break
 * no law). Several faults in a row of noughts may come to one other figure: so does a single one of the publisher's.
 */
function isOnlyListed({ faults, changes }: Decoding, table: CodeTable): boolean {
  if (faults.some(({ fault }) => fault === 'exchanged' || fault === 'row-of-neighbour')) return true;
  const [only] = changes;
  if (!only || changes.length > 1 || !faults.every(({ fault }) => fault === 'several-faults')) return false;
  const slot = table.rows.flatMap(({ slots }) => slots)[only.cell];
  return slot?.value !== undefined && !slot.mayBeMisread;
}

function residualOf({ shares }: LawPlan['crossLaws'][number], { rows }: CodeTable): number | undefined {
  let sum = 0;
  for (const [row, share] of shares) {
    const part = shareSum(
      share,
      (rows[row]?.slots ?? []).map(({ value }) => value),
    );
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
}

function rowsDecoding({ readings, cost }: Explanation, table: CodeTable, plan: LawPlan): Decoding | undefined {
  const values = table.rows.flatMap(({ slots }) => slots.map(({ value }) => value));
  const sources = table.rows.flatMap((row) => ownSources(row));
  for (const [row, reading] of readings) {
    const first = plan.firstCell[row] ?? 0;
    values.splice(first, reading.values.length, ...reading.values);
    sources.splice(first, reading.sources.length, ...reading.sources);
  }
  const rows = [...readings].sort(([a], [b]) => a - b);
  const faults = rows.map(([row, { fault }]) => ({ row, fault }));
  return toDecoding(table, { values, sources, faults, cost });
}

/** Explains by what went wrong in the whole table. */
function decodeWhole(readings: readonly TableReading[], table: CodeTable): readonly Decoding[] {
  return readings.flatMap(
    ({ rows, fault, ...reading }) =>
      toDecoding(table, { ...reading, faults: rows.map((row) => ({ row, fault })) }) ?? [],
  );
}

/** What a reading of a table comes to once the laws have filled what it leaves open; `undefined` where they cannot hold. */
function toDecoding(
  table: CodeTable,
  { values, sources, faults, cost }: Pick<TableReading, 'values' | 'sources'> & Pick<Decoding, 'faults' | 'cost'>,
): Decoding | undefined {
  const slots = table.rows.flatMap((row) => row.slots);
  const isSigned = slots.map((slot) => slot.isSigned);
  const completed = completeFigures(values, table.laws, isSigned);
  return (
    completed && {
      changes: completed.flatMap((value, cell) =>
        value === slots[cell]?.value ? [] : [{ cell, value, sources: sources[cell] ?? [] }],
      ),
      vacated: slots.flatMap(({ tokens }, cell) => (tokens.length > 0 && sources[cell]?.length === 0 ? [cell] : [])),
      faults,
      cost,
    }
  );
}

/** Explanations that come to the same figures count once, by the cheapest. */
function distinct(decodings: readonly Decoding[]): readonly Decoding[] {
  const seen = new Set<string>();
  return decodings.filter(({ changes }) => {
    const key = changes.map(({ cell, value }) => `${cell}=${value ?? ''}`).join();
    return !seen.has(key) && seen.add(key);
  });
}
