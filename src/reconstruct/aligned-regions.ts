/** Decides which lines of pages without rules may be one table. */
import { figuresOf } from './aligned-lines.js';
import type { AlignedLine } from './aligned-lines.js';

/** Rows a table has at least; a long one counts as that many. */
const FEWEST_ROWS = 2;
/** Lines that may stand between two rows: prose that no mark tells from a label. */
const PIECES_BETWEEN_ROWS = 3;
/** The same below the names of columns, before figures follow: in narrow columns a header has many lines. */
const PIECES_OF_HEADER = 14;
/** The same for lines left of all figures, pieces of wrapped labels: two of five lines, and those of their group. */
const LABELS_BETWEEN_ROWS = 16;
/** A piece below the last row belongs to its label where it follows within this many times its size, */
const NEXT_LINE = 1.8;
/** or as closely as the labels of other rows follow figures that have none beside them, to within this share of it. */
const SAME_STEP = 0.35;

/**
 * The end of the table that begins at a line: `at` itself where none does. A table begins with a row, or with short
 * lines right above one (its header), and holds at least two rows with figures or separators.
 */
export function endOfRegion(lines: readonly AlignedLine[], at: number): number {
  let end = at;
  let found = 0;
  let pieces = 0;
  let labels = 0;
  let left = -Infinity;
  let isHeader = true;
  for (let here = at; here < lines.length; here++) {
    const line = lines[here];
    if (!line || line.kind === 'text') break;
    if (isRow(line)) {
      found += line.kind === 'row' ? 1 : FEWEST_ROWS;
      end = here + 1;
      pieces = 0;
      labels = 0;
      const [figure] = figuresOf(line.segments);
      left = figure?.box.x0 ?? left;
      isHeader = figure === undefined;
    } else if (line.kind === 'piece') {
      if (isLeftOf(line, left)) labels++;
      else pieces++;
    } else if (here === at) break;
    if (pieces > (isHeader ? PIECES_OF_HEADER : PIECES_BETWEEN_ROWS) || labels > LABELS_BETWEEN_ROWS) break;
  }
  return found >= FEWEST_ROWS ? withLabelBelow(lines, end, left) : at;
}

function isRow({ kind }: AlignedLine): boolean {
  return kind === 'row' || kind === 'long-row';
}

function isLeftOf({ segments }: AlignedLine, x: number): boolean {
  return segments.every((segment) => segment.box.x1 <= x);
}

/** Takes in the lines below the last row that go on its label, or are it. */
function withLabelBelow(lines: readonly AlignedLine[], end: number, left: number): number {
  let last = end;
  for (let here = end; here < lines.length; here++) {
    const line = lines[here];
    const before = lines[last - 1];
    if (line?.kind !== 'piece' || !before || !isLeftOf(line, left)) break;
    const size = line.segments[0]?.size ?? 0;
    const step = stepBetween(before, line);
    const isLabel = here === end && isBare(before) && step <= stepToLabels(lines) + SAME_STEP * size;
    if (step > NEXT_LINE * size && !isLabel) break;
    last = here + 1;
  }
  return last;
}

/** The widest step from figures without a label beside them to one right below; 0 where there are none. */
function stepToLabels(lines: readonly AlignedLine[]): number {
  return lines.reduce((widest, line, at) => {
    const next = lines[at + 1];
    const isAbove = isBare(line) && next?.kind === 'piece' && isLeftOf(next, line.segments[0]?.box.x0 ?? 0);
    const step = isAbove ? stepBetween(line, next) : 0;
    return isFinite(step) ? Math.max(widest, step) : widest;
  }, 0);
}

function isBare({ segments }: AlignedLine): boolean {
  return segments.length > 0 && figuresOf(segments).length === segments.length;
}

/** From the lowest text of a line to the first one of the next; infinite where that is on another page or blank. */
function stepBetween(upper: AlignedLine, lower: AlignedLine): number {
  const [first] = lower.segments;
  if (!first || upper.pageNumber !== lower.pageNumber) return Infinity;
  return first.y - Math.max(...upper.segments.map(({ y }) => y));
}
