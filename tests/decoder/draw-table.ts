// Table three of a drawn report as the decoder sees it, and the laws of its edition as the family states them.
import type { Block } from '../../src/model/index.js';
import type { CodeLaw, CodeRow, CodeSlot } from '../../src/repair/decode/index.js';
import { drawFigures, type Edition, type Scale } from '../corpus/figures.js';
import type { Random } from '../corpus/random.js';

/** Figures by row, then column, in the order of the form. */
export type Grid = readonly (readonly number[])[];

/** One drawn table. */
export interface DrawnTable {
  readonly grid: Grid;
  readonly laws: readonly CodeLaw[];
}

// How often each kind of body stands in an archive: mostly bureaus and counties.
const SCALES: readonly Scale[] = [
  'bureau',
  'bureau',
  'bureau',
  'county',
  'county',
  'county',
  'city',
  'city',
  'province',
];

/** Draws the figures of table three; `block` is that table of the edition. */
export function drawTable(random: Random, edition: Edition, block: Block): DrawnTable {
  const scale = random.pick(SCALES);
  const { applications } = drawFigures(random, { scale, disclosure: edition, applications: edition });
  const grid = block.rows.map(({ id }) => (applications[id] ?? []).map((value) => value ?? 0));
  return { grid, laws: lawsOf(block) };
}

const known = new Map<Block, readonly CodeLaw[]>();

/** The laws of a block over its cells, numbered row by row. */
export function lawsOf(block: Block): readonly CodeLaw[] {
  const made = known.get(block);
  if (made) return made;
  const cellOf = new Map<string, number>();
  for (const row of block.rows) for (const column of block.columns) cellOf.set(`${row.id}/${column.id}`, cellOf.size);
  const laws = block.identities.map(({ total, parts }) => ({
    cells: [total, ...parts].map(({ row, column }) => cellOf.get(`${row}/${column}`) ?? -1),
    coefficients: [-1 as const, ...parts.map(({ sign }) => sign)],
  }));
  known.set(block, laws);
  return laws;
}

/** A slot that prints a number, torn into several runs where more than one is given. */
export function slotOf(...tokens: readonly string[]): CodeSlot {
  const [only = ''] = tokens;
  const value = tokens.length === 1 && /^(?:0|[1-9]\d*)$/.test(only) ? Number(only) : undefined;
  return { tokens, value, alternatives: [], mayBeMisread: true, isSigned: false };
}

/** A row of a source without certain columns. */
export function rowOf(slots: readonly CodeSlot[], surplus: Partial<CodeRow> = {}): CodeRow {
  return {
    slots,
    mayBeMisplaced: true,
    mayBeOtherRow: false,
    isDoubted: false,
    hasOddBlanks: slots.some(({ tokens }) => tokens.length === 0),
    surplusBefore: [],
    surplusAfter: [],
    ...surplus,
  };
}
