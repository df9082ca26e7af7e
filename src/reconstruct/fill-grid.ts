/**
 * Puts glyphs into the cells of a grid. A glyph belongs to the cell that holds its middle; a number is kept whole and
 * belongs to the cell that holds the number's middle, because a wide number in a narrow cell reaches over the rules.
 */
import { isCentredIn, middleX, middleY, unionOfBoxes } from '../model/index.js';
import type { Bbox, CellDoubt, Glyph } from '../model/index.js';
import { glyphsToTextLines, textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
import { hasDigit, isNumberPart } from './digit-runs.js';
import { cellOwners, gridBox, intervalAt } from './grid.js';
import type { Grid } from './grid.js';
import { keepMarksWhole } from './keep-marks-whole.js';

/** Two digits whose boxes are nearer than this share of their size belong to one number. */
export const SAME_NUMBER_SHARE = 0.12;
/** The same digit again within this share of its width is one digit printed twice. */
const OVERPRINT_SHARE = 0.4;
/** Glyphs that cover more than this share of the narrower one are drawn over one another; kerning covers a tenth. */
const OVERPRINTED_SHARE = 0.5;
/** A glyph whose middle lies this far outside the grid, in points, strays over its outer rule. */
const EDGE = 0.5;
/** An overlay (a watermark) is at least this many times as large as most glyphs of the table. */
const OVERLAY_RATIO = 2;

/** What one cell of a grid holds. */
export interface CellContent {
  readonly lines: readonly GlyphLine[];
  readonly doubts: readonly CellDoubt[];
}

/** A grid with its text. */
export interface FilledGrid {
  readonly grid: Grid;
  /** One for each cell, in the grid's order. */
  readonly contents: readonly CellContent[];
  /** Glyphs in the grid's area that belong to no cell: large ones drawn over it. */
  readonly overlays: readonly Glyph[];
}

/**
 * Puts glyphs into the cells of a grid.
 *
 * @param glyphs those whose middle lies in the grid, and the rest of numbers that reach out of it, in content order
 * @param covered those of the page that were painted over
 */
export function fillGrid(grid: Grid, glyphs: readonly Glyph[], covered: readonly Glyph[] = []): FilledGrid {
  const columns = grid.xs.length - 1;
  const owners = cellOwners(grid);
  const area = gridBox(grid);
  // A number that reaches over the outer rule belongs to the cell beside it.
  const ownerAt = (x: number, y: number): number => {
    const row = intervalAt(grid.ys, Math.min(Math.max(y, area.top), area.bottom));
    const column = intervalAt(grid.xs, Math.min(Math.max(x, area.x0), area.x1));
    return owners[row * columns + column] ?? -1;
  };
  const { inside, overlays } = withoutOverlays(grid, glyphs);
  const ownerOf = ({ box }: Glyph): number => ownerAt(middleX(box), middleY(box));
  const owner = inside.map(ownerOf);
  const straying = new Set(keepNumbersWhole(inside, owner, ownerAt));
  keepMarksWhole(inside, owner);
  for (const [index, glyph] of inside.entries()) {
    const x = middleX(glyph.box);
    if (x < area.x0 - EDGE || x > area.x1 + EDGE) straying.add(owner[index] ?? -1);
  }
  const members = grid.cells.map((): Glyph[] => []);
  for (const [index, glyph] of inside.entries()) members[owner[index] ?? -1]?.push(glyph);
  const hiding = new Set(covered.filter((glyph) => isDigitWithin(glyph, area)).map(ownerOf));
  const contents = members.map((own, index) => {
    const lines = glyphsToTextLines(own);
    const doubts = doubtsOf(own, lines, straying.has(index));
    // What was painted over and written anew is as good as any print; a figure that is only gone may be wanted still.
    return { lines, doubts: lines.length === 0 && hiding.has(index) ? [...doubts, 'hidden-text' as const] : doubts };
  });
  return { grid, contents, overlays };
}

function isDigitWithin({ text, box }: Glyph, area: Bbox): boolean {
  return hasDigit(text) && isCentredIn(box, area);
}

function doubtsOf(glyphs: readonly Glyph[], lines: readonly GlyphLine[], isStraying: boolean): readonly CellDoubt[] {
  const doubts: CellDoubt[] = [];
  if (isStraying) doubts.push('strays-over-rule');
  if (glyphs.some((glyph) => glyph.text.includes('\ufffd'))) doubts.push('unreadable-glyph');
  if (lines.some(isOverprinted)) doubts.push('overprinted');
  return doubts;
}

/** Whether neighbours in a line cover one another: two texts drawn in one place, which no reading can tell apart. */
function isOverprinted(line: GlyphLine): boolean {
  return line.some((glyph, at) => {
    const before = line[at - 1];
    if (before?.isRaised !== glyph.isRaised) return false;
    const narrower = Math.min(before.box.x1 - before.box.x0, glyph.box.x1 - glyph.box.x0);
    return before.box.x1 - glyph.box.x0 > OVERPRINTED_SHARE * narrower;
  });
}

/**
 * Sets aside glyphs far larger than the table's own that do not fit into their row: a watermark or a stamp's text. What was read
 * from the picture of a cell is never one: it is as large as all ink of the cell where it was misread.
 */
function withoutOverlays(
  grid: Grid,
  glyphs: readonly Glyph[],
): { inside: readonly Glyph[]; overlays: readonly Glyph[] } {
  const sizes = glyphs.map((glyph) => glyph.fontSize).sort((a, b) => a - b);
  const limit = OVERLAY_RATIO * (sizes[sizes.length >> 1] ?? 0);
  if ((sizes.at(-1) ?? 0) < limit) return { inside: glyphs, overlays: [] };
  const isOverlay = (glyph: Glyph): boolean => {
    if (glyph.fontSize < limit || glyph.readings !== undefined) return false;
    const row = intervalAt(grid.ys, middleY(glyph.box));
    return glyph.box.bottom - glyph.box.top > (grid.ys[row + 1] ?? 0) - (grid.ys[row] ?? 0);
  };
  return { inside: glyphs.filter((glyph) => !isOverlay(glyph)), overlays: glyphs.filter(isOverlay) };
}

/**
 * Gives every digit of a number that reaches over a rule to the cell of the number's middle.
 *
 * @param owner the cell of each glyph; changed in place
 * @returns cells that take part in such a number
 */
function keepNumbersWhole(
  glyphs: readonly Glyph[],
  owner: number[],
  ownerAt: (x: number, y: number) => number,
): ReadonlySet<number> {
  const straying = new Set<number>();
  for (const run of numberRuns(glyphs)) {
    const owners = new Set(run.map((index) => owner[index] ?? -1));
    if (owners.size < 2) continue;
    const box = unionOfBoxes(run.map((index) => glyphs[index]?.box).filter((each) => each !== undefined));
    if (!box) continue;
    const whole = ownerAt(middleX(box), middleY(box));
    if (!areApartAtRules(run, glyphs, owner)) for (const index of run) owner[index] = whole;
    for (const cell of owners) straying.add(cell);
  }
  return straying;
}

/**
 * Whether digits stand further apart at every rule between them than anywhere else in their run: those of two right-aligned numbers,
 * of which one is too wide for its cell. Both stay doubted.
 */
function areApartAtRules(run: readonly number[], glyphs: readonly Glyph[], owner: readonly number[]): boolean {
  const [atRules, within]: [number[], number[]] = [[], []];
  for (const [at, index] of run.slice(1).entries()) {
    const before = run[at] ?? index;
    const gap = (glyphs[index]?.box.x0 ?? 0) - (glyphs[before]?.box.x1 ?? 0);
    (owner[index] === owner[before] ? within : atRules).push(gap / (glyphs[index]?.fontSize ?? 1));
  }
  return within.length > 0 && Math.min(...atRules) > Math.max(...within) + APART_SHARE;
}

/** Gaps within a number are alike to within less than this share of the digits' size. */
const APART_SHARE = 0.04;

/** Indices of digits that follow one another closely on one line. */
function numberRuns(glyphs: readonly Glyph[]): readonly (readonly number[])[] {
  const digits = glyphs
    .map((glyph, index) => ({ glyph, index }))
    .filter(({ glyph }) => glyph.angleDeg === 0 && isNumberPart(glyph.text))
    .sort((a, b) => a.glyph.box.bottom - b.glyph.box.bottom || a.glyph.box.x0 - b.glyph.box.x0);
  const lines: (typeof digits)[] = [];
  for (const digit of digits) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && digit.glyph.box.bottom - first.glyph.box.bottom < 0.1 * digit.glyph.fontSize) line.push(digit);
    else lines.push([digit]);
  }
  const runs: number[][] = [];
  for (const line of lines) {
    let last: Glyph | undefined;
    for (const { glyph, index } of line.sort((a, b) => a.glyph.box.x0 - b.glyph.box.x0)) {
      // A digit printed again to look bold is part of the run and does not move its end.
      const isAgain =
        last?.text === glyph.text && glyph.box.x0 - last.box.x0 < OVERPRINT_SHARE * (last.box.x1 - last.box.x0);
      const isNext = last && Math.abs(glyph.box.x0 - last.box.x1) < SAME_NUMBER_SHARE * glyph.fontSize;
      if (isAgain || isNext) runs.at(-1)?.push(index);
      else runs.push([index]);
      if (!isAgain) last = glyph;
    }
  }
  return runs.filter((run) => run.length > 1);
}

/** The text of a cell, with and without raised marks. */
export function contentText(content: CellContent): { text: string; baseText: string } {
  const text = textOfLines(content.lines);
  const isAnyRaised = content.lines.some((line) => line.some((glyph) => glyph.isRaised));
  return { text, baseText: isAnyRaised ? textOfLines(content.lines, (glyph) => !glyph.isRaised) : text };
}
