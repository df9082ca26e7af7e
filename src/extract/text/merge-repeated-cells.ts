/**
 * Programs that write a table with spans as plain rows put the text of a cell into each column it covers (docling, pandas
 * and others). Such repeats are one cell again: of words wherever neighbours are alike, of figures only under a header that
 * spans their columns, and only where every row below it repeats them.
 */

/** A cell of a row. */
export interface RowCell {
  readonly text: string;
  readonly columnSpan: number;
}

/** Rows with their repeated cells joined. */
export interface MergedRows {
  readonly rows: readonly (readonly RowCell[])[];
  /** Whether there was any figure to join. */
  readonly isRepeated: boolean;
}

const LETTER = /\p{L}/u;

/** Joins repeated cells. All rows are of one width. */
export function mergeRepeatedCells(rows: readonly (readonly string[])[]): MergedRows {
  const width = rows[0]?.length ?? 0;
  // By row and column: whether the cell goes on from the one left of it.
  const joined = rows.map((row) =>
    row.map((text, column) => column > 0 && LETTER.test(text) && text === row[column - 1]),
  );
  let isRepeated = false;
  for (let column = 1; column < width; column++) {
    for (const [from, to] of stretchesUnderSpans(rows, joined, column)) {
      const own = rows.slice(from, to);
      if (own.length === 0 || !own.every((row) => row[column] === row[column - 1])) continue;
      for (let row = from; row < to; row++) joined[row]?.splice(column, 1, true);
      isRepeated ||= own.some((row) => row[column] !== '');
    }
  }
  return { rows: rows.map((row, at) => toCells(row, joined[at] ?? [])), isRepeated };
}

/** Stretches of rows without words in a column and the one left of it, below words that span both. */
function stretchesUnderSpans(
  rows: readonly (readonly string[])[],
  joined: readonly (readonly boolean[])[],
  column: number,
): readonly (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  let from: number | undefined;
  for (let row = 0; row <= rows.length; row++) {
    const isWord = [column - 1, column].some((at) => LETTER.test(rows[row]?.[at] ?? ''));
    if (row < rows.length && !isWord) continue;
    if (from !== undefined && from < row) stretches.push([from, row]);
    from = joined[row]?.[column] === true ? row + 1 : undefined;
  }
  return stretches;
}

function toCells(row: readonly string[], joined: readonly boolean[]): readonly RowCell[] {
  const cells: RowCell[] = [];
  for (const [column, text] of row.entries()) {
    const last = cells.at(-1);
    if (joined[column] === true && last) cells[cells.length - 1] = { text, columnSpan: last.columnSpan + 1 };
    else cells.push({ text, columnSpan: 1 });
  }
  return cells;
}
