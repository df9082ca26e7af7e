/** Binds one block of a form to one table: finds its columns, aligns its rows, and says how sure each row is. */
import type { Block } from '../model/index.js';
import { alignRows } from './align-rows.js';
import type { Alignment, AlignmentScores } from './align-rows.js';
import { apartInColumns } from './apart-in-columns.js';
import { bindCrossed } from './bind-crossed.js';
import { bindOnlyRow } from './bind-only-row.js';
import { delimitedRows, usualFigureCount } from './delimited-rows.js';
import { FitTable } from './fit-table.js';
import type { Candidate } from './fit-table.js';
import { judgeRows, rowsBeyondForm } from './judge-rows.js';
import type { BoundBlock } from './judge-rows.js';
import type { LabelMatcher } from './label-matcher.js';
import { RECOGNISED } from './header-slots.js';
import { findHeaders, hasLegibleHeader, UNKNOWN_COLUMNS } from './locate-columns.js';
import type { ColumnPlan } from './locate-columns.js';
import { isOrderSure, markedRows } from './marked-rows.js';
import { planByNesting } from './plan-by-nesting.js';
import { planByPosition } from './plan-by-position.js';
import type { RowView } from './row-view.js';
import { ruledRows } from './ruled-rows.js';
import { hasDigit, hasPlaces } from './table-index.js';
import type { TableIndex } from './table-index.js';
import { withoutUnits, withUnits } from './unit-column.js';

export type { BoundBlock, BoundRow } from './judge-rows.js';

/** A form row that is not there. Dearer than a misprint, cheaper than a wrong label. */
const SKIP_FORM = -1.5;
/** The same where editions are compared: a publisher who leaves rows out does so in every edition. */
const SKIP_FORM_IN_SCORE = -0.25;
/** A block needs so many rows to be recognised without its header. */
const FEWEST_ROWS = 3;
/** How many rows of a table may be one of the form: halves at a page break; lines of a wrapped label. */
const LONGEST_MERGE = { ruled: 2, marked: 2, delimited: 3, spaced: 3, aligned: 5 } as const;
/** A row with figures that the form does not have. */
const SKIP_FIGURES = -3;
/** A row without figures that the form does not have: a repeated header, a group's label. */
const SKIP_TEXT = -0.05;
/** Share of a block's rows whose labels must be recognised for the block to be recognised. */
const ROWS_SHARE = 0.4;
/** Or, under a known header, of the table's rows with figures: some publishers leave out every row of noughts. */
const TABLE_SHARE = 0.6;
/** The same, where the header is not recognised. */
const ROWS_SHARE_WITHOUT_HEADER = 0.6;
/** What binding needs besides table and block. */
export interface BindContext {
  readonly matcher: LabelMatcher;
  readonly notApplicableMarks: readonly string[];
}

/**
 * Finds a block in a table, at the header where it fits best.
 *
 * @returns one, and where the groups of a block without row labels stand one below the other, one for each stretch of
 *   its columns, the best first; empty where the block is not there
 */
export function bindBlock(source: TableIndex, block: Block, context: BindContext): readonly BoundBlock[] {
  const { index, units } = withoutUnits(source, block, context);
  const headers = headersOf(index, block, context.matcher);
  const plans = headers.length > 0 ? headers : plansWithoutHeader(index, block, context);
  const found = plans.flatMap((plan) => {
    const seen = withoutGroupMarks(withUnits(viewsOf(index, plan, block, context), units), block, context.matcher);
    const views = viewsAboveNext(withoutRepeatedHeaders(index, seen, headers), plan, plans);
    const bound = block.hasRowLabels
      ? bindLabelledRows(index, { block, plan, views }, context.matcher)
      : bindOnlyRow(index, { block, plan, views });
    return bound ?? [];
  });
  const crossed = found.length > 0 ? undefined : bindCrossed(source, block, context);
  return crossed ? [crossed] : apartInColumns(found.sort((a, b) => b.score - a.score));
}

/** A header that names all columns one below the other; where none does, one whose names stand in their rows only. */
function headersOf(index: TableIndex, block: Block, matcher: LabelMatcher): readonly ColumnPlan[] {
  const found = findHeaders(index, block, matcher);
  const isWhole = (plan: ColumnPlan): boolean =>
    !plan.ranges.includes(undefined) && (index.table.geometry !== 'marked' || isOrderSure(plan));
  if (found.some(isWhole)) return found;
  const nested = planByNesting(index, block, matcher);
  return nested ? [nested] : found;
}

/** The rows above the next header that names other columns; a dump's says of no column where it stands. */
function viewsAboveNext(views: readonly RowView[], plan: ColumnPlan, plans: readonly ColumnPlan[]): readonly RowView[] {
  const isApart = ({ ranges }: ColumnPlan): boolean =>
    ranges.length > 0 && plan.ranges.length > 0 && ranges.every((range, at) => !range || !plan.ranges[at]);
  const next = plans.find((other) => other.firstRow > plan.firstRow && isApart(other));
  return next ? views.filter(({ rowIndex }) => rowIndex < next.firstRow) : views;
}

