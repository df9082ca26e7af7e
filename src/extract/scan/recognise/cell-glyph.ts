/** What the steps that part a cell into glyphs hand to one another. */
import type { GreyImage, PixelBox } from '../grey-image.js';
import type { Components } from './components.js';

/** A glyph of a cell and what its shape may be. */
export interface CellGlyph {
  readonly box: PixelBox;
  readonly isOwn: (x: number, y: number) => boolean;
  /** How it may be read by its shape, with shares that sum to 1 at most; best first. */
  readonly odds: ReadonlyMap<string, number>;
  /** For digits and the like; absent for signs that place and size tell. */
  readonly features?: Float32Array;
  /** False where pieces were put together or cut apart by guess. */
  readonly isWhole: boolean;
}

/** A picture of a cell with its pieces of ink. */
export interface CellInk {
  readonly image: GreyImage;
  readonly components: Components;
  /** How high the digits of this cell are, in pixels. */
  readonly digitPx: number;
  /** How high digits are in most cells. */
  readonly usualPx: number;
}

/** Pieces of ink that lie over one another. */
export interface Group {
  /** Places in the list of pieces. */
  readonly members: readonly number[];
  readonly box: PixelBox;
}

/** The likeliest reading of a glyph by its shape, and its share. */
export function bestOf({ odds }: CellGlyph): readonly [string, number] {
  return [...odds][0] ?? ['', 0];
}
