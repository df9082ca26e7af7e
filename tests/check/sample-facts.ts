// Facts of the form's editions with figures made up for a test. A figure is a number as printed, '' for a blank cell, a
// mark of "not applicable", or undefined where the source has no such cell.
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Block, Fact, Reading } from '../../src/model/index.js';

export type Printed = string | undefined;
/** By `row/column`; what is not named is 0. */
export type Figures = Readonly<Record<string, Printed>>;

const families = await loadFamilies(PIPELINES_DIRECTORY);

/** A block of an edition by its slot. */
export function blockOf(edition: string, slot: string): Block {
  const blocks = families.flatMap(({ editions }) => editions).flatMap(({ blocks }) => blocks);
  const found = blocks.find((block) => block.edition === edition && block.slot === slot);
  if (found === undefined) throw new Error(`no block ${edition}/${slot}`);
  return found;
}

/** Every block of an edition. */
export function blocksOf(edition: string): readonly Block[] {
  return families.flatMap(({ editions }) => editions).find(({ id }) => id === edition)?.blocks ?? [];
}

/** All facts of a block, in the order of the form. */
export function factsOf(block: Block, figures: Figures): Fact[] {
  return block.rows
    .flatMap((row) => block.columns.map((column) => ({ row: column.factRow ?? row.id, column })))
    .map(({ row, column }) => {
      const key = `${row}/${column.id}`;
      const printed = key in figures ? figures[key] : '0';
      return {
        block: block.slot,
        edition: block.edition,
        table: block.table,
        row,
        column: column.id,
        reading: toReading(printed, column.unit),
        value: printed !== undefined && /^-?\d/.test(printed) ? printed : '',
        unit: column.unit,
        printed: printed ?? '',
        status: printed === undefined ? 'missing' : 'printed',
        alternatives: [],
        doubts: [],
      };
    });
}

function toReading(printed: Printed, unit: string): Reading {
  if (printed === undefined || printed === '') return { kind: 'blank' };
  return /^-?\d/.test(printed) ? { kind: 'number', value: printed, unit } : { kind: 'notApplicable' };
}

/** Figures of a whole table three by row, each with its six applicants; totals, handled and carried-out are worked out. */
export function tableThree(block: Block, rows: Readonly<Record<string, readonly number[]>>): Record<string, string> {
  const applicants = block.columns.map(({ id }) => id).filter((id) => id !== 'total');
  const zeros = applicants.map(() => 0);
  const base = new Map(block.rows.map(({ id }) => [id, [...(rows[id] ?? zeros)]]));
  const results = block.rows.map(({ id }) => id).slice(2, -2);
  const sum = (ids: readonly string[], k: number): number => ids.reduce((all, id) => all + (base.get(id)?.[k] ?? 0), 0);
  base.set(
    'handled_total',
    applicants.map((_, k) => sum(results, k)),
  );
  // What was carried out is given; what was received makes the balance hold.
  base.set(
    'new_received',
    applicants.map((_, k) => sum(['handled_total', 'carried_out'], k) - sum(['carried_in'], k)),
  );
  const figures: Record<string, string> = {};
  for (const [id, values] of base) {
    applicants.forEach((column, k) => (figures[`${id}/${column}`] = String(values[k])));
    figures[`${id}/total`] = String(values.reduce((a, b) => a + b, 0));
  }
  return figures;
}
