/** What reads the pictures of cells and lines. It knows glyphs and nothing of tables or forms. */
import type { GreyImage, PixelBox } from '../grey-image.js';

/** The inside of one cell, or one block of running text, cut from an upright page. */
export interface Cutting {
  /** Named by the caller, unique within one call. */
  readonly id: string;
  readonly image: GreyImage;
  /** 1 where there is ink, rules and specks taken off; as many values as the image has. */
  readonly ink: Uint8Array;
}

/** One way to read a glyph. */
export interface GlyphReading {
  /** Empty where there may be no glyph at all. */
  readonly text: string;
  /** In [0, 1]: how likely the glyph is this text, calibrated on degraded pages. */
  readonly confidence: number;
}

/** One glyph as read. */
export interface ReadGlyph {
  /** Within the cutting. */
  readonly box: PixelBox;
  /** Best first, at least one. */
  readonly readings: readonly GlyphReading[];
}

/** A cell that was read as a figure. */
export interface ReadCell {
  readonly cutting: Cutting;
  /** Left to right. */
  readonly glyphs: readonly ReadGlyph[];
}

/** What a cutting of one cell holds. */
export type CellReading =
  /** No ink beyond specks. */
  | { readonly id: string; readonly kind: 'blank' }
  /** Digits, signs, dashes, strokes: what a cell for figures may hold; left to right. */
  | {
      readonly id: string;
      readonly kind: 'figure';
      readonly glyphs: readonly ReadGlyph[];
    }
  /** Ink that is none of these: wording, or a figure with wording. */
  | { readonly id: string; readonly kind: 'wording' };

/** A line of text as read, left to right. */
export interface ReadLine {
  readonly glyphs: readonly ReadGlyph[];
}

/** What a cutting of text says. */
export interface TextReading {
  readonly id: string;
  readonly lines: readonly ReadLine[];
}

/** Reads cuttings. Holds programs and models that are used for many documents; close it at the end. */
export interface Recogniser {
  /**
   * Reads cells that may hold figures. All those of a document are to be given at once: shapes that are alike within a
   * document are read alike.
   *
   * @returns one reading for each cutting, in their order
   */
  readCells(cuttings: readonly Cutting[]): Promise<readonly CellReading[]>;
  /**
   * Reads Chinese text.
   *
   * @param wordings what the text is likely to say, or a part of it; what does is read in a fraction of the time
   * @returns one reading for each cutting, in their order
   */
  readText(cuttings: readonly Cutting[], wordings?: readonly string[]): Promise<readonly TextReading[]>;
  /**
   * Reads figures once more in another way. It takes longer, so only what is doubtful and matters is to be given.
   *
   * @returns the glyphs of each, in their order, with what both readings say
   */
  readAgain(cells: readonly ReadCell[]): Promise<readonly (readonly ReadGlyph[])[]>;
  /** How many characters of the cuttings are known for sure by their shape alone: few where they stand on their heads. */
  countKnown(cuttings: readonly Cutting[]): number;
  /** Gives back everything the recogniser holds. */
  close(): Promise<void>;
}
