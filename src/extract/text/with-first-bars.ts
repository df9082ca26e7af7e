/**
 * Rows of dumps that have a bar behind each cell and none before the first: there a bar at the head of a row stands for a
 * blank cell, of a label above that goes on. Elsewhere rows begin with a bar, which stands for nothing.
 */
import { BAR_CLASS, beginsWithBar, endsWithBar } from '../../model/index.js';

/** Several cells, whatever stands before the first bar. */
const SEVERAL_BARS = new RegExp(`${BAR_CLASS}.*${BAR_CLASS}`, 'u');
/** The rule below the header of a Markdown table has one on both sides. */
const RULE = /^[\s|:+=-]*$/u;
/** So many rows show how a dump writes its tables. */
const FEWEST_ROWS = 3;

/** The lines of a dump, where its rows have their bars behind the cells with one before each row too. */
export function withFirstBars(lines: readonly string[]): readonly string[] {
  const isRow = (line: string): boolean => endsWithBar(line) && !line.includes('\t') && !RULE.test(line);
  const beginBare = lines.filter((line) => isRow(line) && SEVERAL_BARS.test(line) && !beginsWithBar(line)).length;
  if (beginBare < FEWEST_ROWS || !lines.some((line) => isRow(line) && beginsWithBar(line))) return lines;
  return lines.map((line) => (isRow(line) ? `| ${line.trimStart()}` : line));
}
