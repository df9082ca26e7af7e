/** Writes sheets as an XLSX file: the one place that knows the spreadsheet library. Loaded only when it is asked for. */
import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { textColumns, type CellLook, type CellTarget, type Sheet, type SheetCell } from './sheet.js';

/** The same bytes each time: files carry a date, and no run may show in them. */
const MODIFIED = new Date(Date.UTC(1980, 0, 1));

/** Writes a workbook. */
export function writeWorkbook(sheets: readonly Sheet[], title: string): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet), properties: { title, creator: 'Gouji', modified: MODIFIED } });
}

/** Points of a line of text, and of what a row has above and below. */
const LINE_HEIGHT = 15;
const ROW_PADDING = 4;

/** Excel takes no higher row. */
const TALLEST_ROW = 400;

function toSheet({ name, cells, columnWidths, frozenRows, isOnePage }: Sheet): WriteSheet {
  const heights = new Map<number, { height: number }>();
  for (const cell of cells) {
    const height = Math.max(heightOf(cell, columnWidths), heights.get(cell.rowIndex)?.height ?? 0);
    heights.set(cell.rowIndex, { height });
  }
  const merged = cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1);
  return {
    name,
    columns: columnWidths.map((width) => ({ width })),
    rows: [],
    cells: new Map(cells.flatMap(toCells)),
    merges: merged.map(({ rowIndex, columnIndex, rowSpan, columnSpan }) => ({
      ...{ startRow: rowIndex, endRow: rowIndex + rowSpan - 1 },
      ...{ startCol: columnIndex, endCol: columnIndex + columnSpan - 1 },
    })),
    rowDefs: heights,
    ...(frozenRows === 0 ? {} : { freezePane: { rows: frozenRows } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: isOnePage ? 1 : 0,
    },
  };
}

/** Programs fit no row to a merged cell, so every height is given. */
function heightOf({ value, rowSpan, columnIndex, columnSpan }: SheetCell, widths: readonly number[]): number {
  const width = widths.slice(columnIndex, columnIndex + columnSpan).reduce((sum, each) => sum + each, 0);
  const lines = rowSpan > 1 ? 1 : Math.max(1, Math.ceil(textColumns(String(value)) / Math.max(1, width - 1)));
  return Math.min(TALLEST_ROW, lines * LINE_HEIGHT + ROW_PADDING);
}

type LibraryCell = NonNullable<WriteSheet['cells']> extends Map<string, infer Cell> ? Cell : never;

/** The cell, and those that it covers: a border is drawn only around cells that exist. */
function toCells({ value, look, comment, link, ...area }: SheetCell): [string, LibraryCell][] {
  const style = styleOf(look, link !== undefined);
  const written: LibraryCell = {
    value: value === '' ? null : value,
    type: value === '' ? 'empty' : typeof value === 'number' ? 'number' : 'string',
    style,
    ...(comment === undefined ? {} : { comment: { author: 'Gouji', text: comment } }),
    ...(link === undefined ? {} : { hyperlink: { target: '', location: addressOf(link) } }),
  };
  const cells: [string, LibraryCell][] = [];
  for (let row = 0; row < area.rowSpan; row++) {
    for (let column = 0; column < area.columnSpan; column++) {
      const isFirst = row === 0 && column === 0;
      const key = `${area.rowIndex + row},${area.columnIndex + column}`;
      cells.push([key, isFirst ? written : { value: null, type: 'empty', style }]);
    }
  }
  return cells;
}

function addressOf({ sheet, rowIndex, columnIndex }: CellTarget): string {
  return `'${sheet.replaceAll("'", "''")}'!${columnName(columnIndex)}${rowIndex + 1}`;
}

/** 0 → A, 26 → AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Fills of Okabe and Ito's colours, made light; each status has a sign besides, and each mark its kind of line. */
const FILLS = {
  suspect: 'FBE3A6',
  derived: 'D5EAF7',
  repaired: 'E6D8F0',
  missing: 'DDDDDD',
  printed: undefined,
} as const;
const SIGNS = { suspect: '?', derived: '+', repaired: '*', missing: '', printed: '' } as const;

const GREY = { style: 'thin', color: { rgb: '808080' } } as const;
const FRAMES = {
  total: { style: 'thick', color: { rgb: 'B23A00' } },
  part: { style: 'mediumDashed', color: { rgb: 'B23A00' } },
} as const;

const known = new Map<string, CellStyle>();

/** One object for all cells of a look: the library then finds its number without comparing. */
function styleOf(look: CellLook, isLink: boolean): CellStyle {
  const key = `${look.kind} ${look.status ?? ''} ${look.mark ?? ''} ${isLink}`;
  const style = known.get(key) ?? makeStyle(look, isLink);
  known.set(key, style);
  return style;
}

function makeStyle({ kind, status = 'printed', mark }: CellLook, isLink: boolean): CellStyle {
  const wrapped = { wrapText: true, vertical: 'center' } as const;
  const font = { name: '宋体', size: 10 };
  if (kind === 'title')
    return { font: { ...font, size: 13, bold: true }, alignment: { ...wrapped, horizontal: 'left' } };
  if (kind === 'note') return { font, alignment: { ...wrapped, horizontal: 'left' } };
  const line = mark === undefined ? GREY : FRAMES[mark];
  const border = { top: line, bottom: line, left: line, right: line };
  const fill = kind === 'header' ? 'EDEDED' : FILLS[status];
  const sign = SIGNS[status];
  return {
    font: { ...font, bold: kind === 'header', ...(isLink ? { underline: true, color: { rgb: '0B5394' } } : {}) },
    alignment: {
      ...wrapped,
      horizontal: kind === 'header' ? 'center' : kind === 'figure' ? 'right' : 'left',
      // Room for the frame of a mark.
      ...(kind === 'figure' ? { indent: 1 } : {}),
    },
    border,
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    // A number stays a number: its sign is part of how it is shown, and a text gets it by the second half.
    ...(sign === '' ? {} : { numFmt: `General"${sign}";-General"${sign}";General"${sign}";@"${sign}"` }),
  };
}