function plansWithoutHeader(index: TableIndex, block: Block, context: BindContext): readonly ColumnPlan[] {
  if (!hasPlaces(index.table)) {
    // Which columns are there shows in how many figures the rows end in.
    const isOther = block.columnsVary && usualFigureCount(index, context.notApplicableMarks) !== block.columns.length;
    return isOther ? [] : [UNKNOWN_COLUMNS];
  }
  if (hasLegibleHeader(index, block, context.matcher)) return [];
  const plan = planByPosition(index, block.columns.length);
  return plan ? [plan] : [];
}

function viewsOf(index: TableIndex, plan: ColumnPlan, block: Block, context: BindContext): readonly RowView[] {
  if (index.table.geometry === 'marked') return markedRows(index, plan, context.notApplicableMarks);
  if (hasPlaces(index.table)) return ruledRows(index, plan, context.notApplicableMarks);
  const order = printedOrder(plan);
  const inOrder = order ? { ...plan, ranges: order.map((column) => plan.ranges[column]) } : plan;
  const views = delimitedRows(index, inOrder, block.columns.length, context.notApplicableMarks);
  if (!order) return views;
  return views.map((view) => ({
    ...view,
    figures: plan.ranges.map((_, column) => view.figures[order.indexOf(column)]),
  }));
}

/** The block's columns from left to right as a dump's header has them; `undefined` where that is the form's own order. */
function printedOrder({ ranges }: ColumnPlan): readonly number[] | undefined {
  const startOf = (column: number): number => ranges[column]?.start ?? 0;
  const order = [...ranges.keys()].sort((a, b) => startOf(a) - startOf(b));
  return order.some((column, at) => column !== at) ? order : undefined;
}

/** A dash in the row that names a group says that the group has no figure; it is none of the row's. */
function withoutGroupMarks(views: readonly RowView[], block: Block, matcher: LabelMatcher): readonly RowView[] {
  const isMarked = ({ hasFigures, figures }: RowView): boolean =>
    hasFigures && !figures.some((figure) => figure && hasDigit(figure.text));
  if (!views.some(isMarked)) return views;
  const groups = new Set(block.rows.flatMap(({ path }) => path.slice(0, -1)));
  const isGroup = ({ labels }: RowView): boolean =>
    [...groups].some((group) => matcher.bestFit(labels, group) >= GROUP_FIT);
  return views.map((view) => (isMarked(view) && isGroup(view) ? { ...view, hasFigures: false } : view));
}

/** A row whose label fits a group's wording this well names the group. */
const GROUP_FIT = 0.85;

/** Leaves out the header's rows where they are printed again after a page break: a row's halves may stand on both sides. */
function withoutRepeatedHeaders(
  { table }: TableIndex,
  views: readonly RowView[],
  headers: readonly ColumnPlan[],
): readonly RowView[] {
  const repeats = headers.flatMap(({ firstRow }) => {
    const seam = table.seams.findLast((each) => each < firstRow);
    return seam === undefined ? [] : [{ start: seam, end: firstRow }];
  });
  return views.filter(
    ({ rowIndex, hasFigures }) =>
      hasFigures ||
      !repeats.some(({ start, end }) => rowIndex >= start && rowIndex < end && end - start <= DEEPEST_HEADER),
  );
}

/** A repeated header has no more rows than this. */
const DEEPEST_HEADER = 4;

function bindLabelledRows(index: TableIndex, candidate: Candidate, matcher: LabelMatcher): BoundBlock | undefined {
  const { block, plan, views } = candidate;
  const isHeaderKnown = plan.recognisedShare > 0;
  // One or two common words under no header are no evidence of a block.
  if (!isHeaderKnown && block.rows.length < FEWEST_ROWS) return undefined;
  // A table that has not so many rows cannot hold so many of the form's.
  if (!isHeaderKnown && views.length < ROWS_SHARE_WITHOUT_HEADER * block.rows.length) return undefined;
  const fits = new FitTable(index.table, candidate, matcher);
  const scores: AlignmentScores = {
    rowCount: views.length,
    formCount: block.rows.length,
    longestMerge: LONGEST_MERGE[index.table.geometry],
    match: (row, length, form) => fits.score(row, length, form),
    skipRow: (row) => (views[row]?.hasFigures ? SKIP_FIGURES : SKIP_TEXT),
    skipForm: SKIP_FORM,
  };
  const alignment = alignRows(scores, ({ row, length, form }) => !fits.isClear(row, length, form));
  if (!isRecognised(alignment, fits, candidate)) return undefined;
  const rows = judgeRows(index.table, alignment, fits, candidate);
  return {
    block,
    table: index.table,
    plan,
    rows,
    score: alignment.score + plan.score + (SKIP_FORM_IN_SCORE - SKIP_FORM) * (block.rows.length - rows.length),
    extraRows: rowsBeyondForm(alignment, views),
  };
}

/** Whether the labels of enough rows are recognised for the block to be there. */
function isRecognised(alignment: Alignment, fits: FitTable, { block, plan, views }: Candidate): boolean {
  const recognised = alignment.rows.filter(({ row, length, form }) => fits.fit(row, length, form) >= RECOGNISED);
  const share = recognised.length / block.rows.length;
  if (recognised.length === 0) return false;
  if (plan.recognisedShare === 0) return share >= ROWS_SHARE_WITHOUT_HEADER;
  const withFigures = views.filter((view) => view.hasFigures).length;
  return share >= ROWS_SHARE || (recognised.length >= 2 && recognised.length >= TABLE_SHARE * withFigures);
}
