/**
 * Which figures of tables without rules stand in their columns as surely as rules would have it. Where each column of a row
 * prints one text in a place of its own, their order says which is whose. Where some print nothing, each figure must
 * stand where rows that are complete print the same column's.
 */
import { areOfOneRow } from './figure-heights.js';
import type { RowOfBoxes } from './figure-heights.js';
import { figureKey, middleX } from './model/index.js';
import type { Bbox, BoundTable, Cell, Check, Fact, Table } from './model/index.js';
import { ONE_NUMBER, rowsThatMayGoOn } from './rows-at-page-ends.js';

/** One number with gaps. */
const BROKEN = /^\p{Nd}[\p{Nd},，.．]*(?: [\p{Nd},，.．]+)+$/u;
/** So many complete rows of a page say where its columns stand. */
const TELLING_ROWS = 2;
/** Edges of figures set the same way differ by no more than this, in points. */
const SAME_EDGE = 1;

/** A cell with what it is bound to. */
interface BoundCell {
  readonly cell: Cell | undefined;
  readonly fact: Fact | undefined;
  readonly column: string;
  /** The wording of its column; absent where none is read. */
  readonly wording: Cell | undefined;
}

/** A row of the form as a table prints it. */
interface BoundRow {
  readonly key: string;
  readonly cells: readonly BoundCell[];
  readonly isOpen: boolean;
  /** Where its own label stands; absent where it has none. */
  readonly label: Bbox | undefined;
}

/**
 * Makes the function that says whether a fact's place is as firm as rules make it; true for those of tables with rules.
 * The last row of a page that may go on overleaf never is: the rest of a number looks like that of the page.
 */
export function firmFigures(
  tables: readonly BoundTable[],
  facts: readonly Fact[],
  checks: readonly Check[],
): (fact: Fact) => boolean {
  const byKey = new Map(facts.map((fact) => [figureKey(fact), fact]));
  const loose = new Set<string>();
  for (const bound of tables.filter(({ table }) => table.geometry === 'aligned')) {
    const rows = boundRows(bound, byKey, rowsThatMayGoOn(bound, byKey, checks));
    const complete = rows.filter(({ cells }) => cells.every(isWhole));
    const isOnlyRow = holdsOneRow(bound);
    for (const row of rows) {
      if (row.isOpen || !(complete.includes(row) || standsUnder(row, complete, isOnlyRow))) loose.add(row.key);
    }
  }
  return ({ table, row }) => !loose.has(`${table}/${row}`);
}

function boundRows(
  { table, bindings }: BoundTable,
  facts: ReadonlyMap<string, Fact>,
  open: ReadonlySet<number>,
): readonly BoundRow[] {
  const cells = new Map(table.cells.map((cell) => [`${cell.rowIndex}/${cell.columnIndex}`, cell]));
  const wordings = wordingsOf(table, Math.min(...bindings.map(({ rowIndex }) => rowIndex)));
  const rows = new Map<string, { key: string; cells: BoundCell[]; isOpen: boolean; label: Bbox | undefined }>();
  for (const { rowIndex, columnIndex, table: name, row: own, column } of bindings) {
    const key = `${name}/${own}`;
    const row = rows.get(key) ?? {
      key,
      cells: [],
      isOpen: false,
      label: labelBefore(table, { rowIndex, columnIndex }),
    };
    row.cells.push({
      ...{ cell: cells.get(`${rowIndex}/${columnIndex}`), column, wording: wordings.get(columnIndex) },
      fact: facts.get(`${key}/${column}`),
    });
    rows.set(key, { ...row, isOpen: row.isOpen || open.has(rowIndex) });
  }
  return [...rows.values()];
}

/** Where the text right before a row's first figure stands. */
function labelBefore(
  { cells }: Table,
  first: { readonly rowIndex: number; readonly columnIndex: number },
): Bbox | undefined {
  const before = cells.filter(
    ({ rowIndex, columnIndex, parts }) =>
      rowIndex === first.rowIndex && columnIndex < first.columnIndex && parts.length === 1,
  );
  return before.at(-1)?.parts[0]?.box;
}

/** Whether a cell of one column prints one number, or one mark in place of it. */
function isSingle({ cell, fact }: BoundCell): boolean {
  if (cell?.columnSpan !== 1 || cell.parts.length > 1) return false;
  return fact?.reading.kind === 'notApplicable' ? !/\s/u.test(cell.text) : ONE_NUMBER.test(cell.baseText);
}

/** The same of a number with gaps in it, where it was proved that it is one. */
function isWhole(bound: BoundCell): boolean {
  const { cell, fact } = bound;
  if (isSingle(bound)) return true;
  if (cell?.columnSpan !== 1 || cell.parts.length > 1 || !BROKEN.test(cell.baseText)) return false;
  const joined = cell.baseText.normalize('NFKC').replace(/[\s,]/gu, '');
  return fact?.status === 'printed' && fact.doubts.length === 0 && fact.value === joined;
}

function isBlank({ cell }: BoundCell): boolean {
  return cell?.columnSpan === 1 && cell.text === '';
}

