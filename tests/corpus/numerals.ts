// How figures are written in the cells: marks for zero, separators, signs, units, notes. What is written decides what is
// true of the document: a zero shown as a dash is not a printed figure, so its truth is null.
import { cellKey, columnsOf, figureAt, withFigures, type Figure, type Figures, type TableId } from './figures.js';
import { cellKeysOf } from './planted.js';
import type { Random } from './random.js';

/** The text of a cell, with a note mark that belongs to the cell but not to the figure. */
export interface Printed {
  readonly text: string;
  /** A note mark behind the figure, such as ①. */
  readonly note?: string;
  /** The note is a small raised figure rather than a mark of its own. */
  readonly raised?: boolean;
}

/** How a body writes its figures. */
export interface NumeralStyle {
  /** What stands for zero in the cells chosen by `zeroCells`. */
  readonly zero?: '0' | '' | '—' | '-' | '/' | '无' | '－' | '／' | '〇' | '\u00a0' | '不适用';
  /** Where zeros are written so. Totals and table two's figures stay figures except with `all`. */
  readonly zeroCells?: 'all' | 'organisations' | 'scattered' | 'disclosure';
  readonly thousands?: ',' | '，' | ' ';
  readonly fullWidth?: boolean;
  /** Increments of the 2019 edition carry a plus sign. */
  readonly signed?: boolean;
  /** A unit inside the cell of the procurement amount. */
  readonly amountUnit?: '元' | '万元';
  /** Marks put behind a few figures. */
  readonly notes?: readonly string[];
  readonly raisedNotes?: boolean;
  /** Every count carries its unit: 3件. */
  readonly countUnit?: '件';
  /** The fee is written with two decimals whatever it is, or with its unit. */
  readonly fee?: 'two-decimals' | 'with-unit';
  /** `22（其中修订16件）` in one cell of table two. */
  readonly remark?: boolean;
  /** `15（含延期3件）` in a few cells of table three. */
  readonly remarksInThree?: boolean;
}

/** A report as it is printed. */
export interface Sheet {
  /** What the document prints, as figures: null where it prints none. */
  readonly figures: Figures;
  /** The text of every cell, by key. */
  readonly texts: ReadonlyMap<string, Printed>;
}

const SEPARATED = /\B(?=(\d{3})+(?!\d))/g;
const toFullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (ch) => String.fromCharCode(ch.charCodeAt(0) + 0xfee0));

function writeFigure(figure: number, style: NumeralStyle, isDelta: boolean): string {
  const [whole = '', fraction] = String(Math.abs(figure)).split('.');
  const separated = style.thousands === undefined ? whole : whole.replace(SEPARATED, style.thousands);
  const digits = fraction === undefined ? separated : `${separated}.${fraction}`;
  const sign = figure < 0 ? '-' : isDelta && style.signed === true && figure > 0 ? '+' : '';
  return sign + (style.fullWidth === true ? toFullWidth(digits) : digits);
}

function unitOf(key: string, style: NumeralStyle): string {
  if (key.endsWith('procurement/amount')) return style.amountUnit ?? '';
  if (key.endsWith('fees/amount')) return style.fee === 'with-unit' ? '万元' : '';
  return style.countUnit ?? '';
}

function isZeroMarked(key: string, style: NumeralStyle, random: Random): boolean {
  const [table, , column] = key.split('/');
  switch (style.zeroCells ?? 'all') {
    case 'all':
      return true;
    case 'organisations':
      return table === 'applications' && column !== 'natural_person' && column !== 'total';
    case 'scattered':
      return table !== 'disclosure' && column !== 'total' && random.chance(0.15);
    case 'disclosure':
      return table === 'disclosure';
  }
}

/** Cells that may carry a note: figures that are not zero, a few of them. */
function chooseNotes(figures: Figures, style: NumeralStyle, random: Random): ReadonlyMap<string, string> {
  const marks = style.notes ?? [];
  const places = cellKeysOf(figures).filter((key) => (lookUp(figures, key) ?? 0) > 0);
  const chosen = new Map<string, string>();
  for (const mark of marks) if (places.length > 0) chosen.set(random.pick(places), mark);
  return chosen;
}

function lookUp(figures: Figures, key: string): Figure {
  const [table = '', row = '', column = ''] = key.split('/');
  return figureAt(figures, table as TableId, row, column);
}

/** Writes a report's figures as text. */
export function writeSheet(figures: Figures, style: NumeralStyle, random: Random): Sheet {
  const texts = new Map<string, Printed>();
  const changed: Record<string, Figure> = {};
  const notes = chooseNotes(figures, style, random);
  const remarked = cellKey(
    'disclosure',
    'normative_documents',
    figures.editions.disclosure === '2021' ? 'valid' : 'public_total',
  );
  for (const key of cellKeysOf(figures)) {
    const found = lookUp(figures, key);
    const isRounded = style.fee === 'two-decimals' && key.endsWith('fees/amount') && found !== null;
    const figure = isRounded ? Number(found.toFixed(2)) : found;
    if (isRounded) changed[key] = figure;
    if (figure === null) {
      texts.set(key, { text: '' });
      continue;
    }
    if (figure === 0 && style.zero !== undefined && style.zero !== '0' && isZeroMarked(key, style, random)) {
      texts.set(key, { text: style.zero });
      // 〇 is the figure nought written in Chinese: a number all the same.
      if (style.zero !== '〇') changed[key] = null;
      continue;
    }
    const written =
      style.fee === 'two-decimals' && key.endsWith('fees/amount')
        ? figure.toFixed(2)
        : writeFigure(figure, style, key.endsWith('/item_delta'));
    const unit = unitOf(key, style);
    const remark =
      key === remarked && style.remark === true && figure > 1 ? `（其中修订${Math.floor(figure / 2)}件）` : '';
    const note = notes.get(key);
    texts.set(key, {
      text: written + unit + remark,
      ...(note === undefined ? {} : { note, raised: style.raisedNotes === true }),
    });
  }
  return { figures: withFigures(figures, changed), texts };
}

/** The column ids of a row with their texts, for renderers that go row by row. */
export function rowTexts(sheet: Sheet, table: TableId, row: string): readonly Printed[] {
  return columnsOf(sheet.figures, table, row).map(
    (column) => sheet.texts.get(cellKey(table, row, column)) ?? { text: '' },
  );
}
