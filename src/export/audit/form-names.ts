/** What the rows and columns of a report's form are called, and which block of the form holds a figure. */
import type { BilingualText, Block, Family } from '../../model/index.js';
import type { FactJson } from './shown-findings.js';

/** The names of a form. */
export interface FormNames {
  readonly table: (table: string) => BilingualText;
  readonly row: (table: string, row: string) => BilingualText;
  readonly column: (table: string, column: string) => BilingualText;
  /** The block that a figure of the report belongs to; absent for prose. */
  readonly blockOf: (fact: FactJson) => Block | undefined;
}

/** Gathers the names of all editions, those of the editions named first: an id means one thing in a family. */
export function formNames(families: readonly Family[], edition: string): FormNames {
  const own = edition.split('+');
  const editions = families.flatMap((family) => family.editions);
  const inOrder = [...editions].sort((a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id)));
  const blocks = inOrder.flatMap((each) => each.blocks);
  const names = new Map<string, BilingualText>();
  const note = (key: string, name: BilingualText): void => {
    if (!names.has(key)) names.set(key, name);
  };
  for (const { table, tableName, rows, columns } of blocks) {
    note(table, tableName);
    for (const { id, name } of rows) note(`${table} row ${id}`, name);
    for (const { id, name, factRow, factRowName } of columns) {
      note(`${table} column ${id}`, name);
      if (factRow !== undefined && factRowName !== undefined) note(`${table} row ${factRow}`, factRowName);
    }
  }
  for (const { prose } of families) {
    if (prose === undefined) continue;
    note(prose.table, prose.tableName);
    for (const { id, name } of prose.fields) note(`${prose.table} row ${id}`, name);
    for (const { id, name } of prose.scopes) note(`${prose.table} column ${id}`, name);
  }
  const find = (key: string, id: string): BilingualText => names.get(key) ?? { zh: id, en: id };
  return {
    table: (table) => find(table, table),
    row: (table, row) => find(`${table} row ${row}`, row),
    column: (table, column) => find(`${table} column ${column}`, column),
    blockOf: (fact) => blocks.find((block) => isOf(block, fact)),
  };
}

function isOf({ slot, edition, table, rows, columns }: Block, fact: FactJson): boolean {
  return (
    slot === fact.block &&
    edition === fact.edition &&
    table === fact.table &&
    columns.some(
      ({ id, factRow }) =>
        id === fact.column && (factRow ?? fact.row) === fact.row && (factRow !== undefined || hasRow(rows, fact.row)),
    )
  );
}

function hasRow(rows: Block['rows'], row: string): boolean {
  return rows.some(({ id }) => id === row);
}
