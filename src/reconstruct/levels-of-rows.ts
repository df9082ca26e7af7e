/**
 * Puts together rows whose figures stand at several heights, as where cells of a row are set at its top, its middle and its foot.
 * The figures of each column keep their order: where every row prints one in each, as many rows as labels, no other reading is left.
 */
import { unionOfBoxes } from '../model/index.js';
import type { Ruling } from '../model/index.js';
import type { Segment } from './aligned-lines.js';
import { columnsUnder } from './figure-columns.js';
import type { FigureColumn } from './figure-columns.js';
import { isOver } from './header-stacks.js';
import { labelRows } from './label-rows.js';
import type { LabelledRow } from './label-rows.js';
import { heightsOf, rangeOf, SAME_HEIGHT, sizeOf } from './line-heights.js';
import { isSameReading, rowsInBands } from './row-bands.js';
import type { BandContext, BandedRows } from './row-bands.js';
import { joinOverlapping } from './torn-rows.js';

/** The heights of a row without a label are no further apart than so many times their size, */
const WIDEST_STEP = 1.8;
/** or so many where it has as many columns as no two short rows have together. */
const WIDEST_STEP_OF_LONG = 4;
const LONG_ROW = 10;

type Line = readonly Segment[];

/** What stands right of the labels of one page, and those. */
export interface PageRows {
  /** The figures of each line that has some, from top to bottom. */
  readonly lines: readonly Line[];
  readonly labels: readonly Segment[];
  readonly rules: readonly Ruling[];
}

/** The rows of a stretch of one page, from top to bottom; lines are one row only where nothing else can be. */
export function rowsOfLines(page: PageRows, context: BandContext): BandedRows {
  const rows = rowsByLabels(page, context.columns);
  const isEachLabelled = rows.every(({ figures, labels }) => figures.length === 0 || labels.length > 0);
  const banded = rowsInBands(page.lines.flat(), page.labels, context) ?? withoutCutRow(page, context);
  const isFitting = banded && (!isEachLabelled || isSameReading(banded.rows, rows));
  if (!isFitting) return { rows, settings: [], isTelling: false, isCertain: true };
  return isEachLabelled || !banded.isCertain ? { ...banded, rows } : banded;
}

/**
 * The rows of a page that goes on overleaf by where each begins and ends, but for the last: where a page break cuts it, its figures stand
 * on one line or overlap, whatever their place in the others.
 */
function withoutCutRow({ lines, labels, rules }: PageRows, context: BandContext): BandedRows | undefined {
  const joined = joinOverlapping(lines, context.columns);
  const last = joined.at(-1) ?? [];
  if (!context.goesOn || !isFull(last, context.columns)) return undefined;
  const top = rangeOf(last).top - SAME_HEIGHT * sizeOf(last);
  const [above, below] = [labels.filter(({ y }) => y < top), labels.filter(({ y }) => y >= top)];
  const banded = rowsInBands(joined.slice(0, -1).flat(), above, { ...context, goesOn: false });
  const cut = labelRows([last], below, rules);
  if (!banded || cut.some((row) => hasFigures(row) && row.labels.length === 0)) return undefined;
  return { ...banded, rows: [...banded.rows, ...cut] };
}

function rowsByLabels({ lines, labels, rules }: PageRows, columns: readonly FigureColumn[]): readonly LabelledRow[] {
  const whole = joinOverlapping(lines, columns);
  const joined = joinFull(whole, columns);
  if (joined.length < whole.length) {
    const rows = labelRows(joined, labels, rules);
    if (isOnlyReading(rows, columns)) return rows;
  }
  return withLabelsAside(labelRows(whole, labels, rules), columns);
}

/** Labels and figures that stand this many times their size apart at most may be of one row, */
const WIDEST_ASIDE = 1.5;
/** where any other is so many times as far away. */
const LEAST_RATIO = 1.3;

/** Puts whole rows of figures to the labels right above or below them, where all on the page stand so by turns. */
function withLabelsAside(rows: readonly LabelledRow[], columns: readonly FigureColumn[]): readonly LabelledRow[] {
  const pairs = rows.flatMap((upper, at): readonly [LabelledRow, LabelledRow][] => {
    const lower = rows[at + 1];
    return at % 2 === 0 && lower ? [[upper, lower]] : [];
  });
  const isFirstFilled = hasFigures(rows[0] ?? NO_ROW);
  const arePairs = pairs.every(([upper, lower]) => {
    const [filled, alone] = isFirstFilled ? [upper, lower] : [lower, upper];
    const isPair = filled.labels.length === 0 && alone.labels.length === 1 && !hasFigures(alone);
    return isPair && isFull(filled.figures, columns) && lower.y - upper.y <= WIDEST_ASIDE * sizeOf(filled.figures);
  });
  const areApart = pairs.every(([upper, lower], at) => {
    const next = pairs[at + 1]?.[0];
    return next === undefined || next.y - lower.y >= LEAST_RATIO * (lower.y - upper.y);
  });
  if (pairs.length * 2 !== rows.length || !arePairs || !areApart) return rows;
  return pairs.map(([upper, lower]) => ({
    labels: [...upper.labels, ...lower.labels],
    figures: [...upper.figures, ...lower.figures],
    y: (upper.y + lower.y) / 2,
  }));
}

const NO_ROW: LabelledRow = { labels: [], figures: [], y: 0 };

