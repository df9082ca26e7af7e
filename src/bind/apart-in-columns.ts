/** Tells which places that hold a block hold different columns of it: its groups printed as tables of their own. */
import type { BoundBlock } from './judge-rows.js';

/**
 * Those that hold columns which none before them holds.
 *
 * @param bound places of one block, the best first
 * @returns the first, and those apart from all before them
 */
export function apartInColumns(bound: readonly BoundBlock[]): readonly BoundBlock[] {
  const taken: BoundBlock[] = [];
  for (const each of bound) {
    if (!taken.some((other) => sharesColumn(each, other))) taken.push(each);
  }
  return taken;
}

/** Whether some column of the block is held by both. */
export function sharesColumn(a: BoundBlock, b: BoundBlock): boolean {
  return a.block.columns.some((_, at) => holdsColumn(a, at) && holdsColumn(b, at));
}

function holdsColumn({ rows }: BoundBlock, column: number): boolean {
  return rows.some(({ view }) => view.figures[column] !== undefined);
}
