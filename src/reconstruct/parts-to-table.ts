/** Makes one table of its parts: rows one below the other, columns matched by position. */
import type { Cell, Table } from '../model/index.js';
import { lineDigitRuns } from './digit-runs.js';
import { contentText } from './fill-grid.js';
import { glyphsToTextLines } from './glyphs-to-text-lines.js';
import { gridBox, gridCellBox } from './grid.js';
import { SAME_COLUMN } from './join-parts.js';
import type { PageTable } from './page-parts.js';
import { recognisedReadings } from './recognised-text.js';

/**
 * Joins parts into one table.
 *
 * @param parts at least one, in reading order
 */
export function partsToTable(parts: readonly PageTable[], tableIndex: number): Table {
  const aligned = parts.map((part) => alignColumns(part.grid.xs, parts[0]?.grid.xs ?? []));
  const xs = joinColumnLines(aligned);
  const cells: Cell[] = [];
  const seams: number[] = [];
  let rowCount = 0;
  for (const [at, part] of parts.entries()) {
    if (rowCount > 0) seams.push(rowCount);
    const lineOf = (aligned[at] ?? []).map((x) => nearestLine(xs, x));
    cells.push(...partCells(part, lineOf, rowCount));
    rowCount += part.grid.ys.length - 1;
  }
  return {
    tableIndex,
    geometry: 'ruled',
    rowCount,
    columnCount: xs.length - 1,
    cells,
    seams,
    parts: parts.map((part) => ({ pageNumber: part.pageNumber, box: gridBox(part.grid) })),
    strayRuns: parts.flatMap((part) => lineDigitRuns(glyphsToTextLines(part.overlays), part.pageNumber)),
  };
}

/**
 * Moves a part's column lines onto the first part's where it stands aside as a whole: by the offset under which most of
 * its lines agree.
 */
function alignColumns(xs: readonly number[], first: readonly number[]): readonly number[] {
  const agreeing = (offset: number): number =>
    xs.filter((x) => first.some((other) => Math.abs(x - offset - other) <= SAME_COLUMN)).length;
  const offsets = xs
    .flatMap((x) => first.map((other) => x - other))
    .filter((offset) => Math.abs(offset) <= FARTHEST_ASIDE);
  const best = offsets.reduce((found, offset) => (agreeing(offset) > agreeing(found) ? offset : found), 0);
  return best === 0 || agreeing(best) < xs.length * AGREEING_SHARE ? xs : xs.map((x) => x - best);
}

/** A part stands aside by no more than this, in points. */
const FARTHEST_ASIDE = 9;
/** Share of a part's lines that must agree before it is moved. */
const AGREEING_SHARE = 0.8;

function joinColumnLines(aligned: readonly (readonly number[])[]): readonly number[] {
  const all = aligned.flat().sort((a, b) => a - b);
  const lines: number[] = [];
  for (const x of all) {
    const last = lines.at(-1);
    if (last === undefined || x - last > SAME_COLUMN) lines.push(x);
  }
  return lines;
}

/** @param lineOf for each column line of the part, the table's */
function partCells(part: PageTable, lineOf: readonly number[], firstRow: number): readonly Cell[] {
  return part.grid.cells.map((cell, index) => {
    const content = part.contents[index] ?? { lines: [], doubts: [] };
    const { text, baseText } = contentText(content);
    const columnIndex = lineOf[cell.columnIndex] ?? 0;
    const readings = recognisedReadings(content.lines);
    return {
      rowIndex: firstRow + cell.rowIndex,
      columnIndex,
      rowSpan: cell.rowSpan,
      columnSpan: Math.max(1, (lineOf[cell.columnIndex + cell.columnSpan] ?? 0) - columnIndex),
      text,
      baseText,
      parts: [{ pageNumber: part.pageNumber, box: gridCellBox(part.grid, cell), text }],
      runs: lineDigitRuns(content.lines, part.pageNumber),
      doubts: content.doubts,
      ...(readings && { readings }),
    };
  });
}

function nearestLine(lines: readonly number[], x: number): number {
  let best = 0;
  for (const [index, line] of lines.entries()) {
    if (Math.abs(line - x) < Math.abs((lines[best] ?? 0) - x)) best = index;
  }
  return best;
}
