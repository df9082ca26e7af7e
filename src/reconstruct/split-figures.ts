/** Parts figures from what they nearly touch, by the columns in which the other lines have theirs. */
import { middleX } from '../model/index.js';
import { figuresOf, toSegment } from './aligned-lines.js';
import type { Segment } from './aligned-lines.js';
import { isNumberPart } from './digit-runs.js';
import type { FigureColumn } from './figure-columns.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';

/** Splits the segments of one line where its figures stand in columns of their own. */
export function splitFigures(segments: readonly Segment[], columns: readonly FigureColumn[]): readonly Segment[] {
  const figures = new Set(figuresOf(segments));
  return segments.flatMap((segment) =>
    figures.has(segment) ? splitNumbers(segment, columns) : splitLabel(segment, columns),
  );
}

/** `12345 678`: figures of neighbouring columns with a narrow gap between. */
export function splitNumbers(segment: Segment, columns: readonly FigureColumn[]): readonly Segment[] {
  const words: GlyphLine[] = [];
  for (const glyph of segment.glyphs) {
    const last = words.at(-1);
    if (last && !glyph.hasSpaceBefore) words[words.length - 1] = [...last, glyph];
    else words.push([glyph]);
  }
  if (words.length < 2) return [segment];
  const parts = words.flatMap((word) => toSegment(word) ?? []);
  const places = parts.map((part) => columnAt(part, columns));
  return new Set(places).size === parts.length && !places.includes(-1) ? parts : [segment];
}

/** The index of the column that holds a text's middle; -1 for none. */
export function columnAt({ box }: Segment, columns: readonly FigureColumn[]): number {
  const x = middleX(box);
  return columns.findIndex(({ x0, x1 }) => x >= x0 && x <= x1);
}

/** `2.没有现成信息3`: a figure right behind its label. */
function splitLabel(segment: Segment, columns: readonly FigureColumn[]): readonly Segment[] {
  const { glyphs } = segment;
  let start = glyphs.length;
  while (start > 0 && isNumberPart(glyphs[start - 1]?.glyph.text ?? '')) start--;
  if (start === 0 || start === glyphs.length) return [segment];
  const label = toSegment(glyphs.slice(0, start));
  const figure = toSegment(glyphs.slice(start));
  const column = figure ? columns[columnAt(figure, columns)] : undefined;
  return label && figure && column && figure.box.x0 >= column.x0 - figure.size / 2 ? [label, figure] : [segment];
}

/** So many labels that begin at one place make a column of labels. */
const FEWEST_LABELS = 3;
/** Labels of one column begin at the same place to within this many points. */
const SAME_EDGE = 1;
/** The gap between a group's label and a row's own is at least this share of their size. */
const LABEL_GAP_SHARE = 0.25;

/** The places in points at which several labels begin, those behind a narrow gap included where one begins there by itself. */
export function labelEdges(labels: readonly Segment[]): readonly number[] {
  const isAt = (x: number, other: number): boolean => Math.abs(x - other) <= SAME_EDGE;
  const starts = labels.map(({ box }) => box.x0);
  const behindGaps = labels.flatMap((label) => gapsOf(label).map(({ x }) => x));
  return starts.filter((x) => [...starts, ...behindGaps].filter((other) => isAt(x, other)).length >= FEWEST_LABELS);
}

/** Behind which glyphs of a label a narrow gap parts words from what follows; a number before it counts the rows. */
function gapsOf({ glyphs, size }: Segment): readonly { readonly at: number; readonly x: number }[] {
  return glyphs.flatMap(({ box }, at) => {
    const before = glyphs[at - 1];
    const isGap = before !== undefined && box.x0 - before.box.x1 > LABEL_GAP_SHARE * size;
    return isGap && glyphs.slice(0, at).some(({ glyph }) => HAN.test(glyph.text)) ? [{ at, x: box.x0 }] : [];
  });
}

const HAN = /\p{Script=Han}/u;

/** Parts labels with a narrow gap between, where one begins at the edge of a column of labels. */
export function splitLabels(segments: readonly Segment[], edges: readonly number[]): readonly Segment[] {
  const figures = new Set(figuresOf(segments));
  return segments.flatMap((segment) => {
    if (figures.has(segment) || segment.isSpread === true) return [segment];
    const { at } = gapsOf(segment).find(({ x }) => edges.some((edge) => Math.abs(edge - x) <= SAME_EDGE)) ?? { at: 0 };
    const parts = at > 0 ? [segment.glyphs.slice(0, at), segment.glyphs.slice(at)] : [];
    return parts.length > 0 ? parts.flatMap((part) => toSegment(part) ?? []) : [segment];
  });
}
