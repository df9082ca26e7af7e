/** Which years the caption above a table names: some reports print the table of the year before beside their own. */
import { middleY } from '../model/index.js';
import type { Layout, Table, TextLine } from '../model/index.js';
import { readYear, squeeze } from './subject-text.js';
import { isBareFigure } from './table-index.js';

/** Lines above a table that may be its caption: a caption, a unit, a page number between the two. */
const CAPTION_LINES = 3;
/** A longer line is prose. */
const LONGEST_CAPTION = 40;
const SENTENCE = /[，。；！？,;]/u;
const YEAR = /(?<!\d)(?:(?:19|20)\d{2}|[一二][一二三四五六七八九〇○零OＯ]{3})(?=年)/gu;

/**
 * The years named by the nearest line above a table that names any, where it is no prose.
 *
 * @returns empty where the table has no such caption
 */
export function captionYears(layout: Layout, table: Table): readonly number[] {
  const above = table.geometry === 'aligned' ? textsAboveFigures(layout, table) : linesBefore(layout, table);
  for (const text of above.slice(-CAPTION_LINES).reverse()) {
    const plain = squeeze(text);
    if (plain.length > LONGEST_CAPTION || SENTENCE.test(plain)) return [];
    const years = (plain.match(YEAR) ?? []).map(readYear).filter((year) => year !== undefined);
    if (years.length > 0) return years;
  }
  return [];
}

function linesBefore({ lines }: Layout, { tableIndex }: Table): readonly string[] {
  return lines.filter(({ tablesBefore }) => tablesBefore === tableIndex).map(({ text }) => text);
}

/** Where no rule says where a table begins, its caption may have been taken for a part of its header. */
function textsAboveFigures({ lines }: Layout, { cells, parts }: Table): readonly string[] {
  const firstRow = Math.min(...cells.filter(({ text }) => isBareFigure(text)).map(({ rowIndex }) => rowIndex));
  const head = cells.filter(({ rowIndex }) => rowIndex < firstRow);
  const rows = [...new Set(head.map(({ rowIndex }) => rowIndex))];
  const titles = rows
    .map((row) => head.flatMap(({ rowIndex, text }) => (rowIndex === row ? text : [])).join(''))
    .filter((text) => YEAR_OF_HEADER.test(squeeze(text)));
  const [part] = parts;
  const isAbove = ({ pageNumber, box, isFurniture }: TextLine): boolean =>
    part !== undefined &&
    isFurniture !== true &&
    (pageNumber < part.pageNumber ||
      (pageNumber === part.pageNumber && box !== undefined && middleY(box) < part.box.top));
  return titles.length > 0 ? titles : lines.filter(isAbove).map(({ text }) => text);
}

/** A text of a header that names a year as captions do. */
const YEAR_OF_HEADER = new RegExp(YEAR.source, 'u');
