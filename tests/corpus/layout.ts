// What a layout may say. The layouts themselves are in layouts.ts and borderless-layouts.ts.
import type { DocumentStyle } from './document.js';
import type { DumpStyle } from './dump.js';
import type { FigureOptions } from './figures.js';
import type { FormStyle } from './form.js';
import type { NumeralStyle } from './numerals.js';
import type { PageStyle } from './page-style.js';
import type { NamedEncoding, ToUnicode } from './raw-font.js';
import type { RawLayoutStyle } from './raw-layout.js';
import type { RawPdfStyle } from './raw-pdf.js';
import type { TrapStyle } from './raw-traps.js';

/** What makes a document out of figures. */
export type Renderer = 'chromium' | 'libreoffice' | 'raw' | 'text';

/** What only the raw writer does. */
export interface RawStyle extends RawPdfStyle, RawLayoutStyle, TrapStyle {
  readonly encoding?: NamedEncoding;
  readonly fontName?: string;
  /** A subset of an installed font is embedded, and this is what it says of its characters. */
  readonly embedded?: ToUnicode;
}

/** What the publisher does to the form. */
export interface ShapeStyle {
  readonly blocksReordered?: boolean;
  readonly blocksApart?: boolean;
  readonly serial?: boolean;
  readonly titleRows?: boolean;
  readonly noteRow?: boolean;
  /** Table three as two tables. */
  readonly split?: { readonly repeatHeader: boolean; readonly mark: string };
  readonly reviewsApart?: boolean;
  /** The totals of table three stand before all other columns. */
  readonly totalFirst?: boolean;
  /** A note over the whole width between two rows of table three. */
  readonly noteInside?: boolean;
  /** Rows of zeros are not printed. */
  readonly leaveOut?: boolean;
  /** Two columns of table three in each other's place. */
  readonly swapped?: readonly [string, string];
  /** The whole report of another body behind this one, in the same file. */
  readonly twoReports?: boolean;
  /** Table three of the year before, as an appendix. */
  readonly lastYear?: boolean;
  /** A space above table three, so that over many seeds the page break falls everywhere. */
  readonly swept?: boolean;
}

/** A way reports are published. */
export interface Layout {
  readonly figures?: Partial<FigureOptions>;
  readonly form?: FormStyle;
  readonly shape?: ShapeStyle;
  readonly numerals?: NumeralStyle;
  readonly document?: DocumentStyle;
  readonly page?: PageStyle;
  readonly raw?: RawStyle;
  readonly dump?: DumpStyle;
  /** Where not all PDF renderers can draw it. */
  readonly only?: readonly Renderer[];
}