/** By column, the wordings that stand right above a row, each over one column. */
function wordingsOf({ cells }: Table, rowIndex: number): ReadonlyMap<number, Cell> {
  const leaves = cells.filter((cell) => cell.rowIndex === rowIndex - 1 && cell.columnSpan === 1 && cell.text !== '');
  return new Map(leaves.map((cell) => [cell.columnIndex, cell]));
}

/** Whether one row of a table alone prints numbers: at whatever heights they stand, they are of no other. */
function holdsOneRow({ table, bindings }: BoundTable): boolean {
  const printing = table.cells.filter(({ baseText }) => ONE_NUMBER.test(baseText)).map(({ rowIndex }) => rowIndex);
  return new Set([...printing, ...bindings.map(({ rowIndex }) => rowIndex)]).size === 1;
}

/**
 * Whether all figures of a row are its own, and each stands where its column is printed or named, and no other one.
 *
 * @param isOnlyRow whether no other row prints a figure
 */
function standsUnder(row: BoundRow, complete: readonly BoundRow[], isOnlyRow: boolean): boolean {
  const { cells } = row;
  const printed = cells.filter((each) => !isBlank(each));
  const boxes = printed.flatMap(({ cell }) => cell?.parts ?? []);
  const [first] = boxes;
  if (!printed.every(isSingle) || !first) return printed.length === 0;
  const { pageNumber } = first;
  if (!isOnlyRow && !areOfOneRow(placesIn(row), complete.map(placesIn))) return false;
  const near = complete.filter((row) => row.cells.every(({ cell }) => cell?.parts[0]?.pageNumber === pageNumber));
  // Where its outermost columns stand as on other pages, those between do too.
  const isWide = printed[0] === cells[0] && printed.at(-1) === cells.at(-1);
  const telling = near.length < TELLING_ROWS && isWide ? complete : near;
  const isCounted = telling.length >= TELLING_ROWS;
  const columns = cells.map(({ column, wording }) => ({
    column,
    boxes: isCounted ? boxesOf(telling, column) : (wording?.parts.map(({ box }) => box) ?? []),
  }));
  if (!isCounted && !isWide && !isCentredUnder(printed)) return false;
  if (!isCounted && isAsideAlike(printed)) return true;
  return printed.every(({ cell, column }) => {
    const box = cell?.parts[0]?.box;
    return (
      box && columns.every((each) => (each.column === column ? isUnder(box, each.boxes) : isApart(box, each.boxes)))
    );
  });
}

function placesIn({ cells, label }: BoundRow): RowOfBoxes {
  const figures = cells.flatMap(({ column, cell }) => cell?.parts.map(({ box }) => ({ column, box })) ?? []);
  return { figures, label };
}

/** A figure centred in its column has the same middle as the wording above it, to within so many points. */
const SAME_MIDDLE = 1;

/** Whether each figure of a row is set in the middle of the column whose wording is. */
function isCentredUnder(printed: readonly BoundCell[]): boolean {
  return printed.every(({ cell, wording }) => {
    const [box, over] = [cell?.parts[0]?.box, wording?.parts[0]?.box];
    return box && over && Math.abs(middleX(box) - middleX(over)) <= SAME_MIDDLE;
  });
}

/** Figures stand no further aside from the middle of their column than this share of its width. */
const MOST_ASIDE = 0.48;

/**
 * Whether the figures of a row, the outermost columns among them, all stand the same distance aside from their wordings, as
 * those set left or right in their cells do.
 */
function isAsideAlike(printed: readonly BoundCell[]): boolean {
  const placed = printed.flatMap(({ cell, wording }) => {
    const [box, over] = [cell?.parts[0]?.box, wording?.parts[0]?.box];
    return box && over ? [{ box, x: middleX(over) }] : [];
  });
  const pitches = placed.slice(1).map(({ x }, at) => x - (placed[at]?.x ?? 0));
  const most = MOST_ASIDE * Math.min(...pitches);
  const edges = [(box: Bbox) => box.x0, (box: Bbox) => box.x1];
  return edges.some((edge) => {
    const asides = placed.map(({ box, x }) => edge(box) - x);
    const isAlike = Math.max(...asides) - Math.min(...asides) <= SAME_EDGE;
    const isNear = placed.every(({ box, x }) => Math.abs(middleX(box) - x) < most);
    return placed.length === printed.length && isAlike && isNear;
  });
}

function boxesOf(rows: readonly BoundRow[], column: string): readonly Bbox[] {
  return rows.flatMap(({ cells }) => {
    const box = cells.find((each) => each.column === column)?.cell?.parts[0]?.box;
    return box ? [box] : [];
  });
}

function isUnder(box: Bbox, column: readonly Bbox[]): boolean {
  const x = middleX(box);
  return column.some(
    ({ x0, x1 }) => (x >= x0 && x <= x1) || Math.abs(box.x0 - x0) <= SAME_EDGE || Math.abs(box.x1 - x1) <= SAME_EDGE,
  );
}

function isApart(box: Bbox, column: readonly Bbox[]): boolean {
  return column.length > 0 && column.every(({ x0, x1 }) => box.x1 < x0 || box.x0 > x1);
}
