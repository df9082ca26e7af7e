/** Lays out one page: the tables its rules draw, and the lines of text around them. */
import { middleX, middleY } from '../model/index.js';
import type { Glyph, PositionedPage } from '../model/index.js';
import { isNumberPart } from './digit-runs.js';
import { fillGrid, SAME_NUMBER_SHARE } from './fill-grid.js';
import { boxOfLine, glyphsToTextLines, textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
import { gridBox } from './grid.js';
import type { Grid } from './grid.js';
import { headerGrids } from './header-grids.js';
import { joinBlankCells } from './join-blank-cells.js';
import type { PageLine, PageParts, PageTable } from './page-parts.js';
import { rulingsToGrids } from './rulings-to-grids.js';

/** Room around a grid, in points, in which a glyph's middle still belongs to the table. */
const MARGIN = 0.5;

/**
 * Finds the tables of a page and gathers the text outside them into lines.
 *
 * @param next the page behind it, where there is one: the figures below a header may stand there
 */
export function pageToParts(page: PositionedPage, next?: PositionedPage): PageParts {
  const visible = visibleGlyphs(page);
  const drawn = partGlyphs(rulingsToGrids(page.rulings), visible);
  // Where only the header of a table has rules, all of it is read as a table without.
  const headers = headerGrids(drawn.grids, drawn.inside, drawn.outside, () => (next ? headLines(next) : []));
  const isTable = (grid: Grid): boolean => !headers.has(grid);
  const { grids, inside, outside } = headers.size > 0 ? partGlyphs(drawn.grids.filter(isTable), visible) : drawn;
  const loose = inside.reduce((rest, own, index) => pullNumbersIn(own, rest, grids[index]), outside);
  const covered = page.glyphs.filter((glyph) => glyph.isCovered);
  const tables = grids
    .map((grid, index) => ({
      ...joinBlankCells(fillGrid(grid, inside[index] ?? [], covered)),
      pageNumber: page.pageNumber,
    }))
    .filter((table) => table.contents.some((content) => content.lines.length > 0));
  return { page, tables, lines: pageLines(page, loose, tables) };
}

function visibleGlyphs({ glyphs }: PositionedPage): readonly Glyph[] {
  return glyphs.filter((glyph) => glyph.isVisible && !glyph.isSlanted);
}

/** The lines at the head of a page, down to its first table with rules. */
function headLines(page: PositionedPage): readonly GlyphLine[] {
  const { grids, outside } = partGlyphs(rulingsToGrids(page.rulings), visibleGlyphs(page));
  const first = Math.min(Infinity, ...grids.map((grid) => gridBox(grid).top));
  return glyphsToTextLines(outside.filter(({ box }) => middleY(box) < first));
}

/** Grids with the glyphs of each, and those that stand in none. */
interface PartedGlyphs {
  readonly grids: readonly Grid[];
  readonly inside: readonly Glyph[][];
  readonly outside: readonly Glyph[];
}

function partGlyphs(grids: readonly Grid[], glyphs: readonly Glyph[]): PartedGlyphs {
  const inside: Glyph[][] = grids.map(() => []);
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const x = middleX(glyph.box);
    const y = middleY(glyph.box);
    const index = grids.findIndex((grid) => {
      const box = gridBox(grid);
      return x >= box.x0 - MARGIN && x <= box.x1 + MARGIN && y >= box.top - MARGIN && y <= box.bottom + MARGIN;
    });
    (inside[index] ?? outside).push(glyph);
  }
  return { grids, inside, outside };
}

/**
 * Moves digits that go on a number begun inside a grid into it: a wide number in an outer column reaches over the rule.
 *
 * @param inside glyphs of the grid; added to
 * @returns the glyphs that stay outside
 */
function pullNumbersIn(inside: Glyph[], outside: readonly Glyph[], grid: Grid | undefined): Glyph[] {
  if (!grid) return [...outside];
  const { x0, top, x1, bottom } = gridBox(grid);
  const isBeside = ({ box, fontSize, text }: Glyph): boolean =>
    isNumberPart(text) &&
    middleY(box) > top &&
    middleY(box) < bottom &&
    box.x0 < x1 + REACH * fontSize &&
    box.x1 > x0 - REACH * fontSize;
  let candidates = outside.filter(isBeside);
  const moved = new Set<Glyph>();
  for (let count = -1; count !== moved.size && candidates.length > 0;) {
    count = moved.size;
    const next = candidates.filter((glyph) => inside.some((other) => goesOnNumber(other, glyph)));
    for (const glyph of next) moved.add(glyph);
    inside.push(...next);
    candidates = candidates.filter((glyph) => !moved.has(glyph));
  }
  return outside.filter((glyph) => !moved.has(glyph));
}

/** Whether a digit outside a grid touches one inside on the same line. */
function goesOnNumber(inside: Glyph, outside: Glyph): boolean {
  if (!isNumberPart(inside.text) || inside.angleDeg !== outside.angleDeg) return false;
  const isSameLine = Math.abs(inside.box.bottom - outside.box.bottom) < 0.1 * outside.fontSize;
  const gap = Math.max(outside.box.x0 - inside.box.x1, inside.box.x0 - outside.box.x1);
  return isSameLine && Math.abs(gap) < SAME_NUMBER_SHARE * outside.fontSize;
}

/** A number reaches no further out of its table than this many times its size: some twelve digits. */
const REACH = 6;

function pageLines(page: PositionedPage, glyphs: readonly Glyph[], tables: readonly PageTable[]): readonly PageLine[] {
  const tops = tables.map(({ grid }) => gridBox(grid).top);
  // A watermark's glyphs are as high as several lines of text and would draw them together.
  const limit = LARGE_RATIO * medianSize(glyphs);
  const large = glyphs.filter((glyph) => glyph.fontSize >= limit);
  const usual = large.length > 0 ? glyphs.filter((glyph) => glyph.fontSize < limit) : glyphs;
  const lines = [...glyphsToTextLines(usual), ...glyphsToTextLines(large)].flatMap((line) => {
    const text = textOfLines([line]);
    const box = boxOfLine(line);
    if (text === '' || !box) return [];
    const tablesBefore = tops.filter((top) => top < middleY(box)).length;
    const fontSize = Math.round(medianSize(line.map(({ glyph }) => glyph)) * 100) / 100;
    return [{ text, pageNumber: page.pageNumber, box, fontSize, tablesBefore, glyphs: line }];
  });
  return large.length > 0 ? lines.sort((a, b) => middleY(a.box) - middleY(b.box)) : lines;
}

/** Glyphs at least this many times as large as most of the page are set apart: a title is less, a watermark more. */
const LARGE_RATIO = 2;

function medianSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map((glyph) => glyph.fontSize).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}
