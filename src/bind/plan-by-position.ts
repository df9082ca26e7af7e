/** The columns of a block where no header's wording tells them. */
import { UNKNOWN_COLUMNS } from './locate-columns.js';
import type { ColumnPlan, ColumnRange } from './locate-columns.js';
import { hasDigit } from './table-index.js';
import type { TableIndex } from './table-index.js';

/** Share of the rows with figures that must end alike before position alone may name columns. */
const POSITION_SHARE = 0.9;
/** `数据1`. */
const NUMBERED_NAME = /^(?<stem>\P{Nd}*?)\s*(?<number>\d+)$/u;
/** So many columns that are numbered in order say that order is all that there is to say. */
const FEWEST_NUMBERED = 3;

/**
 * A plan by position, for a table whose header is unreadable: the last columns, provided that nearly every row with
 * figures ends in just so many cells with nothing but figures, all under each other.
 */
export function planByPosition(index: TableIndex, columnCount: number): ColumnPlan | undefined {
  const endings = new Map<string, { ranges: readonly ColumnRange[]; count: number; firstRow: number }>();
  let withFigures = 0;
  for (const [row, cells] of index.rows.entries()) {
    const last = cells.slice(-columnCount);
    // `数据1` is a name.
    const hasFigure = last.some(({ text }) => hasDigit(text) && holdsNoWord(text));
    if (last.length < columnCount || !hasFigure) continue;
    withFigures++;
    if (!last.every((cell) => holdsNoWord(cell.text)) || holdsNoWord(cells.at(-columnCount - 1)?.text ?? 'label'))
      continue;
    const ranges = last.map((cell) => ({ start: cell.columnIndex, end: cell.columnIndex + cell.columnSpan }));
    const key = JSON.stringify(ranges);
    const known = endings.get(key);
    if (known) known.count++;
    else endings.set(key, { ranges, count: 1, firstRow: row });
  }
  const best = [...endings.values()].sort((a, b) => b.count - a.count)[0];
  if (!best || best.count < withFigures * POSITION_SHARE) return undefined;
  const evidence = isNumberedAbove(index, best) ? 'numbers' : 'position';
  return { ...UNKNOWN_COLUMNS, evidence, firstRow: best.firstRow, ranges: best.ranges };
}

/** Whether the row above the figures names the columns by nothing but their number; the last one may have a name. */
function isNumberedAbove(index: TableIndex, plan: Pick<ColumnPlan, 'ranges' | 'firstRow'>): boolean {
  const header = index.rows[plan.firstRow - 1] ?? [];
  const names = plan.ranges.map((range) => header.find((cell) => cell.columnIndex === range?.start)?.text ?? '');
  const numbered = names.slice(0, -1).map((name) => NUMBERED_NAME.exec(name)?.groups ?? { stem: name, number: '' });
  const stem = numbered[0]?.['stem'];
  return (
    numbered.length >= FEWEST_NUMBERED &&
    numbered.every((each, at) => each['stem'] === stem && each['number'] === String(at + 1))
  );
}

function holdsNoWord(text: string): boolean {
  return /^[\d\s.,，．０-９+\-—/／]*$/u.test(text);
}
