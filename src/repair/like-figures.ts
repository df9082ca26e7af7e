/**
 * Which figures of a printed row the laws of its block cannot tell from each other: those that stand in laws of the same kind
 * in the same way (colour refinement, as in tests of graph isomorphism). Figures it tells apart no exchange can confuse unseen;
 * of those it does not, some may be.
 */
import type { Block, FieldRef } from '../model/index.js';

// Blocks are loaded once and shared by all reports of a process.
const known = new WeakMap<Block, ReadonlyMap<string, string>>();

/** By `row/column` of a figure: its class; figures of two printed rows are never of one. */
export function likeFigures(block: Block): ReadonlyMap<string, string> {
  const classes = known.get(block) ?? workOut(block);
  known.set(block, classes);
  return classes;
}

function workOut(block: Block): ReadonlyMap<string, string> {
  let classes = new Map(
    block.rows.flatMap((row) =>
      block.columns.map((column): [string, string] => [`${column.factRow ?? row.id}/${column.id}`, row.id]),
    ),
  );
  for (let count = 0; count < new Set(classes.values()).size;) {
    count = new Set(classes.values()).size;
    classes = refine(classes, block);
  }
  return classes;
}

/** Parts classes by the laws that their figures stand in, and by the classes of the other figures there. */
function refine(classes: ReadonlyMap<string, string>, { identities }: Block): Map<string, string> {
  const keyOf = ({ row, column }: FieldRef): string => `${row}/${column}`;
  const roles = new Map<string, string[]>();
  for (const { total, parts } of identities) {
    const terms = [{ key: keyOf(total), sign: 0 }, ...parts.map((part) => ({ key: keyOf(part), sign: part.sign }))];
    const law = terms.map(({ key, sign }) => `${sign} ${classes.get(key) ?? ''}`).sort();
    for (const { key, sign } of terms) roles.set(key, [...(roles.get(key) ?? []), `${sign} in ${law.join()}`]);
  }
  // Short names for what would else grow from round to round.
  const names = new Map<string, string>();
  return new Map(
    [...classes].map(([key, name]) => {
      const full = `${name}: ${(roles.get(key) ?? []).sort().join('; ')}`;
      const short = names.get(full) ?? String(names.size);
      names.set(full, short);
      return [key, short];
    }),
  );
}
