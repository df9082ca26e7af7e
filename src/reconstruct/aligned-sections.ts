/**
 * Cuts a stretch of lines without rules into tables: each has a header, where it prints one, and rows of figures under
 * it. A header printed again after a page break goes on the table above.
 */
import { figuresOf, isFigure } from './aligned-lines.js';
import type { AlignedLine, Segment } from './aligned-lines.js';
import { areSameColumns, figureColumns } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';

/** One header and the lines under it. */
export interface Stretch {
  readonly header: readonly AlignedLine[];
  /** Lines of figures and of labels; never empty. */
  readonly body: readonly AlignedLine[];
}

/** Stretches that are one table. */
export interface Section {
  readonly stretches: readonly Stretch[];
}

/** Cuts lines, from top to bottom, into tables. */
export function toSections(lines: readonly AlignedLine[]): readonly Section[] {
  const sections: { stretches: Stretch[]; columns: readonly FigureColumn[] }[] = [];
  for (const stretch of toStretches(lines)) {
    const columns = columnsOfStretch(stretch);
    const last = sections.at(-1);
    if (last && (areSameColumns(last.columns, columns) || isPartOf(columns, last.columns, stretch))) {
      last.stretches.push(stretch);
    } else sections.push({ stretches: [stretch], columns });
  }
  return sections;
}

function columnsOfStretch({ body }: Stretch): readonly FigureColumn[] {
  return figureColumns(body.map(({ segments }) => figuresOf(segments)));
}

/** Rows without a header of their own that fill only some of the columns above them. */
function isPartOf(columns: readonly FigureColumn[], above: readonly FigureColumn[], { header }: Stretch): boolean {
  const isUnder = (column: FigureColumn): boolean =>
    above.filter(({ x0, x1 }) => column.x0 <= x1 && column.x1 >= x0).length === 1;
  return header.length === 0 && columns.every(isUnder);
}

function toStretches(lines: readonly AlignedLine[]): readonly Stretch[] {
  const withFigures = [...lines.keys()].filter((at) => figuresOf(lines[at]?.segments ?? []).length > 0);
  const rights = withFigures.map((at) => rightOfLabel(lines, at));
  const stretches: Stretch[] = [];
  let header: readonly AlignedLine[] = [];
  let body: AlignedLine[] = [];
  let from = 0;
  for (const [row, at] of withFigures.entries()) {
    const here = lines[at];
    if (!here) continue;
    const between = lines.slice(from, at);
    const [figure] = figuresOf(here.segments);
    const [start, end] = headerRange(between, rightBetween(rights, row), figure?.box.x0 ?? 0);
    if (end > start) {
      if (body.length > 0) stretches.push({ header, body: [...body, ...between.slice(0, start)] });
      header = between.slice(body.length > 0 ? start : 0, end);
      body = [...between.slice(end), here];
    } else body.push(...between, here);
    from = at + 1;
  }
  body.push(...lines.slice(from));
  if (withFigures.length > 0) stretches.push({ header, body });
  return stretches;
}

/**
 * Which of the lines between two rows of figures are a header: from the first to the last with text right of labels; where no label
 * stands beside figures, with text that reaches over them.
 */
function headerRange(between: readonly AlignedLine[], right: number, figures: number): readonly [number, number] {
  const isHeader = ({ segments }: AlignedLine): boolean =>
    segments.some(({ box }) => (right === -Infinity ? box.x1 > figures : box.x0 >= right));
  const start = between.findIndex(isHeader);
  return start < 0 ? [0, 0] : [start, between.findLastIndex(isHeader) + 1];
}

/** Lines whose middles differ by less than this share of their size go through one row. */
const STRADDLE = 0.85;
/** Two lines are as near to figures as each other to within this share of their size. */
const AS_NEAR = 0.5;

/** How far the labels beside a line of figures reach, those between whose lines it stands included. */
function rightOfLabel(lines: readonly AlignedLine[], at: number): number | undefined {
  const here = lines[at];
  const [figure] = figuresOf(here?.segments ?? []);
  if (!here || !figure) return undefined;
  // A figure broken by its remark stands beside figures of its own row.
  const isLabel = (segment: Segment): boolean =>
    segment.box.x1 <= figure.box.x0 && (segment.isSerial === true || !isFigure(segment));
  const around = [lines[at - 1], here, lines[at + 1]].flatMap((line) => {
    const labels = line?.pageNumber === here.pageNumber ? line.segments.filter(isLabel) : [];
    return labels.length > 0 ? [{ labels, step: Math.min(...labels.map(({ y }) => Math.abs(y - figure.y))) }] : [];
  });
  const beside = around.flatMap(({ labels }) =>
    labels.filter(({ y, size }) => Math.abs(y - figure.y) < STRADDLE * size),
  );
  if (beside.length > 0) return rightOf(beside);
  // Figures set at the top or the foot of their row have their label right above or below them; a title is further right.
  const least = Math.min(...around.map(({ step }) => step));
  const near = around.filter(({ step }) => step <= least + AS_NEAR * figure.size);
  return near.length > 0 ? Math.min(...near.map(({ labels }) => rightOf(labels))) : undefined;
}

function rightOf(segments: readonly Segment[]): number {
  return Math.max(...segments.map(({ box }) => box.x1));
}

/** How far labels reach beside a gap between rows; a wrapped label may have no line on that of its figures. */
function rightBetween(rights: readonly (number | undefined)[], row: number): number {
  const near = [row - 2, row - 1, row, row + 1].map((at) => rights[at]).filter((right) => right !== undefined);
  return Math.max(-Infinity, ...near);
}
