/**
 * Reads the arguments of pdf.js operators, checking their shape: they are internals of a pinned version, and a change
 * must stop us rather than bend figures.
 */
import type { Affine } from '../affine.js';

/** Opcodes of a path buffer, each followed by its coordinates (pdf.js, `DrawOPS`, which it does not export). */
export const DRAW = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

/** Thrown where an operator's arguments are not of the shape this code was written for. */
export class OperatorShapeError extends TypeError {
  constructor(operator: string, args: unknown) {
    super(`pdf.js: operator ${operator} has arguments of an unknown shape: ${describe(args)}`);
    this.name = 'OperatorShapeError';
  }
}

/** A glyph of `showText`. */
export interface ShownGlyph {
  /** The character code in its font. */
  readonly originalCharCode: number;
  readonly unicode: string;
  /** Advance in thousandths, before the font's matrix. */
  readonly width: number;
  /** True for the one-byte code 32, the one that takes word spacing. */
  readonly isSpace: boolean;
  /** Vertical fonts only: advance (negative), and the position vector's x and y. */
  readonly vmetric?: readonly number[] | null;
}

/** A painted path: which operator paints it, its buffer, and its bounds before any transform. */
export interface ConstructedPath {
  readonly paintedBy: number;
  /** Absent for an empty path. */
  readonly buffer?: Float32Array;
  /** Left, bottom, right, top. */
  readonly bounds?: readonly number[];
}

/** The one number an operator takes. */
export function numberArgument(operator: string, args: unknown, index = 0): number {
  const value = Array.isArray(args) ? (args as unknown[])[index] : undefined;
  if (typeof value !== 'number') throw new OperatorShapeError(operator, args);
  return value;
}

/** The one name an operator takes. */
export function stringArgument(operator: string, args: unknown): string {
  const value = Array.isArray(args) ? (args as unknown[])[0] : undefined;
  if (typeof value !== 'string') throw new OperatorShapeError(operator, args);
  return value;
}

/** The colour an operator takes, given as `#rrggbb`, as one number. */
export function colorArgument(operator: string, args: unknown): number {
  const color = stringArgument(operator, args);
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new OperatorShapeError(operator, args);
  return Number.parseInt(color.slice(1), 16);
}

/** Six numbers as a transform, from an array or a typed array. */
export function affineArgument(operator: string, value: unknown): Affine {
  if (!isNumberList(value) || value.length !== 6) throw new OperatorShapeError(operator, value);
  return [value[0] ?? 1, value[1] ?? 0, value[2] ?? 0, value[3] ?? 1, value[4] ?? 0, value[5] ?? 0];
}

/** Four numbers as a box in the coordinates of the moment; absent where the operator has none. */
export function boxArgument(operator: string, value: unknown): readonly number[] | undefined {
  if (value === null || value === undefined) return undefined;
  if (!isNumberList(value) || value.length !== 4) throw new OperatorShapeError(operator, value);
  return Array.from(value);
}

/** One of an operator's arguments, whatever it is. */
export function argument(args: unknown, index: number): unknown {
  return Array.isArray(args) ? (args as unknown[])[index] : undefined;
}

/** The glyphs and spacings of `showText`: an array of glyphs, numbers and, for codes without a glyph, nothing. */
export function showTextArgument(args: unknown): readonly (ShownGlyph | number | null | undefined)[] {
  const items = argument(args, 0);
  if (!Array.isArray(items)) throw new OperatorShapeError('showText', args);
  for (const item of items as unknown[]) {
    if (typeof item === 'number' || item === null || item === undefined) continue;
    const glyph = item as Partial<Record<keyof ShownGlyph, unknown>>;
    if (
      typeof glyph.unicode !== 'string' ||
      typeof glyph.width !== 'number' ||
      typeof glyph.originalCharCode !== 'number' ||
      typeof glyph.isSpace !== 'boolean'
    ) {
      throw new OperatorShapeError('showText', item);
    }
  }
  return items as (ShownGlyph | number | null | undefined)[];
}

/** The path of `constructPath`: `[painting operator, [buffer or null], bounds or null]`. */
export function constructPathArgument(args: unknown): ConstructedPath {
  const paintedBy = numberArgument('constructPath', args);
  const holder = argument(args, 1);
  if (!Array.isArray(holder) || holder.length !== 1) throw new OperatorShapeError('constructPath', args);
  const buffer: unknown = holder[0];
  if (buffer === null) return { paintedBy };
  const bounds = boxArgument('constructPath', argument(args, 2));
  if (!(buffer instanceof Float32Array) || bounds === undefined) throw new OperatorShapeError('constructPath', args);
  return { paintedBy, buffer, bounds };
}

function isNumberList(value: unknown): value is ArrayLike<number> {
  return value instanceof Float32Array || (Array.isArray(value) && value.every((item) => typeof item === 'number'));
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return (text ?? String(value)).slice(0, 200);
}
