/** Puts dumps that print one cell a line back into rows: figures on lines of their own that follow one another are a row. */
import { isValue, LONGEST_PIECE, MARKED_PAGE_NUMBER } from './line-to-row.js';

/** So many figures on lines of their own are no accident of layout. */
const SHORTEST_RUN = 3;
/** A dump with at least this many such runs prints one cell a line. */
const FEWEST_RUNS = 5;
/** Lines before a run that are taken for its label: a wrapped label, or a group's label and the row's own. */
const LABEL_LINES = 2;
/** Parts cells where gaps do: more than one space. */
const GAP = '  ';

/**
 * Joins the lines of a dump that prints one cell a line into lines of cells parted by gaps; any other dump is given back
 * as it is. Empty lines and page numbers between figures do not part them.
 */
export function joinVerticalRows(lines: readonly string[]): readonly string[] {
  const runs = findRuns(lines);
  if (runs.filter((run) => run.figures.length >= SHORTEST_RUN).length < FEWEST_RUNS) return lines;
  const joined: string[] = [];
  let at = 0;
  for (const { start, end, figures } of runs) {
    joined.push(...lines.slice(at, start));
    const labels: string[] = [];
    while (labels.length < LABEL_LINES && isLabel(joined.at(-1))) labels.unshift((joined.pop() ?? '').trim());
    joined.push([...labels, ...figures].join(GAP));
    at = end;
  }
  return [...joined, ...lines.slice(at)];
}

interface Run {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly figures: readonly string[];
}

function findRuns(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let start = -1;
  let end = -1;
  let figures: string[] = [];
  for (const [at, line] of [...lines, '。'].entries()) {
    const text = line.trim();
    if (text === '' || MARKED_PAGE_NUMBER.test(text)) continue;
    if (isValue(text)) {
      if (figures.length === 0) start = at;
      figures.push(text);
      end = at + 1;
      continue;
    }
    if (figures.length > 0) runs.push({ start, end, figures });
    figures = [];
  }
  return runs;
}

function isLabel(line: string | undefined): boolean {
  const text = line?.trim() ?? '';
  return text !== '' && text.length <= LONGEST_PIECE && !text.includes(GAP) && !/[。！？；\t|]/u.test(text);
}
