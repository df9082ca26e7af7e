/** Columns of figures that no rules part: stretches of x in which the figures of a table stand over one another. */
import { middleX } from '../model/index.js';
import type { Segment } from './aligned-lines.js';

/** A column of figures, in points. */
export interface FigureColumn {
  readonly x0: number;
  readonly x1: number;
}

/** Two texts of neighbouring columns may touch each other's column by this share of their size. */
const TOUCH_SHARE = 0.5;

/**
 * Finds the columns of figures.
 *
 * @param lines the figures of each line, left to right
 * @returns left to right; they do not overlap, but for figures that are wider than their column
 */
export function figureColumns(lines: readonly (readonly Segment[])[]): readonly FigureColumn[] {
  return stretchesOf(lines.flat()).flatMap((stretch) => {
    const own = lines.map((line) => line.filter((figure) => covers(stretch, middleX(figure.box))));
    const most = Math.max(...own.map((line) => line.length));
    return most > 1 ? splitStretch(own, most) : [stretch];
  });
}

function covers({ x0, x1 }: FigureColumn, x: number): boolean {
  return x >= x0 && x <= x1;
}

function stretchesOf(figures: readonly Segment[]): readonly FigureColumn[] {
  const stretches: { x0: number; x1: number }[] = [];
  for (const { box } of [...figures].sort((a, b) => a.box.x0 - b.box.x0)) {
    const last = stretches.at(-1);
    if (last && box.x0 <= last.x1) last.x1 = Math.max(last.x1, box.x1);
    else stretches.push({ x0: box.x0, x1: box.x1 });
  }
  return stretches;
}

/** A figure reaches from one column into the next somewhere: the lines that fill all of them say where they stand. */
function splitStretch(lines: readonly (readonly Segment[])[], count: number): readonly FigureColumn[] {
  const full = lines.filter((line) => line.length === count);
  const edges = [(figure: Segment) => figure.box.x0, (figure: Segment) => middleX(figure.box), rightEdge];
  const anchors = edges.map((edge) => {
    const columns = Array.from({ length: count }, (_, at) => full.map((line) => edge(line[at] ?? nowhere)));
    return { edge, spread: Math.max(...columns.map(spreadOf)), at: columns.map(meanOf) };
  });
  const best = anchors.reduce((found, each) => (each.spread < found.spread ? each : found));
  const columns = best.at.map(() => ({ x0: Infinity, x1: -Infinity }));
  for (const figure of lines.flat()) {
    // A figure over two columns at once may be two that touch: it says nothing of either.
    const within = best.at.filter((x) => x > figure.box.x0 + 1 && x < figure.box.x1 - 1).length;
    const distances = best.at.map((x) => Math.abs(x - best.edge(figure)));
    const column = columns[distances.indexOf(Math.min(...distances))];
    if (!column || (within > 1 && !full.some((line) => line.includes(figure)))) continue;
    column.x0 = Math.min(column.x0, figure.box.x0);
    column.x1 = Math.max(column.x1, figure.box.x1);
  }
  return columns.filter(({ x0, x1 }) => x0 < x1);
}

function rightEdge(figure: Segment): number {
  return figure.box.x1;
}

const nowhere: Segment = {
  text: '',
  baseText: '',
  box: { x0: 0, top: 0, x1: 0, bottom: 0 },
  glyphs: [],
  y: 0,
  size: 0,
};

function spreadOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/**
 * The columns that a text stands in.
 *
 * @returns indices, ascending; several where it reaches from one into another
 */
export function columnsUnder({ box, size }: Segment, columns: readonly FigureColumn[]): readonly number[] {
  const room = TOUCH_SHARE * size;
  const middle = middleX(box);
  const own = columns.flatMap((column, at) => (covers(column, middle) ? [at] : []));
  const reached = columns.flatMap(({ x0, x1 }, at) => {
    const overlap = Math.min(x1, box.x1) - Math.max(x0, box.x0);
    return overlap > Math.min(room, (x1 - x0) / 2) ? [at] : [];
  });
  if (own.length === 1 && reached.length <= 1) return own;
  return [...new Set([...own, ...reached])].sort((a, b) => a - b);
}

/** Whether two tables have the same columns. */
export function areSameColumns(one: readonly FigureColumn[], other: readonly FigureColumn[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ x0, x1 }, at) => {
      const match = other[at];
      return match !== undefined && x0 < match.x1 && match.x0 < x1;
    })
  );
}
