/** Binds one block of a form to one table: finds its columns, aligns its rows, and says how sure each row is. */
import type { Block, Label, Table } from '../model/index.js';
import { alignRows } from './align-rows.js';
import type { Alignment } from './align-rows.js';
import { delimitedRows, isBareRow } from './delimited-rows.js';
import type { LabelMatcher } from './label-matcher.js';
import { findHeaders, fitScore, RECOGNISED } from './locate-columns.js';
import type { ColumnPlan } from './locate-columns.js';
import { mergeViews, spansSeam } from './row-view.js';
import type { RowView } from './row-view.js';
import { planByPosition, ruledRows } from './ruled-rows.js';
import { hasHan } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** A form row that is not there. Dearer than a misprint, cheaper than a wrong label. */
const SKIP_FORM = -2;
/** A row with figures that the form does not have. */
const SKIP_FIGURES = -3;
/** A row without figures that the form does not have: a repeated header, a group's label. */
const SKIP_TEXT = -0.05;
/** Each row more that is taken as part of one. */
const MERGE = -0.3;
/** A form row that prints nothing in any column. */
const NO_FIGURES = -1;
/** A label in Chinese that fits worse than this is another label: worse than leaving both rows unbound. */
const OTHER_LABEL_FIT = 0.3;
const OTHER_LABEL = -6;
/** A label that is noise, without a Chinese character, says nothing; a blank one neither. */
const NOISE_LABEL = -0.5;
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
      hasFigures || !repeats.some(({ start, end }) => rowIndex >= start && rowIndex < end && end - start <= DEEPEST_HEADER),
  );
}

/** A repeated header has no more rows than this. */
const DEEPEST_HEADER = 4;

interface Candidate {
  readonly block: Block;
  readonly plan: ColumnPlan;
  readonly views: readonly RowView[];
}

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
  return { block, table: index.table, plan, rows, score: alignment.score + plan.score, extraRows: extraRows(alignment, views) };
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
  return { block, table: index.table, plan, rows, score: plan.score, extraRows: index.table.geometry === 'ruled' ? below : [] };
}

/** How well each row, or rows taken together, fits each row of the form. */
class FitTable {
  readonly #table: Table;
  readonly #candidate: Candidate;
  readonly #matcher: LabelMatcher;
  readonly #merged = new Map<string, RowView | undefined>();
  readonly #labels: readonly (Label | undefined)[];
  /** Fits of single rows, by row then form; −1 where not yet measured. */
  readonly #single: Float64Array;

  constructor(table: Table, candidate: Candidate, matcher: LabelMatcher) {
    this.#table = table;
    this.#candidate = candidate;
    this.#matcher = matcher;
    this.#labels = candidate.block.rows.map((row) => row.path.at(-1));
    this.#single = new Float64Array(candidate.views.length * this.#labels.length).fill(-1);
  }

  /** The fit of the label, from 0 to 1. */
  fit(row: number, length: number, form: number): number {
    if (length > 1) return this.#measure(row, length, form);
    const at = row * this.#labels.length + form;
    const known = this.#single[at] ?? -1;
    return known >= 0 ? known : (this.#single[at] = this.#measure(row, 1, form));
  }

  /** The score of a match; `-Infinity` where the rows cannot be one. */
  score(row: number, length: number, form: number): number {
    const view = this.#view(row, length);
    if (!view) return -Infinity;
    const cost = (length - 1) * MERGE + (view.hasFigures ? 0 : NO_FIGURES);
    const fit = this.fit(row, length, form);
    if (fit >= OTHER_LABEL_FIT) return fitScore(fit) + cost;
    if (view.labels.some(hasHan)) return OTHER_LABEL + cost;
    return (view.labels.length === 0 ? 0 : NOISE_LABEL) + cost;
  }

  /** True where a label fits one row of the form and no other, and the form's row no other label. */
  isClear(row: number, length: number, form: number): boolean {
    if (length > 1 || this.fit(row, 1, form) < CLEAR_FIT) return false;
    const isOnlyForm = this.#labels.every((_, other) => other === form || this.fit(row, 1, other) < UNCLEAR_FIT);
    const { views } = this.#candidate;
    return isOnlyForm && views.every((_, other) => other === row || this.fit(other, 1, form) < UNCLEAR_FIT);
  }

  #measure(row: number, length: number, form: number): number {
    const view = this.#view(row, length);
    const label = this.#labels[form];
    return view && label ? this.#matcher.bestFit(view.labels, label) : 0;
  }

  #view(row: number, length: number): RowView | undefined {
    const { views } = this.#candidate;
    if (length === 1) return views[row];
    const key = `${row}+${length}`;
    if (!this.#merged.has(key)) this.#merged.set(key, this.#merge(views.slice(row, row + length)));
    return this.#merged.get(key);
  }

  /** Rows may be one where a page break lies between them, or in a dump, where a label may wrap anywhere. */
  #merge(views: readonly RowView[]): RowView | undefined {
    const first = views[0];
    const last = views.at(-1);
    if (!first || !last) return undefined;
    const mayMerge = this.#table.geometry !== 'ruled' || spansSeam(this.#table, first, last);
    if (!mayMerge || views.some((view) => view.labels.length === 0 && !view.hasFigures)) return undefined;
    return mergeViews(views);
  }
}

const CLEAR_FIT = 0.8;
const UNCLEAR_FIT = 0.65;
