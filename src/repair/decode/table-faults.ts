/**
 * Ways in which a whole table may have been read amiss: a column twice, a column left out and the others closed up, rows
 * bound to their neighbours' labels (two exchanged; a header read as a row, or a row lost, and all after it one place off).
 */
import type { CodeRow, CodeTable } from './code-table.js';
import type { Fault, Token } from './row-option.js';
import { ownSources } from './row-option.js';

/** One reading of a whole table. */
export interface TableReading {
  /** By cell, rows one after the other; `undefined` where nothing is known. */
  readonly values: readonly (number | undefined)[];
  /** By cell: the runs of digits its figure was made of. */
  readonly sources: readonly (readonly Token[])[];
  readonly fault: Fault;
  /** Rows that are read otherwise, ascending. */
  readonly rows: readonly number[];
  readonly cost: number;
}

/** A whole column twice or not at all: one fault, however many rows it shows in. */
const COLUMN = 3;
/** Rows at their neighbours' labels. */
const OTHER_ROW = 4;

/** A row's figures with where they came from. */
interface Figures {
  readonly values: readonly (number | undefined)[];
  readonly sources: readonly (readonly Token[])[];
}

/** A table as it was read. */
export function asRead({ rows }: CodeTable): TableReading {
  const values = rows.flatMap(({ slots }) => slots.map(({ value }) => value));
  return { values, sources: rows.flatMap((row) => ownSources(row)), fault: 'as-read', rows: [], cost: 0 };
}

/** Readings of a table whose columns may be others than they were taken for; none where rules or markup hold them. */
export function columnReadings({ rows }: CodeTable): readonly TableReading[] {
  const printing = rows.flatMap((row, k) => (row.slots.some(({ tokens }) => tokens.length > 0) ? [k] : []));
  const width = rows[0]?.slots.length ?? 0;
  const open = printing.flatMap((k) => rows[k] ?? []);
  const isOpen = open.every((row) => row.mayBeMisplaced && isPlain(row) && row.slots.length === width);
  if (open.length === 0 || !isOpen) return [];
  const surplus = open.map((row) => row.surplusBefore.length + row.surplusAfter.length);
  const isClosed = open.every(({ slots }) => slots.at(-1)?.tokens.length === 0);
  if (isClosed && surplus.every((count) => count === 0)) {
    const at = Array.from({ length: width - 1 }, (_, column) => column);
    return at.map((column) => readRows(rows, printing, 'column-lost', (tokens) => tokens.toSpliced(column, 0, [])));
  }
  const isFull = open.every(({ slots }) => slots.every(({ tokens }) => tokens.length === 1));
  if (!isFull || surplus.some((count) => count !== 1)) return [];
  const at = Array.from({ length: width + 1 }, (_, column) => column);
  return at.map((column) => readRows(rows, printing, 'column-doubled', (tokens) => tokens.toSpliced(column, 1)));
}

/** Readings of a table in which rows whose labels are doubted hold the figures of their neighbours. */
export function labelReadings({ rows }: CodeTable): readonly TableReading[] {
  const figures = rows.map((row): Figures => ({
    values: row.slots.map(({ value }) => value),
    sources: ownSources(row),
  }));
  const isOpen = rows.map(({ mayBeOtherRow }) => mayBeOtherRow);
  const isLastBlank = rows.at(-1)?.slots.every(({ tokens }) => tokens.length === 0) === true;
  const readings: TableReading[] = [];
  for (const [k, row] of rows.entries()) {
    if (isOpen[k] !== true) continue;
    const none: Figures = { values: row.slots.map(() => undefined), sources: row.slots.map(() => []) };
    const [above, below] = [figures.slice(0, k), figures.slice(k + 1)];
    const [own, next] = figures.slice(k, k + 2);
    if (!own || isOpen[k + 1] !== true || !next) continue;
    readings.push(ofOtherRows([...above, next, own, ...below.slice(1)], [k, k + 1]));
    if (!isOpen.slice(k).every(Boolean)) continue;
    const moved = rows.map((_, at) => at).slice(k);
    readings.push(ofOtherRows([...above, ...below, none], moved));
    if (isLastBlank) readings.push(ofOtherRows([...above, none, own, ...below.slice(0, -1)], moved));
  }
  return readings;
}

function ofOtherRows(figures: readonly Figures[], rows: readonly number[]): TableReading {
  return {
    values: figures.flatMap(({ values }) => values),
    sources: figures.flatMap(({ sources }) => sources),
    fault: 'row-of-neighbour',
    rows,
    cost: OTHER_ROW,
  };
}

/** Whether each of a row's slots prints one number at most, and that one is read. */
function isPlain({ slots }: CodeRow): boolean {
  return slots.every(({ tokens, value }) => tokens.length === 0 || String(value) === tokens.join(' '));
}

function readRows(
  rows: readonly CodeRow[],
  printing: readonly number[],
  fault: Fault,
  place: (tokens: readonly (readonly Token[])[]) => readonly (readonly Token[])[],
): TableReading {
  const sources = rows.flatMap((row, k) => {
    if (!printing.includes(k)) return ownSources(row);
    const before = row.surplusBefore.map((text, at): Token[] => [{ text, slot: at - row.surplusBefore.length }]);
    const after = row.surplusAfter.map((text, at): Token[] => [{ text, slot: row.slots.length + at }]);
    return place([...before, ...ownSources(row), ...after]).slice(0, row.slots.length);
  });
  const values = sources.map(([token]) => (token === undefined ? undefined : Number(token.text)));
  return { values, sources, fault, rows: printing, cost: COLUMN };
}
