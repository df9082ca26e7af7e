/** Makes cells of the texts of one row of a table without rules; together they tile the row. */
import { unionOfBoxes } from '../model/index.js';
import type { Cell } from '../model/index.js';
import type { Segment } from './aligned-lines.js';
import { lineDigitRuns } from './digit-runs.js';
import { textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';

/** Labels of a row are kept in this many columns, the innermost in the last: a group's, its parts, the row's own. */
export const MOST_LABELS = 4;

/** A text with the columns it covers; a label has none yet. */
export interface PlacedText {
  /** Its lines, top to bottom. */
  readonly segments: readonly Segment[];
  readonly first?: number;
  readonly last?: number;
}

/** The texts of one row, left to right. */
export interface AlignedRow {
  readonly pageNumber: number;
  /** Pages of glyphs that may stand on another page; absent for rows of one page. */
  readonly pages?: HeaderPages;
  readonly texts: readonly PlacedText[];
}

/** On which page each glyph of a header stands that a page break cuts. */
export type HeaderPages = ReadonlyMap<GlyphLine[number], number>;

/** The page that a text of a row stands on. */
export function pageOf({ pages, pageNumber }: AlignedRow, { glyphs }: Segment): number {
  const [first] = glyphs;
  return (first && pages?.get(first)) ?? pageNumber;
}

interface Piece {
  first: number;
  last: number;
  readonly segments: Segment[];
}

/** The cells of a row, blank ones included, left to right. */
export function rowCells(row: AlignedRow, rowIndex: number, columnCount: number): readonly Cell[] {
  const pieces = toPieces(row.texts);
  const cells: Cell[] = [];
  for (let column = 0; column < columnCount;) {
    const piece = pieces.find(({ first }) => first === column);
    const last = piece?.last ?? column;
    cells.push(toCell(piece?.segments ?? [], { rowIndex, column, last, row }));
    column = last + 1;
  }
  return cells;
}

/** Texts that cover one column together are one piece. */
function toPieces(texts: readonly PlacedText[]): readonly Piece[] {
  const labels = texts.filter(({ first }) => first === undefined);
  const placed = texts.map((text): Piece => {
    const { first, last = first, segments } = text;
    const label = Math.max(0, MOST_LABELS - labels.length + labels.indexOf(text));
    return { first: first ?? label, last: last ?? label, segments: [...segments] };
  });
  const pieces: Piece[] = [];
  for (const piece of placed.sort((a, b) => a.first - b.first)) {
    const before = pieces.at(-1);
    if (before && piece.first <= before.last) {
      before.segments.push(...piece.segments);
      before.last = Math.max(before.last, piece.last);
    } else pieces.push(piece);
  }
  return pieces;
}

function toCell(
  segments: readonly Segment[],
  { rowIndex, column, last, row }: { rowIndex: number; column: number; last: number; row: AlignedRow },
): Cell {
  const lines = segments.map(({ glyphs }) => glyphs);
  const text = textOfLines(lines);
  const pageNumbers = [...new Set(segments.map((segment) => pageOf(row, segment)))];
  const onPage = (pageNumber: number): readonly Segment[] =>
    segments.filter((segment) => pageOf(row, segment) === pageNumber);
  return {
    rowIndex,
    columnIndex: column,
    rowSpan: 1,
    columnSpan: last - column + 1,
    text,
    baseText: textOfLines(lines, (glyph) => !glyph.isRaised),
    parts: pageNumbers.flatMap((pageNumber) => {
      const box = unionOfBoxes(onPage(pageNumber).map((segment) => segment.box));
      return box ? [{ pageNumber, box, text: textOfLines(onPage(pageNumber).map(({ glyphs }) => glyphs)) }] : [];
    }),
    runs: pageNumbers.flatMap((pageNumber) =>
      lineDigitRuns(
        onPage(pageNumber).map(({ glyphs }) => glyphs),
        pageNumber,
      ),
    ),
    doubts: text.includes('\ufffd') ? ['unreadable-glyph'] : [],
  };
}
