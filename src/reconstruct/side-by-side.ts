/**
 * Parts a text in which two reports stand side by side on the same lines, as in a comparison of two years: where a gutter runs
 * down the text, and much of what stands left of it stands right of it too.
 */
import type { TextPage } from '../model/index.js';

/** A gap in a line that may be the gutter: so many spaces at least. */
const GAP = / {4,}/gu;
/** Share of the lines with text in which the right side begins at the same place. */
const GUTTER_SHARE = 0.3;
/** So many different texts that stand on both sides are the same form printed twice. */
const FEWEST_ALIKE = 8;
/** Chinese characters a text must have to count among them. */
const SHORTEST_TEXT = 4;

/** The page itself, or two pages: what stands on the left of it, and what stands on the right. */
export function partSideBySide(page: TextPage): readonly TextPage[] {
  const gutter = findGutter(page.lines);
  if (gutter === undefined) return [page];
  const halves = page.lines.map((line) => partLine(line, gutter));
  const left = halves.map(([text]) => text);
  const right = halves.map(([, text]) => text);
  const texts = new Set(left.map(bareText));
  const alike = new Set(right.map(bareText).filter((text) => texts.has(text) && text.length >= SHORTEST_TEXT));
  if (alike.size < FEWEST_ALIKE) return [page];
  return [left, right].map((lines) => ({ ...page, lines }));
}

/** Where the right side begins, in half widths from the left; `undefined` where no place is common to enough lines. */
function findGutter(lines: readonly string[]): number | undefined {
  const counts = new Map<number, number>();
  for (const line of lines) {
    for (const { end } of gapsOf(line)) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const filled = lines.filter((line) => line.trim() !== '').length;
  return best && best[1] >= GUTTER_SHARE * filled ? best[0] : undefined;
}

interface Gap {
  /** Index of its first space. */
  readonly at: number;
  readonly length: number;
  /** Where it ends, in half widths from the left. */
  readonly end: number;
}

function gapsOf(line: string): readonly Gap[] {
  return [...line.matchAll(GAP)].map((match) => {
    const length = match[0].length;
    return { at: match.index, length, end: widthOf(line.slice(0, match.index)) + length };
  });
}

/** A line's left and right side. What is longer than the left side moves the right one on. */
function partLine(line: string, gutter: number): readonly [string, string] {
  const gap = gapsOf(line).find(({ end }) => end >= gutter);
  if (!gap) return [line, ''];
  return [line.slice(0, gap.at), line.slice(gap.at + gap.length)];
}

/** The letters of a line: figures differ from report to report. */
function bareText(line: string): string {
  return line.replace(/\P{Script=Han}/gu, '');
}

/** Chinese characters and full-width forms are twice as wide as others. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2), 0);
}
