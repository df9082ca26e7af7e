/** Tells what stands on pages besides the report: page numbers, running heads, watermarks. */
import { middleY } from '../model/index.js';
import type { TextLine } from '../model/index.js';
import { FIGURE_UNIT } from './digit-runs.js';
import { endsInFigures, headersOnPages } from './headers-on-pages.js';
import { MARKED_PAGE_NUMBER } from './line-to-row.js';
import { figureAtEdgeTest } from './numbers-at-edges.js';
import type { PageParts } from './page-parts.js';

/** Share of the page's height at its top and foot in which furniture stands. */
const FURNITURE_SHARE = 0.14;
/** The same for numbers that are marked as such: low pages have a foot as deep as tall ones. */
const MARKED_NUMBER_SHARE = 0.2;
/** Such a number is at most this many times as wide as its size; dashes of cells stand further away. */
const MARKED_NUMBER_WIDTH = 6;
/** `3`, `- 3 -`, `— 3 —`, `第 3 页`, `第3页，共5页`, `第3页/共5页`, `3/5`, `3 | 5`, `Page 3 of 5`, `[3]`, `iv`, after folding compatibility forms. */
const PAGE_NUMBER =
  /^[\s\-—–_·.~([第]*(?:page)?\s*(?:\d{1,4}|[ivxlc]{1,5}|[一二三四五六七八九十]{1,3})\s*页?[\s\-—–_·.~)\],]*(?:(?:[/|]\s*共?|共|of)\s*\d{1,4}\s*页?)?[\s\-—–_·.~)\]]*$/iu;

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
  const headers = headersOnPages(pages);
  const isRepeated = (line: TextLine, key: string): boolean =>
    !isOfTable(line) && !headers.has(line) && (seen.get(key)?.size ?? 0) > 1;
  // Headers of two tables may happen to stand in the same place of two pages; a watermark stands on nearly all.
  const isThroughout = (key: string): boolean => (seen.get(key)?.size ?? 0) >= WATERMARK_SHARE * pages.length;
  const isFigure = figureAtEdgeTest(pages);
  return (line) =>
    isWatermark(line) ||
    (isMarkedNumber(line) && isWithin(line, MARKED_NUMBER_SHARE)) ||
    (isWithin(line, FURNITURE_SHARE) &&
      !isFigure(line, isAtTop(line)) &&
      (isPageNumber(line.text) || isRepeated(line, edgeKey(line, isAtTop(line))))) ||
    (isRepeated(line, placeKey(line)) && isThroughout(placeKey(line)));
}

/** Whether a text is nothing but what may be the number of a page. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text.normalize('NFKC'));
}

function isMarkedNumber({ text, box, fontSize }: TextLine): boolean {
  return MARKED_PAGE_NUMBER.test(text) && box !== undefined && box.x1 - box.x0 < MARKED_NUMBER_WIDTH * (fontSize ?? 0);
}

/** Rows of figures look alike, at the edges of pages too: those of two tables may stand at the top of two pages. */
function isOfTable(line: TextLine): boolean {
  const plain = line.text.normalize('NFKC');
  return !HAS_LETTER.test(plain) || FIGURES.test(plain) || endsInFigures(line);
}

const HAS_LETTER = /\p{L}/u;
/** `23件 6件`: figures with their units. */
const FIGURES = new RegExp(String.raw`^(?:[+-]?[\d.,/—–-]+${FIGURE_UNIT}?\s*)+$`, 'u');

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
