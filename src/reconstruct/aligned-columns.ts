/** Which columns a table without rules has: those of its figures, and those that only its header names. */
import { middleX } from '../model/index.js';
import { columnsUnder } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import type { Segment } from './aligned-lines.js';
import { middleOf } from './split-wordings.js';
import type { Stack } from './header-stacks.js';

/** A figure nearer to the border of two columns than this share of their distance may be either's. */
const BORDER_SHARE = 0.12;

/** A column of a table. */
export interface AlignedColumn {
  /** Where its figures stand; absent where it prints none. */
  readonly figures?: FigureColumn;
  /** Its wording in the last header read; absent without one. */
  readonly wording?: Stack;
}

/** The columns of a table. */
export interface ColumnLayout {
  /** Left to right. */
  readonly columns: readonly AlignedColumn[];
  /** For each column of figures, which columns it may be; one for most. */
  readonly owners: readonly (readonly number[])[];
  /** Texts of the header over the labels. */
  readonly overLabels: readonly Stack[];
  /** False where a header is there that does not fit the columns of figures: only their order is known then. */
  readonly isClear: boolean;
}

/** The wordings of as many columns stand aside from their figures by the same distance, to within this share of a column. */
const SAME_ASIDE = 0.4;

/**
 * Matches the wordings of a header with the columns of figures under it.
 *
 * @param labels texts of the rows left of the figures
 * @param hasFullLine whether some line has a figure in each column: none of them are two halves of one
 */
export function matchColumns(
  figures: readonly FigureColumn[],
  leaves: readonly Stack[],
  labels: readonly Segment[],
  hasFullLine = false,
): ColumnLayout {
  // A heading that goes on over the figures is no label.
  const left = labels.filter(({ box, size }) => box.x1 <= (figures[0]?.x0 ?? 0) + size / 2);
  const overLabels = leaves.filter((leaf) => isOverLabels(leaf, leaves, left, figures));
  const wordings = leaves.filter((leaf) => !overLabels.includes(leaf));
  const single = figures.map((_, at) => [at]);
  const plain: ColumnLayout = {
    columns: figures.map((column) => ({ figures: column })),
    owners: single,
    overLabels,
    isClear: wordings.length === 0,
  };
  if (wordings.length < figures.length || figures.length === 0) return plain;
  const zones = figures.map((column) => zonesOf(column, wordings));
  const isInOrder = hasFullLine && zones.every((own, at) => own.includes(at));
  const isCounted = wordings.length === figures.length && (isInOrder || isAsideAlike(figures, wordings));
  const owners = isCounted ? single : resolve(zones);
  return owners ? { columns: toColumns(figures, wordings, owners), owners, overLabels, isClear: true } : plain;
}

/** Whether each column of figures stands the same distance aside from its wording: no pair is one column off. */
function isAsideAlike(figures: readonly FigureColumn[], wordings: readonly Stack[]): boolean {
  const offsets = figures.map((column, at) => middleOf(column) - middleOf(wordings[at] ?? column));
  const pitches = wordings.slice(1).map((wording, at) => middleOf(wording) - middleOf(wordings[at] ?? wording));
  return (
    Math.max(...offsets) - Math.min(...offsets) <= SAME_ASIDE * Math.min(...pitches, Infinity) || figures.length === 1
  );
}

function toColumns(
  figures: readonly FigureColumn[],
  wordings: readonly Stack[],
  owners: readonly (readonly number[])[],
): readonly AlignedColumn[] {
  return wordings.map((wording, at) => {
    const own = figures.find((_, column) => owners[column]?.join() === String(at));
    return { wording, ...(own && { figures: own }) };
  });
}

/**
 * Whether a wording is that of the labels' own column: it stands over labels, or, centred in a cell that begins where the
 * labels do, its cell ends before the next wording begins.
 */
