/**
 * Decides which table parts on consecutive pages are one table. A table goes on where nothing but page furniture (page
 * numbers, running heads) stands between the two parts and their edges or columns agree.
 */
import { middleY } from '../model/index.js';
import type { TextLine } from '../model/index.js';
import { gridBox } from './grid.js';
import { MARKED_PAGE_NUMBER } from './line-to-row.js';
import type { PageParts, PageTable } from './page-to-parts.js';

/** Left and right edges of two parts of a table differ by less than this, in points. */
const SAME_EDGE = 8;
/** A column line of one part lies within this many points of the other's. */
export const SAME_COLUMN = 3;
/** Share of the page's height at its top and foot in which furniture stands. */
const FURNITURE_SHARE = 0.14;
/** The same for numbers that are marked as such: low pages have a foot as deep as tall ones. */
const MARKED_NUMBER_SHARE = 0.2;
/** Such a number is at most this many times as wide as its size; dashes of cells stand further away. */
const MARKED_NUMBER_WIDTH = 6;
/** Lines of text that may stand between parts whose columns agree one by one ("续表", a repeated caption). */
const TEXT_BETWEEN = 3;
/** So many column lines in common are no coincidence. */
const TELLING_COLUMNS = 5;

/** `3`, `- 3 -`, `— 3 —`, `第 3 页`, `第3页，共5页`, `第3页/共5页`, `3/5`, `3 | 5`, `Page 3 of 5`, `[3]`, `iv`, after folding compatibility forms. */
const PAGE_NUMBER =
  /^[\s\-—–_·.~([第]*(?:page)?\s*(?:\d{1,4}|[ivxlc]{1,5}|[一二三四五六七八九十]{1,3})\s*页?[\s\-—–_·.~)\],]*(?:(?:[/|]\s*共?|共|of)\s*\d{1,4}\s*页?)?[\s\-—–_·.~)\]]*$/iu;

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
      const lines = (tableIndex > 0 ? linesAbove(here, tableIndex) : linesOverBreak(before, here)).filter(
        (line) => !isFurniture(line),
      );
      const isNextPage = above?.pageNumber === part.pageNumber - 1 && above === before?.tables.at(-1);
      const isSamePage = above?.pageNumber === part.pageNumber;
      // Parts on one page touch each other unless something stands between them.
      const mayGoOn = isNextPage || (isSamePage && lines.length > 0);
      if (above && mayGoOn && goesOn(above, part, lines.length)) last?.push(part);
      else tables.push([part]);
    }
  }
  return tables;
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

/**
 * Tells page furniture: a page number or the same text as on another page at the top or foot of its page, or the same
 * text in the same place on another page anywhere (a watermark).
 */
export function furnitureTest(pages: readonly PageParts[]): (line: TextLine) => boolean {
  const heights = new Map(pages.map(({ page }) => [page.pageNumber, page.height]));
  const isWithin = (line: TextLine, share: number): boolean => {
    const height = heights.get(line.pageNumber) ?? 0;
    const y = line.box ? middleY(line.box) : height / 2;
    return y < height * share || y > height * (1 - share);
  };
  const isAtTop = (line: TextLine): boolean => (line.box?.top ?? 0) < (heights.get(line.pageNumber) ?? 0) / 2;
  const seen = new Map<string, Set<number>>();
  for (const line of pages.flatMap((page) => page.lines)) {
    const edge = isWithin(line, FURNITURE_SHARE) ? [edgeKey(line, isAtTop(line))] : [];
    for (const key of [...edge, placeKey(line)]) seen.set(key, (seen.get(key) ?? new Set()).add(line.pageNumber));
  }
  const sizes = pages.flatMap((page) => page.lines.map((line) => line.fontSize)).sort((a, b) => a - b);
  const usualSize = sizes[sizes.length >> 1] ?? 0;
  const isWatermark = (line: TextLine): boolean =>
    line.text.length <= WATERMARK_LENGTH && (line.fontSize ?? 0) >= WATERMARK_RATIO * usualSize;
  const isRepeated = (line: TextLine, key: string): boolean => !isOfTable(line) && (seen.get(key)?.size ?? 0) > 1;
  // Headers of two tables may happen to stand in the same place of two pages; a watermark stands on nearly all.
  const isThroughout = (key: string): boolean => (seen.get(key)?.size ?? 0) >= WATERMARK_SHARE * pages.length;
  // The end of a figure that is broken in a narrow column looks like a page number, but rows go on beyond it.
  const isWithinTable = (line: TextLine): boolean =>
    BARE_NUMBER.test(line.text) &&
    pages
      .filter(({ page }) => page.pageNumber === line.pageNumber)
      .flatMap(({ lines }) => lines)
      .filter(({ box }) => (isAtTop(line) ? box.bottom <= (line.box?.top ?? 0) : box.top >= (line.box?.bottom ?? 0)))
      .some(({ text }) => FIGURES.test(text.normalize('NFKC')));
  return (line) =>
    isWatermark(line) ||
    (isMarkedNumber(line) && isWithin(line, MARKED_NUMBER_SHARE)) ||
    (isWithin(line, FURNITURE_SHARE) &&
      !isWithinTable(line) &&
      (PAGE_NUMBER.test(line.text.normalize('NFKC')) || isRepeated(line, edgeKey(line, isAtTop(line))))) ||
    (isRepeated(line, placeKey(line)) && isThroughout(placeKey(line)));
}

function isMarkedNumber({ text, box, fontSize }: TextLine): boolean {
  return MARKED_PAGE_NUMBER.test(text) && box !== undefined && box.x1 - box.x0 < MARKED_NUMBER_WIDTH * (fontSize ?? 0);
}

/** Rows of figures look alike, at the edges of pages too: those of two tables may stand at the top of two pages. */
function isOfTable({ text }: TextLine): boolean {
  const plain = text.normalize('NFKC');
  return !HAS_LETTER.test(plain) || FIGURES.test(plain);
}

const BARE_NUMBER = /^\d{1,4}$/u;
const HAS_LETTER = /\p{L}/u;
/** Two figures or marks at the end of a line. */
const FIGURES = /(?:^|\s)[+-]?[\d.,/—–-]+\s+[+-]?[\d.,/—–-]+$/u;

/** A watermark stands on at least this share of the pages. */
const WATERMARK_SHARE = 0.6;

/** A line of a slanted watermark holds a character or two, */
const WATERMARK_LENGTH = 2;
/** at least this many times as large as most lines. */
const WATERMARK_RATIO = 2.5;

/**
 * Running heads: the text with its numbers masked, at the top or the foot. A header at the foot of one page and again at
 * the top of the next is a table's.
 */
function edgeKey(line: TextLine, isAtTop: boolean): string {
  return `${isAtTop ? 'top' : 'foot'} ${line.text.normalize('NFKC').replace(/\d+/gu, '0').replace(/\s/gu, '')}`;
}

/** Watermarks: the text and where it stands, to the nearest 4 points. */
function placeKey({ text, box }: TextLine): string {
  return `${text} ${Math.round((box?.x0 ?? 0) / 4)} ${Math.round((box?.top ?? 0) / 4)}`;
}
