/** Which group's wording belongs over which column where no rules say how far a group reaches. */
import { middleX } from '../model/index.js';
import type { Cell } from '../model/index.js';
import type { TableIndex } from './table-index.js';

/**
 * The groups above each cell of a header row, if the groups of every row above stand side by side up to the last column:
 * each is centred over its columns, so from the right the middle of a group says where it begins.
 *
 * @returns by cell, the nearest row's first
 */
export function tiledGroups({ rows }: TableIndex, row: number): ReadonlyMap<Cell, readonly Cell[]> {
  const leaves = (rows[row] ?? []).filter(({ text, parts }) => text !== '' && parts.length > 0);
  const found = new Map<Cell, Cell[]>(leaves.map((leaf) => [leaf, []]));
  const last = leaves.at(-1);
  const before = leaves.at(-2);
  if (!last || !before) return found;
  const right = xOf(last) + (xOf(last) - xOf(before)) / 2;
  for (const above of rows.slice(0, row).reverse()) {
    let end = right;
    for (const group of above.filter(({ text }) => text !== '').reverse()) {
      const start = 2 * xOf(group) - end;
      for (const leaf of leaves) if (xOf(leaf) > start && xOf(leaf) < end) found.get(leaf)?.push(group);
      end = start;
    }
  }
  return found;
}

/** The middle of a cell's text in points; not a number where it prints none. */
function xOf({ parts }: Cell): number {
  const [part] = parts;
  return part ? middleX(part.box) : NaN;
}
