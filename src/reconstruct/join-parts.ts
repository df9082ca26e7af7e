/**
 * Decides which table parts on consecutive pages are one table. A table goes on where nothing but page furniture (page
 * numbers, running heads) stands between the two parts and their edges or columns agree.
 */
import type { TextLine } from '../model/index.js';
import { furnitureTest } from './furniture.js';
import { gridBox } from './grid.js';
import type { PageParts, PageTable } from './page-parts.js';

/** Left and right edges of two parts of a table differ by less than this, in points. */
const SAME_EDGE = 8;
/** A column line of one part lies within this many points of the other's. */
export const SAME_COLUMN = 3;
/** Lines of text that may stand between parts whose columns agree one by one ("续表", a repeated caption). */
const TEXT_BETWEEN = 3;
/** So many column lines in common are no coincidence. */
const TELLING_COLUMNS = 5;

/**
 * Joins the table parts of a document.
 *
 * @param pages consecutive pages, ascending
 * @returns one entry a table, in reading order: its parts, top part first
 */
export function joinParts(pages: readonly PageParts[]): readonly (readonly PageTable[])[] {
  const isFurniture = furnitureTest(pages);
  const tables: PageTable[][] = [];
  // What stands between a table and the one before it, while its own columns are too few to tell whether it goes on that one.
  let untold: number | undefined;
  for (const [index, here] of pages.entries()) {
    const before = pages[index - 1];
    for (const [tableIndex, part] of here.tables.entries()) {
      const last = tables.at(-1);
      const above = last?.at(-1);
      const lines = (tableIndex > 0 ? linesAbove(here, tableIndex) : linesOverBreak(before, here)).filter(
        (line) => !isFurniture(line),
      );
      const isNextPage = above?.pageNumber === part.pageNumber - 1 && above === before?.tables.at(-1);
      const isSamePage = above?.pageNumber === part.pageNumber;
      // Parts on one page touch each other unless something stands between them.
      const mayGoOn = isNextPage || (isSamePage && lines.length > 0);
      if (last && above && mayGoOn && goesOn(above, part, lines.length)) {
        last.push(part);
        if (untold !== undefined && joinToTold(tables, untold)) untold = undefined;
      } else {
        tables.push([part]);
        untold = above && mayGoOn && part.grid.xs.length < TELLING_COLUMNS ? lines.length : undefined;
      }
    }
  }
  return tables;
}

/**
 * Joins the last table to the one before it where the columns of its later parts say so: a break that cuts a repeated header
 * leaves no more than the name of all columns above it.
 *
 * @returns whether it did
 */
function joinToTold(tables: PageTable[][], linesBetween: number): boolean {
  const [before, last] = tables.slice(-2);
  const above = before?.at(-1);
  if (!before || !last || !above || !last.some((part) => goesOn(above, part, linesBetween))) return false;
  before.push(...last);
  tables.pop();
  return true;
}

/** Lines between a table and the one above it on the same page. */
function linesAbove(here: PageParts, tableIndex: number): readonly TextLine[] {
  return here.lines.filter((line) => line.tablesBefore === tableIndex);
}

/** Lines after the last table of one page and before the first of the next. */
function linesOverBreak(before: PageParts | undefined, here: PageParts): readonly TextLine[] {
  const below = before?.lines.filter((line) => line.tablesBefore === before.tables.length) ?? [];
  return [...below, ...linesAbove(here, 0)];
}

function goesOn(above: PageTable, below: PageTable, linesBetween: number): boolean {
  const fewer = Math.min(above.grid.xs.length, below.grid.xs.length);
  const shared = sharedColumns(above.grid.xs, below.grid.xs);
  const isSameGrid = shared === fewer && shared >= TELLING_COLUMNS;
  const a = gridBox(above.grid);
  const b = gridBox(below.grid);
  const isSameWidth = Math.abs(a.x0 - b.x0) <= SAME_EDGE && Math.abs(a.x1 - b.x1) <= SAME_EDGE;
  if (linesBetween > 0) return linesBetween <= TEXT_BETWEEN && isSameGrid && isSameWidth;
  return isSameWidth || isSameGrid;
}

function sharedColumns(a: readonly number[], b: readonly number[]): number {
  return a.filter((x) => b.some((other) => Math.abs(other - x) <= SAME_COLUMN)).length;
}
