/**
 * Finds figures of one row that stand on several lines, as where cells of a row are set at its top, its middle and its foot: lines
 * that overlap are one row; where lines that fill other columns stand apart, nothing says to which row those without a label belong.
 */
import type { Segment } from './aligned-lines.js';
import { columnsUnder } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import type { LabelledRow } from './label-rows.js';
import { middleHeight, sizeOf } from './line-heights.js';

/** Lines nearer to each other than this share of their size overlap. */
const OVERLAPPING = 0.9;

type Line = readonly Segment[];

/** Joins lines that overlap and share no column, those of each row to one; their figures are not in the order of columns. */
export function joinOverlapping(lines: readonly Line[], columns: readonly FigureColumn[]): readonly Line[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last && middleHeight(line) - middleHeight(last) < OVERLAPPING * sizeOf(line)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => (areDisjoint(group, columns) ? [group.flat()] : group));
}

/**
 * The rows of which some figures may belong to the row above or below: one of the two has no label, and they share no column.
 *
 * @param rows those of one page, from top to bottom
 */
export function tornRows(rows: readonly LabelledRow[], columns: readonly FigureColumn[]): ReadonlySet<LabelledRow> {
  const withFigures = rows.filter(({ figures }) => figures.length > 0);
  const torn = new Set<LabelledRow>();
  if (columns.length < 2 || withFigures.every(({ labels }) => labels.length === 0)) return torn;
  for (const [at, row] of withFigures.entries()) {
    const next = withFigures[at + 1];
    if (!next || (row.labels.length > 0 && next.labels.length > 0)) continue;
    if (areDisjoint([row.figures, next.figures], columns)) torn.add(row).add(next);
  }
  return torn;
}

function areDisjoint(lines: readonly Line[], columns: readonly FigureColumn[]): boolean {
  const filled = lines.map((line) => new Set(line.flatMap((figure) => columnsUnder(figure, columns))));
  return new Set(filled.flatMap((own) => [...own])).size === filled.reduce((sum, { size }) => sum + size, 0);
}
