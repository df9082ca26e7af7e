/**
 * Which columns beside those of the form hold nothing that a sum of the form could lack: numbers that count the rows, and
 * subtotals of the columns next to them.
 */
import { addDecimals, compareDecimals, figureKey, parseDecimal, ZERO } from './model/index.js';
import type { BoundTable, Decimal, Fact, Finding } from './model/index.js';

/** The rule of a finding that names such a column, with all it prints. */
export const EXTRA_COLUMN = 'extra-column';

/** So many numbers in their order are no figures; */
const FEWEST_SERIAL = 3;
/** where some of them were not read, more are needed, and most of the numbers up to the last. */
const FEWEST_WITH_GAPS = 10;
const READ_SERIAL_SHARE = 0.8;
/** A column is a subtotal where it is so in as many rows, not counting those of zeros, */
const FEWEST_SUBTOTALS = 3;
/** and not in at most this share of them: those in which the publisher erred. */
const WRONG_SUBTOTALS_SHARE = 0.1;

/** The tables whose columns beside those of the form all tell nothing. */
export function tablesOfPlainExtras(
  tables: readonly BoundTable[],
  facts: readonly Fact[],
  findings: readonly Finding[],
): ReadonlySet<string> {
  const extras = new Map<string, string[]>();
  for (const { rule, table, actual } of findings) {
    if (rule === EXTRA_COLUMN) extras.set(table, [...(extras.get(table) ?? []), actual]);
  }
  const plain = [...extras].filter(([table, printed]) => {
    const subtotals = new Set(tables.flatMap((bound) => subtotalsOf(bound, table, facts)));
    const others = printed.filter((texts) => !subtotals.has(texts));
    return others.length === 0 || isCount(others.flatMap((texts) => texts.split(' ').map(Number)));
  });
  return new Set(plain.map(([table]) => table));
}

/** Whether numbers are 1, 2, 3 and so on. */
function isCount(numbers: readonly number[]): boolean {
  const sorted = [...numbers].sort((a, b) => a - b);
  const isWhole = sorted.length >= FEWEST_SERIAL && sorted.every((number, at) => number === at + 1);
  const isRising = sorted.every((number, at) => Number.isInteger(number) && number > (sorted[at - 1] ?? 0));
  const isMost = sorted.length >= READ_SERIAL_SHARE * (sorted.at(-1) ?? Infinity);
  return isWhole || (sorted.length >= FEWEST_WITH_GAPS && isRising && isMost);
}

/** A row of the form: what its columns hold, by their places in the table, left to right. */
type BoundRow = ReadonlyMap<number, Decimal>;

/** What the columns print that are subtotals of form columns beside them, from top to bottom. */
function subtotalsOf({ table, bindings }: BoundTable, name: string, facts: readonly Fact[]): readonly string[] {
  const values = new Map(facts.map((fact) => [figureKey(fact), valueOf(fact)]));
  const rows = new Map<number, Map<number, Decimal>>();
  const bound = new Set<number>();
  for (const { rowIndex, columnIndex, table: of, row, column } of bindings) {
    if (of !== name) continue;
    bound.add(columnIndex);
    const own = rows.get(rowIndex) ?? new Map<number, Decimal>();
    rows.set(rowIndex, own.set(columnIndex, values.get(figureKey({ table: of, row, column })) ?? ZERO));
  }
  const columns = [...bound].sort((a, b) => a - b);
  const extra = table.cells.filter(
    ({ rowIndex, columnIndex, baseText }) =>
      rows.has(rowIndex) && !bound.has(columnIndex) && /^[\d０-９]+$/u.test(baseText),
  );
  return [...new Set(extra.map(({ columnIndex }) => columnIndex))].flatMap((columnIndex) => {
    const cells = extra.filter((cell) => cell.columnIndex === columnIndex).sort((a, b) => a.rowIndex - b.rowIndex);
    const left = columns.filter((column) => column < columnIndex).reverse();
    const right = columns.filter((column) => column > columnIndex);
    const sets = [left, right].flatMap((side) => side.slice(1).map((_, at) => side.slice(0, at + 2)));
    const pairs = cells.flatMap(({ rowIndex, baseText }) => {
      const row = rows.get(rowIndex);
      return row ? [{ row, printed: parseDecimal(baseText.normalize('NFKC')) ?? ZERO }] : [];
    });
    return sets.some((set) => isSubtotal(pairs, set)) ? [cells.map(({ text }) => text).join(' ')] : [];
  });
}

function valueOf({ reading }: Fact): Decimal {
  return (reading.kind === 'number' ? parseDecimal(reading.value) : undefined) ?? ZERO;
}

function isSubtotal(pairs: readonly { row: BoundRow; printed: Decimal }[], columns: readonly number[]): boolean {
  const right = pairs.filter(({ row, printed }) => {
    const sum = columns.reduce((total, column) => addDecimals(total, row.get(column) ?? ZERO), ZERO);
    return compareDecimals(sum, printed) === 0;
  });
  const isTold = right.filter(({ printed }) => compareDecimals(printed, ZERO) !== 0).length >= FEWEST_SUBTOTALS;
  return isTold && pairs.length - right.length <= WRONG_SUBTOTALS_SHARE * pairs.length;
}
