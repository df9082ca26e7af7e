/** What a block's laws look like to the arithmetic: every term with the key of its figure and what it may hold. */
import { figureKey } from '../model/index.js';
import type { BilingualText, Block, FieldRef, Identity, ValueType } from '../model/index.js';

/** A term of a law, ready to be looked up. */
export interface LawTerm extends FieldRef {
  readonly role: 'total' | 'part';
  readonly sign: 1 | -1;
  /** Key of its fact. */
  readonly key: string;
  readonly type: ValueType;
}

/** A law of a block. */
export interface Law {
  readonly identity: Identity;
  /** The total first. */
  readonly terms: readonly LawTerm[];
}

/** What people call a figure. */
export interface FieldName {
  readonly table: BilingualText;
  readonly row: BilingualText;
  readonly column: BilingualText;
  readonly type: ValueType;
}

/** What is worked out once for each block. */
export interface BlockLaws {
  readonly laws: readonly Law[];
  /** By key. */
  readonly names: ReadonlyMap<string, FieldName>;
}

// Blocks are loaded once and shared by all reports of a process.
const known = new WeakMap<Block, BlockLaws>();

/** The laws and names of a block. */
export function lawsOfBlock(block: Block): BlockLaws {
  let laws = known.get(block);
  if (laws === undefined) {
    laws = workOut(block);
    known.set(block, laws);
  }
  return laws;
}

function workOut(block: Block): BlockLaws {
  const names = new Map<string, FieldName>();
  for (const row of block.rows) {
    for (const column of block.columns) {
      names.set(figureKey({ table: block.table, row: column.factRow ?? row.id, column: column.id }), {
        table: block.tableName,
        row: column.factRowName ?? row.name,
        column: column.name,
        type: row.type ?? column.type,
      });
    }
  }
  const toTerm = ({ row, column }: FieldRef, role: 'total' | 'part', sign: 1 | -1): LawTerm => {
    const key = figureKey({ table: block.table, row, column });
    return { row, column, role, sign, key, type: names.get(key)?.type ?? 'count' };
  };
  const laws = block.identities.map((identity) => ({
    identity,
    terms: [toTerm(identity.total, 'total', 1), ...identity.parts.map((part) => toTerm(part, 'part', part.sign))],
  }));
  return { laws, names };
}
