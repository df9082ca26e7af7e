/**
 * Measures whether a point may be hidden beside a digit: blur may glue it to one, but then the next stands further off, for all
 * digits of a font are as wide.
 */
import type { CellGlyph } from './cell-glyph.js';

/** From one digit to the next in most fonts, in shares of their height. */
const USUAL_PITCH = 0.72;

/** A digit's neighbours, and how high and wide digits of its cell are. */
export interface Beside {
  readonly before: CellGlyph | undefined;
  readonly after: CellGlyph | undefined;
  readonly digitPx: number;
  readonly usualPx: number;
}

/** How far digits of a document stand from one to the next, in shares of their height. */
export function usualPitch(
  cells: readonly { readonly glyphs: readonly CellGlyph[]; readonly digitPx: number }[],
): number {
  const pitches = cells.flatMap(({ glyphs, digitPx }) =>
    glyphs.slice(1).flatMap((glyph, k) => {
      const before = glyphs[k];
      if (!before || !isDigit(before) || !isDigit(glyph)) return [];
      return [(glyph.box.x0 + glyph.box.x1 - before.box.x0 - before.box.x1) / 2 / digitPx];
    }),
  );
  return pitches.sort((a, b) => a - b)[pitches.length >> 1] ?? USUAL_PITCH;
}

/**
 * How much further off than usual the digits beside one stand, in shares of their height, by whichever edges are further; what
 * is glued to one of them is part of its box.
 *
 * @returns `-Infinity` where no digit stands beside it
 */
export function roomBeside(glyph: CellGlyph, { before, after, digitPx, usualPx }: Beside, pitch: number): number {
  // A 1 has more paper of its own on both sides than others.
  const edgesOf = ({ box: { x0, x1 } }: CellGlyph): readonly [number, number] => {
    const lacking = Math.max(0, usualPx - (x1 - x0)) / 2;
    return [x0 - lacking, x1 + lacking];
  };
  const [x0, x1] = edgesOf(glyph);
  const rooms = [before, after].flatMap((other) => {
    if (!other || !isDigit(other)) return [];
    const [otherX0, otherX1] = edgesOf(other);
    return [Math.max(Math.abs(x0 - otherX0), Math.abs(x1 - otherX1)) / digitPx - pitch];
  });
  return Math.max(...rooms);
}

const isDigit = ({ features }: CellGlyph): boolean => features !== undefined;
