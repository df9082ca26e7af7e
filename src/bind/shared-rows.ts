/** Rows of a table that two places of the form have both taken: at most one of them is right. */
import type { Block } from '../model/index.js';
import type { BoundBlock, BoundRow } from './judge-rows.js';
import { hasDigit } from './table-index.js';

interface Chosen {
  readonly block: Block;
  readonly bound?: BoundBlock;
  readonly completing: readonly BoundBlock[];
}

/** Doubts the rows of blocks whose figures stand in cells that another block has taken as well. */
export function doubtSharedRows<T extends Chosen>(chosen: readonly T[]): readonly T[] {
  const takers = new Map<string, Set<string>>();
  for (const { block, bound, completing } of chosen) {
    for (const own of bound ? [bound, ...completing] : []) {
      for (const key of own.rows.flatMap((row) => cellsOf(own, row))) {
        takers.set(key, (takers.get(key) ?? new Set()).add(block.slot));
      }
    }
  }
  if ([...takers.values()].every(({ size }) => size < 2)) return chosen;
  const isShared = (own: BoundBlock, row: BoundRow): boolean =>
    cellsOf(own, row).some((key) => (takers.get(key)?.size ?? 0) > 1);
  const doubted = (own: BoundBlock): BoundBlock => ({
    ...own,
    rows: own.rows.map((row) => (isShared(own, row) ? { ...row, doubts: [...row.doubts, 'row-uncertain'] } : row)),
  });
  return chosen.map((each) =>
    each.bound ? { ...each, bound: doubted(each.bound), completing: each.completing.map(doubted) } : each,
  );
}

/** The cells in which a row's figures stand, by their places. */
function cellsOf({ table }: BoundBlock, { view }: BoundRow): readonly string[] {
  const cells = view.figures.flatMap((figure) => figure?.cells ?? []);
  return cells
    .filter(({ text }) => hasDigit(text))
    .map(({ rowIndex, columnIndex }) => `${table.tableIndex}/${rowIndex}/${columnIndex}`);
}
