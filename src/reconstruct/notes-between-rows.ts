/** Tells sentences that stand between two rows of one table, as notes do, from those that end it. */
import { figuresOf } from './aligned-lines.js';
import type { AlignedLine, Segment } from './aligned-lines.js';

/** A note within a table has no more lines. */
const MOST_LINES = 2;
/** Figures that stand over one another on both sides of it: fewer may do so by chance. */
const FEWEST_FIGURES = 3;
/** Lines of the next row's label that may stand above its figures. */
const LABELS_ABOVE = 3;

/** The lines; those of notes between rows are noise. */
export function withoutNotes(all: readonly AlignedLine[]): readonly AlignedLine[] {
  const notes = new Set<AlignedLine>();
  const lines = all.filter(({ kind }) => kind !== 'noise');
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'text' || lines[at - 1]?.kind === 'text') continue;
    const after = lines.slice(at).findIndex(({ kind }) => kind !== 'text');
    const note = lines.slice(at, at + after);
    const isParted = note.some(({ segments }) => segments.length === 0);
    if (after < 1 || after > MOST_LINES || isParted) continue;
    if (goesOn(lines[at - 1], lines.slice(at + after, at + after + LABELS_ABOVE + 1))) {
      for (const each of note) notes.add(each);
    }
  }
  return notes.size === 0 ? all : all.map((line) => (notes.has(line) ? { ...line, kind: 'noise' } : line));
}

/** Whether the next figures stand in the columns of those above, with nothing but labels between. */
function goesOn(above: AlignedLine | undefined, below: readonly AlignedLine[]): boolean {
  const upper = figuresOf(above?.segments ?? []);
  const left = upper[0]?.box.x0 ?? -Infinity;
  for (const { kind, segments, pageNumber } of below) {
    const lower = figuresOf(segments);
    if (!above || kind === 'text' || pageNumber - above.pageNumber > 1) return false;
    if (lower.length > 0) return areSameColumns(upper, lower);
    if (segments.some(({ box }) => box.x1 > left)) return false;
  }
  return false;
}

/** Whether each figure of the row with fewer stands over or under one of the other, and no other one. */
function areSameColumns(upper: readonly Segment[], lower: readonly Segment[]): boolean {
  const [few, many] = upper.length < lower.length ? [upper, lower] : [lower, upper];
  const partners = few.map((figure) => many.filter(({ box }) => box.x0 < figure.box.x1 && box.x1 > figure.box.x0));
  const isPaired = partners.every((own) => own.length === 1);
  return few.length >= FEWEST_FIGURES && isPaired && new Set(partners.flat()).size === few.length;
}
