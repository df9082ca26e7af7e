/** Statistics tables written down from the family's lists, every figure another. */
import { layoutToFacts } from '../../src/bind/index.js';
import type { Binding } from '../../src/bind/index.js';
import type { Block, Finding, Table } from '../../src/model/index.js';
import { family, layoutOf } from './tables.js';

/** A list of edition 2014, by how many of its rows there are: 58 in the national one, 15 in the provincial one. */
export function listOf(rowCount: number, columnCount: number): Block {
  const blocks = family.editions.find(({ id }) => id === '2014')?.blocks ?? [];
  const found = blocks.find(({ rows, columns }) => rows.length === rowCount && columns.length === columnCount);
  if (found === undefined) throw new Error(`no list of ${rowCount} rows and ${columnCount} columns`);
  return found;
}

/** The figure in a row and column of a written list. */
export function figureAt(row: number, column: number): string {
  return String((row + 1) * 10 + (column + 1) * 1000);
}

/** Lines of a list without its header: groups' rows with a dash for their unit, then `label|unit|figures`. */
export function listLines(list: Block): string[] {
  let open: readonly string[] = [];
  return list.rows.flatMap(({ path, unit = '' }, row) => {
    const groups = path.slice(0, -1).map(({ text }) => text);
    const heads = groups
      .filter((text) => !open.includes(text))
      .map((text) => [text, '——', ...list.columns.map(() => '')]);
    open = groups;
    const figures = list.columns.map((_, column) => figureAt(row, column));
    return [...heads, [path.at(-1)?.text ?? '', unit, ...figures]].map((cells) => cells.join('|'));
  });
}

/** What `sketch` says of a list in which every figure is in its place. */
export function expectedList(list: Block): string[] {
  return list.rows.map(({ id }, row) => `${id}: ${list.columns.map((_, column) => figureAt(row, column)).join(' ')}`);
}

/** Binds tables as the report of a year. */
export function bindReport(
  year: number | undefined,
  ...tables: readonly Table[]
): Binding & { readonly findings: readonly Finding[] } {
  const { value, findings } = layoutToFacts(layoutOf(...tables), family, year);
  return { ...value, findings };
}
