/**
 * Programs that write a table with spans as plain rows put the text of a cell into each column it covers (docling, pandas
 * and others). Such repeats are one cell again: of words wherever neighbours are alike, of figures only under a header that
 * spans their columns, and only where every row below it repeats them. Others leave all columns but the first blank: a
 * header of words with one blank right of it spans both where figures below stand in one of the two only.
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
    for (const { header, from, to } of stretchesUnderWords(rows, column)) {
      const own = rows.slice(from, to);
      const isSpan = spansOneBlank(rows.slice(0, header + 1), column) && sharesColumn(own, column, column < width - 1);
      const isRepeat = joined[header]?.[column] === true && own.every((row) => row[column] === row[column - 1]);
      if (!isSpan && !isRepeat) continue;
      for (let row = header; row < to; row++) joined[row]?.splice(column, 1, true);
      isRepeated ||= isRepeat && own.some((row) => row[column] !== '');
    }
  }
  return { rows: rows.map((row, at) => toCells(row, joined[at] ?? [])), isRepeated };
}

interface Stretch {
  /** The row of words above. */
  readonly header: number;
  /** Its rows, `to` not among them. */
  readonly from: number;
  readonly to: number;
}

/** Stretches of rows without words in a column and the one left of it, each below a row that has some there. */
function stretchesUnderWords(rows: readonly (readonly string[])[], column: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let header: number | undefined;
  for (let row = 0; row <= rows.length; row++) {
    const isWord = [column - 1, column].some((at) => LETTER.test(rows[row]?.[at] ?? ''));
    if (row < rows.length && !isWord) continue;
    if (header !== undefined && header + 1 < row) stretches.push({ header, from: header + 1, to: row });
    header = row;
  }
  return stretches;
}

/**
 * A row of words with one blank between two, or at the end: a wider span may have lost the names of its columns. A name in
 * a row above is the blank's own.
 */
function spansOneBlank(rows: readonly (readonly string[])[], column: number): boolean {
  const header = rows.at(-1) ?? [];
  if (rows.some((row) => LETTER.test(row[column] ?? ''))) return false;
  if (header[column] !== '' || header[column - 1] === '' || header[column + 1] === '') return false;
  return header.every((text) => text === '' || LETTER.test(text));
}

/**
 * Whether figures stand in one of two columns or the other. Where none stands in the left one it is left blank, unless names
 * stand on both sides and every row has its figure.
 */
function sharesColumn(rows: readonly (readonly string[])[], column: number, isBetween: boolean): boolean {
  const filled = (at: number): readonly boolean[] => rows.map((row) => row[at] !== '');
  const left = filled(column - 1);
  const right = filled(column);
  if (left.some((isFilled, at) => isFilled && right[at])) return false;
  return left.includes(true) || !right.includes(true) || (isBetween && !right.includes(false));
}

function toCells(row: readonly string[], joined: readonly boolean[]): readonly RowCell[] {
  const cells: RowCell[] = [];
  for (const [column, text] of row.entries()) {
    const last = cells.at(-1);
    if (joined[column] === true && last)
      cells[cells.length - 1] = { text: text === '' ? last.text : text, columnSpan: last.columnSpan + 1 };
    else cells.push({ text, columnSpan: 1 });
  }
  return cells;
}
