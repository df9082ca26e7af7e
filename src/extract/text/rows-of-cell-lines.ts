/**
 * Rows of dumps in which every cell is a line of its own with a bar behind it, as programs write them that keep the text
 * of pages: `规章 |`, `0 |`, a lone bar for a blank cell, and at a row's end one more for each column that the row lacks.
 * So all rows of a table have as many bars, and where some rows end is seen where several bars stand together. Others
 * write the bar before the next cell, `| 0`, or between two cells on a line of its own.
 */
import { BAR_CLASS, BARLESS_CLASS, endsWithBar, hasBar } from '../../model/index.js';

const BAR = new RegExp(BAR_CLASS, 'u');
/** So many lines of a lone cell are the cells of tables; a bar behind one or two is an ornament, or the edge of a page. */
const FEWEST_LINES = 20;
/** No table of a form has more columns. */
const MOST_COLUMNS = 40;

interface CellLine {
  readonly line: string;
  readonly texts: readonly string[];
  /** Bars at its end, at least one: that of the last cell. */
  readonly bars: number;
}

/**
 * The lines of a dump, those of such cells joined to the rows of their table; where its width does not show, each lone
 * cell without its bars, on a line of its own.
 */
export function rowsOfCellLines(source: readonly string[]): readonly string[] {
  const lines = withBarsBehind(source);
  const cells = lines.map(toCellLine);
  if (cells.filter((cell) => cell?.texts.length === 1).length < FEWEST_LINES) return lines;
  const result: string[] = [];
  for (let at = 0; at < lines.length;) {
    const block: CellLine[] = [];
    for (let cell = cells[at]; cell; cell = cells[at + block.length]) block.push(cell);
    result.push(...(block.length > 0 ? blockToLines(block) : [lines[at] ?? '']));
    at += Math.max(1, block.length);
  }
  return result;
}

/** `| 0`, or a lone bar. */
const BAR_BEFORE = new RegExp(`^\\s*${BAR_CLASS}\\s*(?<text>${BARLESS_CLASS}*)$`, 'u');

/** The lines with bars before cells, or on lines between them, moved behind the cell above. */
function withBarsBehind(lines: readonly string[]): readonly string[] {
  const isBefore = (line: string, at: number): boolean => {
    const text = BAR_BEFORE.exec(line)?.groups?.['text'];
    return text !== undefined && (text.trim() !== '' || hasNoBar(lines[at - 1]));
  };
  if (lines.filter(isBefore).length < FEWEST_LINES) return lines;
  const result: string[] = [];
  for (const line of lines) {
    const text = BAR_BEFORE.exec(line)?.groups?.['text']?.trim();
    const above = result.at(-1);
    // A bar below another one stands for a blank cell.
    if (text !== undefined && hasNoBar(above)) result[result.length - 1] = `${above ?? ''} |`;
    else if (text !== undefined) result.push('|');
    if (text !== '') result.push(text ?? line);
  }
  return result;
}

function hasNoBar(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '' && !hasBar(line);
}

/** A cell with the bar behind it, or several of them, and further bars; or bars alone. */
function toCellLine(line: string): CellLine | undefined {
  if (!endsWithBar(line) || line.includes('\t')) return undefined;
  const texts = line.split(BAR).map((text) => text.trim());
  texts.pop();
  const last = texts.findLastIndex((text) => text !== '');
  return { line, texts: texts.slice(0, Math.max(1, last + 1)), bars: texts.length - Math.max(0, last) };
}

function blockToLines(block: readonly CellLine[]): readonly string[] {
  const width = widthOf(block);
  if (width === undefined) return block.map(({ line, texts: [text = '', ...more] }) => (more.length > 0 ? line : text));
  const cells = block.flatMap(({ texts, bars }) => [...texts, ...new Array<string>(bars - 1).fill('')]);
  const rowCount = Math.ceil(cells.length / width);
  return Array.from({ length: rowCount }, (_, row) => `${cells.slice(row * width, (row + 1) * width).join(' | ')} |`);
}

/** How many bars each row has: the number that leads from one end of a row to the next, wherever one is seen. */
function widthOf(block: readonly CellLine[]): number | undefined {
  const ends: number[] = [];
  let count = 0;
  let least = 0;
  for (const { texts, bars } of block) {
    const own = texts.length + bars - 1;
    count += own;
    // Bars alone stand behind a cell at least.
    least = Math.max(least, texts.join('') === '' ? own + 1 : own);
    if (bars > 1) ends.push(count);
  }
  if (ends.length === 0) return undefined;
  for (let width = least; width <= MOST_COLUMNS; width++) {
    if (ends.every((end) => end % width === 0)) return width;
  }
  return undefined;
}
