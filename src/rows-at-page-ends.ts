/**
 * Which rows of tables without rules may go on overleaf. Where a number fills its cell and a page break cuts its row, the rest of it
 * stands on the next page, and what is left here looks like a number of its own.
 */
import { figureKey, middleX, middleY } from './model/index.js';
import type { Bbox, BoundTable, Cell, Check, Fact } from './model/index.js';

/** One number as printed, without gaps; a note or a unit may follow, no other digits. */
export const ONE_NUMBER =
  /^[〇零]$|^[+\-−－]?\p{Nd}[\p{Nd},，.．]*(?:(?![,，.．])[^\p{Nd}\s]*|[[［〔(（]\p{Nd}{1,2}[\]］〕)）])$/u;
/** What no digit can follow: no number begins with a nought. */
const WHOLE_AS_IT_IS = /^[0０〇零]$/u;
/** A figure has less room than its column is wide by no more than this, in points: what cells leave on both sides. */
const MOST_PADDING = 16;
/** A figure has room for another digit where one of its column is wider by this share of a digit. */
const ROOM = 0.9;

/**
 * The rows a page ends of a table that may go on there: those in which some figure may fill its cell. None does in a row whose own
 * sum holds, where the figures of the next row are all its own: the rest of a cut number would stand among them.
 *
 * @param checks the laws as evaluated, by which a row's own sum is known
 */
export function rowsThatMayGoOn(
  { table, bindings }: BoundTable,
  facts: ReadonlyMap<string, Fact>,
  checks: readonly Check[],
): ReadonlySet<number> {
  const { parts, cells } = table;
  const figureColumns = new Set(bindings.map(({ columnIndex }) => columnIndex));
  const firstColumn = Math.min(...figureColumns);
  const width = narrowestColumn(cells);
  const figuresOf = (rowIndex: number): readonly Cell[] =>
    cells.filter((cell) => cell.rowIndex === rowIndex && figureColumns.has(cell.columnIndex));
  const labelOf = (rowIndex: number): Cell | undefined =>
    cells.filter((cell) => cell.rowIndex === rowIndex && cell.text !== '' && cell.columnIndex < firstColumn).at(-1);
  const rowsOf = (rowIndex: number): readonly Fact[] =>
    bindings.flatMap((binding) => {
      const fact = binding.rowIndex === rowIndex ? facts.get(figureKey(binding)) : undefined;
      return fact ? [fact] : [];
    });
  const columnOf = new Map(
    bindings.map((each) => [`${each.rowIndex}/${each.columnIndex}`, `${each.table}/${each.column}`]),
  );
  const peersOf = ({ rowIndex, columnIndex }: Cell): readonly Cell[] => {
    const column = columnOf.get(`${rowIndex}/${columnIndex}`);
    return cells.filter(
      (cell) => cell.columnIndex === columnIndex && columnOf.get(`${cell.rowIndex}/${columnIndex}`) === column,
    );
  };
  return new Set(
    parts.flatMap(({ pageNumber, endsPage }) => {
      if (endsPage !== true) return [];
      const onPage = cells.filter((cell) => cell.parts.some((part) => part.pageNumber === pageNumber));
      const last = Math.max(...onPage.map(({ rowIndex }) => rowIndex));
      const figures = figuresOf(last).filter((cell) => onPage.includes(cell));
      if (width !== undefined && !figures.some((cell) => mayFill(cell, width, peersOf(cell)))) return [];
      const isFollowed = isRowOfItsOwn(figuresOf(last + 1), labelOf(last + 1), rowsOf(last + 1));
      return isFollowed && addsUp(rowsOf(last), checks) ? [] : [last];
    }),
  );
}

/** Whether one more digit might not have fitted beside those of a cell, going by how wide other figures of its column are. */
function mayFill({ parts, baseText }: Cell, columnWidth: number, peers: readonly Cell[]): boolean {
  if (WHOLE_AS_IT_IS.test(baseText)) return false;
  return parts.some(({ box }) => {
    const width = box.x1 - box.x0;
    const digit = width / Math.max(1, baseText.length);
    if (width + digit <= columnWidth - MOST_PADDING) return false;
    const isWider = (peer: Cell): boolean =>
      isOneNumber(peer) && peer.parts.every((part) => part.box.x1 - part.box.x0 >= width + ROOM * digit);
    return !peers.some(isWider);
  });
}

function isOneNumber({ columnSpan, parts, baseText }: Cell): boolean {
  return columnSpan === 1 && parts.length === 1 && ONE_NUMBER.test(baseText);
}

/** Where figures may stand in line over one another. */
const EDGES: readonly ((box: Bbox) => number)[] = [({ x0 }) => x0, middleX, ({ x1 }) => x1];

/**
 * How narrow a column of figures may be in points, going by how far apart neighbours stand; `undefined` where there are none. Two
 * stand half of each one's width apart: one that is nearer to its neighbour than others are to theirs is itself the narrower.
 */
function narrowestColumn(cells: readonly Cell[]): number | undefined {
  const columns = new Map<number, Bbox[]>();
  for (const cell of cells) {
    const [part] = cell.parts;
    if (!part || !isOneNumber(cell)) continue;
    const own = columns.get(cell.columnIndex) ?? [];
    own.push(part.box);
    columns.set(cell.columnIndex, own);
  }
  const pitches = [...columns].flatMap(([columnIndex, own]) => {
    const next = columns.get(columnIndex + 1);
    // The edge by which they are set says it best: there all figures of a column stand at one place.
    return next ? [Math.max(...EDGES.map((edge) => Math.min(...next.map(edge)) - Math.max(...own.map(edge))))] : [];
  });
  return pitches.length > 0 ? 2 * Math.min(...pitches) - Math.max(...pitches) : undefined;
}

/**
 * Whether the figures of a row are all its own: one number in every column, or in some of them on one line beside its label, and
 * nothing doubts them.
 */
function isRowOfItsOwn(figures: readonly Cell[], label: Cell | undefined, facts: readonly Fact[]): boolean {
  const printed = figures.filter(({ text }) => text !== '');
  if (facts.length === 0 || facts.some(({ doubts }) => doubts.length > 0) || !printed.every(isOneNumber)) return false;
  if (printed.length === figures.length) return true;
  const boxes = printed.flatMap(({ parts }) => parts.map(({ box }) => box));
  const [first] = boxes;
  const beside = label?.parts[0]?.box;
  if (!first || !beside) return false;
  const y = middleY(first);
  return y > beside.top && y < beside.bottom && boxes.every((box) => box.top < y && box.bottom > y);
}

/** Whether some law over figures of one row alone holds, for each row of the form that a row of a table prints. */
function addsUp(facts: readonly Fact[], checks: readonly Check[]): boolean {
  return (
    facts.length > 0 &&
    facts.every(({ table, row, column }) =>
      checks.some(
        ({ table: name, outcome, terms }) =>
          outcome === 'holds' &&
          name === table &&
          terms.every((term) => term.row === row) &&
          terms.some((term) => term.column === column),
      ),
    )
  );
}
