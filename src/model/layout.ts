/**
 * What `reconstruct` hands on: the tables of a document, joined over pages, and the lines of text around them. No word of
 * any report family is known here.
 */
import type { Bbox } from './bbox.js';
import type { MarkupCellDoubt, MarkupProperties } from './markup.js';
import type { TextReading } from './page.js';

/** A document's text, laid out. */
export interface Layout {
  /** In reading order, those without rules on a page last. */
  readonly tables: readonly Table[];
  /** Lines outside the tables, in reading order. */
  readonly lines: readonly TextLine[];
  /** True where the pages hold any readable text at all. */
  readonly hasText: boolean;
  /** What a document of mark-up says of itself beside its text; absent for other kinds. */
  readonly properties?: MarkupProperties;
  /** The lines of a text dump as found, for where its separators say nothing; absent for sources with places. */
  readonly dumpLines?: readonly string[];
}

/** One line of text. */
export interface TextLine {
  /** White space collapsed to one space, ends trimmed; never empty. */
  readonly text: string;
  /** The text without raised small glyphs (note marks); absent where it equals `text`. */
  readonly baseText?: string;
  /** True for page numbers, running heads and watermarks; absent for all else. */
  readonly isFurniture?: true;
  /** True where it was read from a picture; absent for all else. */
  readonly isRecognised?: true;
  /** What makes it uncertain which digits it shows; absent for most. */
  readonly doubts?: readonly MarkupCellDoubt[];
  readonly pageNumber: number;
  /** Absent for sources without places. */
  readonly box?: Bbox;
  /** Size of most of its glyphs in points; absent for sources without places. */
  readonly fontSize?: number;
  /** How many tables stand before this line. */
  readonly tablesBefore: number;
}

/** How a table's cells were told apart. */
export type TableGeometry =
  /** By drawn rules: every cell has its true column. */
  | 'ruled'
  /** By the mark-up of the source: cells and their order are certain; where spans do not fit, columns are not. */
  | 'marked'
  /** By tabs or bars in a text: blank cells show, but the column is not certain. */
  | 'delimited'
  /** By the places of text on a page without rules: blank cells show, but only as gaps between columns of figures. */
  | 'aligned'
  /** By gaps in a text: order within a row is all that is known. */
  | 'spaced';

/** Whether a table's cells, and which of them share a column, are stated by the source and not inferred from its text. */
export function hasStatedCells({ geometry }: Pick<Table, 'geometry'>): boolean {
  return geometry === 'ruled' || geometry === 'marked';
}

/** A table, its parts on several pages joined. */
export interface Table {
  readonly tableIndex: number;
  readonly geometry: TableGeometry;
  readonly rowCount: number;
  readonly columnCount: number;
  /** By row, then column, of their upper left corner; empty ones included; together they tile the grid. */
  readonly cells: readonly Cell[];
  /** Rows that begin a new page or a new part, ascending: the cut before them may go through a row. */
  readonly seams: readonly number[];
  /** Where the table stands, one box a page; empty for sources without places. */
  readonly parts: readonly TablePart[];
  /** Runs of digits in the table's area that belong to no single cell. */
  readonly strayRuns: readonly DigitRun[];
}

/** The part of a table on one page. */
export interface TablePart {
  readonly pageNumber: number;
  readonly box: Bbox;
  /** True where no rules end it and nothing but page furniture follows on its page: its last row may go on overleaf. */
  readonly endsPage?: boolean;
}

/** One cell of a table. */
export interface Cell {
  /** From 0. */
  readonly rowIndex: number;
  /** From 0. */
  readonly columnIndex: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** As found, in reading order, white space collapsed to one space, ends trimmed; raised marks included. */
  readonly text: string;
  /** The text without raised small glyphs (note marks such as a superscript digit); equals `text` where there are none. */
  readonly baseText: string;
  /** The cell's areas, one a page; several where a page break cuts it; empty for sources without places. */
  readonly parts: readonly CellPart[];
  /** Every run of digits in the cell, in reading order. */
  readonly runs: readonly DigitRun[];
  /** What makes the cell's text less than certain; empty for most. */
  readonly doubts: readonly CellDoubt[];
  /** What the base text may be, best first, where it was recognised from a picture; absent for others. */
  readonly readings?: readonly TextReading[];
}

/** The area of a cell on one page. */
export interface CellPart {
  readonly pageNumber: number;
  readonly box: Bbox;
  /** The text that stands in this area. */
  readonly text: string;
}

/** An unbroken run of digits (with the separators inside it as printed, without a sign). */
export interface DigitRun {
  readonly text: string;
  /** 0 for sources without pages. */
  readonly pageNumber: number;
  readonly box?: Bbox;
}

/** Why a cell's text may not be what was printed. */
export type CellDoubt =
  /** A number reaches over a rule: it may belong to the neighbour. */
  | 'strays-over-rule'
  /** Some glyph has no Unicode text. */
  | 'unreadable-glyph'
  /** Different glyphs are drawn over one another. */
  | 'overprinted'
  /** The source has no such cell: spans leave a gap here. */
  | 'no-such-cell'
  /** A table stands inside the cell. */
  | 'nested-table'
  /** Nothing but digits stands on the line below a number that ends its own: it may go on there. */
  | 'broken-number'
  | MarkupCellDoubt;
