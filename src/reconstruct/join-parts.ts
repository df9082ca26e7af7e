/**
 * Decides which table parts on consecutive pages are one table. A table goes on where nothing but page furniture (page
 * numbers, running heads) stands between the two parts and their edges or columns agree.
 */
import { middleY } from '../model/index.js';
import type { TextLine } from '../model/index.js';
import { gridBox } from './grid.js';
import type { PageParts, PageTable } from './page-to-parts.js';

/** Left and right edges of two parts of a table differ by less than this, in points. */
const SAME_EDGE = 8;
/** A column line of one part lies within this many points of the other's. */
const SAME_COLUMN = 3;
/** Share of the page's height at its top and foot in which furniture stands. */
const FURNITURE_SHARE = 0.14;
/** Lines of text that may stand between parts whose columns agree one by one ("续表", a repeated caption). */
const TEXT_BETWEEN = 3;
/** So many column lines in common are no coincidence. */
const TELLING_COLUMNS = 5;

const PAGE_NUMBER =
  /^[\s\-—–－_·.第]*(?:\d{1,4}|[ivxlc]{1,5}|[一二三四五六七八九十]{1,3})[\s\-—–－_·.页]*(?:[/／共of]+\s*\d{1,4}\s*页?)?$/iu;

/**
 * Joins the table parts of a document.
 *
 * @param pages consecutive pages, ascending
 * @returns one entry a table, in reading order: its parts, top part first
 */
export function joinParts(pages: readonly PageParts[]): readonly (readonly PageTable[])[] {
  const isFurniture = furnitureTest(pages);
  const tables: PageTable[][] = [];
  for (const [index, here] of pages.entries()) {
    const before = pages[index - 1];
    for (const [tableIndex, part] of here.tables.entries()) {
      const last = tables.at(-1);
      const above = last?.at(-1);
      const isCandidate =
        tableIndex === 0 &&
        before &&
        above &&
        above === before.tables.at(-1) &&
        above.pageNumber === before.page.pageNumber;
      if (isCandidate && goesOn(above, part, textBetween(before, here, isFurniture))) last?.push(part);
      else tables.push([part]);
    }
  }
  return tables;
}

/** Lines after the last table of one page and before the first of the next, furniture left out. */
function textBetween(before: PageParts, here: PageParts, isFurniture: (line: TextLine) => boolean): number {
  const below = before.lines.filter((line) => line.tablesBefore === before.tables.length && !isFurniture(line));
  const above = here.lines.filter((line) => line.tablesBefore === 0 && !isFurniture(line));
  return below.length + above.length;
}

function goesOn(above: PageTable, below: PageTable, linesBetween: number): boolean {
  const fewer = Math.min(above.grid.xs.length, below.grid.xs.length);
  const shared = sharedColumns(above.grid.xs, below.grid.xs);
  if (linesBetween > 0) {
    const isSameGrid = shared === above.grid.xs.length && shared === below.grid.xs.length;
    return linesBetween <= TEXT_BETWEEN && isSameGrid && shared >= TELLING_COLUMNS;
  }
  const a = gridBox(above.grid);
  const b = gridBox(below.grid);
  const isSameWidth = Math.abs(a.x0 - b.x0) <= SAME_EDGE && Math.abs(a.x1 - b.x1) <= SAME_EDGE;
  return isSameWidth || (shared === fewer && shared >= TELLING_COLUMNS);
}

function sharedColumns(a: readonly number[], b: readonly number[]): number {
  return a.filter((x) => b.some((other) => Math.abs(other - x) <= SAME_COLUMN)).length;
}

/** Tells page furniture: at the top or foot of its page, and a page number or the same text as on another page. */
function furnitureTest(pages: readonly PageParts[]): (line: TextLine) => boolean {
  const heights = new Map(pages.map(({ page }) => [page.pageNumber, page.height]));
  const isAtEdge = (line: TextLine): boolean => {
    const height = heights.get(line.pageNumber) ?? 0;
    const y = line.box ? middleY(line.box) : height / 2;
    return y < height * FURNITURE_SHARE || y > height * (1 - FURNITURE_SHARE);
  };
  const pagesOf = new Map<string, Set<number>>();
  const keyOf = (line: TextLine): string => line.text.replace(/\d+/gu, '0').replace(/\s/gu, '');
  for (const { lines } of pages) {
    for (const line of lines) {
      if (!isAtEdge(line)) continue;
      const seen = pagesOf.get(keyOf(line)) ?? new Set<number>();
      pagesOf.set(keyOf(line), seen.add(line.pageNumber));
    }
  }
  return (line) => isAtEdge(line) && (PAGE_NUMBER.test(line.text) || (pagesOf.get(keyOf(line))?.size ?? 0) > 1);
}
