/** Says how sure each bound row is, and which rows the form does not have. */
import type { Block, Table } from '../model/index.js';
import type { Alignment } from './align-rows.js';
import type { Candidate, FitTable } from './fit-table.js';
import { RECOGNISED } from './header-slots.js';
import type { ColumnPlan } from './locate-columns.js';
import { mayBeOfEither } from './rows-of-either.js';
import { mergeViews, spansSeam } from './row-view.js';
import type { RowView } from './row-view.js';
import { hasHan } from './table-index.js';

/** Bindings that beat the next best alignment by less than this are uncertain. One misfit label costs about as much. */
const SURE_MARGIN = 1.5;
/** Rows in a row whose labels may be illegible between legible ones. */
const LONGEST_WEAK_RUN = 3;

/** An unbound row whose label fits an unbound row of the form this well stands out of order. */
const OUT_OF_ORDER_FIT = 0.75;

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

/** The rows of an alignment with what throws doubt on each. */
export function judgeRows(
  table: Table,
  alignment: Alignment,
  fits: FitTable,
  candidate: Candidate,
): readonly BoundRow[] {
  const { views, block } = candidate;
  const weak = alignment.rows.map(({ row, length, form }) => fits.fit(row, length, form) < RECOGNISED);
  const isMostlyWeak = weak.filter(Boolean).length > alignment.rows.length / 2;
  const strays = strayRows(alignment, fits, candidate);
  const ownColumns = columnsBeyondForm(views, table);
  return alignment.rows.flatMap(({ row, length, form, margin }, at) => {
    const view = mergeViews(views.slice(row, row + length), table);
    if (!view) return [];
    const isCrossed = strays.some((stray) => row < stray.row !== form < stray.form);
    const isClaimed = weak[at] === true && hasLabelElsewhere(views, fits, { row, length, form });
    const isAnchored = !isMostlyWeak && isBetweenKnown(alignment, weak, at, block.rows.length);
    const isRivalled =
      fits.holdsOther(row, length, form) || mayBeOfEither(table, { views, fits }, { row, length, form });
    const isDoubled = hasTwin(alignment, views, fits, { row, length, form });
    const isUnsure = margin < SURE_MARGIN || isCrossed || isClaimed || isRivalled || isDoubled;
    const doubts = [
      ...(isUnsure ? ['row-uncertain'] : []),
      ...(weak[at] && (hasHan(view.labels[0] ?? '') || !isAnchored) ? ['label-unrecognised'] : []),
      // Figures beside the block's columns may be the row's own, out of place.
      ...(view.outside.some((cell) => !ownColumns.has(cell.columnIndex)) && view.figures.some((figure) => !figure?.text)
        ? ['figures-outside']
        : []),
      ...([isHalf, isTorn].some((isOpen) => isOpen(table, alignment, views, { row, length })) ||
      isPatched(table, views.slice(row, row + length))
        ? ['cut-row']
        : []),
    ];
    return [{ form, view, length, doubts }];
  });
}

/** Whether figures in another place stand with the label of the form's row to which these are bound. */
function hasLabelElsewhere(
  views: readonly RowView[],
  fits: FitTable,
  { row, length, form }: { row: number; length: number; form: number },
): boolean {
  return views.some(({ hasFigures }, other) => {
    const isElsewhere = other < row || other >= row + length;
    return hasFigures && isElsewhere && fits.fit(other, 1, form) >= OUT_OF_ORDER_FIT;
  });
}

/** Two rows whose labels both fit a row of the form this well are that row twice. */
const TWIN_FIT = 0.8;

/** Whether a row that was left unbound has the same label and other figures: nothing says which of the two counts. */
function hasTwin(
  alignment: Alignment,
  views: readonly RowView[],
  fits: FitTable,
  { row, length, form }: { row: number; length: number; form: number },
): boolean {
  if (fits.fit(row, length, form) < TWIN_FIT) return false;
  const own = figureTexts(views.slice(row, row + length));
  return views.some(
    (view, other) =>
      view.hasFigures &&
      !isBound(alignment, other) &&
      fits.fit(other, 1, form) >= TWIN_FIT &&
      figureTexts([view]) !== own,
  );
}

function figureTexts(views: readonly RowView[]): string {
  return views.map(({ figures }) => figures.map((figure) => figure?.text ?? '').join('|')).join('|');
}

/** A column that is filled in at least this share of the rows with figures is a column of its own, not one row's. */
const OWN_COLUMN_SHARE = 0.5;

/**
 * Columns beyond the form's that hold figures in most rows: no row's figures have strayed there. Where no rules part label
 * and figures, the figures of many rows may be taken for labels; only numbers that count the rows are none of theirs.
 */