/** Joins lines that fill every column once together, where all that follow one another do so up to the next full line. */
function joinFull(lines: readonly Line[], columns: readonly FigureColumn[]): readonly Line[] {
  const joined: Line[] = [];
  let from = 0;
  while (from < lines.length) {
    const next = lines.slice(from).findIndex((line) => isFull(line, columns));
    const to = next < 0 ? lines.length : from + next;
    joined.push(...(partition(lines.slice(from, to), columns) ?? lines.slice(from, to)), ...lines.slice(to, to + 1));
    from = to + 1;
  }
  return joined;
}

/** The rows that lines make together; `undefined` where some row would fill a column twice or not at all. */
function partition(lines: readonly Line[], columns: readonly FigureColumn[]): readonly Line[] | undefined {
  const rows: Segment[][] = [];
  let open: Segment[] = [];
  for (const line of lines) {
    open.push(...line);
    if (!isFull(open, columns)) continue;
    rows.push(open);
    open = [];
  }
  return open.length === 0 ? rows : undefined;
}

function isFull(figures: Line, columns: readonly FigureColumn[]): boolean {
  const filled = figures.map((figure) => columnsUnder(figure, columns));
  const isEachInOne = filled.every((own) => own.length === 1);
  return isEachInOne && figures.length === columns.length && new Set(filled.flat()).size === columns.length;
}

/**
 * Whether each row has a label of its own and no label is left; neighbours are told by their distance too, from each other or from
 * their labels: where a page begins and ends within a row, all counts would agree one column off.
 */
function isOnlyReading(rows: readonly LabelledRow[], columns: readonly FigureColumn[]): boolean {
  const filled = rows.filter(hasFigures);
  const several = filled.filter(({ figures }) => heightsOf(figures).length > 1);
  if (several.some((row) => !isFull(row.figures, columns) || holdsTwoLabels(row))) return false;
  if (filled.length < FEWEST_ROWS && several.some(standsByLines)) return false;
  if (rows.length === 1) {
    const widest = columns.length < LONG_ROW ? WIDEST_STEP : WIDEST_STEP_OF_LONG;
    return several.every(({ figures }) => widestStep(figures) <= widest * sizeOf(figures));
  }
  const areLabelled = several.every(({ labels }) => labels.length > 0);
  const [first, last] = [rows.findIndex(hasFigures), rows.findLastIndex(hasFigures)];
  const isNoneLeft = rows.every(
    (row, at) => at < first || at > last || hasFigures(row) || isOuter(row, [rows[at - 1], rows[at + 1]]),
  );
  return areLabelled && isNoneLeft && filled.slice(1).every((row, at) => isApart(filled[at], row));
}

function hasFigures({ figures }: LabelledRow): boolean {
  return figures.length > 0;
}

/** Fewer rows do not say how high rows are. */
const FEWEST_ROWS = 3;

/** Whether all figures of a row stand right beside lines of its label: those may be labels of as many rows. */
function standsByLines(row: LabelledRow): boolean {
  const lines = labelHeights(row);
  return heightsOf(row.figures).every((y) =>
    lines.some((line) => Math.abs(line - y) <= SAME_HEIGHT * sizeOf(row.figures)),
  );
}

/** Whether labels of a row stand over one another: they are those of two rows. */
function holdsTwoLabels({ labels }: LabelledRow): boolean {
  const boxes = labels.flatMap((label) => unionOfBoxes(label.map(({ box }) => box)) ?? []);
  return boxes.some((box, at) => boxes.slice(at + 1).some((other) => isOver({ box }, { box: other })));
}

/** Whether a label without figures stands left of those of its neighbours: it is their group's. */
function isOuter({ labels }: LabelledRow, neighbours: readonly (LabelledRow | undefined)[]): boolean {
  const right = Math.max(...labels.flat().map(({ box }) => box.x1));
  const inner = neighbours.flatMap((row) => (row && row.labels.length > 0 ? [innermost(row)] : []));
  return inner.length > 0 && inner.every((x) => x >= right);
}

function innermost({ labels }: LabelledRow): number {
  return Math.max(...labels.map((label) => Math.min(...label.map(({ box }) => box.x0))));
}

function isApart(upper: LabelledRow | undefined, lower: LabelledRow): boolean {
  if (!upper) return true;
  const bottom = heightsOf(upper.figures).at(-1) ?? 0;
  const [top = 0] = heightsOf(lower.figures);
  const widest = Math.max(widestStep(upper.figures), widestStep(lower.figures));
  if (top - bottom > widest + SAME_HEIGHT * sizeOf(lower.figures)) return true;
  return [distanceToMiddle, distanceToLines].some(
    (distance) => distance(bottom, upper) < distance(bottom, lower) && distance(top, lower) < distance(top, upper),
  );
}

/** How far a height is from the middle of a row's innermost label, in points. */
function distanceToMiddle(y: number, row: LabelledRow): number {
  const heights = labelHeights(row);
  return Math.abs(y - (Math.min(...heights) + Math.max(...heights)) / 2);
}

/** How far a height is above or below the lines of a row's innermost label, in points. */
function distanceToLines(y: number, row: LabelledRow): number {
  const heights = labelHeights(row);
  return Math.max(0, Math.min(...heights) - y, y - Math.max(...heights));
}

function labelHeights({ labels }: LabelledRow): readonly number[] {
  return labels.at(-1)?.map(({ y }) => y) ?? [];
}

function widestStep(figures: Line): number {
  const heights = heightsOf(figures);
  return Math.max(0, ...heights.slice(1).map((y, at) => y - (heights[at] ?? y)));
}
