/** Builds the comparisons of editions, written once for many rows and columns, and makes sure that every figure exists. */
import { z } from 'zod';
import type { ComparedFigures, EditionComparison, Edition } from '../model/index.js';
import type { PlacedProblem } from './definition-error.js';

const text = z.string().min(1);
const ids = z.array(text).min(1);

const comparison = z.strictObject({
  // `rows` stand each for itself, those of `sum` for their sum.
  from: z.strictObject({
    edition: text,
    table: text,
    rows: ids.optional(),
    sum: ids.optional(),
    columns: ids.optional(),
  }),
  to: z.strictObject({
    editions: ids,
    table: text.optional(),
    rows: ids.optional(),
    sum: ids.optional(),
    columns: ids.optional(),
  }),
  kind: z.enum(['exact', 'approximate', 'none']),
  note: z.strictObject({ zh: text, en: text }).optional(),
});

/** The shape of `comparability.yaml`. */
export const comparabilitySchema = z.strictObject({ comparisons: z.array(comparison) });

type ComparisonDefinition = z.infer<typeof comparison>;

/** The comparisons and what is wrong with their definitions. */
export interface BuiltComparisons {
  readonly comparisons: readonly EditionComparison[];
  readonly problems: readonly PlacedProblem[];
}

/** Expands all comparisons in their order: for each edition compared with, row by row, column by column. */
export function buildComparisons(
  { comparisons: definitions }: z.infer<typeof comparabilitySchema>,
  editions: readonly Edition[],
): BuiltComparisons {
  const comparisons: EditionComparison[] = [];
  const problems: PlacedProblem[] = [];
  const columnsOf = new Map(editions.map((edition) => [edition.id, columnsByRow(edition)]));
  for (const [index, definition] of definitions.entries()) {
    const expanded = expand(definition, columnsOf);
    const found = checkComparison(definition, expanded, columnsOf);
    problems.push(...found.map((problem) => ({ ...problem, path: ['comparisons', index, ...problem.path] })));
    comparisons.push(...expanded);
  }
  return { comparisons, problems };
}

/** By edition, then `table/row`: the columns in which the row has figures, in the order of the form. */
type Columns = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** By `table/row`: the columns in which an edition's row has figures, in the order of the form. */
export function columnsByRow({ blocks }: Edition): Map<string, Set<string>> {
  const byRow = new Map<string, Set<string>>();
  for (const { table, rows, columns } of blocks) {
    for (const row of rows) {
      for (const column of columns) {
        const key = `${table}/${column.factRow ?? row.id}`;
        byRow.set(key, (byRow.get(key) ?? new Set()).add(column.id));
      }
    }
  }
  return byRow;
}

function expand({ from, to, kind, note }: ComparisonDefinition, columnsOf: Columns): EditionComparison[] {
  const fromTerms = from.sum ? [from.sum] : (from.rows ?? []).map((row) => [row]);
  const toTerms = to.sum ? [to.sum] : to.rows ? to.rows.map((row) => [row]) : fromTerms;
  return to.editions.flatMap((edition) =>
    fromTerms.flatMap((rows, term) => {
      const own = columnsOf.get(from.edition)?.get(`${from.table}/${rows[0] ?? ''}`);
      return (from.columns ?? [...(own ?? [])]).map((column, at): EditionComparison => {
        const there: ComparedFigures = {
          edition,
          table: to.table ?? from.table,
          rows: toTerms[term] ?? [],
          column: to.columns?.[at] ?? column,
        };
        return {
          from: { edition: from.edition, table: from.table, rows, column },
          toEdition: edition,
          ...(kind === 'none' ? {} : { to: there }),
          kind,
          note: note ?? { zh: '', en: '' },
        };
      });
    }),
  );
}

function checkComparison(
  { from, to, kind }: ComparisonDefinition,
  expanded: readonly EditionComparison[],
  columnsOf: Columns,
): PlacedProblem[] {
  const problems: PlacedProblem[] = [];
  if ((from.rows === undefined) === (from.sum === undefined)) problems.push(rowsOrSum(['from']));
  if (to.rows && to.sum) problems.push(rowsOrSum(['to']));
  const fromCount = from.sum ? 1 : (from.rows?.length ?? 0);
  const toCount = to.sum ? 1 : (to.rows?.length ?? fromCount);
  if (fromCount !== toCount) problems.push(otherCount(['to'], fromCount, toCount));
  if (to.columns && to.columns.length !== (from.columns?.length ?? 0)) {
    problems.push(otherCount(['to', 'columns'], from.columns?.length ?? 0, to.columns.length));
  }
  for (const edition of [from.edition, ...to.editions]) {
    if (!columnsOf.has(edition)) problems.push(unknown(edition === from.edition ? ['from'] : ['to'], edition));
  }
  if (problems.length > 0) return problems;
  const unknownRows = (from.rows ?? []).filter((row) => !columnsOf.get(from.edition)?.has(`${from.table}/${row}`));
  if (unknownRows.length > 0) return unknownRows.map((row) => unknown(['from', 'rows'], `${from.table}/${row}`));
  const places = expanded.flatMap((each) => [
    { path: ['from'], figures: each.from },
    ...(each.to && kind !== 'none' ? [{ path: ['to'], figures: each.to }] : []),
  ]);
  const absent = places.flatMap(({ path, figures: { edition, table, rows, column } }) =>
    rows
      .filter((row) => columnsOf.get(edition)?.get(`${table}/${row}`)?.has(column) !== true)
      .map((row) => ({ path, name: `${edition}/${table}/${row}/${column}` })),
  );
  return [...new Map(absent.map((each) => [each.name, unknown(each.path, each.name)])).values()];
}

function unknown(path: readonly string[], name: string): PlacedProblem {
  return { path, text: { zh: `没有 ${name}；请改正`, en: `there is no ${name}; correct it` } };
}

function rowsOrSum(path: readonly string[]): PlacedProblem {
  return { path, text: { zh: '请只写 rows 或 sum 中的一个', en: 'give either rows or sum' } };
}

function otherCount(path: readonly string[], from: number, to: number): PlacedProblem {
  const zh = `两边数目不同：${from} 与 ${to}；请逐一对应`;
  return { path, text: { zh, en: `the sides differ in number: ${from} and ${to}; give one for each` } };
}
