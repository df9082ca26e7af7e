/** Tells numbers at the top and foot of pages that are figures of a table without rules from those that count the pages. */
import { middleX } from '../model/index.js';
import type { TextLine } from '../model/index.js';
import { endsInFigures } from './headers-on-pages.js';
import type { PageLine, PageParts } from './page-parts.js';

/** A number that nothing says to count pages is a figure where a row stands within so many times its size. */
const NEAR_ROW = 2.5;
/** A gap of so many times the size parts cells; justified text has narrower ones. */
const CELL_GAP = 1.5;
/** Figures of one column stand over one another to within so many points. */
const SAME_EDGE = 0.5;
/** Numbers that count pages stand at the same height of each, to within so many points. */
const SAME_HEIGHT = 3;

const BARE_NUMBER = /^\d{1,4}[,，]?$/u;
/** A figure set apart at the end of a line. */
const FIGURE_AT_END = /\s[+-]?[\d.,/—–-]+$/u;

/**
 * Whether a line that is nothing but a number is a figure, or part of one: rows go on beyond it or beside it. Where
 * no other page has a number in its place that counts on from it, nor all the same year, so do the wordings of a header
 * beyond it, a row close to it, and another number in its column.
 */
export function figureAtEdgeTest(pages: readonly PageParts[]): (line: TextLine, isAtTop: boolean) => boolean {
  const linesOf = new Map(pages.map(({ page, lines }) => [page.pageNumber, lines]));
  const numbers = pages.flatMap(({ lines }) => lines.filter(isBareNumber));
  return (line, isAtTop) => {
    if (!isBareNumber(line) || !line.box) return false;
    const { top, bottom } = line.box;
    const others = (linesOf.get(line.pageNumber) ?? []).filter((other) => other !== line);
    const isBeyond = ({ box }: PageLine): boolean => (isAtTop ? box.bottom <= top : box.top >= bottom);
    const isBeside = ({ box }: PageLine): boolean => Math.min(box.bottom, bottom) - Math.max(box.top, top) > 0;
    if (others.some((other) => endsInFigures(other) && (isBeyond(other) || isBeside(other)))) return true;
    if (numbers.some((other) => countsOn(line, other)) || standsOnAll(line, numbers, pages)) return false;
    const room = NEAR_ROW * (line.fontSize ?? 0);
    const isNear = ({ box }: PageLine): boolean => box.top - bottom < room && top - box.bottom < room;
    return others.some(
      (other) =>
        isBeside(other) ||
        (isOfCells(other) && isBeyond(other)) ||
        (FIGURE_AT_END.test(other.text.normalize('NFKC')) && isNear(other)) ||
        (isBareNumber(other) && isAligned(line, other)),
    );
  };
}

/** Whether wide gaps part the texts of a line. */
function isOfCells({ glyphs }: PageLine): boolean {
  return glyphs.some(({ box, glyph }, at) => {
    const before = glyphs[at - 1];
    return before !== undefined && box.x0 - before.box.x1 > CELL_GAP * glyph.fontSize;
  });
}

/** Whether two numbers are centred, begin or end at the same place, as figures of one column are. */
function isAligned({ box: a }: TextLine, { box: b }: TextLine): boolean {
  if (!a || !b) return false;
  const offsets = [a.x0 - b.x0, a.x1 - b.x1, middleX(a) - middleX(b)];
  return offsets.some((offset) => Math.abs(offset) <= SAME_EDGE);
}

function isBareNumber({ text }: TextLine): boolean {
  return BARE_NUMBER.test(text.normalize('NFKC'));
}

/** Whether two numbers stand at the same height of two pages and are as far from each other as those are. */
function countsOn(one: TextLine, other: TextLine): boolean {
  const pages = other.pageNumber - one.pageNumber;
  const isSameHeight = Math.abs((one.box?.top ?? 0) - (other.box?.top ?? Infinity)) < SAME_HEIGHT;
  return pages !== 0 && isSameHeight && valueOf(other) - valueOf(one) === pages;
}

/** Whether a number of four digits stands in the same place of all pages: a year in a running head. */
function standsOnAll(line: TextLine, numbers: readonly PageLine[], pages: readonly PageParts[]): boolean {
  const same = numbers.filter(
    ({ text, box }) =>
      text === line.text &&
      Math.abs(box.x0 - (line.box?.x0 ?? 0)) < SAME_HEIGHT &&
      Math.abs(box.top - (line.box?.top ?? 0)) < SAME_HEIGHT,
  );
  return (
    line.text.length === 4 &&
    pages.length > 1 &&
    new Set(same.map(({ pageNumber }) => pageNumber)).size === pages.length
  );
}

function valueOf({ text }: TextLine): number {
  return Number.parseInt(text.normalize('NFKC'), 10);
}
