/** A picture of a part of a page, for people to look at. */
import type { Bbox } from './bbox.js';

/** A part of a page, drawn. */
export interface PagePicture {
  /** From 1. */
  readonly pageNumber: number;
  /** What it shows, in points. */
  readonly box: Bbox;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** A PNG file. */
  readonly png: Uint8Array;
  /** True where some text of the page is in a font that the file does not hold: it may be drawn otherwise, or not at all. */
  readonly lacksFonts: boolean;
}
