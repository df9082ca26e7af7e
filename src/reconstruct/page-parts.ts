/** What one page holds once its rules are read: the types that the steps after it share. */
import type { Bbox, PositionedPage, TextLine } from '../model/index.js';
import type { FilledGrid } from './fill-grid.js';
import type { GlyphLine } from './glyphs-to-text-lines.js';

/** A table as far as one page shows it. */
export interface PageTable extends FilledGrid {
  readonly pageNumber: number;
}

/** One page, laid out. */
export interface PageParts {
  readonly page: PositionedPage;
  /** From top to bottom. */
  readonly tables: readonly PageTable[];
  /** From top to bottom; `tablesBefore` counts the tables of this page only. */
  readonly lines: readonly PageLine[];
}

/** A line of text with its glyphs. */
export interface PageLine extends TextLine {
  readonly box: Bbox;
  readonly fontSize: number;
  readonly glyphs: GlyphLine;
  /** True for the first line of tables side by side, and of those at the right: it goes on from none before it. */
  readonly isApart?: true;
}