function columnsBeyondForm(views: readonly RowView[], { geometry, rowCount }: Table): ReadonlySet<number> {
  const withFigures = views.filter((view) => view.hasFigures);
  const columns = new Map<number, string[]>();
  for (const { columnIndex, text } of withFigures.flatMap((view) => view.outside)) {
    columns.set(columnIndex, [...(columns.get(columnIndex) ?? []), text]);
  }
  const least = Math.max(OWN_COLUMN_SHARE * withFigures.length, 2);
  const isOwn = (texts: readonly string[]): boolean =>
    geometry === 'aligned' ? isCount(texts.map(Number), rowCount) : texts.length >= least;
  return new Set([...columns].filter(([, texts]) => isOwn(texts)).map(([column]) => column));
}

/** Whether numbers may be those of rows; not all of them need to stand in one column. */
function isCount(numbers: readonly number[], rowCount: number): boolean {
  return numbers.every((number, at) => number > (numbers[at - 1] ?? 0) && number <= rowCount);
}

/** A number that goes on on the next line. */
const OPEN_NUMBER = /\p{Nd}[,，]$/u;

/**
 * Whether figures of a row without rules may be broken over lines: figures that belong to no row stand right above or below it,
 * without a label or where it lacks one, or it lacks one and the table has numbers that end in a separator.
 */
function isTorn(
  { geometry, cells }: Table,
  alignment: Alignment,
  views: readonly RowView[],
  { row, length }: { row: number; length: number },
): boolean {
  if (geometry !== 'aligned') return false;
  const own = views.slice(row, row + length);
  const lacks = (column: number): boolean => own.every((view) => !view.figures[column]?.text);
  const columns = [...(own[0]?.figures.keys() ?? [])];
  if (columns.some(lacks) && cells.some(({ text }) => OPEN_NUMBER.test(text))) return true;
  return [row - 1, row + length].some((other) => {
    const beside = views[other];
    if (!beside?.hasFigures || isBound(alignment, other)) return false;
    if (beside.labels.length === 0 && !isNumbering(beside)) return true;
    return columns.some((column) => lacks(column) && beside.figures[column]?.text);
  });
}

/** Whether a row without rules is put together of several with figures: lines of its label may stand beside those of another row. */
function isPatched({ geometry }: Table, views: readonly RowView[]): boolean {
  return geometry === 'aligned' && views.filter((view) => view.hasFigures).length > 1;
}

/** `1 2 3 4`: the numbers of the columns, under a header. */
function isNumbering({ figures }: RowView): boolean {
  const texts = figures.map((figure) => figure?.text ?? '').filter((text) => text !== '');
  return texts.length > 2 && texts.every((text, at) => Number(text) === Number(texts[0]) + at);
}

/** Rows that were left unbound although their labels fit an unbound row of the form: whether label or place is right is open. */
function strayRows(alignment: Alignment, fits: FitTable, { views, block }: Candidate): { row: number; form: number }[] {
  const freeForms = [...block.rows.keys()].filter((form) => !alignment.rows.some((bound) => bound.form === form));
  const freeRows = [...views.keys()].filter((row) => views[row]?.hasFigures && !isBound(alignment, row));
  return freeRows.flatMap((row) =>
    freeForms.filter((form) => fits.fit(row, 1, form) >= OUT_OF_ORDER_FIT).map((form) => ({ row, form })),
  );
}

function isBound(alignment: Alignment, row: number): boolean {
  return alignment.rows.some((bound) => row >= bound.row && row < bound.row + bound.length);
}

/** Whether an unbound row with figures stands right across a page break: it may be the other half of this one. */
function isHalf(
  table: Table,
  alignment: Alignment,
  views: readonly RowView[],
  { row, length }: { row: number; length: number },
): boolean {
  const halves = [
    [views[row - 1], views[row], row - 1],
    [views[row + length - 1], views[row + length], row + length],
  ] as const;
  return halves.some(([above, below, other]) => {
    if (!above || !below || isBound(alignment, other) || !spansSeam(table, above, below)) return false;
    const half = views[other];
    // Figures in one column on both sides are two rows, unless those of one have no label: they may be what is left of the other's.
    const isRest = table.geometry === 'ruled' && half?.labels.every((label) => label === '') === true;
    return half?.hasFigures === true && (isRest || mergeViews([above, below], table) !== undefined);
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

/** Rows with figures between the first and the last bound row that the form does not have. */
export function rowsBeyondForm(alignment: Alignment, views: readonly RowView[]): readonly RowView[] {
  const first = alignment.rows[0];
  const last = alignment.rows.at(-1);
  if (!first || !last) return [];
  return views.filter((view, row) => row > first.row && row < last.row && view.hasFigures && !isBound(alignment, row));
}
