/** Lines of a page without rules, cut at wide gaps into segments, and where a run of them may be a table. */
import { middleY } from '../model/index.js';
import type { Bbox } from '../model/index.js';
import { FIGURE_UNIT, hasDigit } from './digit-runs.js';
import type { LineKind } from './end-of-table.js';
import { boxOfLine, textOfLines } from './glyphs-to-text-lines.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';
import { furnitureTest } from './furniture.js';
import { repeatedHeaders } from './headers-on-pages.js';
import { HEADING, isValue, LONGEST_HEADER_WORD, LONGEST_PIECE, rowKind, SENTENCE } from './line-to-row.js';
import { overprintParts } from './overprint-parts.js';
import type { PageLine, PageParts } from './page-parts.js';
import { spreadStretches } from './spread-texts.js';

/** A gap wider than this share of the size parts two cells; justified text has narrower ones. */
const CELL_GAP_SHARE = 0.6;
/** A heading is at least this many times as large as the text of the tables. */
const HEADING_RATIO = 1.12;

/** Text of a line between two wide gaps. */
export interface Segment {
  readonly text: string;
  /** Without raised marks. */
  readonly baseText: string;
  readonly box: Bbox;
  readonly glyphs: GlyphLine;
  /** Middle of the line in points. */
  readonly y: number;
  /** Size of its largest glyph in points. */
  readonly size: number;
  /** A number that counts the rows: it stands left of their labels. */
  readonly isSerial?: boolean;
  /** Its characters are spread over the width of its cell: the gaps between them part nothing. */
  readonly isSpread?: boolean;
}

/** A line with its segments, left to right. */
export interface AlignedLine {
  readonly pageNumber: number;
  readonly segments: readonly Segment[];
  readonly kind: LineKind;
}

/** The lines of all pages with what each is; page furniture is noise. */
export function markedLines(pages: readonly PageParts[]): readonly AlignedLine[] {
  const isFurniture = furnitureTest(pages);
  const lines = pages.flatMap(({ page, lines: own }) => {
    const parts = overprintParts(page.glyphs);
    const stretches = spreadStretches(own.map(({ glyphs }) => glyphs));
    return own.map((line) => ({
      line,
      segments: stretches(line.glyphs)
        .flatMap(({ glyphs, isSpread }) =>
          isSpread ? spreadSegment(glyphs) : parts(glyphs).flatMap((part) => toSegments(part)),
        )
        .sort(byLeft),
    }));
  });
  const rows = lines.filter(({ segments }) => isRow(segments)).map(({ line }) => line.fontSize);
  const usualSize = rows.sort((a, b) => a - b)[rows.length >> 1] ?? 0;
  const kinds = new Map<PageLine, LineKind>(
    lines.map(({ line, segments }) => [line, isFurniture(line) ? 'noise' : kindOf(line, segments, usualSize)]),
  );
  const own = lines.map(({ line }) => line).filter((line) => kinds.get(line) !== 'noise');
  const repeated = repeatedHeaders(own, (line) => kinds.get(line) !== 'text');
  const marked: AlignedLine[] = [];
  let before: PageLine | undefined;
  for (const { line, segments } of lines) {
    // A table with rules between two lines parts them.
    const isParted = before?.pageNumber === line.pageNumber && before.tablesBefore !== line.tablesBefore;
    const isPartedByBreak = before && before.pageNumber !== line.pageNumber && line.tablesBefore > 0;
    if (isParted || isPartedByBreak || line.isApart === true)
      marked.push({ pageNumber: line.pageNumber, segments: [], kind: 'text' });
    const kind = repeated.has(line) ? 'noise' : (kinds.get(line) ?? 'text');
    marked.push({ pageNumber: line.pageNumber, segments, kind });
    before = line;
  }
  return marked;
}

function spreadSegment(glyphs: GlyphLine): readonly Segment[] {
  const segment = toSegment(glyphs);
  return segment ? [{ ...segment, isSpread: true }] : [];
}

function byLeft(a: Segment, b: Segment): number {
  return a.box.x0 - b.box.x0;
}

/** The end of a remark behind a figure, on a line of its own: it says nothing, and is no header of what follows. */
const END_OF_REMARK = /^[件条项个]?[)）\]］〕]$/u;

function kindOf(line: PageLine, segments: readonly Segment[], usualSize: number): LineKind {
  if (END_OF_REMARK.test(line.text)) return 'noise';
  const isHeading = HEADING.test(line.text) && line.fontSize >= HEADING_RATIO * usualSize;
  if (isHeading || SENTENCE.test(line.text)) return 'text';
  if (isRow(segments)) return rowKind(segments.map((segment) => segment.baseText));
  return segments.length > 1 || line.text.length <= LONGEST_PIECE ? 'piece' : 'text';
}

function isRow(segments: readonly Segment[]): boolean {
  if (isFigure(segments.at(-1))) return true;
  return segments.length > 1 && segments.every(({ text }) => text.length <= LONGEST_HEADER_WORD && !hasDigit(text));
}

/** A figure with a unit, a note or a remark behind it; `1.其他` is a label. */
const NOTED_FIGURE = new RegExp(
  String.raw`^[+\-−－]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?\s?${FIGURE_UNIT}?\s?(?:[\u2460-\u249b\u2776-\u2793*※\u00b9\u00b2\u00b3[［〔]|[（(](?![一二三四五六七八九十]+[）)])).*$`,
  'u',
);

/** `4 4 25 5. 73`: digits set apart. */
const SPACED_FIGURE = /^[\d., ]+$/u;

/** True for a segment that is nothing but a figure, or figures with spaces between, or a mark in place of one. */
export function isFigure(segment: Segment | undefined): boolean {
  const text = segment?.baseText ?? '';
  if (text === '') return false;
  const isSpaced = SPACED_FIGURE.test(text) && isValue(text.replace(/ /gu, ''));
  return isSpaced || isValue(text) || NOTED_FIGURE.test(text) || text.split(' ').every((word) => isValue(word));
}

/** Cuts a line at its wide gaps. */
export function toSegments(line: GlyphLine, gapShare = CELL_GAP_SHARE): readonly Segment[] {
  const groups: GlyphLine[] = [];
  let current: GlyphLine[number][] = [];
  for (const glyph of line) {
    const last = current.at(-1);
    const size = Math.min(glyph.glyph.fontSize, last?.glyph.fontSize ?? Infinity);
    if (last && glyph.box.x0 - last.box.x1 > gapShare * size) {
      groups.push(current);
      current = [];
    }
    current.push(glyph);
  }
  groups.push(current);
  return groups.flatMap((glyphs) => toSegment(glyphs) ?? []);
}

/** A segment of some glyphs of a line; `undefined` where they print nothing. */
export function toSegment(glyphs: GlyphLine): Segment | undefined {
  const box = boxOfLine(glyphs);
  const text = textOfLines([glyphs]);
  if (!box || text === '') return undefined;
  const baseText = textOfLines([glyphs], (glyph) => !glyph.isRaised);
  const size = Math.max(...glyphs.map(({ glyph }) => glyph.fontSize));
  return { text, baseText, box, glyphs, y: middleY(box), size };
}

/** Figures at the end of a line; what stands before its last words is label. */
export function figuresOf(segments: readonly Segment[]): readonly Segment[] {
  const lastWord = segments.findLastIndex((segment) => segment.isSerial === true || !isFigure(segment));
  return segments.slice(lastWord + 1);
}

/** What stands before them. */
export function labelsOf({ segments }: AlignedLine): readonly Segment[] {
  return segments.slice(0, segments.length - figuresOf(segments).length);
}
