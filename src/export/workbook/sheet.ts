/** A sheet as it is to be written, free of what any library calls things. */
import type { FactStatus } from '../../model/index.js';
import type { GridArea } from './form-grid.js';

/** What a cell is, from which it gets its looks. */
export interface CellLook {
  readonly kind: 'title' | 'note' | 'header' | 'label' | 'text' | 'figure';
  readonly status?: FactStatus;
  /** Its part in a finding. */
  readonly mark?: 'total' | 'part';
}

/** A place in the workbook. */
export interface CellTarget {
  /** The sheet's name. */
  readonly sheet: string;
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** A cell, which may cover several. */
export interface SheetCell extends GridArea {
  /** Texts are written as texts, whatever they begin with. */
  readonly value: string | number;
  readonly look: CellLook;
  /** A note that shows when it is pointed at. */
  readonly comment?: string;
  /** Where it leads. */
  readonly link?: CellTarget;
}

/** A sheet. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  /** In characters, half as wide as a Chinese one, from the left. */
  readonly columnWidths: readonly number[];
  /** Rows that stay while the others scroll. */
  readonly frozenRows: number;
  /** Whether it is made as small in print as one page asks for; else only as wide. */
  readonly isOnePage: boolean;
}

/** A cell that covers one place. */
export function cellAt(rowIndex: number, columnIndex: number, value: SheetCell['value'], look: CellLook): SheetCell {
  return { rowIndex, columnIndex, rowSpan: 1, columnSpan: 1, value, look };
}

/** A double holds every decimal of so many digits exactly. */
const EXACT_DIGITS = 15;

/** A plain decimal as a number where it loses nothing by that; any other text as it is. */
export function toCellValue(text: string): string | number {
  const isDecimal = /^-?\d+(\.\d+)?$/.test(text);
  return isDecimal && text.replace(/\D/g, '').length <= EXACT_DIGITS ? Number(text) : text;
}

/** How wide a text is in columns, of which a Chinese character takes two. */
export function textColumns(text: string): number {
  let columns = 0;
  for (const character of text) columns += character > '\u02ff' ? 2 : 1;
  return columns;
}