function isOverLabels(
  leaf: Stack,
  leaves: readonly Stack[],
  labels: readonly Segment[],
  figures: readonly FigureColumn[],
): boolean {
  const first = figures[0];
  if (labels.length === 0 || !first || middleOf(leaf) > first.x1) return false;
  const right = Math.max(...labels.map(({ box }) => box.x1));
  if (middleOf(leaf) <= right) return true;
  const left = Math.min(...labels.map(({ box }) => box.x0));
  const next = leaves[leaves.indexOf(leaf) + 1];
  const cellEnd = 2 * middleOf(leaf) - left;
  return next !== undefined && cellEnd <= next.x0 + (labels[0]?.size ?? 0) && cellEnd <= first.x1;
}

/** The wordings whose column may hold a column of figures. */
function zonesOf(column: FigureColumn, wordings: readonly Stack[]): readonly number[] {
  const x = middleOf(column);
  return wordings.flatMap((wording, at) => {
    const left = borderOf(wordings[at - 1], wording);
    const right = borderOf(wording, wordings[at + 1]);
    return x >= left.x - left.room && x <= right.x + right.room ? [at] : [];
  });
}

function borderOf(left: Stack | undefined, right: Stack | undefined): { x: number; room: number } {
  if (!left) return { x: -Infinity, room: 0 };
  if (!right) return { x: Infinity, room: 0 };
  return {
    x: (middleOf(left) + middleOf(right)) / 2,
    room: BORDER_SHARE * (middleOf(right) - middleOf(left)),
  };
}

/** Takes out of each column's choices those that are another's only choice; `undefined` where two have the same one. */
function resolve(zones: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  let current = zones;
  for (let round = zones.length; round > 0; round--) {
    current = current.map((own, at) =>
      own.length < 2
        ? own
        : own.filter(
            (zone) => !current.some((other, place) => place !== at && other.length === 1 && other[0] === zone),
          ),
    );
  }
  const sure = current.filter((own) => own.length === 1).map(([zone]) => zone);
  return new Set(sure).size < sure.length || current.some((own) => own.length === 0) ? undefined : current;
}

/**
 * Where the figures of each wording of a header may stand, where it has columns that print none by themselves.
 *
 * @returns one for each column; none where every column has figures, or some has no wording
 */
export function zonesWithoutFigures({ columns, isClear }: ColumnLayout): readonly FigureColumn[] {
  const wordings = columns.flatMap(({ wording }) => wording ?? []);
  if (!isClear || wordings.length < columns.length || columns.every(({ figures }) => figures)) return [];
  return wordings.map((wording, at) => ({
    x0: borderOf(wordings[at - 1], wording).x,
    x1: borderOf(wording, wordings[at + 1]).x,
  }));
}

/** The columns of a table that a figure stands in: `[first, last]`; `undefined` where it stands in none. */
export function placeFigure(
  figure: Segment,
  figures: readonly FigureColumn[],
  { owners }: ColumnLayout,
): readonly [number, number] | undefined {
  const under = columnsUnder(figure, figures).flatMap((at) => owners[at] ?? []);
  return under.length === 0 ? undefined : [Math.min(...under), Math.max(...under)];
}

/** The columns of a table that a text of its header stands over: `[first, last]`; `undefined` where it is over none. */
export function placeOver({ box }: Segment, { columns }: ColumnLayout): readonly [number, number] | undefined {
  const middles = columns.map(({ wording, figures }) => middleOf(wording ?? figures ?? { x0: 0, x1: 0 }));
  const under = middles.flatMap((x, at) => (x >= box.x0 && x <= box.x1 ? [at] : []));
  if (under.length > 0) return [Math.min(...under), Math.max(...under)];
  const nearest = middles.reduce(
    (best, x, at) => (Math.abs(x - middleX(box)) < Math.abs((middles[best] ?? Infinity) - middleX(box)) ? at : best),
    0,
  );
  const first = middles[0] ?? Infinity;
  return middleX(box) < first - (box.x1 - box.x0) ? undefined : [nearest, nearest];
}
