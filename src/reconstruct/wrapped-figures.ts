/**
 * Takes together the lines of a row whose figures are broken in narrow columns: `11` over `08` beside `14`. The parts
 * stay runs of their own; whether they are one number is for the laws to say.
 */
import type { Segment } from './aligned-lines.js';
import { columnsUnder } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import { WIDEST_LEADING } from './header-stacks.js';

/** The whole figures of the row stand halfway between both parts, to within this share of their size. */
const HALFWAY = 0.2;

/** A line of figures with the columns they stand in. */
interface PlacedLine {
  readonly figures: readonly Segment[];
  readonly columns: readonly number[];
  readonly y: number;
  readonly size: number;
}

/**
 * Joins each upper part, the whole figures between and the lower part to one line.
 *
 * @param lines the figures of each line of one page, from top to bottom
 * @returns the same figures; those of a joined line are not in the order of their columns
 */
export function joinWrappedFigures(
  lines: readonly (readonly Segment[])[],
  columns: readonly FigureColumn[],
): readonly (readonly Segment[])[] {
  const placed = lines.map((figures) => placeLine(figures, columns));
  const joined: (readonly Segment[])[] = [];
  for (let at = 0; at < placed.length; at++) {
    const [upper, whole, lower] = placed.slice(at, at + 3);
    if (upper && whole && lower && isWrapped(upper, whole, lower)) {
      joined.push([...upper.figures, ...whole.figures, ...lower.figures]);
      at += 2;
    } else joined.push(lines[at] ?? []);
  }
  return joined;
}

function placeLine(figures: readonly Segment[], columns: readonly FigureColumn[]): PlacedLine {
  const count = Math.max(1, figures.length);
  return {
    figures,
    columns: figures.flatMap((figure) => columnsUnder(figure, columns)),
    y: figures.reduce((sum, { y }) => sum + y, 0) / count,
    size: Math.max(0, ...figures.map(({ size }) => size)),
  };
}

function isWrapped(upper: PlacedLine, whole: PlacedLine, lower: PlacedLine): boolean {
  const isSame = upper.columns.join() === lower.columns.join() && upper.columns.length === upper.figures.length;
  const isApart = !whole.columns.some((column) => upper.columns.includes(column));
  const isHalfway = Math.abs(whole.y - (upper.y + lower.y) / 2) <= HALFWAY * whole.size;
  // A number is broken where its cell is full: what is left of it is no longer. Or it is broken behind a separator.
  const isFull = upper.figures.every(({ baseText }, at) => {
    const rest = lower.figures[at]?.baseText ?? '';
    return baseText.length >= rest.length || (/\d[,，]$/u.test(baseText) && /^\d{3}(?!\d)/u.test(rest));
  });
  return isSame && isApart && isHalfway && isFull && lower.y - upper.y <= WIDEST_LEADING * upper.size;
}
