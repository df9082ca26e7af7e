// How a document looks on paper: what the renderers for Chromium, LibreOffice and the raw writer have in common. A
// renderer ignores what it cannot do.

/** How the lines of a table are drawn. */
export type RuleStyle =
  | 'solid'
  /** Cells with a background on a black table: the lines are the gaps, as old web pages do. */
  | 'gaps'
  | 'hairline'
  | 'thick-outside'
  | 'double'
  | 'dotted'
  | 'dashed'
  | 'grey'
  /** No left and right outer line. */
  | 'open-sides'
  | 'no-right'
  /** No line at the bottom of the table. */
  | 'open-bottom'
  | 'horizontal'
  | 'none'
  /** One line above the table, one under its header, one below: the way journals print. */
  | 'three-line'
  /** Every cell has a frame of its own, a gap between them. */
  | 'separate'
  /** White lines between coloured cells. */
  | 'white'
  /** No lines, every other row coloured. */
  | 'zebra'
  /** Lines around the cells of the header, and no others. */
  | 'header-only'
  /** Raw writer: lines are thin filled rectangles. */
  | 'fills';

/** How a label that runs downwards is set. */
export type VerticalStyle =
  /** A column as wide as one character. */
  | 'narrow'
  /** One character a line, forced breaks. */
  | 'stacked'
  /** The writing mode of the page: upright characters, top to bottom. */
  | 'upright'
  /** The whole line turned by a quarter. */
  | 'turned'
  /** Not vertical at all. */
  | 'level';

/** The look of a document. */
export interface PageStyle {
  readonly landscape?: boolean;
  readonly marginMm?: number;
  readonly font?: 'serif' | 'sans' | 'fallback';
  readonly bodyPt?: number;
  readonly tablePt?: number;
  /** Size of the figures where it differs from the labels'. */
  readonly figurePt?: number;
  readonly paddingPt?: number;
  readonly rules?: RuleStyle;
  readonly bands?: boolean;
  readonly repeatHeader?: boolean;
  /** Rows may be cut by a page break; `whole` keeps every row in one piece. */
  readonly rowBreaks?: 'cut' | 'whole';
  /** Extra height of the rows, so that a table runs over more pages. */
  readonly rowHeightPt?: number;
  /** Where figures stand in their cells; `mixed`: those of totals right, of the first column left, all others centred;
   * `turns`: right and left by turns from column to column. */
  readonly align?: 'center' | 'left' | 'right' | 'mixed' | 'turns';
  /** The same from top to bottom; `mixed`: by turns from column to column. */
  readonly valign?: 'top' | 'middle' | 'bottom' | 'mixed';
  readonly vertical?: VerticalStyle;
  /** Downward headers in tables three and four. */
  readonly verticalHeaders?: boolean;
  readonly pageNumber?: '- n -' | '— n —' | 'n / N' | 'n';
  readonly runningHeader?: string;
  /** Page numbers stand at the right margin, under the last column of the tables; raw writer: right below them. */
  readonly numberAtRight?: boolean;
  readonly watermark?: string;
  /** Chromium: a small text all over every page, as offices mark who printed it; turned by so many degrees. */
  readonly tiles?: { readonly text: string; readonly degrees: number };
  /** Raw writer: the watermark is level and as small as a heading, in the middle of the page. */
  readonly levelWatermark?: boolean;
  /** The same, on each page elsewhere, as a stamp is. */
  readonly strayWatermark?: boolean;
  /** Digits of a figure are set apart. */
  readonly letterSpacedFigures?: boolean;
  /** Labels are spread over the width of their cell. */
  readonly spreadLabels?: boolean;
  readonly tableWidthPercent?: number;
  /** Chromium: rules of style sheets for what has no option of its own. */
  readonly css?: string;
  /** Figures and prose in a Latin font, Chinese falling back. */
  readonly latinFont?: 'DejaVu Serif' | 'Liberation Serif' | 'DejaVu Sans Mono';
  /** Chromium prints the tables as pictures: no text to read. */
  readonly pictured?: boolean;
  /** Pages with tables are landscape, the others portrait. */
  readonly wideTables?: boolean;
  /** Figures stay on one line and run over the edges of their cells. */
  readonly overflow?: boolean;
  /** Paper other than A4, as CSS says it. */
  readonly paper?: string;
  /** Figures stand on a line of their own, as in a form to fill in. */
  readonly underlined?: boolean;
  /** A slanted line through the corner cell of table three. */
  readonly slanted?: boolean;
  /** A round seal lies over the tables. */
  readonly seal?: string;
  /** A structure tree in the file (Chromium's default); without it files are smaller. */
  readonly tagged?: boolean;
  /** Header and footer as a browser prints them by itself: date, title, address, page of pages. */
  readonly browserMargins?: boolean;
}

/** Where the text of a cell stands. */
export function alignOf({ kind, key }: { readonly kind: string; readonly key?: string }, style: PageStyle): string {
  if (kind === 'label') return 'left';
  if (kind !== 'value') return 'center';
  if (style.align === 'turns') return COLUMNS.indexOf(key?.split('/').at(-1) ?? '') % 2 === 0 ? 'right' : 'left';
  if (style.align !== 'mixed') return style.align ?? 'center';
  return key?.endsWith('/total') === true ? 'right' : key?.endsWith('/natural_person') === true ? 'left' : 'center';
}

/** Columns of the tables in their order, as far as every other one needs to be known. */
const COLUMNS = [
  ...['natural_person', 'business', 'research', 'social', 'legal_service', 'other_org'],
  ...['made', 'repealed', 'valid', 'upheld', 'corrected', 'other', 'pending', 'total'],
];

/** Where a cell's text stands from top to bottom. */
export function valignOf(
  { kind, key = '' }: { readonly kind: string; readonly key?: string },
  { valign = 'middle' }: PageStyle,
): 'top' | 'middle' | 'bottom' {
  if (valign !== 'mixed') return valign;
  const column = key.slice(key.lastIndexOf('/') + 1);
  return kind === 'value' ? ((['top', 'middle', 'bottom'] as const)[column.length % 3] ?? 'middle') : 'middle';
}
