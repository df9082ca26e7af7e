/**
 * Other ways to read a table whose cells are stated: on its side, with several figures in one cell apart, with pairs of labels and
 * figures below each other. Nothing here knows whether one of them makes sense.
 */
import type { Cell, Table } from '../model/index.js';
import { textDigitRuns } from './digit-runs.js';

/** What a table is where it is read otherwise; none for most ways. */
export function tablesOtherwise(table: Table): readonly Table[] {
  return [onItsSide(table), slashesApart(table), pairsBelow(table), groupsAcross(table)].filter(
    (other) => other !== undefined,
  );
}

/** Rows for columns. */
function onItsSide(table: Table): Table {
  const cells = table.cells.map((cell) => ({
    ...cell,
    rowIndex: cell.columnIndex,
    columnIndex: cell.rowIndex,
    rowSpan: cell.columnSpan,
    columnSpan: cell.rowSpan,
  }));
  return remade(table, cells, { rowCount: table.columnCount, columnCount: table.rowCount });
}

const FIGURES = /^\d+(?:\s*[/／]\s*\d+)+$/u;
const SLASH = /\s*[/／]\s*/u;

/** `3/0/1` under `甲/乙/丙`: as many columns as there are figures in each row. */
function slashesApart(table: Table): Table | undefined {
  const countIn = (column: number): number => {
    const own = table.cells.filter(({ columnIndex, columnSpan }) => columnIndex === column && columnSpan === 1);
    const counts = new Set(own.filter(({ text }) => FIGURES.test(text)).map(({ text }) => text.split(SLASH).length));
    const [count = 1] = counts;
    const isNamed = own.some(({ text }) => !/\d/u.test(text) && text.split(SLASH).length === count);
    return counts.size === 1 && isNamed ? count : 1;
  };
  const counts = Array.from({ length: table.columnCount }, (_, column) => countIn(column));
  if (counts.every((count) => count === 1)) return undefined;
  const startOf = (column: number): number => counts.slice(0, column).reduce((sum, count) => sum + count, 0);
  const cells = table.cells.flatMap((cell) => {
    const [from, to] = [startOf(cell.columnIndex), startOf(cell.columnIndex + cell.columnSpan)];
    const parts = cell.columnSpan === 1 ? cell.text.split(SLASH) : [];
    if (parts.length < 2 || parts.length !== to - from) return [{ ...cell, columnIndex: from, columnSpan: to - from }];
    return parts.map((text, k) => ({ ...cell, ...saying(text), columnIndex: from + k }));
  });
  return remade(table, cells, { rowCount: table.rowCount, columnCount: startOf(table.columnCount) });
}

function saying(text: string): Pick<Cell, 'text' | 'baseText' | 'runs'> {
  return { text, baseText: text, runs: textDigitRuns(text) };
}

/** Titles over pairs of a label and a figure: each title becomes a label beside its pairs, which stand below each other. */
function pairsBelow(table: Table): Table | undefined {
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter(({ rowIndex }) => rowIndex === row),
  );
  if (table.columnCount % 2 !== 0 || table.cells.some(({ rowSpan }) => rowSpan > 1)) return undefined;
  const groups: { readonly title: Cell; readonly pairs: (readonly [Cell, Cell])[] }[] = [];
  for (const row of rows) {
    const [first] = row;
    if (first && row.length === 1) groups.push({ title: first, pairs: [] });
    else if (row.length !== table.columnCount) return undefined;
    else groups.at(-1)?.pairs.push(...pairsOf(row));
  }
  const titled = groups.filter(({ pairs }) => pairs.length > 0);
  const isPaired = titled.flatMap(({ pairs }) => pairs).every(([label]) => !/^\d*$/u.test(label.text));
  if (titled.length < 2 || titled.length !== groups.length || !isPaired) return undefined;
  let at = 0;
  const cells = titled.flatMap(({ title, pairs }) => {
    const from = at;
    at += pairs.length;
    const below = pairs.flatMap(([label, figure], k) => [
      { ...label, rowIndex: from + k, columnIndex: 1, columnSpan: 1 },
      { ...figure, rowIndex: from + k, columnIndex: 2, columnSpan: 1 },
    ]);
    return [{ ...title, rowIndex: from, columnIndex: 0, rowSpan: pairs.length, columnSpan: 1 }, ...below];
  });
  return remade(table, cells, { rowCount: at, columnCount: 3 });
}

function pairsOf(row: readonly Cell[]): readonly (readonly [Cell, Cell])[] {
  return row.flatMap((label, at) => {
    const figure = row[at + 1];
    const isFilled = figure !== undefined && (label.text !== '' || figure.text !== '');
    return at % 2 === 0 && isFilled ? [[label, figure] as const] : [];
  });
}

/** Labels beside groups of rows that say the same things, a figure each: one row a label, and a column for each thing. */
function groupsAcross(table: Table): Table | undefined {
  if (table.columnCount !== 3) return undefined;
  const groups = table.cells
    .filter(({ columnIndex, rowSpan }) => columnIndex === 0 && rowSpan > 1)
    .map((label) => {
      const isBeside = ({ rowIndex }: Cell): boolean =>
        rowIndex >= label.rowIndex && rowIndex < label.rowIndex + label.rowSpan;
      const beside = table.cells.filter((cell) => isBeside(cell) && cell.rowSpan === 1);
      const column = (at: number): readonly Cell[] => beside.filter(({ columnIndex }) => columnIndex === at);
      return { label, heads: column(1), figures: column(2) };
    });
  const [first] = groups;
  if (first === undefined || groups.length < 2) return undefined;
  const said = (cells: readonly Cell[]): string => cells.map(({ text }) => text).join('\n');
  const count = first.heads.length;
  const isEven = groups.every(({ heads, figures }) => said(heads) === said(first.heads) && figures.length === count);
  if (!isEven || count < 2) return undefined;
  const put = (cell: Cell, rowIndex: number, columnIndex: number): Cell => {
    return { ...cell, rowIndex, columnIndex, rowSpan: 1, columnSpan: 1 };
  };
  const cells = groups.flatMap(({ label, figures }, k) => [
    put(label, k + 1, 0),
    ...figures.map((figure, at) => put(figure, k + 1, at + 1)),
  ]);
  const corner = put({ ...first.label, ...saying('') }, 0, 0);
  const heads = first.heads.map((head, at) => put(head, 0, at + 1));
  return remade(table, [corner, ...heads, ...cells], { rowCount: groups.length + 1, columnCount: count + 1 });
}

function remade(table: Table, cells: readonly Cell[], size: Pick<Table, 'rowCount' | 'columnCount'>): Table {
  const ordered = [...cells].sort((a, b) => a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex);
  return { ...table, ...size, cells: ordered, seams: [] };
}
