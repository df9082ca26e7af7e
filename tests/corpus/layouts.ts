// The layouts: each a name and the few options in which it differs from a plain report. To add one, add an entry here.
import { BORDERLESS_LAYOUTS } from './borderless-layouts.js';
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

const PRINTED: readonly Renderer[] = ['chromium', 'libreoffice'];
const long: PageStyle = { rowHeightPt: 26, paddingPt: 3 };

/** All layouts of PDF documents by name. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  official: { page: { pageNumber: '- n -' } },
  'official-serif': { page: { font: 'serif', bodyPt: 16, pageNumber: '— n —' }, document: { title: 'two-lines' } },
  'wps-fills': { page: { rules: 'fills', bands: true, pageNumber: '- n -', marginMm: 30 } },
  'gap-rules': { page: { rules: 'gaps', bands: true } },
  hairline: { page: { rules: 'hairline' }, figures: { scale: 'city' } },
  'thick-outside': { page: { rules: 'thick-outside', bands: true } },
  'double-outside': { page: { rules: 'double' } },
  'grey-rules': { page: { rules: 'grey' } },
  dotted: { page: { rules: 'dotted' } },
  dashed: { page: { rules: 'dashed' } },
  'open-sides': { page: { rules: 'open-sides' }, figures: { scale: 'city' } },
  'no-right-rule': { page: { rules: 'no-right' } },
  'open-bottom': { page: { rules: 'open-bottom', ...long } },
  'horizontal-rules': { page: { rules: 'horizontal' } },
  'no-rules': { page: { rules: 'none' }, figures: { scale: 'county' } },
  'header-repeated': { page: { repeatHeader: true, ...long, pageNumber: '- n -' } },
  'row-cut': { page: { rowBreaks: 'cut', rowHeightPt: 34, pageNumber: '— n —' }, form: { labelShares: [5, 9, 16] } },
  'row-cut-header-repeated': {
    page: { rowBreaks: 'cut', rowHeightPt: 40, repeatHeader: true, pageNumber: '- n -' },
    form: { labelShares: [5, 8, 15] },
  },
  'all-tables-cut': { page: { rowBreaks: 'cut', rowHeightPt: 62, tablePt: 14, bodyPt: 16, pageNumber: '- n -' } },
  'running-header': {
    page: { runningHeader: '政府信息公开工作年度报告 2023', pageNumber: 'n / N', ...long },
  },
  'page-number-bare': { page: { pageNumber: 'n', ...long } },
  landscape: { page: { landscape: true, pageNumber: '- n -' }, figures: { scale: 'city' } },
  adjacent: { document: { adjacent: true, headings: 'none' } },
  'adjacent-cut': { document: { adjacent: true }, page: long },
  'two-on-a-page': { page: { tablePt: 7.5, bodyPt: 10.5, marginMm: 18 } },
  bands: { page: { bands: true }, document: { headings: 'variant' } },
  'small-print': { page: { tablePt: 7, bodyPt: 10.5 }, figures: { scale: 'province' } },
  'narrow-columns': {
    page: { tablePt: 11, marginMm: 28, paddingPt: 1 },
    figures: { scale: 'province' },
    form: { figureShare: 4.4, labelShares: [6, 20, 43] },
  },
  thousands: { numerals: { thousands: ',' }, figures: { scale: 'province' }, page: { tablePt: 8 } },
  'thousands-full-width': { numerals: { thousands: '，' }, figures: { scale: 'city' }, page: { tablePt: 8 } },
  'full-width-digits': { numerals: { fullWidth: true }, figures: { scale: 'county' }, page: { tablePt: 9 } },
  'note-circled': { numerals: { notes: ['①', '②', '③'] }, figures: { scale: 'county' } },
  'note-bracketed': { numerals: { notes: ['[1]', '*', '[2]', '※'] }, figures: { scale: 'county' } },
  'note-raised': { numerals: { notes: ['1', '2', '3'], raisedNotes: true }, figures: { scale: 'county' } },
  // The named encodings of the raw writer have no raised figures, no hard space and no radicals.
  'note-superscript': { numerals: { notes: ['¹', '²'] }, figures: { scale: 'county' }, only: PRINTED },
  remark: { numerals: { remark: true }, figures: { scale: 'county' } },
  'blank-zero': { numerals: { zero: '', zeroCells: 'organisations' } },
  'blank-zero-all': { numerals: { zero: '' }, figures: { scale: 'county' } },
  'blank-scattered': { numerals: { zero: '', zeroCells: 'scattered' }, figures: { scale: 'county' } },
  'dash-zero': { numerals: { zero: '—' }, figures: { scale: 'county' } },
  'hyphen-zero': { numerals: { zero: '-', zeroCells: 'scattered' } },
  'slash-zero': { numerals: { zero: '/', zeroCells: 'organisations' } },
  'none-zero': { numerals: { zero: '无', zeroCells: 'disclosure' } },
  'full-width-slash': { numerals: { zero: '／', zeroCells: 'disclosure' } },
  'nought-zero': { numerals: { zero: '〇', zeroCells: 'scattered' } },
  'vertical-upright': { page: { vertical: 'upright' } },
  'vertical-stacked': { page: { vertical: 'stacked' } },
  'vertical-turned': { page: { vertical: 'turned' } },
  'vertical-level': { page: { vertical: 'level' }, form: { labelShares: [10, 12, 22] } },
  'vertical-headers': { page: { verticalHeaders: true } },
  'letter-spaced': { form: { spaced: true }, page: { letterSpacedFigures: true }, figures: { scale: 'city' } },
  'spread-labels': { page: { spreadLabels: true } },
  'half-brackets': { form: { brackets: 'half', enumerator: '、' } },
  misprints: { form: { misprints: true, enumerator: '．' } },
  radicals: { form: { radicals: true }, only: PRINTED },
  'two-label-columns': { form: { labelColumns: 2 } },
  'one-label-column': { form: { labelColumns: 1 } },
  'groups-repeated': { form: { repeatGroups: true } },
  'extra-row': { form: { extraRow: true }, figures: { disclosure: '2021' } },
  'extra-column': { form: { extraColumn: true }, figures: { scale: 'county' } },
  'mixed-2019-applications': { figures: { disclosure: '2021', applications: '2019' }, page: { pageNumber: '- n -' } },
  'mixed-2019-disclosure': { figures: { disclosure: '2019', applications: '2021' } },
  'edition-2019': {
    figures: { disclosure: '2019', applications: '2019', scale: 'county' },
    numerals: { signed: true, amountUnit: '元' },
  },
  'edition-2019-city': {
    figures: { disclosure: '2019', applications: '2019', scale: 'city' },
    numerals: { amountUnit: '万元' },
    page: { bands: true, ...long },
  },
  cover: { document: { cover: true, contents: true, title: 'annual' }, page: { pageNumber: 'n' } },
  contents: { document: { contents: true, title: 'work' } },
  letterhead: { document: { letterhead: true, picture: true, title: 'about' } },
  narrative: { document: { narrative: true, title: 'year-first' }, figures: { scale: 'county' } },
  decoys: { document: { decoys: true, narrative: true } },
  'boxed-prose': { document: { boxedProse: true } },
  'two-column-prose': { document: { twoColumns: true }, page: { bodyPt: 10.5 }, only: ['chromium'] },
  watermark: { page: { watermark: '政府信息公开' }, figures: { scale: 'county' } },
  'watermark-digits': { page: { watermark: '内部资料 2023' } },
  'top-left-figures': { page: { align: 'left', valign: 'top', rowHeightPt: 30 } },
  'bottom-right-figures': { page: { align: 'right', valign: 'bottom', rowHeightPt: 30 }, figures: { scale: 'city' } },
  'narrow-table': { page: { tableWidthPercent: 74, tablePt: 8 } },
  'long-report': { document: { length: 420 }, page: { bodyPt: 16, pageNumber: '- n -' } },
  'title-spaced-year': { document: { title: 'spaced-year' } },
  'no-title': { document: { title: 'none' } },
  'rules-separate': { page: { rules: 'separate' } },
  'rules-white': { page: { rules: 'white' }, figures: { scale: 'county' } },
  zebra: { page: { rules: 'zebra' } },
  'latin-serif': { page: { latinFont: 'Liberation Serif' }, figures: { scale: 'city' } },
  'latin-mono': { page: { latinFont: 'DejaVu Sans Mono', tablePt: 8 }, figures: { scale: 'city' } },
  pictured: { page: { pictured: true }, figures: { scale: 'county' }, only: ['chromium'] },
  'wide-tables': { page: { wideTables: true, pageNumber: '- n -' }, figures: { scale: 'county' }, only: ['chromium'] },
  overflow: {
    page: { overflow: true, tablePt: 10, marginMm: 25 },
    figures: { scale: 'province' },
    form: { figureShare: 6, labelShares: [5, 16, 36] },
    only: ['chromium'],
  },
  'one-long-page': { page: { paper: '210mm 1700mm' }, figures: { scale: 'county' }, only: ['chromium'] },
  letter: { page: { paper: 'Letter' }, only: ['chromium'] },
  'browser-margins': { page: { browserMargins: true, rowHeightPt: 26, marginMm: 14 }, only: ['chromium'] },
  framed: { document: { framed: true }, figures: { scale: 'county' }, only: ['chromium'] },
  'blocks-apart': { shape: { blocksApart: true } },
  'blocks-reordered': { shape: { blocksReordered: true }, figures: { scale: 'county' } },
  'serial-column': { shape: { serial: true }, figures: { scale: 'county' } },
  'title-row': { shape: { titleRows: true } },
  'note-row': { shape: { noteRow: true } },
  'notes-below': { document: { tableNotes: true, unitLine: true } },
  'split-plain': { shape: { split: { repeatHeader: false, mark: '' } }, figures: { scale: 'county' } },
  'split-header': { shape: { split: { repeatHeader: true, mark: '' } }, figures: { scale: 'county' } },
  'split-continued': {
    shape: { split: { repeatHeader: true, mark: '（续）' } },
    document: { continued: true },
    figures: { scale: 'county' },
  },
  'reviews-apart': { shape: { reviewsApart: true }, figures: { scale: 'county' } },
  'no-reviews': { document: { noReviews: true } },
  'rows-left-out': { shape: { leaveOut: true }, figures: { scale: 'bureau' } },
  'rows-left-out-county': { shape: { leaveOut: true }, figures: { scale: 'county' } },
  swept: { shape: { swept: true }, page: { pageNumber: '- n -', rowBreaks: 'whole' }, figures: { scale: 'county' } },
  'swept-cut': {
    shape: { swept: true },
    page: { pageNumber: '— n —', rowBreaks: 'cut', rowHeightPt: 30 },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'county' },
  },
  'swept-cut-top': {
    shape: { swept: true },
    page: { rowBreaks: 'cut', rowHeightPt: 30, valign: 'top', repeatHeader: true },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'county' },
  },
  'swept-cut-bottom': {
    shape: { swept: true },
    page: { rowBreaks: 'cut', rowHeightPt: 30, valign: 'bottom' },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'city' },
  },
  'unit-in-cells': { numerals: { countUnit: '件' }, figures: { scale: 'county' }, page: { tablePt: 8 } },
  'fee-two-decimals': { numerals: { fee: 'two-decimals' } },
  'fee-with-unit': { numerals: { fee: 'with-unit' }, figures: { scale: 'county' } },
  'nbsp-zero': { numerals: { zero: '\u00a0', zeroCells: 'organisations' }, only: PRINTED },
  'not-applicable': { numerals: { zero: '不适用', zeroCells: 'disclosure' } },
  'label-notes': { form: { labelNotes: true } },
  'chinese-year': { document: { title: 'chinese-year' } },
  underlined: { page: { underlined: true, tablePt: 9 }, figures: { scale: 'county' } },
  seal: { page: { seal: '某某县人民政府办公室' }, figures: { scale: 'county' }, only: ['chromium'] },
  slanted: { page: { slanted: true }, only: ['libreoffice'] },
  chart: { document: { chart: true }, figures: { scale: 'county' } },
  'look-alike': { document: { lookAlike: true }, figures: { scale: 'county' } },
  'last-year': { shape: { lastYear: true }, figures: { scale: 'county' } },
  'columns-swapped': { shape: { swapped: ['social', 'legal_service'] }, figures: { scale: 'city' } },
  'remarks-in-three': { numerals: { remarksInThree: true }, figures: { scale: 'county' }, page: { tablePt: 7.5 } },
  'raw-strokes': { raw: { rules: 'strokes' }, only: ['raw'] },
  'raw-fills': { raw: { rules: 'fills', compressed: true }, page: { bands: true, pageNumber: '- n -' }, only: ['raw'] },
  'raw-cell-boxes': { raw: { rules: 'cells' }, figures: { scale: 'city' }, only: ['raw'] },
  'raw-dots': { raw: { rules: 'dots', compressed: true }, only: ['raw'] },
  'raw-dashes': { raw: { rules: 'dashes' }, only: ['raw'] },
  'raw-wps': {
    raw: { rules: 'strokes', flipped: true, clips: true, glyphwise: true, openBreaks: true },
    page: { bands: true, pageNumber: '- n -', rowBreaks: 'cut', rowHeightPt: 24 },
    figures: { disclosure: '2021', applications: '2019' },
    only: ['raw'],
  },
  'raw-gbk': { raw: { encoding: 'GBK-EUC', fontName: 'SimSun' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-utf16': { raw: { encoding: 'UniGB-UTF16' }, only: ['raw'] },
  'raw-glyphwise': { raw: { glyphwise: true }, figures: { scale: 'city' }, only: ['raw'] },
  'raw-marks': { numerals: { zero: '无', zeroCells: 'disclosure' }, raw: { encoding: 'GBK-EUC' }, only: ['raw'] },
  'raw-slashes': { numerals: { zero: '／', zeroCells: 'organisations' }, only: ['raw'] },
  'raw-full-width': {
    numerals: { fullWidth: true },
    figures: { scale: 'county' },
    raw: { glyphwise: true },
    only: ['raw'],
  },
  'raw-nought': { numerals: { zero: '〇', zeroCells: 'scattered' }, only: ['raw'] },
  'raw-rotate-90': { raw: { rotate: 90 }, page: { landscape: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-sideways': {
    raw: { rotate: 90, unturned: true },
    page: { landscape: true },
    figures: { scale: 'county' },
    only: ['raw'],
  },
  'raw-rotate-180': { raw: { rotate: 180, rules: 'fills' }, only: ['raw'] },
  'raw-rotate-270': { raw: { rotate: 270 }, page: { rowHeightPt: 26 }, only: ['raw'] },
  'raw-form': { raw: { asForm: true, compressed: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-form-rotated': { raw: { asForm: true, rotate: 90, rules: 'fills' }, only: ['raw'] },
  'raw-by-columns': { raw: { order: 'columns' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-shuffled': { raw: { order: 'shuffled', glyphwise: true }, figures: { scale: 'city' }, only: ['raw'] },
  'raw-backwards': { raw: { order: 'backwards' }, only: ['raw'] },
  'raw-doubled': { raw: { doubled: 'bold' }, only: ['raw'] },
  'raw-doubled-figures': { raw: { doubled: 'all' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-shifted-box': { raw: { shiftedBox: true }, page: { pageNumber: '— n —' }, only: ['raw'] },
  'raw-stacked': { raw: { downwards: 'stacked' }, only: ['raw'] },
  'raw-turned': { raw: { downwards: 'turned' }, only: ['raw'] },
  'raw-cut-open': {
    raw: { openBreaks: true },
    page: { rowBreaks: 'cut', rowHeightPt: 30, pageNumber: '— n —' },
    form: { labelShares: [5, 9, 16] },
    only: ['raw'],
  },
  'raw-cut-closed': {
    raw: { rules: 'fills' },
    page: { rowBreaks: 'cut', rowHeightPt: 32, pageNumber: '- n -', repeatHeader: true },
    form: { labelShares: [5, 9, 16] },
    only: ['raw'],
  },
  'raw-embedded': { raw: { embedded: 'right' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-embedded-wps': {
    raw: { embedded: 'right', flipped: true, clips: true, glyphwise: true, openBreaks: true, compressed: true },
    page: { bands: true, pageNumber: '- n -', rowBreaks: 'cut', rowHeightPt: 24 },
    only: ['raw'],
  },
  'raw-no-unicode': { raw: { embedded: 'none' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-unicode-figures': { raw: { embedded: 'figures-only' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-wrong-labels': { raw: { embedded: 'wrong-labels' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-wrong-figures': { raw: { embedded: 'wrong-figures' }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-encrypted-open': { raw: { encryption: 'open', compressed: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-encrypted-locked': { raw: { encryption: 'locked' }, only: ['raw'] },
  'raw-broken-xref': { raw: { brokenXref: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-leading-text': { raw: { leadingText: true }, only: ['raw'] },
  'raw-sloppy': { raw: { sloppy: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-ragged': { raw: { ragged: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-slanted': { page: { slanted: true }, only: ['raw'] },
  'raw-patched': { raw: { patched: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-hidden-layer': { raw: { hiddenLayer: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-cropped': { raw: { cropped: true, shiftedBox: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-annotated': { raw: { annotated: true }, figures: { scale: 'county' }, only: ['raw'] },
  'raw-no-rules': { raw: { rules: 'none' }, only: ['raw'] },
  'dump-tabs': { dump: { form: 'tabs' }, figures: { scale: 'county' }, only: ['text'] },
  'dump-garbled': { dump: { form: 'garbled' }, only: ['text'] },
  'dump-garbled-county': { dump: { form: 'garbled' }, figures: { scale: 'county' }, only: ['text'] },
  'dump-aligned': { dump: { form: 'aligned', pageEvery: 45 }, figures: { scale: 'county' }, only: ['text'] },
  'dump-spaces': { dump: { form: 'spaces' }, figures: { scale: 'city' }, only: ['text'] },
  'dump-cells': { dump: { form: 'cells', chrome: true }, figures: { scale: 'county' }, only: ['text'] },
  'dump-cells-numbered': { dump: { form: 'cells', pageEvery: 40 }, only: ['text'] },
  'dump-pipes': { dump: { form: 'pipes', carriageReturns: true }, figures: { scale: 'county' }, only: ['text'] },
  'dump-markdown': { dump: { form: 'markdown' }, form: { brackets: 'half' }, only: ['text'] },
  'dump-gb18030': { dump: { form: 'tabs', encoding: 'gb18030', carriageReturns: true }, only: ['text'] },
  'dump-utf16': { dump: { form: 'spaces', encoding: 'utf-16le' }, only: ['text'] },
  'dump-broken-numbers': { dump: { form: 'tabs', brokenNumbers: true }, figures: { scale: 'city' }, only: ['text'] },
  'dump-2019': {
    dump: { form: 'tabs', pageEvery: 30 },
    figures: { disclosure: '2019', applications: '2019', scale: 'county' },
    numerals: { signed: true, amountUnit: '元' },
    only: ['text'],
  },
  'idle-town': { figures: { scale: 'idle' }, document: { title: 'annual' } },
  'two-reports': { shape: { twoReports: true }, figures: { scale: 'county' } },
  'two-reports-bare': {
    shape: { twoReports: true },
    page: { rules: 'none', pageNumber: '- n -' },
    raw: { rules: 'none' },
  },
  ...BORDERLESS_LAYOUTS,
};
