// Garblings in which it is no longer plain where one figure ends and the next begins.
import type { Random } from '../random.js';
import { openRun, isPlain, readingsOf, undecidableRows, withSums, type Gap, type Readings } from './segmentations.js';
import type { TextRow, TextTable } from './text-rows.js';

/** A garbled table, and the rows that nothing tells how to read. */
export interface GarbledTable {
  readonly lines: readonly string[];
  readonly undecidable?: readonly string[];
}

/** Figures as written, and what is left between their digits. */
interface Run {
  readonly text: string;
  readonly digits: string;
  readonly gaps: readonly Gap[];
}

type Writer = (values: readonly string[], random: Random) => Run;

/** Digits that stand together. */
const joined = (value: string): Gap[] => Array.from({ length: Math.max(0, value.length - 1) }, () => 'joined');

const NO_SEPARATOR: Writer = (values) => {
  const digits = values.join('');
  return { text: digits, digits, gaps: openRun(digits) };
};

/** Some neighbours have grown together: 3400 for 34 0 0. */
const MERGED: Writer = (values, random) => {
  const groups: string[][] = [];
  for (const value of values) {
    const last = groups.at(-1);
    if (last !== undefined && random.chance(0.3)) last.push(value);
    else groups.push([value]);
  }
  // Any place inside a group may be an end: the reader cannot know which groups have grown together.
  const gaps = groups.flatMap((group, k): Gap[] => [
    ...(k === 0 ? [] : ['apart' as const]),
    ...openRun(group.join('')),
  ]);
  return { text: groups.map((group) => group.join('')).join(' '), digits: values.join(''), gaps };
};

/** Digits of a figure are set apart like figures: 1 3 7 5. */
const TORN: Writer = (values) => {
  const digits = values.join('');
  return { text: Array.from(digits).join(' '), digits, gaps: openRun(digits) };
};

/** Two spaces between figures, one between digits: still readable, row by row. */
const SPACED: Writer = (values) => ({
  text: values.map((value) => Array.from(value).join(' ')).join('  '),
  digits: values.join(''),
  gaps: values.flatMap((value, k): Gap[] => [...(k === 0 ? [] : ['apart' as const]), ...joined(value)]),
});

/** Figures with a fraction keep it: 24252.311082 can be read in one way only as one figure, not as three. */
const areWhole = (values: readonly string[]): boolean => values.every((value) => /^\d+$/.test(value));

function readRow(table: TextTable, row: TextRow, run: Run): Readings {
  const size = table.id === 'applications' ? 7 : table.id === 'reviews' ? 5 : 0;
  const readings = readingsOf(run.digits, run.gaps, row.values.length);
  return size === 0 ? readings : withSums(readings, size);
}

/** Rows of table four whose five figures differ between readings. */
function openReviews(row: TextRow, readings: Readings): readonly string[] {
  const figures = row.values.map(Number);
  const rowOf = (all: readonly number[], k: number): string => all.slice(5 * k, 5 * k + 5).join(' ');
  return row.ids.filter(
    (_, k) => readings.length === 0 || readings.some((reading) => rowOf(reading, k) !== rowOf(figures, k)),
  );
}

function undecidableOf(table: TextTable, runs: readonly { row: TextRow; run: Run }[]): readonly string[] {
  const named = (row: TextRow, run: Run, id: string): string =>
    `${table.id}/${id}: ${row.values.length === 15 ? run.text : run.digits}`;
  // A table with a dash, a blank or a note in it is not searched: rows of more than one figure count as undecidable.
  const unsearched = runs.some(({ row }) => !areWhole(row.values));
  switch (table.id) {
    case 'disclosure':
      return runs.flatMap(({ row, run }) => {
        const isOpen = areWhole(row.values)
          ? !isPlain(row.values.map(Number), readRow(table, row, run))
          : row.values.length > 1;
        return isOpen ? row.ids.map((id) => named(row, run, id)) : [];
      });
    case 'reviews':
      return runs.flatMap(({ row, run }) =>
        (unsearched ? row.ids : openReviews(row, readRow(table, row, run))).map((id) => named(row, run, id)),
      );
    case 'applications': {
      const open = unsearched
        ? runs.flatMap(({ row }) => row.ids)
        : undecidableRows(
            runs.map(({ row, run }) => ({
              id: row.ids[0] ?? '',
              figures: row.values.map(Number),
              readings: readRow(table, row, run),
            })),
          );
      return runs.flatMap(({ row, run }) => row.ids.filter((id) => open.includes(id)).map((id) => named(row, run, id)));
    }
  }
}

function write(
  table: TextTable,
  writer: Writer,
  between: string,
  random: Random,
): { lines: string[]; undecidable: readonly string[] } {
  const runs: { row: TextRow; run: Run }[] = [];
  const lines = table.rows.map((row) => {
    const label = row.labels.join(between);
    if (row.values.length === 0) return label;
    const run = writer(row.values, random);
    runs.push({ row, run });
    return label === '' ? run.text : label + between + run.text;
  });
  return { lines, undecidable: undecidableOf(table, runs) };
}

/** Nothing between labels, figures and rows: `713000074二、上年结转…`. */
export function withoutSeparators(table: TextTable, random: Random): GarbledTable {
  const { lines, undecidable } = write(table, NO_SEPARATOR, '', random);
  return { lines: [lines.join('')], undecidable };
}

/** A row a line, its figures without separators. */
export function figuresRunTogether(table: TextTable, random: Random): GarbledTable {
  return write(table, NO_SEPARATOR, ' ', random);
}

/** Some neighbours grown together. */
export function neighboursMerged(table: TextTable, random: Random): GarbledTable {
  return write(table, MERGED, ' ', random);
}

/** Every digit apart. */
export function numbersTorn(table: TextTable, random: Random): GarbledTable {
  return write(table, TORN, ' ', random);
}

/** Digits apart by one space, figures by two. */
export function numbersSpaced(table: TextTable, random: Random): GarbledTable {
  return write(table, SPACED, '  ', random);
}
