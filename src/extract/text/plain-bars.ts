/**
 * Writes the bars between the cells of a dump in one way: full-width ones, and those with tabs around them, part cells too.
 * Where tabs alone part them, a bar is a character of a cell: a recogniser has read it for a 1.
 */
import { BAR_CLASS, hasBar } from '../../model/index.js';

/** So many lines with several full-width bars are rows of a table; a few are ornaments of headings. */
const FEWEST_ROWS = 5;
const SEVERAL_WIDE = /｜.*｜/u;
/** A tab that something stands before and behind. */
const INNER_TAB = /\S.*\t.*\S/u;
const LONE_TAB = new RegExp(`(?<!${BAR_CLASS})\\t(?!${BAR_CLASS})`, 'u');
const BARS_AROUND = new RegExp(`^\\s*${BAR_CLASS}.*${BAR_CLASS}\\s*$`, 'u');
const BAR_WITH_TABS = new RegExp(`\\t?${BAR_CLASS}\\t?`, 'gu');

/** The lines of a dump with plain bars between cells. */
export function plainBars(lines: readonly string[]): readonly string[] {
  const isWide = lines.filter((line) => SEVERAL_WIDE.test(line)).length >= FEWEST_ROWS;
  const barred = isWide ? lines.map((line) => line.replaceAll('｜', '|')) : lines;
  const tabbed = barred.filter((line) => INNER_TAB.test(line));
  const isParted = tabbed.filter(isPartedByBars).length * 2 > tabbed.length;
  if (!isParted) return barred;
  return barred.map((line) => (isPartedByBars(line) ? line.replace(BAR_WITH_TABS, ' | ').replaceAll('\t', ' ') : line));
}

/** Whether bars part the cells of a line with tabs: each tab is white space beside one, or all of them stand between two. */
function isPartedByBars(line: string): boolean {
  return line.includes('\t') && hasBar(line) && (!LONE_TAB.test(line) || BARS_AROUND.test(line));
}
