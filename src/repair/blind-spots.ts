/**
 * Says which exchanges of rows and columns the laws of a block cannot see: those that turn its laws into the same laws. Where
 * arithmetic is blind, only labels, order and the places on the page tell which figure is which.
 */
import type { BlindSpots, Block, FieldRef } from '../model/index.js';

// Blocks are loaded once and shared by all reports of a process.
const known = new WeakMap<Block, BlindSpots>();

/** What the laws of each block cannot see. */
export function blocksToBlindSpots(blocks: readonly Block[]): readonly BlindSpots[] {
  return blocks.map((block) => {
    const spots = known.get(block) ?? workOut(block);
    known.set(block, spots);
    return spots;
  });
}

function workOut(block: Block): BlindSpots {
  const rowOfRef = new Map<string, number>();
  const columnOfRef = new Map<string, number>();
  for (const [r, row] of block.rows.entries()) {
    for (const [c, column] of block.columns.entries()) {
      rowOfRef.set(`${column.factRow ?? row.id}/${column.id}`, r);
      columnOfRef.set(`${column.factRow ?? row.id}/${column.id}`, c);
    }
  }
  const toTerm = ({ row, column }: FieldRef, sign: number): Term => {
    const key = `${row}/${column}`;
    return { row: rowOfRef.get(key) ?? -1, column: columnOfRef.get(key) ?? -1, sign };
  };
  const laws = block.identities.map(({ total, parts }) => [
    toTerm(total, -1),
    ...parts.map((part) => toTerm(part, part.sign)),
  ]);
  const asTheyAre = lawsText(laws, (term) => term);
  const isBlindTo = (axis: 'row' | 'column', a: number, b: number): boolean =>
    lawsText(laws, (term) => ({ ...term, [axis]: exchanged(term[axis], a, b) })) === asTheyAre;
  const rows = block.rows.map(({ id }) => id);
  const columns = block.columns.map(({ id, factRow }) => (factRow === undefined ? id : `${factRow}/${id}`));
  return {
    table: block.table,
    block: block.slot,
    rows: groupsOf(rows, (a, b) => isBlindTo('row', a, b)),
    columns: groupsOf(columns, (a, b) => isBlindTo('column', a, b)),
  };
}

/** A term of a law; row and column by index. */
interface Term {
  readonly row: number;
  readonly column: number;
  readonly sign: number;
}

/** Laws in an order of their own, so that the same laws give the same text. */
function lawsText(laws: readonly (readonly Term[])[], turn: (term: Term) => Term): string {
  const textOf = (term: Term): string => {
    const { row, column, sign } = turn(term);
    return `${row},${column},${sign}`;
  };
  const texts = laws.map((terms) => terms.map(textOf).sort().join(' '));
  return texts.sort().join('\n');
}

function exchanged(at: number, a: number, b: number): number {
  if (at === a) return b;
  return at === b ? a : at;
}

/** Groups what may be exchanged; two that may be exchanged with a third may be with each other. */
function groupsOf(names: readonly string[], isExchangeable: (a: number, b: number) => boolean): string[][] {
  const groups: { readonly first: number; readonly names: string[] }[] = [];
  for (const [at, name] of names.entries()) {
    const own = groups.find(({ first }) => isExchangeable(first, at));
    if (own) own.names.push(name);
    else groups.push({ first: at, names: [name] });
  }
  return groups.map((group) => group.names).filter(({ length }) => length > 1);
}
