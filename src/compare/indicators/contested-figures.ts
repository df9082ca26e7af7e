/**
 * Which figures of a report its failed laws stand against. A law that fails stands against every figure in it, unless all that
 * fails in the table is explained by one figure: then the others are borne out by the laws of their own.
 *
 * A total of a column that is misprinted fails a sum of its row and one of its column, by the same amount, and no other; nothing
 * else in the two is then doubted. Where a part and its total are wrong together the sums of two columns fail and no figure is in both:
 * any of them may be wrong, and all are doubted.
 */
import type { Family } from '../../model/index.js';
import { addDecimals, negateDecimal, parseDecimal, signOfDecimal } from '../../model/index.js';

/** A law that fails in a report. */
export interface FailedLaw {
  /** As {@link lawKey} has it. */
  readonly law: string;
  readonly table: string;
  /** What is printed less what the parts give; plain decimal, or empty. */
  readonly difference: string;
}

/** The laws of a family. */
export interface LawIndex {
  /** The figures of a law, `table/row/column`, each with how the law's difference moves when it grows by one: 1 or −1. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, 1 | -1>>;
  /** The laws that a figure is in. */
  readonly laws: ReadonlyMap<string, readonly string[]>;
}

/** A law by its rule and its total. */
export function lawKey(rule: string, table: string, total: { readonly row: string; readonly column: string }): string {
  return `${rule} ${table}/${total.row}/${total.column}`;
}

/** Gathers the laws of all editions, which name the same figures. */
export function indexLaws({ editions }: Pick<Family, 'editions'>): LawIndex {
  const figures = new Map<string, Map<string, 1 | -1>>();
  for (const { rule, table, total, parts } of editions.flatMap(({ blocks }) => blocks).flatMap((b) => b.identities)) {
    const key = lawKey(rule, table, total);
    const known = figures.get(key) ?? new Map<string, 1 | -1>();
    figures.set(key, known);
    known.set(`${table}/${total.row}/${total.column}`, 1);
    for (const { row, column, sign } of parts) known.set(`${table}/${row}/${column}`, sign === 1 ? -1 : 1);
  }
  const laws = new Map<string, string[]>();
  for (const [law, own] of figures) {
    for (const figure of own.keys()) laws.set(figure, [...(laws.get(figure) ?? []), law]);
  }
  return { figures, laws };
}

/** The figures that stand in doubt, `table/row/column`. */
export function contestedFigures(failed: readonly FailedLaw[], index: LawIndex): Set<string> {
  const contested = new Set<string>();
  for (const table of new Set(failed.map((each) => each.table))) {
    const own = failed.filter((each) => each.table === table);
    const all = own.flatMap(({ law }) => [...(index.figures.get(law)?.keys() ?? [])]);
    const explaining = own.length < 2 ? [] : [...new Set(all)].filter((figure) => explains(figure, own, index));
    for (const figure of explaining.length === 0 ? all : explaining) contested.add(figure);
  }
  return contested;
}

/** Whether one wrong figure is all that is wrong: just its laws fail, all by the same amount. */
function explains(figure: string, failed: readonly FailedLaw[], { figures, laws }: LawIndex): boolean {
  const own = laws.get(figure) ?? [];
  if (own.length !== failed.length || !failed.every(({ law }) => own.includes(law))) return false;
  const errors = failed.map(({ law, difference }) => {
    const value = parseDecimal(difference);
    return value === undefined || figures.get(law)?.get(figure) === 1 ? value : negateDecimal(value);
  });
  const [first] = errors;
  if (first === undefined) return false;
  return errors.every((each) => each !== undefined && signOfDecimal(addDecimals(each, negateDecimal(first))) === 0);
}
