// Tables whose spans do not fit their grid, as editors of web sites leave them. Browsers still draw them; the order of the
// cells in a row is right, their places in a grid are not.
import type { FormCell, FormTable } from '../form.js';
import type { Random } from '../random.js';

/** A cell of a web table; spans as written in the page, right or not. */
export interface WebCell {
  readonly kind: FormCell['kind'] | 'filler';
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** Reaches the table's last row, and is written so that it reaches whatever is last. */
  readonly isLast?: boolean;
}

/** A web table. */
export interface WebTable {
  readonly id: FormTable['id'] | 'plain';
  readonly rows: readonly (readonly WebCell[])[];
}

/** The spans as the form has them. */
export function toWebTable(table: FormTable): WebTable {
  return {
    id: table.id,
    rows: table.rows.map((row) =>
      row.map(({ kind, text, note, colspan, rowspan }) => ({ kind, text: text + (note ?? ''), colspan, rowspan })),
    ),
  };
}

/** Cells that reach the last row say so by a span of nought. */
export function openEnded(table: WebTable): WebTable {
  const { length } = table.rows;
  return {
    ...table,
    rows: table.rows.map((row, r) =>
      row.map((cell) => (cell.rowspan > 1 && r + cell.rowspan === length ? { ...cell, isLast: true } : cell)),
    ),
  };
}

// Spans of a row of one, two or three figures over five physical columns. Head and body differ, as in a published report
// of 2019: the label takes two columns in one and one in the other.
const HEAD_SPANS: Readonly<Record<number, readonly number[]>> = { 1: [2, 3], 2: [1, 2, 2], 3: [2, 1, 1, 1] };
const BODY_SPANS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  1: [
    [1, 4],
    [2, 3],
  ],
  2: [
    [2, 1, 2],
    [1, 2, 2],
  ],
  3: [
    [1, 2, 1, 1],
    [1, 1, 2, 1],
  ],
};

function fivePhysicalColumns(table: WebTable, random: Random): WebTable {
  return {
    ...table,
    rows: table.rows.map((row) => {
      const figures = row.length - 1;
      const spans =
        figures === 0
          ? [5]
          : row[0]?.kind === 'header'
            ? (HEAD_SPANS[figures] ?? [])
            : random.pick(BODY_SPANS[figures] ?? [[]]);
      return row.map((cell, k) => ({ ...cell, colspan: spans[k] ?? 1 }));
    }),
  };
}

/** One thing that is wrong with a table, drawn per row. */
function misfit(row: readonly WebCell[], random: Random): readonly WebCell[] {
  const filler: WebCell = { kind: 'filler', text: '', colspan: 1, rowspan: 1 };
  switch (random.int(0, 5)) {
    case 0:
      // A cell too many at the end.
      return [...row, filler];
    case 1:
      // A group that says one row too many, or one too few.
      return row.map((cell) =>
        cell.kind === 'group' && cell.rowspan > 2
          ? { ...cell, rowspan: cell.rowspan + (random.chance(0.5) ? 1 : -1) }
          : cell,
      );
    case 2:
      // A label that lost its colspan.
      return row.map((cell) => (cell.kind === 'label' && cell.colspan > 1 ? { ...cell, colspan: 1 } : cell));
    case 3:
      // A label one column too wide.
      return row.map((cell) => (cell.kind === 'label' ? { ...cell, colspan: cell.colspan + 1 } : cell));
    default:
      return row;
  }
}

/** A table whose spans do not quite fit. */
export function raggedTable(table: WebTable, random: Random): WebTable {
  if (table.id === 'disclosure') {
    const narrow = fivePhysicalColumns(table, random);
    // Titles over the whole width are often narrower than the table.
    return {
      ...narrow,
      rows: narrow.rows.map((row) =>
        row[0]?.kind === 'band' && random.chance(0.4) ? row.map((cell) => ({ ...cell, colspan: 4 })) : row,
      ),
    };
  }
  if (table.id !== 'applications') return table;
  return { ...table, rows: table.rows.map((row) => misfit(row, random)) };
}
