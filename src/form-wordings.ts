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
