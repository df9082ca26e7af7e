/**
 * Finds the grids that rules draw on a page: rules that touch form a group, their positions the lines of a grid, and a
 * square is divided from its neighbour only where a rule covers their common edge.
 *
 * The method is that of lattice extraction as pdfplumber and camelot describe it, with three additions measured on
 * reports: outer edges that are not drawn, tables left open at a page break, and cells drawn as separate boxes.
 */
import type { Ruling } from '../model/index.js';
import { withoutUnusedLines } from './grid.js';
import type { Grid } from './grid.js';
import { squaresToCells } from './squares-to-cells.js';

/** Rules nearer than this touch, in points. Browsers leave 1.5 pt between boxes of separate borders; rows are ≥ 7 pt. */
const TOUCH = 2.5;
/** Positions within this many points are one grid line: two strokes of a double rule, or rules 1 px apart. */
const SAME_LINE = 3;
/** A rule shorter than this, in points, bounds no cell. */
const SHORTEST = 3;
/** Rules that go on past the last crossing rule by more than this, in points, leave a row or column open. */
const OPEN_EDGE = 4;
/** Share of a cell's edge that must be covered by rules. Lower joins broken rules; a stray underline covers less. */
const COVERED_SHARE = 0.7;

/** A mesh finer than this is a drawing, not a table. */
const MOST_SQUARES = 50_000;

/** One line of a grid and the stretches of it that are drawn. */
interface GridLine {
  readonly position: number;
  /** Drawn stretches, ascending. */
  readonly drawn: readonly (readonly [start: number, end: number])[];
}

/**
 * Finds every grid of at least two columns that the rules of a page draw.
 *
 * @returns from top to bottom, then left to right
 */
export function rulingsToGrids(rulings: readonly Ruling[]): readonly Grid[] {
  const long = rulings.filter((ruling) => ruling.end - ruling.start >= SHORTEST);
  return withLoneColumns(groupTouching(long))
    .map(groupToGrid)
    .filter((grid) => grid !== undefined)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0));
}

/** Divides rules into groups that touch, by union-find over a sweep from top to bottom. */
function groupTouching(rulings: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const boxes = rulings
    .map((ruling) =>
      ruling.orientation === 'horizontal'
        ? { ruling, x0: ruling.start, x1: ruling.end, top: ruling.position, bottom: ruling.position }
        : { ruling, x0: ruling.position, x1: ruling.position, top: ruling.start, bottom: ruling.end },
    )
    .sort((a, b) => a.top - b.top);
  const parents = boxes.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
    return at;
  };
  let active: number[] = [];
  for (const [index, box] of boxes.entries()) {
    active = active.filter((other) => (boxes[other]?.bottom ?? 0) >= box.top - TOUCH);
    for (const other of active) {
      const seen = boxes[other];
      if (seen && seen.x0 <= box.x1 + TOUCH && box.x0 <= seen.x1 + TOUCH) parents[root(other)] = root(index);
    }
    active.push(index);
  }
  const groups = new Map<number, Ruling[]>();
  for (const [index, { ruling }] of boxes.entries()) {
    const key = root(index);
    const group = groups.get(key);
    if (group) group.push(ruling);
    else groups.set(key, [ruling]);
  }
  return [...groups.values()];
}

/**
 * Joins the outer rule of a column that no rule crosses: where a cell fills its column from page break to page break, the
 * rule beside it touches nothing, but is as long as the rules of its table.
 */
function withLoneColumns(groups: readonly (readonly Ruling[])[]): readonly (readonly Ruling[])[] {
  const isLone = (group: readonly Ruling[]): boolean => group.every((ruling) => ruling.orientation === 'vertical');
  const joined = groups.filter((group) => !isLone(group)).map((group) => [...group]);
  for (const lone of groups.filter(isLone)) {
    const home = joined.find((group) => lone.every((ruling) => isBesideAlike(ruling, group)));
    if (home) home.push(...lone);
    else joined.push([...lone]);
  }
  return joined;
}

