/**
 * What `extract` hands on: pages as they are drawn, the lines of a text dump, or a document's mark-up. No page knows what
 * its text means.
 */
import type { Bbox } from './bbox.js';
import type { MarkupPage } from './markup.js';

/** Which of the two PDF readers made a page. */
export type PdfReader = 'pdfium' | 'pdfjs';

/** What made a page: a PDF reader from the file's text, recognition from what the page shows, or the places that mark-up states. */
export type PageReader = PdfReader | 'scan' | 'markup';

/** One page of a source. */
export type Page = PositionedPage | TextPage | MarkupPage;

/** A page on which every glyph has its place. */
export interface PositionedPage {
  readonly kind: 'positioned';
  /** From 1. */
  readonly pageNumber: number;
  /** Width of the rotated crop box in points. */
  readonly width: number;
  /** Height of the rotated crop box in points. */
  readonly height: number;
  readonly reader: PageReader;
  /** Fonts the glyphs refer to by index. */
  readonly fonts: readonly PageFont[];
  /** Drawn characters in the order of the content stream; white space and glyphs outside the page left out. */
  readonly glyphs: readonly Glyph[];
  /** Drawn straight rules: axis-parallel strokes and thin filled rectangles, as drawn, not yet joined. */
  readonly rulings: readonly Ruling[];
  /** Boxes of rectangular clip paths narrower or lower than the page: many producers clip each table cell. */
  readonly clips: readonly Bbox[];
  /** Boxes of raster images. */
  readonly images: readonly Bbox[];
  /** Why this page's text may be incomplete or wrong; empty when the reader saw nothing odd. */
  readonly doubts: readonly PageDoubt[];
  /** Where this page lies on a page of the source; absent where it is that page. */
  readonly origin?: PageOrigin;
}

/** A page that was turned upright, or cut from a sheet that shows two. */
export interface PageOrigin {
  /** Of the source's page, from 1. */
  readonly pageNumber: number;
  /** Takes a point (x, y) of this page to (a·x + c·y + e, b·x + d·y + f) on the source's page, in points. */
  readonly toSource: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
}

/** Pages of mark-up that states where its text stands. */
export interface PlacedPages {
  readonly kind: 'placed';
  /** Ascending. */
  readonly pages: readonly PositionedPage[];
  /** Whether fonts that the file brings along draw the digits, and may draw others. */
  readonly isUnproved: boolean;
  /** Text that stands behind other text in its line, of which it is known but roughly how wide it is. */
  readonly unsure: readonly PlacedText[];
}

/** Where a text stands. */
export interface PlacedText {
  readonly pageNumber: number;
  readonly box: Bbox;
}

/** A page of a text dump: lines without places. */
export interface TextPage {
  readonly kind: 'text';
  /** From 1. */
  readonly pageNumber: number;
  /** Lines without their line ends, tabs kept. */
  readonly lines: readonly string[];
}

/** A font as far as reading depends on it. */
export interface PageFont {
  /** PostScript name without a subset prefix (`ABCDEF+`); empty when the file names none. */
  readonly name: string;
  readonly embedded: boolean;
}

/** One drawn character, or several where the text layer maps one glyph to several (a ligature). */
export interface Glyph {
  /** Unicode text as the text layer gives it, unnormalised; `\uFFFD` where it gives none. */
  readonly text: string;
  /** The glyph's cell: its advance wide and its font's ascent to descent high (never the tight ink box). */
  readonly box: Bbox;
  /** Effective size in points after all transforms. */
  readonly fontSize: number;
  /** Index into the page's `fonts`. */
  readonly font: number;
  /**
   * Clockwise rotation of the upright glyph as seen on the page: 0 upright, 90 turned with its top to the right. Only
   * the nearest multiple of 90. Upright glyphs of a vertical writing mode have 0.
   */
  readonly angleDeg: 0 | 90 | 180 | 270;
  /** True where its text runs aslant and other text of the page does not: a watermark, never part of the report. */
  readonly isSlanted?: true;
  /** False where the text is drawn with an invisible rendering mode, as under a scanned image. */
  readonly isVisible: boolean;
  /** True where an opaque area painted later lies over all of it: it is not visible, though it once was there. */
  readonly isCovered?: true;
  /** What a recognised glyph may be, best first, `text` the first; absent for glyphs of a text layer. */
  readonly readings?: readonly TextReading[];
}

/** One way to read a text. */
export interface TextReading {
  readonly text: string;
  /** In [0, 1]: how likely the text is this. */
  readonly confidence: number;
}

/** A drawn straight rule, horizontal or vertical. */
export interface Ruling {
  readonly orientation: 'horizontal' | 'vertical';
  /** Middle of the rule across its length: y of a horizontal one, x of a vertical one. */
  readonly position: number;
  /** Lesser end along its length. */
  readonly start: number;
  /** Greater end along its length. */
  readonly end: number;
  readonly thickness: number;
  readonly source: 'stroke' | 'fill';
}

/**
 * Why a page's text is doubtful. `layers`: some content belongs to a layer that may be switched off, and the reader shows it
 * either way; `covered`: some lies under what was painted over it; `prose-unread`: text outside the tables was left unread, as was asked for.
 */
export type PageDoubtKind = 'font-not-embedded' | 'no-unicode' | 'odd-boxes' | 'layers' | 'covered' | 'prose-unread';

/** One reason to doubt a page's text. */
export interface PageDoubt {
  readonly kind: PageDoubtKind;
  /** What was seen, for people: a font's name, a count. */
  readonly detail: string;
}
