/**
 * Takes off the bars that programs which keep the text of a page write behind each cell, where every cell is a line of its
 * own: `规章 |`, `0 |`, and at a row's end one for each column that it lacks. They part nothing that the lines do not.
 */

/** A lone cell with the bar behind it and those of the columns that its row lacks; or those bars alone. */
const CELL_LINE = /^(?<text>[^|]*?)\s*\|[|\s]*$/u;
/** So many such lines are the cells of tables; a bar behind one or two is an ornament, or the edge of a page. */
const FEWEST_LINES = 20;

/** The lines of a dump, those with nothing but a cell of their own without the bars behind it. */
export function withoutBarsBehindLines(lines: readonly string[]): readonly string[] {
  const cells = lines.map((line) => CELL_LINE.exec(line)?.groups?.['text']);
  if (cells.filter((text) => text !== undefined && text !== '').length < FEWEST_LINES) return lines;
  return lines.map((line, at) => cells[at] ?? line);
}
