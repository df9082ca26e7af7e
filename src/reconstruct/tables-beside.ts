/**
 * Parts tables without rules that stand side by side: where a gutter runs down between lines of a page, and on both sides of it labels
 * stand left of figures under a header of their own, what stands left of it is read before what stands right of it.
 */
import { isFigure, toSegments } from './aligned-lines.js';
import type { Segment } from './aligned-lines.js';
import { boxOfLine, textOfLines } from './glyphs-to-text-lines.js';
import { HEADING, SENTENCE } from './line-to-row.js';
import type { PageLine, PageParts } from './page-parts.js';

/** A gutter is at least so many times as wide as its texts are high. */
const LEAST_GUTTER = 0.6;
/** Each gutter is tried with all texts of a page; tables of a report leave some twenty. */
const MOST_GUTTERS = 100;

/** A page on which tables side by side follow one another, the left ones first. */
export function withTablesApart(page: PageParts): PageParts {
  const runs: PageLine[][] = [];
  for (const line of page.lines) {
    const last = runs.at(-1);
    const isNext = last?.[0] && !isText(last[0]) && !isText(line) && last[0].tablesBefore === line.tablesBefore;
    if (isNext) last.push(line);
    else runs.push([line]);
  }
  const parted = runs.map(partRun);
  return parted.every((run, at) => run === runs[at]) ? page : { ...page, lines: parted.flat() };
}

function isText({ text }: PageLine): boolean {
  return SENTENCE.test(text) || HEADING.test(text);
}

function partRun(run: readonly PageLine[]): readonly PageLine[] {
  const segments = run.flatMap(({ glyphs }) => toSegments(glyphs));
  const gutters = guttersOf(segments);
  if (gutters.length > MOST_GUTTERS) return run;
  const figures = segments.filter(isFigure);
  const wordings = segments.filter((segment) => !isFigure(segment));
  const isTableOf = (isOwn: (segment: Segment) => boolean): boolean =>
    isTable(figures.filter(isOwn), wordings.filter(isOwn));
  const gutter = gutters.find((x) => isTableOf(({ box }) => box.x0 < x) && isTableOf(({ box }) => box.x0 > x));
  if (gutter === undefined) return run;
  const left = run.flatMap((line) => partOf(line, (x0) => x0 < gutter));
  const right = run.flatMap((line) => partOf(line, (x0) => x0 > gutter));
  // On the page before the last lines may be those of a table at the right.
  return [left, right].flatMap((own) => own.map((line, at) => (at === 0 ? { ...line, isApart: true as const } : line)));
}

/** The middles of the stretches that no text reaches into, left to right. */
function guttersOf(segments: readonly Segment[]): readonly number[] {
  const found: number[] = [];
  let right = Infinity;
  for (const { box, size } of [...segments].sort((a, b) => a.box.x0 - b.box.x0)) {
    if (box.x0 - right > LEAST_GUTTER * size) found.push((box.x0 + right) / 2);
    right = Math.max(isFinite(right) ? right : box.x1, box.x1);
  }
  return found;
}

/** Whether each figure has a label left of it, and some line without figures names more than one column. */
function isTable(figures: readonly Segment[], wordings: readonly Segment[]): boolean {
  const isLabelled = ({ box, y, size }: Segment): boolean =>
    wordings.some((label) => label.box.x1 <= box.x0 && Math.abs(label.y - y) < size);
  const isAbove = (wording: Segment): boolean => figures.every(({ y }) => y > wording.y + wording.size / 2);
  const isHeader = (wording: Segment): boolean =>
    wordings.some((other) => other.box.x0 > wording.box.x1 && Math.abs(other.y - wording.y) < wording.size);
  return (
    figures.length > 0 && figures.every(isLabelled) && wordings.some((wording) => isAbove(wording) && isHeader(wording))
  );
}

function partOf(line: PageLine, isOwn: (x0: number) => boolean): readonly PageLine[] {
  const glyphs = line.glyphs.filter(({ box }) => isOwn(box.x0));
  const box = boxOfLine(glyphs);
  return box ? [{ ...line, glyphs, box, text: textOfLines([glyphs]) }] : [];
}
