/**
 * A document that says of itself where a cell begins and ends: a web page, a word processor's file. What is on a page is
 * in no place, but in an order, and every cell is certain.
 */

/** A document read from its mark-up: what a reader would see of it, in reading order. */
export interface MarkupPage {
  readonly kind: 'markup';
  /** Always 1: mark-up has no pages. */
  readonly pageNumber: number;
  /** What the document says of itself beside its text; each empty where it says nothing. */
  readonly properties: MarkupProperties;
  readonly blocks: readonly MarkupBlock[];
  /**
   * Where the content of a web page is that its file does not show, as far as it says: made by a script, in a frame, or `hidden` until
   * a script shows it; absent for most.
   */
  readonly elsewhere?: 'script' | 'frame' | 'hidden';
}

/** What a document says of itself: shown in a window's title bar or in a list of files, not on the page. */
export interface MarkupProperties {
  /** The document's title, white space collapsed. */
  readonly title: string;
  /** When it was published, as stated. */
  readonly published: string;
}

/** A paragraph, a table or a picture. */
export type MarkupBlock = MarkupParagraph | MarkupTable | MarkupPicture;

/** Unicode's mark for an object among text stands for a picture in a line: a section that holds one is not empty. */
export const PICTURE_MARK = '\ufffc';

/** Stands where something is shown that cannot be read. */
export const UNREADABLE = '\ufffd';

/** A text of which it is not certain which digits it shows: none of them is read. */
export function withoutDigits(text: string): string {
  return text.replace(/\p{N}/gu, UNREADABLE);
}

/** A picture on a line of its own: what it shows is not known. */
export interface MarkupPicture {
  readonly kind: 'picture';
}

/** A line or a paragraph of text: what stands between two breaks. */
export interface MarkupParagraph {
  readonly kind: 'paragraph';
  /** Not empty; together they hold more than white space. */
  readonly runs: readonly MarkupRun[];
  /** What makes it uncertain which digits it shows; absent for most. */
  readonly doubts?: readonly MarkupCellDoubt[];
}

/** Text in one position on its line; white space as in the source. */
export interface MarkupRun {
  readonly text: string;
  /** Set as a superscript or a subscript: most likely a note mark. */
  readonly isRaised: boolean;
}

/** A table as the source states it: spans need not fit. */
export interface MarkupTable {
  readonly kind: 'table';
  /** Groups of rows (head, bodies, foot) in the order in which they are shown; no cell reaches out of its group. */
  readonly groups: readonly (readonly MarkupTableRow[])[];
}

/** A row of a table; rows and cells that are not shown are left out. */
export interface MarkupTableRow {
  /** Columns left free before the first cell; 0 for most. */
  readonly columnsBefore: number;
  readonly cells: readonly MarkupTableCell[];
}

/** A cell as the source states it. */
export interface MarkupTableCell {
  /** As stated; 0 for "to the end of the group". */
  readonly rowSpan: number;
  /** As stated; at least 1. */
  readonly columnSpan: number;
  readonly blocks: readonly MarkupBlock[];
  /** What makes it uncertain what the cell shows; empty for most. */
  readonly doubts: readonly MarkupCellDoubt[];
}

/** Why what a cell of mark-up shows may not be its text. */
export type MarkupCellDoubt =
  /** Text with digits that is not shown stands in the cell; on a page that is drawn, nothing else does. */
  | 'hidden-text'
  /** A script writes what the cell shows when the page is opened. */
  | 'script-filled'
  /** Styles set what stands in the cell in another order, turn it or move it. */
  | 'order-by-style'
  /** A style sheet writes into the cell what is not known, or may not be seen. */
  | 'text-by-style'
  /** A font that the page brings along draws the cell's digits, and not its letters: it may draw others. */
  | 'font-of-its-own'
  /** A font that the page brings along draws digits and letters alike: it may draw others until sums prove that it does not. */
  | 'font-unproved'
  /** Text with digits that a line is drawn through stood in the cell; it is left out. */
  | 'struck-out'
  /** The cell prints the number of a list, and no words behind it: it may be the figure, or stand before it. */
  | 'list-number'
  /** Other cells of the row hold several rows, line below line; this one has fewer lines, and does not say for which. */
  | 'uneven-lines'
  /** A picture stands in the cell: what it shows is not known. */
  | 'picture-in-cell';
