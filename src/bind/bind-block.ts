/** Binds one block of a form to one table: finds its columns, aligns its rows, and says how sure each row is. */
import type { Block, Table } from '../model/index.js';
import { alignRows } from './align-rows.js';
import type { Alignment } from './align-rows.js';
import { delimitedRows, isBareRow } from './delimited-rows.js';
import { FitTable } from './fit-table.js';
import type { Candidate } from './fit-table.js';
import type { LabelMatcher } from './label-matcher.js';
import { findHeaders, RECOGNISED } from './locate-columns.js';
import type { ColumnPlan } from './locate-columns.js';
import { mergeViews, spansSeam } from './row-view.js';
import type { RowView } from './row-view.js';
import { planByPosition, ruledRows } from './ruled-rows.js';
import { hasHan } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** A form row that is not there. Dearer than a misprint, cheaper than a wrong label. */
const SKIP_FORM = -1.5;
/** A row with figures that the form does not have. */
const SKIP_FIGURES = -3;
/** A row without figures that the form does not have: a repeated header, a group's label. */
const SKIP_TEXT = -0.05;
/** Bindings that beat the next best alignment by less than this are uncertain. One misfit label costs about as much. */
const SURE_MARGIN = 1.5;
/** Share of a block's rows whose labels must be recognised for the block to be recognised. */
const ROWS_SHARE = 0.4;
/** The same, where the header is not recognised. */
const ROWS_SHARE_WITHOUT_HEADER = 0.6;
/** Rows in a row whose labels may be illegible between legible ones. */
const LONGEST_WEAK_RUN = 3;

/** A row of a block with the row of the table that it is. */
export interface BoundRow {
  /** Index into the block's rows. */
  readonly form: number;
  readonly view: RowView;
  /** How many rows of the table it covers. */
  readonly length: number;
  /** Why the row may be another one; stable words. */
  readonly doubts: readonly string[];
}

/** A block found in a table. */
export interface BoundBlock {
  readonly block: Block;
  readonly table: Table;
  readonly plan: ColumnPlan;
  readonly rows: readonly BoundRow[];
  /** Comparable between editions of one block. */
  readonly score: number;
  /** Rows with figures between the first and the last bound row that the form does not have. */
  readonly extraRows: readonly RowView[];
}

/** What binding needs besides table and block. */
export interface BindContext {
  readonly matcher: LabelMatcher;
  readonly notApplicableMarks: readonly string[];
}

/** Finds a block in a table, at the header where it fits best; `undefined` where it is not there. */
export function bindBlock(index: TableIndex, block: Block, context: BindContext): BoundBlock | undefined {
  const headers = findHeaders(index, block, context.matcher);
  const plans = headers.length > 0 ? headers : plansWithoutHeader(index, block);
  let best: BoundBlock | undefined;
  for (const plan of plans) {
    const views = withoutRepeatedHeaders(index, viewsOf(index, plan, block, context), headers);
    const found = block.hasRowLabels
      ? bindLabelledRows(index, { block, plan, views }, context.matcher)
      : bindOnlyRow(index, { block, plan, views });
    if (found && found.score > (best?.score ?? -Infinity)) best = found;
  }
  return best;
}

function plansWithoutHeader(index: TableIndex, block: Block): readonly ColumnPlan[] {
  if (index.table.geometry !== 'ruled') {
    return [{ evidence: 'order', score: 0, recognisedShare: 0, firstRow: 0, ranges: [] }];
  }
  const plan = planByPosition(index, block.columns.length);
  return plan ? [plan] : [];
}

