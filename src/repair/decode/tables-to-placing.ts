/** What the tables of a source say of where figures stand. */
import { figureKey, hasStatedCells } from '../../model/index.js';
import type { BoundTable, Cell, Fact, Table } from '../../model/index.js';
import { digitRuns } from './facts-to-code.js';
import type { Placing } from './facts-to-code.js';

/** Nothing but digits and what separates or signs them: a cell that may be a figure. */
const BARE_NUMBER = /^[+\-−－]?[\d０-９][\d０-９,，.]*$/u;

interface FigureRow {
  readonly isCertain: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Collects, for every bound figure, whether its place is known and which numbers stand beside its row's figures. */
export function tablesToPlacing(tables: readonly BoundTable[]): Placing {
  const rows = new Map<string, FigureRow>();
  for (const { table, bindings } of tables) {
    const byRow = new Map<number, (typeof bindings)[number][]>();
    for (const binding of bindings) byRow.set(binding.rowIndex, [...(byRow.get(binding.rowIndex) ?? []), binding]);
    for (const [rowIndex, own] of byRow) {
      const columns = own.map(({ columnIndex }) => columnIndex);
      const cells = table.cells.filter((cell) => cell.rowIndex === rowIndex && BARE_NUMBER.test(cell.text));
      const row: FigureRow = {
        isCertain: hasStatedCells(table) || isAligned(table, rowIndex, columns),
        before: runsOf(cells.filter(({ columnIndex }) => columnIndex < Math.min(...columns))),
        after: runsOf(cells.filter(({ columnIndex }) => columnIndex > Math.max(...columns))),
      };
      for (const each of own) rows.set(figureKey(each), row);
    }
  }
  const rowOf = (fact: Fact): FigureRow | undefined => rows.get(figureKey(fact));
  return {
    isPlaceCertain: (fact) => rowOf(fact)?.isCertain ?? true,
    surplusOf: (fact) => ({ before: rowOf(fact)?.before ?? [], after: rowOf(fact)?.after ?? [] }),
  };
}

/**
 * Whether the figures of a row without rules each stand in a column of their own. Two of them exchanged, or one under the
 * next wording, are then as the page shows them: the publisher's doing, that no placement may undo.
 */
function isAligned({ geometry, cells }: Table, rowIndex: number, columns: readonly number[]): boolean {
  const own = cells.filter((cell) => cell.rowIndex === rowIndex && columns.includes(cell.columnIndex));
  return geometry === 'aligned' && own.every(({ columnSpan }) => columnSpan === 1);
}

function runsOf(cells: readonly Cell[]): readonly string[] {
  return cells.flatMap(({ text }) => digitRuns(text));
}