/** Whether a group has a rule as long as a lone one, at most the width of a label column away. */
function isBesideAlike(lone: Ruling, group: readonly Ruling[]): boolean {
  return group.some(
    (ruling) =>
      ruling.orientation === 'vertical' &&
      Math.abs(ruling.start - lone.start) <= TOUCH &&
      Math.abs(ruling.end - lone.end) <= TOUCH &&
      Math.abs(ruling.position - lone.position) <= WIDEST_LONE_COLUMN,
  );
}

/** A column without a single crossing rule is the narrow one of a group's upright label, in points. */
const WIDEST_LONE_COLUMN = 90;

function groupToGrid(group: readonly Ruling[]): Grid | undefined {
  const horizontals = group.filter((ruling) => ruling.orientation === 'horizontal');
  const verticals = group.filter((ruling) => ruling.orientation === 'vertical');
  if (horizontals.length === 0 || verticals.length === 0) return undefined;
  const columnLines = withOpenEdges(rulingsToLines(verticals), horizontals);
  const rowLines = withOpenEdges(rulingsToLines(horizontals), verticals);
  const columns = columnLines.length - 1;
  const rows = rowLines.length - 1;
  if (columns < 2 || rows < 1 || columns * rows > MOST_SQUARES) return undefined;
  const cells = squaresToCells(rows, columns, {
    isDividedFromRight: (row, column) => isDrawn(columnLines[column + 1], rowLines[row], rowLines[row + 1]),
    isDividedFromBelow: (row, column) => isDrawn(rowLines[row + 1], columnLines[column], columnLines[column + 1]),
  });
  const grid = withoutUnusedLines(
    columnLines.map((line) => line.position),
    rowLines.map((line) => line.position),
    cells,
  );
  return grid.xs.length < 3 ? undefined : grid;
}

/** Gathers parallel rules into the lines of a grid, ascending, joining what is drawn on each. */
function rulingsToLines(rulings: readonly Ruling[]): readonly GridLine[] {
  const sorted = [...rulings].sort((a, b) => a.position - b.position);
  const lines: GridLine[] = [];
  let members: Ruling[] = [];
  const close = (): void => {
    if (members.length > 0) lines.push({ position: meanPosition(members), drawn: joinStretches(members) });
    members = [];
  };
  for (const ruling of sorted) {
    if (members.length > 0 && ruling.position - meanPosition(members) > SAME_LINE) close();
    members.push(ruling);
  }
  close();
  return lines;
}

/** The mean of the rules' positions, long rules counting more. */
function meanPosition(rulings: readonly Ruling[]): number {
  const length = rulings.reduce((sum, ruling) => sum + ruling.end - ruling.start, 0);
  return rulings.reduce((sum, ruling) => sum + ruling.position * (ruling.end - ruling.start), 0) / length;
}

function joinStretches(rulings: readonly Ruling[]): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const { start, end } of [...rulings].sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && start <= last[1] + TOUCH) last[1] = Math.max(last[1], end);
    else stretches.push([start, end]);
  }
  return stretches;
}

/**
 * Adds the outer lines that are not drawn: where at least two crossing rules go on past the first or last line, a row
 * or column lies open there (a page break without a closing rule, a table without left and right borders).
 */
function withOpenEdges(lines: readonly GridLine[], crossing: readonly Ruling[]): readonly GridLine[] {
  const first = lines[0]?.position ?? 0;
  const last = lines.at(-1)?.position ?? 0;
  const before = crossing.filter((ruling) => ruling.start < first - OPEN_EDGE).map((ruling) => ruling.start);
  const after = crossing.filter((ruling) => ruling.end > last + OPEN_EDGE).map((ruling) => ruling.end);
  const everything = [[-Infinity, Infinity]] as const;
  const result = [...lines];
  if (before.length >= 2) result.unshift({ position: Math.min(...before), drawn: everything });
  if (after.length >= 2) result.push({ position: Math.max(...after), drawn: everything });
  return result;
}

function isDrawn(line: GridLine | undefined, from: GridLine | undefined, to: GridLine | undefined): boolean {
  if (!line || !from || !to) return false;
  const length = to.position - from.position;
  let covered = 0;
  for (const [start, end] of line.drawn) {
    covered += Math.max(0, Math.min(end, to.position) - Math.max(start, from.position));
  }
  return covered >= length * COVERED_SHARE;
}
