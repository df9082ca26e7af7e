// Tables spoilt in one way each, as the bench hands them to the decoder.
import type { CodeRow } from '../../src/repair/decode/index.js';
import type { Random } from '../corpus/random.js';
import { rowOf, slotOf, type DrawnTable, type Grid } from './draw-table.js';
import { misread, ROW_FAULTS } from './faults.js';
import { TABLE_FAULTS } from './table-faults.js';

/** Spoils a drawn table; `undefined` where it has nothing to spoil in this way. */
export type Spoil = (table: DrawnTable, random: Random) => readonly CodeRow[] | undefined;

/** What is looked for in a verdict: the truth, or that nothing is changed. */
export interface SpoilCase {
  readonly name: string;
  readonly spoil: Spoil;
  /** True where the figures are certain: the decoder must find the failure and touch nothing. */
  readonly isPublishers?: boolean;
}

/** Share of sound figures for which the reader holds another reading possible too. */
const NEEDLESS_ALTERNATIVES = 0.05;
const WIDTH = 7;

const clean = (grid: Grid): CodeRow[] => grid.map((values) => rowOf(values.map((value) => slotOf(String(value)))));

function drawCells(count: number, rows: number, random: Random): readonly (readonly [number, number])[] {
  const cells = new Map<string, readonly [number, number]>();
  while (cells.size < count) {
    const cell = [random.int(0, rows - 1), random.int(0, WIDTH - 1)] as const;
    cells.set(cell.join(), cell);
  }
  return [...cells.values()];
}

function spoilCells(count: number, kind: 'look-alike' | 'any'): Spoil {
  return ({ grid }, random) => {
    const rows = grid.map((values) => [...values]);
    for (const [row, column] of drawCells(count, rows.length, random)) {
      const values = rows[row];
      if (values) values[column] = misread(values[column] ?? 0, random, kind);
    }
    return clean(rows);
  };
}

/** The reader's own doubts: the truth among the alternatives of what it misread, and needless ones elsewhere. */
function withAlternatives(spoil: Spoil): Spoil {
  return (table, random) =>
    spoil(table, random)?.map((row, r) => ({
      ...row,
      slots: row.slots.map((slot, c) => {
        const meant = table.grid[r]?.[c] ?? 0;
        const isWrong = slot.value !== meant;
        if (!isWrong && !random.chance(NEEDLESS_ALTERNATIVES)) return slot;
        const other = misread(meant, random, 'look-alike');
        return { ...slot, alternatives: isWrong ? [meant, other].sort((a, b) => a - b) : [other] };
      }),
    }));
}

function spoilRows(count: number, fault: string): Spoil {
  return ({ grid }, random) => {
    const rows = clean(grid);
    // Rows of noughts look the same however they are shifted: rows with figures are spoilt where there are any.
    const busy = grid.flatMap((values, k) => (values.some((value) => value > 0) ? [k] : []));
    const pool = busy.length >= count ? busy : grid.map((_, k) => k);
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(random.pick(pool));
    for (const row of chosen) {
      const spoilt = ROW_FAULTS[fault]?.(grid[row] ?? [], random);
      if (!spoilt) return undefined;
      rows[row] = spoilt;
    }
    return rows;
  };
}

function spoilBlanks(count: number): Spoil {
  return ({ grid }, random) => {
    const rows = clean(grid).map((row) => ({ ...row, mayBeMisplaced: false, slots: [...row.slots] }));
    for (const [row, column] of drawCells(count, rows.length, random)) rows[row]?.slots.splice(column, 1, slotOf());
    return rows;
  };
}

const emptyRow: Spoil = ({ grid }, random) => {
  const at = random.int(0, grid.length - 1);
  return clean(grid).map((row, k) => ({
    ...row,
    mayBeMisplaced: false,
    slots: k === at ? row.slots.map(() => slotOf()) : row.slots,
  }));
};

/** Figures that nobody doubts, wrong in print. */
function printedWrong(count: number): Spoil {
  return (table, random) =>
    spoilCells(count, 'any')(table, random)?.map((row) => ({
      ...row,
      mayBeMisplaced: false,
      slots: row.slots.map((slot) => ({ ...slot, mayBeMisread: false })),
    }));
}

/** Every way of spoiling, in the order of the report. */
export const SPOIL_CASES: readonly SpoilCase[] = [
  { name: 'nothing', spoil: ({ grid }) => clean(grid) },
  ...[1, 2, 3].flatMap((n) => [
    { name: `${n} misread, any digit`, spoil: spoilCells(n, 'any') },
    { name: `${n} misread, look-alike`, spoil: spoilCells(n, 'look-alike') },
    { name: `${n} misread, alternatives`, spoil: withAlternatives(spoilCells(n, 'look-alike')) },
  ]),
  ...[1, 2].flatMap((n) =>
    Object.keys(ROW_FAULTS).map((fault) => ({ name: `${n} row ${fault}`, spoil: spoilRows(n, fault) })),
  ),
  ...Object.entries(TABLE_FAULTS).map(([name, fault]): SpoilCase => ({
    name,
    spoil: ({ grid }, random) => fault(grid, random),
  })),
  ...[1, 3, 10].map((n) => ({ name: `${n} blank`, spoil: spoilBlanks(n) })),
  { name: 'a row blank', spoil: emptyRow },
  ...[1, 2].map((n) => ({ name: `${n} printed wrong`, spoil: printedWrong(n), isPublishers: true })),
];