function viewsOf(index: TableIndex, plan: ColumnPlan, block: Block, context: BindContext): readonly RowView[] {
  if (index.table.geometry === 'ruled') return ruledRows(index, plan, context.notApplicableMarks);
  return delimitedRows(index, plan, block.columns.length, context.notApplicableMarks);
}

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
  const fits = new FitTable(index.table, candidate, matcher);
  const alignment = alignRows(
    {
      rowCount: views.length,
      formCount: block.rows.length,
      longestMerge: index.table.geometry !== 'ruled' ? 3 : 2,
      match: (row, length, form) => fits.score(row, length, form),
      skipRow: (row) => (views[row]?.hasFigures ? SKIP_FIGURES : SKIP_TEXT),
      skipForm: SKIP_FORM,
    },
    ({ row, length, form }) => !fits.isClear(row, length, form),
  );
  const recognised = alignment.rows.filter(({ row, length, form }) => fits.fit(row, length, form) >= RECOGNISED);
  const share = recognised.length / block.rows.length;
  const isHeaderKnown = plan.recognisedShare > 0;
  if (recognised.length === 0 || share < (isHeaderKnown ? ROWS_SHARE : ROWS_SHARE_WITHOUT_HEADER)) return undefined;
  // One or two common words under no header are no evidence of a block.
  if (!isHeaderKnown && block.rows.length < 3) return undefined;
  const rows = toBoundRows(alignment, fits, candidate);
  return {
    block,
    table: index.table,
    plan,
    rows,
    score: alignment.score + plan.score,
    extraRows: extraRows(alignment, views),
  };
}

function toBoundRows(alignment: Alignment, fits: FitTable, { views, block }: Candidate): readonly BoundRow[] {
  const weak = alignment.rows.map(({ row, length, form }) => fits.fit(row, length, form) < RECOGNISED);
  const isMostlyWeak = weak.filter(Boolean).length > alignment.rows.length / 2;
  return alignment.rows.flatMap(({ row, length, form, margin }, at) => {
    const view = mergeViews(views.slice(row, row + length));
    if (!view) return [];
    const doubts: string[] = [];
    if (margin < SURE_MARGIN) doubts.push('row-uncertain');
    if (weak[at]) {
      const isOther = view.labels.some(hasHan) && fits.fit(row, length, form) < RECOGNISED;
      const isAnchored = !isMostlyWeak && isBetweenKnown(alignment, weak, at, block.rows.length);
      if (isOther || !isAnchored) doubts.push('label-unrecognised');
    }
    return [{ form, view, length, doubts }];
  });
}

/** Whether legible labels on both sides leave an illegible one no other place: the rows between them are all there. */
function isBetweenKnown(alignment: Alignment, weak: readonly boolean[], at: number, formCount: number): boolean {
  let before = at;
  while (before >= 0 && weak[before]) before--;
  let after = at;
  while (after < weak.length && weak[after]) after++;
  if (after - before - 1 > LONGEST_WEAK_RUN) return false;
  const formBefore = before < 0 ? -1 : (alignment.rows[before]?.form ?? 0);
  const formAfter = after >= weak.length ? formCount : (alignment.rows[after]?.form ?? 0);
  return formAfter - formBefore === after - before;
}

function extraRows(alignment: Alignment, views: readonly RowView[]): readonly RowView[] {
  const first = alignment.rows[0];
  const last = alignment.rows.at(-1);
  if (!first || !last) return [];
  const isBound = (row: number): boolean =>
    alignment.rows.some((bound) => row >= bound.row && row < bound.row + bound.length);
  return views.filter((view, row) => row > first.row && row < last.row && view.hasFigures && !isBound(row));
}

/** A block without row labels has one row of figures: the first below its header, its halves at a page cut joined. */
function bindOnlyRow(index: TableIndex, { block, plan, views }: Candidate): BoundBlock | undefined {
  const isHeaderKnown = plan.recognisedShare > 0;
  const isCandidate = (view: RowView): boolean => (isHeaderKnown ? view.hasFigures : isBareRow(view));
  const at = views.findIndex(isCandidate);
  if (!isHeaderKnown && (at < 0 || views.filter(isCandidate).length > 1)) return undefined;
  const chosen = at < 0 ? views[0] : views[at];
  if (!chosen) return undefined;
  const row = at < 0 ? 0 : at;
  const next = views[row + 1];
  const both = next && spansSeam(index.table, chosen, next) ? mergeViews([chosen, next]) : undefined;
  const view = both ?? chosen;
  const rows = [{ form: 0, view, length: both ? 2 : 1, doubts: isHeaderKnown ? [] : ['header-unrecognised'] }];
  const below = views.slice(row + (both ? 2 : 1)).filter((other) => other.hasFigures && other.labels.length === 0);
  return {
    block,
    table: index.table,
    plan,
    rows,
    score: plan.score,
    extraRows: index.table.geometry === 'ruled' ? below : [],
  };
}
