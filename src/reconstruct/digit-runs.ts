/** Finds the unbroken runs of digits in lines of glyphs: the tokens that must end in exactly one cell each. */
import { unionOfBoxes } from '../model/index.js';
import type { DigitRun } from '../model/index.js';
import type { GlyphLine, PlacedGlyph } from './glyphs-to-text-lines.js';

const DIGIT = /[0-9\uff10-\uff19]/u;
/** Marks that belong to a number when digits stand on both sides. */
const SEPARATOR = /^[.,\uff0e\uff0c]$/u;

/** A unit behind a figure in its cell, for patterns. */
export const FIGURE_UNIT = '(?:亿元|万元|人次|元|件|条|项|次|个)';

/** True for a text that holds a decimal digit, ASCII or full-width. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

/** True for a digit, or a mark that stands inside a number. */
export function isNumberPart(text: string): boolean {
  return DIGIT.test(text) || SEPARATOR.test(text);
}

/** The runs of digits of some lines, in reading order. */
export function lineDigitRuns(lines: readonly GlyphLine[], pageNumber: number): readonly DigitRun[] {
  return lines.flatMap((line) => splitRuns(line).map((run) => toDigitRun(run, pageNumber)));
}

function splitRuns(line: GlyphLine): readonly (readonly PlacedGlyph[])[] {
  const runs: PlacedGlyph[][] = [];
  let current: PlacedGlyph[] = [];
  const close = (): void => {
    while (current.length > 0 && !hasDigit(current.at(-1)?.glyph.text ?? '')) current.pop();
    if (current.length > 0) runs.push(current);
    current = [];
  };
  for (const glyph of line) {
    const isDigit = hasDigit(glyph.glyph.text);
    const last = current.at(-1);
    if (last && (glyph.hasSpaceBefore || last.isRaised !== glyph.isRaised)) close();
    if (isDigit || (current.length > 0 && SEPARATOR.test(glyph.glyph.text))) current.push(glyph);
    else close();
  }
  close();
  return runs;
}

function toDigitRun(run: readonly PlacedGlyph[], pageNumber: number): DigitRun {
  const box = unionOfBoxes(run.map(({ glyph }) => glyph.box));
  return { text: run.map(({ glyph }) => glyph.text).join(''), pageNumber, ...(box && { box }) };
}

/** The runs of digits of a text without places. */
export function textDigitRuns(text: string): readonly DigitRun[] {
  const matches = text.match(/[0-9\uff10-\uff19]+(?:[.,\uff0e\uff0c][0-9\uff10-\uff19]+)*/gu) ?? [];
  return matches.map((match) => ({ text: match, pageNumber: 0 }));
}
