/**
 * Tells grids that hold nothing but a header from tables: where only the header of a table has rules, its figures stand
 * below the grid, each under one cell of its last row, and the whole is a table without rules.
 */
import { middleX } from '../model/index.js';
import type { Glyph } from '../model/index.js';
import { figuresOf, toSegments } from './aligned-lines.js';
import type { Segment } from './aligned-lines.js';
import { hasDigit } from './digit-runs.js';
import { fillGrid } from './fill-grid.js';
import type { FilledGrid } from './fill-grid.js';
import { isPageNumber } from './furniture.js';
import { boxOfLine, glyphsToTextLines, textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
import { gridBox, gridCellBox } from './grid.js';
import type { Grid } from './grid.js';
import { isValue } from './line-to-row.js';

/** The first row of figures follows within so many lines: its label may begin above it. */
const LINES_TO_FIGURES = 4;
/** A header holds few digits: the number of a paragraph, a year. */
const MOST_DIGITS = 12;
/** Labels begin no further left of their header than this, in points. */
const EDGE = 4;

/**
 * The grids of a page that are only the header of figures below them.
 *
 * @param grids from top to bottom
 * @param inside the glyphs of each
 * @param outside all others
 * @param overleaf the lines at the head of the next page, down to its first grid
 */
export function headerGrids(
  grids: readonly Grid[],
  inside: readonly (readonly Glyph[])[],
  outside: readonly Glyph[],
  overleaf: () => readonly GlyphLine[],
): ReadonlySet<Grid> {
  const named = grids.filter((grid, at) => {
    const own = inside[at] ?? [];
    return own.filter(({ text }) => hasDigit(text)).length <= MOST_DIGITS && isHeader(fillGrid(grid, own));
  });
  if (named.length === 0) return new Set();
  const lines = glyphsToTextLines(outside);
  return new Set(
    named.filter((grid) => {
      const under = linesUnder(grid, { grids, lines });
      // A header that is the last thing on its page goes on overleaf.
      const isLast = grid === grids.at(-1) && under.every((line) => isPageNumber(textOfLines([line])));
      return standsOverFigures(grid, isLast ? overleaf().slice(0, LINES_TO_FIGURES) : under);
    }),
  );
}

/** Whether every cell of the last row says something, and none of the grid is a figure or a mark in place of one. */
function isHeader({ grid, contents }: FilledGrid): boolean {
  const rows = grid.ys.length - 1;
  return grid.cells.every((cell, at) => {
    const text = textOfLines(contents[at]?.lines ?? []);
    const isLast = cell.rowIndex + cell.rowSpan === rows;
    return text === '' ? !isLast : !isValue(text);
  });
}

/** The next lines between a grid and the one below it. */
function linesUnder(
  grid: Grid,
  { grids, lines }: { readonly grids: readonly Grid[]; readonly lines: readonly GlyphLine[] },
): readonly GlyphLine[] {
  const { bottom } = gridBox(grid);
  const next = Math.min(Infinity, ...grids.map((other) => gridBox(other).top).filter((top) => top >= bottom));
  const under = lines.filter((line) => {
    const box = boxOfLine(line);
    return box !== undefined && box.top >= bottom - EDGE && box.bottom <= next + EDGE;
  });
  return under.slice(0, LINES_TO_FIGURES);
}

/** Whether the first row of figures stands under the cells of the header: its label within them too, or several figures. */
function standsOverFigures(grid: Grid, lines: readonly GlyphLine[]): boolean {
  const { x0, x1 } = gridBox(grid);
  const rows = grid.ys.length - 1;
  const leaves = grid.cells
    .filter((cell) => cell.rowIndex + cell.rowSpan === rows)
    .map((cell) => gridCellBox(grid, cell));
  const leafOf = (segment: Segment): number =>
    leaves.findIndex((leaf) => middleX(segment.box) > leaf.x0 && middleX(segment.box) < leaf.x1);
  for (const line of lines) {
    const segments = toSegments(line);
    if (segments.some(({ box }) => box.x0 < x0 - EDGE || box.x1 > x1 + EDGE)) return false;
    const figures = figuresOf(segments);
    if (figures.length === 0) continue;
    const own = figures.map(leafOf);
    const isApart = new Set(own).size === own.length && !own.includes(-1);
    const isLabelled = figures.length < segments.length && !own.includes(0);
    return isApart && (isLabelled || figures.length > 1);
  }
  return false;
}
