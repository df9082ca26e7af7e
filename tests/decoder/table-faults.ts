// What goes wrong with a whole table, put into it on purpose.
import type { CodeRow } from '../../src/repair/decode/index.js';
import type { Random } from '../corpus/random.js';
import { rowOf, slotOf, type Grid } from './draw-table.js';

/** Spoils a whole table. */
export type TableFault = (grid: Grid, random: Random) => readonly CodeRow[];

const toRow = (texts: readonly string[]): CodeRow =>
  rowOf(texts.map((text) => (text === '' ? slotOf() : slotOf(text))));
/** Which line is which row is doubted; the columns are not. */
const atDoubtedLabel = (row: CodeRow): CodeRow => ({ ...row, mayBeMisplaced: false, mayBeOtherRow: true });
const columnIn = (grid: Grid, random: Random): number => random.int(0, (grid[0]?.length ?? 1) - 1);

/** The faults, by name. */
export const TABLE_FAULTS: Readonly<Record<string, TableFault>> = {
  'a column lost in its place': (grid, random) => {
    const lost = columnIn(grid, random);
    const rows = grid.map((values) => toRow(values.map((value, k) => (k === lost ? '' : String(value)))));
    return rows.map((row) => ({ ...row, mayBeMisplaced: false, hasOddBlanks: false }));
  },
  'a column lost, the others closed up': (grid, random) => {
    const lost = columnIn(grid, random);
    const rows = grid.map((values) => toRow([...values.filter((_, k) => k !== lost).map(String), '']));
    return rows.map((row) => ({ ...row, hasOddBlanks: false }));
  },
  'a column doubled': (grid, random) => {
    const doubled = columnIn(grid, random);
    return grid.map((values) => {
      const texts = values.flatMap((value, k) => (k === doubled ? [String(value), String(value)] : [String(value)]));
      return { ...toRow(texts.slice(0, values.length)), surplusAfter: texts.slice(values.length) };
    });
  },
  'two rows at each other’s labels': (grid, random) => {
    const at = random.int(0, grid.length - 2);
    const rows = grid.map((values) => toRow(values.map(String)));
    const pair = rows.slice(at, at + 2).reverse();
    return rows.map((row, k) => {
      const own = pair[k - at];
      return own ? atDoubtedLabel(own) : { ...row, mayBeMisplaced: false };
    });
  },
  'a header read as the first row': (grid) => {
    const header = toRow((grid[0] ?? []).map((_, k) => String(k + 1)));
    return [header, ...grid.slice(0, -1).map((values) => toRow(values.map(String)))].map(atDoubtedLabel);
  },
};
