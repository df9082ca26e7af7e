/** Which years the caption above a table names: some reports print the table of the year before beside their own. */
import type { Layout, Table } from '../model/index.js';
import { readYear, squeeze } from './subject-text.js';

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
export function captionYears({ lines }: Layout, table: Table): readonly number[] {
  const above = lines.filter(({ tablesBefore }) => tablesBefore === table.tableIndex).slice(-CAPTION_LINES);
  for (const { text } of above.reverse()) {
    const plain = squeeze(text);
    if (plain.length > LONGEST_CAPTION || SENTENCE.test(plain)) return [];
    const years = (plain.match(YEAR) ?? []).map(readYear).filter((year) => year !== undefined);
    if (years.length > 0) return years;
  }
  return [];
}
