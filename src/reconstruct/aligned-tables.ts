/**
 * Finds tables that no rules draw, by the places of their text: lines that end in figures follow one another, and the
 * figures of one column stand over one another. What such a table says of a column is likely, not certain.
 */
import { unionOfBoxes } from '../model/index.js';
import type { Bbox, Cell, Table } from '../model/index.js';
import { lineDigitRuns } from './digit-runs.js';
import { endOfTable } from './end-of-table.js';
import type { LineKind } from './end-of-table.js';
import { boxOfLine, textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
import { furnitureTest } from './join-parts.js';
import { HEADING, isValue, LONGEST_HEADER_WORD, LONGEST_PIECE, rowKind, SENTENCE } from './line-to-row.js';
import type { PageLine, PageParts } from './page-to-parts.js';

/** A gap wider than this share of the size parts two cells; justified text has narrower ones. */
const CELL_GAP_SHARE = 0.6;
/** A heading is at least this many times as large as the text of the tables. */
const HEADING_RATIO = 1.12;
/** Labels of a row are kept in at most this many cells: a group's, its parts, the row's own. */
const MOST_LABELS = 4;

/** Text of a line between two wide gaps. */
interface Segment {
  readonly text: string;
  readonly baseText: string;
  readonly box: Bbox;
  readonly glyphs: GlyphLine;
}

interface AlignedLine {
  readonly pageNumber: number;
  readonly segments: readonly Segment[];
  readonly kind: LineKind;
}

/**
 * Finds the tables without rules of a document.
 *
 * @param firstIndex index of the first of them
 * @returns from top to bottom; a table may go on over pages
 */
export function alignedTables(pages: readonly PageParts[], firstIndex: number): readonly Table[] {
  const lines = markedLines(pages);
  const kinds = lines.map((line) => line.kind);
  const tables: Table[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = endOfTable(kinds, at);
    const table = end > at ? linesToTable(lines.slice(at, end), firstIndex + tables.length) : undefined;
    if (table) tables.push(table);
    at = Math.max(at + 1, end);
  }
  return tables;
}

function markedLines(pages: readonly PageParts[]): readonly AlignedLine[] {
  const isFurniture = furnitureTest(pages);
  const lines = pages.flatMap((page) => page.lines.map((line) => ({ line, segments: toSegments(line.glyphs) })));
  const rows = lines.filter(({ segments }) => isRow(segments)).map(({ line }) => line.fontSize);
  const usualSize = rows.sort((a, b) => a - b)[rows.length >> 1] ?? 0;
  const marked: AlignedLine[] = [];
  let before: PageLine | undefined;
  for (const { line, segments } of lines) {
    // A table with rules between two lines parts them.
    const isParted = before?.pageNumber === line.pageNumber && before.tablesBefore !== line.tablesBefore;
    const isPartedByBreak = before && before.pageNumber !== line.pageNumber && line.tablesBefore > 0;
    if (isParted || isPartedByBreak) marked.push({ pageNumber: line.pageNumber, segments: [], kind: 'text' });
    const kind = isFurniture(line) ? 'noise' : kindOf(line, segments, usualSize);
    marked.push({ pageNumber: line.pageNumber, segments, kind });
    before = line;
  }
  return marked;
}

function kindOf(line: PageLine, segments: readonly Segment[], usualSize: number): LineKind {
  const isHeading = HEADING.test(line.text) && line.fontSize >= HEADING_RATIO * usualSize;
  if (isHeading || SENTENCE.test(line.text)) return 'text';
  if (isRow(segments)) return rowKind(segments.map((segment) => segment.baseText));
  return segments.length > 1 || line.text.length <= LONGEST_PIECE ? 'piece' : 'text';
}

function isRow(segments: readonly Segment[]): boolean {
  if (isValue(segments.at(-1)?.baseText ?? '')) return true;
  return segments.length > 1 && segments.every(({ text }) => text.length <= LONGEST_HEADER_WORD && !/\d/u.test(text));
}

function toSegments(line: GlyphLine): readonly Segment[] {
  const groups: GlyphLine[] = [];
  let current: GlyphLine[number][] = [];
  for (const glyph of line) {
    const last = current.at(-1);
    const size = Math.min(glyph.glyph.fontSize, last?.glyph.fontSize ?? Infinity);
    if (last && glyph.box.x0 - last.box.x1 > CELL_GAP_SHARE * size) {
      groups.push(current);
      current = [];
    }
    current.push(glyph);
  }
  groups.push(current);
  return groups.flatMap((glyphs) => {
    const box = boxOfLine(glyphs);
    const text = textOfLines([glyphs]);
    const baseText = textOfLines([glyphs], (glyph) => !glyph.isRaised);
    return box && text !== '' ? [{ text, baseText, box, glyphs }] : [];
  });
}

/** Figures at the end of a line; what stands before its last words is label. */
function figuresOf(segments: readonly Segment[]): readonly Segment[] {
  const lastWord = segments.findLastIndex(({ baseText }) => !isValue(baseText));
  return segments.slice(lastWord + 1);
}

function linesToTable(lines: readonly AlignedLine[], tableIndex: number): Table | undefined {
  const rows = lines.filter(
    ({ kind, segments }) => (kind === 'row' || kind === 'long-row' || kind === 'piece') && segments.length > 0,
  );
  const columns = columnsOf(rows.flatMap(({ segments }) => figuresOf(segments)));
  if (columns.length === 0) return undefined;
  const placed = rows.map((row) => ({ row, cells: placeSegments(row.segments, columns) }));
  const isClear = placed.every(({ row, cells }) => countFigures(cells) >= figuresOf(row.segments).length);
  const columnCount = MOST_LABELS + columns.length;
  return {
    tableIndex,
    geometry: isClear ? 'aligned' : 'spaced',
    rowCount: rows.length,
    columnCount,
    cells: placed.flatMap(({ row, cells }, rowIndex) =>
      Array.from({ length: columnCount }, (_, columnIndex) =>
        toCell(cells.get(columnIndex) ?? [], { rowIndex, columnIndex, pageNumber: row.pageNumber }),
      ),
    ),
    seams: rows.flatMap((row, at) => (at > 0 && rows[at - 1]?.pageNumber !== row.pageNumber ? [at] : [])),
    parts: [...new Set(rows.map((row) => row.pageNumber))].flatMap((pageNumber) => {
      const own = rows.filter((row) => row.pageNumber === pageNumber);
      const box = unionOfBoxes(own.flatMap((row) => row.segments.map((segment) => segment.box)));
      return box ? [{ pageNumber, box }] : [];
    }),
    strayRuns: [],
  };
}

/** The stretches of x in which figures stand over one another, left to right. */
function columnsOf(figures: readonly Segment[]): readonly { x0: number; x1: number }[] {
  const columns: { x0: number; x1: number }[] = [];
  for (const { box } of [...figures].sort((a, b) => a.box.x0 - b.box.x0)) {
    const last = columns.at(-1);
    if (last && box.x0 <= last.x1) last.x1 = Math.max(last.x1, box.x1);
    else columns.push({ x0: box.x0, x1: box.x1 });
  }
  return columns;
}

/** Puts labels into the first columns and everything over or in a column of figures into it. */
function placeSegments(
  segments: readonly Segment[],
  columns: readonly { x0: number; x1: number }[],
): ReadonlyMap<number, readonly Segment[]> {
  const cells = new Map<number, Segment[]>();
  const first = columns[0]?.x0 ?? 0;
  let labels = 0;
  for (const segment of segments) {
    const column = columns.findIndex(({ x0, x1 }) => segment.box.x0 <= x1 && segment.box.x1 >= x0);
    const isLabel = column < 0 || segment.box.x0 < first;
    const at = isLabel ? Math.min(labels++, MOST_LABELS - 1) : MOST_LABELS + column;
    cells.set(at, [...(cells.get(at) ?? []), segment]);
  }
  return cells;
}

/** Columns of figures that hold one segment each. */
function countFigures(cells: ReadonlyMap<number, readonly Segment[]>): number {
  return [...cells].filter(([at, segments]) => at >= MOST_LABELS && segments.length === 1).length;
}

function toCell(
  segments: readonly Segment[],
  { rowIndex, columnIndex, pageNumber }: { rowIndex: number; columnIndex: number; pageNumber: number },
): Cell {
  const text = segments.map((segment) => segment.text).join(' ');
  const box = unionOfBoxes(segments.map((segment) => segment.box));
  return {
    rowIndex,
    columnIndex,
    rowSpan: 1,
    columnSpan: 1,
    text,
    baseText: segments.map((segment) => segment.baseText).join(' '),
    parts: box ? [{ pageNumber, box, text }] : [],
    runs: lineDigitRuns(
      segments.map((segment) => segment.glyphs),
      pageNumber,
    ),
    doubts: text.includes('\ufffd') ? ['unreadable-glyph'] : [],
  };
}
