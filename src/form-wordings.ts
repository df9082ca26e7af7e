/** What the forms of report families say in their tables. */
import type { Block, Family, Label } from './model/index.js';

/** The wordings of all labels and headers of all editions, each once; other wordings seen are among them. */
export function wordingsOf(families: readonly Family[]): readonly string[] {
  const blocks = families.flatMap(({ editions }) => editions.flatMap((edition) => edition.blocks));
  return [...new Set(blocks.flatMap(labelsOf).flatMap(({ text, variants }) => [text, ...variants]))];
}

function labelsOf({ title, corner, unitColumn, columns, rows }: Block): readonly Label[] {
  const single = [title, corner, unitColumn].filter((label) => label !== undefined);
  return [...single, ...columns.flatMap(({ path }) => path), ...rows.flatMap(({ path }) => path)];
}

/** What the rows of a form may be called, by table and row; empty where the form names none. Of several editions all of it. */
export function rowLabelsOf(families: readonly Family[]): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, readonly string[]>();
  for (const { table, rows } of families.flatMap(({ editions }) => editions.flatMap(({ blocks }) => blocks))) {
    for (const { id, path } of rows) {
      const last = path.at(-1);
      const key = rowKey({ table, row: id });
      labels.set(key, [...(labels.get(key) ?? []), ...(last ? [last.text, ...last.variants] : [])]);
    }
  }
  return labels;
}

/** The key of a row among all tables of a form. */
export function rowKey({ table, row }: { readonly table: string; readonly row: string }): string {
  return `${table}/${row}`;
}
