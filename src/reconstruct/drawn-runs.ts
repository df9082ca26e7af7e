/** Texts as a page draws them: glyphs that follow one another in the order of drawing and on one line. */
import type { Glyph } from '../model/index.js';

/** Glyphs of one text are no further apart than this share of their size: a space is less. */
const GAP_SHARE = 1;
/** They stand on one line to within this share. */
const SAME_LINE = 0.1;

/** A text as drawn. */
export interface DrawnRun {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
}

/** The texts of a page in the order of drawing. */
export function drawnRuns(glyphs: readonly Glyph[]): readonly DrawnRun[] {
  const runs: { text: string; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.glyphs.at(-1);
    if (run && last && isNext(last, glyph)) {
      run.glyphs.push(glyph);
      run.text += glyph.text;
    } else runs.push({ text: glyph.text, glyphs: [glyph] });
  }
  return runs;
}

function isNext(before: Glyph, { box, fontSize, angleDeg }: Glyph): boolean {
  const gap = box.x0 - before.box.x1;
  const isSameLine = Math.abs(box.bottom - before.box.bottom) < SAME_LINE * fontSize && before.fontSize === fontSize;
  return angleDeg === 0 && before.angleDeg === 0 && isSameLine && gap > -fontSize / 2 && gap < GAP_SHARE * fontSize;
}

/** The text and where it stands, to the nearest point: alike for a text in the same place of two pages. */
export function placeOfRun({ text, glyphs }: DrawnRun): string {
  const [first] = glyphs;
  return `${text} ${Math.round(first?.box.x0 ?? 0)} ${Math.round(first?.box.top ?? 0)}`;
}
