/**
 * Takes together the lines of a row whose figures are broken in narrow columns: `11` over `08` beside `14`. The parts
 * stay runs of their own; whether they are one number is for the laws to say.
 */
import type { Segment } from './aligned-lines.js';
import { columnsUnder } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import { WIDEST_LEADING } from './header-stacks.js';

/** Rows are at least this many times as far apart as the lines of a broken figure, where it is set at the top or the foot of its row. */
const LEAST_RATIO = 1.2;
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
 * Joins each upper part, the whole figures between and the lower part to one line; where figures are set at the top or the foot, the
 * whole ones stand on the line of one part.
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
    } else if (upper && whole && isWrappedPair(upper, whole, [placed[at - 1], lower])) {
      joined.push([...upper.figures, ...whole.figures]);
      at += 1;
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
  const isFull = upper.figures.every((figure, at) => mayGoOn(figure, lower.figures[at]));
  return isSame && isApart && isHalfway && isFull && lower.y - upper.y <= WIDEST_LEADING * upper.size;
}

/** A number is broken where its cell is full: what is left of it is no longer. Or it is broken behind a separator. */
function mayGoOn({ baseText }: Segment, rest: Segment | undefined): boolean {
  const text = rest?.baseText ?? '';
  return baseText.length >= text.length || (/\d[,，]$/u.test(baseText) && /^\d{3}(?!\d)/u.test(text));
}

/** Whether one of two lines holds parts of some figures of the other, and the lines above and below are further away. */
function isWrappedPair(upper: PlacedLine, lower: PlacedLine, beside: readonly (PlacedLine | undefined)[]): boolean {
  const [few, many] = upper.figures.length < lower.figures.length ? [upper, lower] : [lower, upper];
  const arePlaced = [few, many].every(({ figures, columns }) => columns.length === figures.length);
  const areParts = few.columns.every((column) => many.columns.includes(column));
  if (few.figures.length === many.figures.length || !arePlaced || !areParts) return false;
  const goOn = few.columns.every((column) => {
    const [head, rest] = [upper, lower].map(({ figures, columns }) => figures[columns.indexOf(column)]);
    return head !== undefined && /\d/u.test(head.baseText) && mayGoOn(head, rest);
  });
  const step = lower.y - upper.y;
  const isAlone = beside.every(
    (line) => !line || Math.min(...[upper, lower].map(({ y }) => Math.abs(line.y - y))) >= LEAST_RATIO * step,
  );
  return goOn && isAlone && step <= WIDEST_LEADING * upper.size && beside.some((line) => line !== undefined);
}
