/** Where lines of figures stand on their page, in points down it, and how large they are. */
import type { Segment } from './aligned-lines.js';

/** Texts whose middles differ by less than this share of their size stand on one line. */
export const SAME_HEIGHT = 0.35;

/** The size of the largest of some texts; 0 for none. */
export function sizeOf(line: readonly Segment[]): number {
  return Math.max(0, ...line.map(({ size }) => size));
}

/** The heights between which texts stand; a row may have some at its top and others at its foot. */
export function rangeOf(line: readonly Segment[]): { readonly top: number; readonly bottom: number } {
  const heights = line.map(({ y }) => y);
  return { top: Math.min(...heights), bottom: Math.max(...heights) };
}

/** Halfway between the highest and the lowest of some texts. */
export function middleHeight(line: readonly Segment[]): number {
  const { top, bottom } = rangeOf(line);
  return (top + bottom) / 2;
}

/** The different heights at which texts stand, ascending. */
export function heightsOf(line: readonly Segment[]): readonly number[] {
  return differentHeights(
    line.map(({ y }) => y),
    SAME_HEIGHT * sizeOf(line),
  );
}

/** Heights in points, ascending, without those that are no further than `room` below another. */
export function differentHeights(all: readonly number[], room: number): readonly number[] {
  const heights: number[] = [];
  for (const y of [...all].sort((a, b) => a - b)) {
    if (y - (heights.at(-1) ?? -Infinity) > room) heights.push(y);
  }
  return heights;
}
