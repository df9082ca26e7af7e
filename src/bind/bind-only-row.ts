/** Binds a block whose one row of figures carries no label, such as table four. */
import type { BoundBlock } from './judge-rows.js';
import { isBareRow } from './delimited-rows.js';
import type { Candidate } from './fit-table.js';
import { mergeViews, spansSeam } from './row-view.js';
import type { RowView } from './row-view.js';
import { hasDigit, type TableIndex } from './table-index.js';

/** A further row with figures in at least this share of the columns may be the one that is meant; so may any that fills its blanks. */
const RIVAL_SHARE = 0.5;

/**
 * Takes the first row of figures below the header, its halves at a page cut joined. Where further such rows follow (last
 * year's beside this year's, figures that stand lower than the others) nothing says which is meant, and the figures are doubted.
 */
export function bindOnlyRow(index: TableIndex, { block, plan, views }: Candidate): BoundBlock | undefined {
  const isHeaderKnown = plan.recognisedShare > 0;
  const isCandidate = (view: RowView): boolean => (isHeaderKnown ? view.hasFigures : isBareRow(view));
  const at = views.findIndex(isCandidate);
  if (!isHeaderKnown && (at < 0 || views.filter(isCandidate).length > 1)) return undefined;
  const row = Math.max(0, at);
  const chosen = views[row];
  if (!chosen) return undefined;
  const next = views[row + 1];
  const isCut = next !== undefined && spansSeam(index.table, chosen, next);
  const isUneven = next !== undefined && index.table.geometry === 'aligned' && complements(chosen, next);
  const both = isCut || isUneven ? mergeViews([chosen, next], index.table) : undefined;
  const length = both ? 2 : 1;
  const isRival = (view: RowView): boolean => filledShare(view) >= RIVAL_SHARE || fillsBlanks(view, both ?? chosen);
  const rivals = views.slice(row + length).filter(isRival);
  const isUncertain = rivals.length > 0 || (isUneven && both !== undefined);
  const doubts = [...(isHeaderKnown ? [] : ['header-unrecognised']), ...(isUncertain ? ['row-uncertain'] : [])];
  const rows = [{ form: 0, view: both ?? chosen, length, doubts }];
  return { block, table: index.table, plan, rows, score: plan.score, extraRows: rivals };
}

function filledShare(view: RowView): number {
  const held = view.figures.filter((figure) => figure !== undefined);
  return held.filter((figure) => hasDigit(figure.text)).length / held.length;
}

/** Whether two rows are the two lines of one: each column has its figure in one of them, as where units wrap in narrow columns. */
function complements(chosen: RowView, next: RowView): boolean {
  return chosen.figures.every((figure, column) => {
    const other = next.figures[column];
    return hasDigit(figure?.text ?? '') !== hasDigit(other?.text ?? '');
  });
}

function fillsBlanks(view: RowView, chosen: RowView): boolean {
  return view.figures.some((figure, column) => hasDigit(figure?.text ?? '') && chosen.figures[column]?.text === '');
}
