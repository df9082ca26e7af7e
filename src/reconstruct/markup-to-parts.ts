/** Lays out a document of mark-up: its tables of data, one after another, and the lines of text around them. */
import { PICTURE_MARK } from '../model/index.js';
import type { MarkupPage, MarkupTableRow, Table, TextLine } from '../model/index.js';
import { isValue } from './line-to-row.js';
import { blocksToFlow, cellText } from './markup-flow.js';
import type { FlowItem } from './markup-flow.js';
import { placeCells, toGrid } from './markup-grid.js';
import { unstackRows } from './stacked-rows.js';

/** What a document of mark-up holds. */
export interface MarkupParts {
  readonly tables: readonly Table[];
  readonly lines: readonly TextLine[];
}

/** A table whose parts the source has as tables of their own. */
interface SplitTable {
  /** Groups of rows of all parts. */
  readonly groups: readonly (readonly MarkupTableRow[])[];
  /** Rows of the source that begin a new part. */
  readonly seams: readonly number[];
  /** Columns of most of its rows. */
  readonly width: number;
}

/** Divides a document into tables and lines of text, in reading order. */
export function markupToParts(page: MarkupPage): MarkupParts {
  const tables: SplitTable[] = [];
  const lines: TextLine[] = [];
  let previous: FlowItem | undefined;
  for (const item of blocksToFlow(page.blocks)) {
    if (item.kind === 'line') {
      const { text, baseText, doubts } = item;
      const base = baseText === text ? {} : { baseText };
      lines.push({
        text,
        ...base,
        ...(doubts && { doubts }),
        pageNumber: page.pageNumber,
        tablesBefore: tables.length,
      });
      // Ornaments part no table.
      if (text === PICTURE_MARK) continue;
    } else {
      const { groups } = item.table;
      const next = { groups, seams: [], width: usualWidth(groups) };
      const isBeside = previous?.kind === 'table' && !previous.isNested && !item.isNested;
      const last = isBeside ? tables.at(-1) : undefined;
      // Nothing but space between two tables of one width: a long table that an editor has cut.
      if (last?.width === next.width && !isAgain(last, next)) tables[tables.length - 1] = join(last, next);
      else tables.push(next);
    }
    previous = item;
  }
  return { tables: tables.map(toTable), lines };
}

/** A table of whose rows with figures so many stand in the one before it is that table once more. */
const AGAIN_SHARE = 0.5;

/**
 * Whether a table has the labels of the one before it, or the header where it has none: a page holds it once for wide and
 * once for narrow windows.
 */
function isAgain(first: SplitTable, second: SplitTable): boolean {
  const own = rowWordings(second);
  const labels = own.ofFigures.filter((label) => label !== '');
  const before = rowWordings(first);
  if (labels.length === 0) return own.header.length > 0 && own.header.join() === before.header.join();
  const known = new Set(before.ofFigures);
  return labels.filter((label) => known.has(label)).length >= AGAIN_SHARE * labels.length;
}

/** What the rows of a table say beside their figures: those that have some, and those above the first that has. */
function rowWordings({ groups }: SplitTable): {
  readonly ofFigures: readonly string[];
  readonly header: readonly string[];
} {
  const rows = groups.flat().map(({ cells }) => cells.map(cellText));
  const wordings = rows.map((texts) => texts.filter((text) => text !== '' && !isValue(text)).join('|'));
  const first = rows.findIndex((texts) => texts.some(isValue));
  return {
    ofFigures: wordings.filter((_, at) => rows[at]?.some(isValue)),
    header: first < 0 ? [] : wordings.slice(0, first),
  };
}

function join(first: SplitTable, second: SplitTable): SplitTable {
  return {
    groups: [...first.groups, ...second.groups],
    seams: [...first.seams, first.groups.flat().length],
    width: first.width,
  };
}

/** The column in which most rows end. */
function usualWidth(groups: readonly (readonly MarkupTableRow[])[]): number {
  const ends: number[] = groups.flat().map(() => 0);
  for (const { row, rows, column, columns } of placeCells(groups)) {
    for (let at = row; at < row + rows; at++) ends[at] = Math.max(ends[at] ?? 0, column + columns);
  }
  const counts = new Map<number, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

function toTable({ groups, seams }: SplitTable, tableIndex: number): Table {
  const unstacked = unstackRows(placeCells(groups), groups.flat().length);
  const { rowCount, columnCount, cells, rowOf } = toGrid(unstacked.placed, unstacked.rowOf.at(-1) ?? 0);
  return {
    tableIndex,
    geometry: 'marked',
    rowCount,
    columnCount,
    cells,
    seams: seams.map((row) => rowOf[unstacked.rowOf[row] ?? row] ?? rowCount).filter((row) => row < rowCount),
    parts: [],
    strayRuns: [],
  };
}
