/** Draws pages out of a few literals, and writes tables down as text, so that a test shows its geometry. */
import type { Glyph, PositionedPage, Ruling, Table } from '../../src/model/index.js';
import type { Grid } from '../../src/reconstruct/grid.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';

/** What a glyph may differ in from an upright, visible one of 10 pt. */
export interface GlyphStyle {
  readonly size?: number;
  readonly angleDeg?: Glyph['angleDeg'];
  readonly isVisible?: boolean;
}

const WIDE = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”]/u;

/** One glyph by its upper left corner: a Chinese character is as wide as its size, all others half as wide. */
export function glyph(
  text: string,
  x: number,
  y: number,
  { size = 10, angleDeg = 0, isVisible = true }: GlyphStyle = {},
): Glyph {
  const advance = WIDE.test(text) ? size : size / 2;
  const [width, height] = angleDeg % 180 === 0 ? [advance, size] : [size, advance];
  const box = { x0: x, top: y, x1: x + width, bottom: y + height };
  return { text, box, fontSize: size, font: 0, angleDeg, isVisible };
}

/** The glyphs of one line of text from its upper left corner on; a space advances by half the size. */
export function write(text: string, x: number, y: number, style: GlyphStyle = {}): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = x;
  for (const character of text) {
    const next = glyph(character, at, y, style);
    if (character !== ' ') glyphs.push(next);
    at = next.box.x1;
  }
  return glyphs;
}

export function horizontal(y: number, x0: number, x1: number): Ruling {
  return { orientation: 'horizontal', position: y, start: x0, end: x1, thickness: 0.5, source: 'stroke' };
}

export function vertical(x: number, y0: number, y1: number): Ruling {
  return { orientation: 'vertical', position: x, start: y0, end: y1, thickness: 0.5, source: 'stroke' };
}

/** The four sides of a box. */
export function boxRules(x0: number, y0: number, x1: number, y1: number): Ruling[] {
  return [horizontal(y0, x0, x1), horizontal(y1, x0, x1), vertical(x0, y0, y1), vertical(x1, y0, y1)];
}

/** All rules of a full grid. */
export function gridRules(xs: readonly number[], ys: readonly number[]): Ruling[] {
  const [left = 0, top = 0] = [xs[0], ys[0]];
  const [right = 0, bottom = 0] = [xs.at(-1), ys.at(-1)];
  return [...ys.map((y) => horizontal(y, left, right)), ...xs.map((x) => vertical(x, top, bottom))];
}

/** A page of A4 width, 800 pt high unless told. */
export function page(
  glyphs: readonly Glyph[],
  rulings: readonly Ruling[],
  { pageNumber = 1, height = 800 }: { pageNumber?: number; height?: number } = {},
): PositionedPage {
  return {
    kind: 'positioned',
    pageNumber,
    width: 595,
    height,
    reader: 'pdfium',
    fonts: [{ name: 'Song', embedded: true }],
    glyphs,
    rulings,
    clips: [],
    images: [],
    doubts: [],
  };
}

/** A table's rules and texts: each text stands 2 pt right of and below the upper left corner of its square. */
export interface DrawnTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** By row; `''` for nothing. */
  readonly texts: readonly (readonly string[])[];
  /** Instead of the rules of a full grid. */
  readonly rulings?: readonly Ruling[];
}

/** The glyphs of a drawn table. */
export function tableGlyphs({ xs, ys, texts }: DrawnTable): Glyph[] {
  return texts.flatMap((row, r) => row.flatMap((text, c) => write(text, (xs[c] ?? 0) + 2, (ys[r] ?? 0) + 2)));
}

/** A page that holds one drawn table and further glyphs. */
export function tablePage(
  drawn: DrawnTable,
  more: readonly Glyph[] = [],
  options: { pageNumber?: number } = {},
): PositionedPage {
  return page([...tableGlyphs(drawn), ...more], drawn.rulings ?? gridRules(drawn.xs, drawn.ys), options);
}

/** The only table of some pages. */
export function onlyTable(...pages: readonly PositionedPage[]): Table {
  const { tables } = pagesToLayout(pages);
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error(`${tables.length} tables`);
  return table;
}

/** A table row by row: the text of each cell at its upper left square, `<` where it goes on to the right, `^` below. */
export function tableSketch(table: Table): string[] {
  const squares = Array.from({ length: table.rowCount }, () => new Array<string>(table.columnCount).fill('?'));
  for (const cell of table.cells) {
    for (let r = 0; r < cell.rowSpan; r++) {
      for (let c = 0; c < cell.columnSpan; c++) {
        const row = squares[cell.rowIndex + r];
        if (row) row[cell.columnIndex + c] = r > 0 ? '^' : c > 0 ? '<' : cell.text;
      }
    }
  }
  return squares.map((row) => row.join('|'));
}

/** A grid row by row: `o` a cell's upper left square, `<` where it goes on to the right, `^` below. */
export function gridSketch(grid: Grid): string[] {
  const rows = Array.from({ length: grid.ys.length - 1 }, () => new Array<string>(grid.xs.length - 1).fill('?'));
  for (const cell of grid.cells) {
    for (let r = 0; r < cell.rowSpan; r++) {
      for (let c = 0; c < cell.columnSpan; c++) {
        const row = rows[cell.rowIndex + r];
        if (row) row[cell.columnIndex + c] = r > 0 ? '^' : c > 0 ? '<' : 'o';
      }
    }
  }
  return rows.map((row) => row.join(''));
}

/** A line of a table without rules: its label at the left, figures centred at 200, 250, 300 and so on. */
export function bareRow(y: number, label: string, ...figures: readonly string[]): Glyph[] {
  const centred = figures.map((figure, k) => write(figure, 200 + 50 * k - (figure.length * 5) / 2, y));
  return [...write(label, 50, y), ...centred.flat()];
}
