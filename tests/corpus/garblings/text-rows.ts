// A table as rows of text: what is left of it once its lines are gone. Garblings start from here.
import { toGrid, type FormCell, type FormTable } from '../form.js';

/** One row of a table as text. */
export interface TextRow {
  readonly kind: 'band' | 'header' | 'data';
  /** Rows of the form that its figures belong to: one, or table four's three. */
  readonly ids: readonly string[];
  /** Labels that begin in this row, left to right; a group stands with its first row. */
  readonly labels: readonly string[];
  readonly values: readonly string[];
}

/** A table as rows of text. */
export interface TextTable {
  readonly id: FormTable['id'];
  readonly rows: readonly TextRow[];
  /** How many label columns the table has. */
  readonly labelColumns: number;
}

/** Takes a table apart. */
export function toTextTable(table: FormTable): TextTable {
  const seen = new Set<FormCell>();
  const rows = toGrid(table).map((cells, r): TextRow => {
    const fresh = cells.filter((cell): cell is FormCell => {
      if (cell === undefined || seen.has(cell)) return false;
      seen.add(cell);
      return true;
    });
    const values = fresh.filter((cell) => cell.kind === 'value');
    const labels = fresh.filter((cell) => cell.kind !== 'value').map((cell) => cell.text);
    const isHeader = r < table.headerRows || fresh.some((cell) => cell.kind === 'header');
    return {
      kind: fresh[0]?.kind === 'band' ? 'band' : isHeader ? 'header' : 'data',
      ids: [...new Set(values.map((cell) => cell.key?.split('/')[1] ?? ''))].filter((id) => id !== ''),
      labels,
      values: values.map((cell) => cell.text + (cell.note ?? '')),
    };
  });
  const first = table.rows[table.headerRows]?.[0];
  return {
    id: table.id,
    rows,
    labelColumns: table.id === 'applications' ? (first?.colspan ?? 3) : table.id === 'disclosure' ? 1 : 0,
  };
}

/** The row of a table as cells, labels padded to the label columns on the left. */
export function rowCells(row: TextRow, labelColumns: number): readonly string[] {
  if (row.kind !== 'data') return row.labels;
  const missing = Math.max(0, labelColumns - row.labels.length);
  return [...Array.from({ length: missing }, () => ''), ...row.labels, ...row.values];
}
