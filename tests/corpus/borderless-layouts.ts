// Layouts of tables that few rules or none draw: where a figure belongs, only its place on the page says.
import type { Layout, Renderer } from './layout.js';
import type { PageStyle } from './page-style.js';
import { bare, ROW_SETTING_LAYOUTS } from './row-setting-layouts.js';

const PRINTED: readonly Renderer[] = ['chromium', 'libreoffice'];

function threeLine(layout: Layout): Layout {
  return { ...layout, page: { rules: 'three-line', ...layout.page }, only: PRINTED };
}

const wide: PageStyle = { rowHeightPt: 26, paddingPt: 3 };

/** By name. */
export const BORDERLESS_LAYOUTS: Readonly<Record<string, Layout>> = {
  'bare-left': bare({ page: { align: 'left' }, figures: { scale: 'city' } }),
  'bare-right': bare({ page: { align: 'right' }, figures: { scale: 'city' } }),
  'bare-right-blank': bare({ page: { align: 'right' }, numerals: { zero: '', zeroCells: 'scattered' } }),
  'bare-left-blank': bare({ page: { align: 'left' }, numerals: { zero: '', zeroCells: 'scattered' } }),
  'bare-small': bare({ page: { tablePt: 7, bodyPt: 10.5 }, figures: { scale: 'province' } }),
  'bare-large': bare({ page: { tablePt: 12, marginMm: 20 }, figures: { scale: 'county' } }),
  'bare-tight': bare({ page: { paddingPt: 0, tablePt: 9 }, figures: { scale: 'county' } }),
  'bare-wide': bare({ page: wide, figures: { scale: 'county' } }),
  'bare-blank-organisations': bare({ numerals: { zero: '', zeroCells: 'organisations' } }),
  'bare-blank-all': bare({ numerals: { zero: '' }, figures: { scale: 'county' } }),
  'bare-blank-scattered': bare({ numerals: { zero: '', zeroCells: 'scattered' }, figures: { scale: 'county' } }),
  'bare-dashes': bare({ numerals: { zero: '—' }, figures: { scale: 'county' } }),
  'bare-slashes': bare({ numerals: { zero: '/', zeroCells: 'organisations' } }),
  'bare-circles': bare({ numerals: { zero: '〇', zeroCells: 'scattered' }, figures: { scale: 'county' } }),
  'bare-wide-commas': bare({ numerals: { thousands: '，' }, figures: { scale: 'province' }, only: PRINTED }),
  'bare-thousands': bare({ numerals: { thousands: ',' }, figures: { scale: 'province' }, page: { tablePt: 8 } }),
  'bare-narrow': bare({
    page: { tablePt: 11, marginMm: 28, paddingPt: 1 },
    figures: { scale: 'city' },
    form: { figureShare: 4.4, labelShares: [6, 20, 43] },
  }),
  'bare-wrapped': bare({ form: { labelShares: [4, 7, 13] }, figures: { scale: 'county' } }),
  'bare-cut': bare({
    page: { rowBreaks: 'cut', rowHeightPt: 34, pageNumber: '— n —' },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'county' },
  }),
  'bare-repeated': bare({ page: { repeatHeader: true, ...wide, pageNumber: '- n -' } }),
  'bare-vertical-headers': bare({ page: { verticalHeaders: true } }),
  'bare-adjacent': bare({ document: { adjacent: true, headings: 'none' } }),
  'bare-spread': bare({ page: { spreadLabels: true }, only: PRINTED }),
  'bare-spaced-digits': bare({ page: { letterSpacedFigures: true }, figures: { scale: 'city' }, only: PRINTED }),
  'bare-notes': bare({ numerals: { notes: ['①', '②', '[1]', '*'] }, figures: { scale: 'county' } }),
  'bare-raised-notes': bare({ numerals: { notes: ['1', '2'], raisedNotes: true }, figures: { scale: 'county' } }),
  'bare-remark': bare({ numerals: { remark: true }, figures: { scale: 'county' } }),
  'bare-units': bare({ numerals: { countUnit: '件' }, figures: { scale: 'county' }, page: { tablePt: 8 } }),
  'bare-swapped': bare({ shape: { swapped: ['social', 'legal_service'] }, figures: { scale: 'city' } }),
  'bare-swept': bare({ shape: { swept: true }, page: { pageNumber: '- n -' }, figures: { scale: 'county' } }),
  'bare-two-labels': bare({ form: { labelColumns: 2 } }),
  'bare-one-label': bare({ form: { labelColumns: 1 }, figures: { scale: 'county' } }),
  'bare-groups-repeated': bare({ form: { repeatGroups: true } }),
  'bare-upright': bare({ page: { vertical: 'upright' } }),
  'bare-level': bare({ page: { vertical: 'level' }, form: { labelShares: [10, 12, 22] } }),
  'bare-2019': bare({
    figures: { disclosure: '2019', applications: '2019', scale: 'county' },
    numerals: { signed: true, amountUnit: '元' },
  }),
  'bare-mixed': bare({ figures: { disclosure: '2021', applications: '2019' }, page: { pageNumber: '- n -' } }),
  'bare-top': bare({ page: { valign: 'top', rowHeightPt: 30 }, figures: { scale: 'county' } }),
  'bare-annexed': bare({ document: { annexed: true }, figures: { scale: 'county' } }),
  'bare-landscape': bare({ page: { landscape: true, pageNumber: '- n -' }, figures: { scale: 'city' } }),
  'bare-narrative': bare({ document: { narrative: true, decoys: true }, figures: { scale: 'county' } }),
  'bare-left-out': bare({ shape: { leaveOut: true }, figures: { scale: 'county' } }),
  'bare-extra-row': bare({ form: { extraRow: true }, figures: { disclosure: '2021' } }),
  'bare-extra-column': bare({ form: { extraColumn: true }, figures: { scale: 'county' } }),
  'bare-serial': bare({ shape: { serial: true }, figures: { scale: 'county' } }),
  'bare-last-year': bare({ shape: { lastYear: true }, figures: { scale: 'county' } }),
  'bare-apart': bare({ shape: { blocksApart: true } }),
  'bare-reviews-apart': bare({ shape: { reviewsApart: true }, figures: { scale: 'county' } }),
  'bare-sideways': bare({
    raw: { rotate: 90, unturned: true },
    page: { landscape: true },
    figures: { scale: 'county' },
    only: ['raw'],
  }),
  'bare-total-first': bare({ shape: { totalFirst: true }, figures: { scale: 'county' } }),
  'bare-total-first-blank': bare({
    shape: { totalFirst: true },
    numerals: { zero: '', zeroCells: 'scattered' },
    figures: { scale: 'county' },
  }),
  'bare-note-inside': bare({ shape: { noteInside: true }, figures: { scale: 'county' } }),
  'bare-merged-groups': bare({ form: { mergeGroups: true }, figures: { scale: 'county' } }),
  'bare-mixed-align': bare({ page: { align: 'mixed' }, figures: { scale: 'city' } }),
  'bare-mixed-align-blank': bare({
    page: { align: 'mixed' },
    figures: { scale: 'city' },
    numerals: { zero: '', zeroCells: 'scattered' },
  }),
  'bare-number-right': bare({
    page: { numberAtRight: true, pageNumber: 'n', rowBreaks: 'cut', rowHeightPt: 34 },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'county' },
  }),
  'bare-running-right': bare({
    page: { runningHeader: '2023', numberAtRight: true, ...wide },
    figures: { scale: 'county' },
  }),
  'bare-watermark': bare({ page: { watermark: '内部资料 2023' }, figures: { scale: 'county' } }),
  'bare-watermark-level': bare({
    page: { watermark: '某县 2023 公开', levelWatermark: true },
    figures: { scale: 'county' },
    only: ['raw'],
  }),
  'bare-watermark-stray': bare({
    page: { watermark: '某县 2023 公开', levelWatermark: true, strayWatermark: true },
    figures: { scale: 'county' },
    only: ['raw'],
  }),
  'bare-large-labels': bare({
    page: { css: 'td.label,td.header{font-size:12pt}td.value{font-size:8pt}' },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-large-total': bare({
    page: { css: 'td.value:last-child{font-size:14pt}' },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-lowered-figures': bare({
    page: { css: 'td.value:nth-child(2n) span{position:relative;top:5pt}' },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-mixed-valign': bare({
    page: {
      css: 'td{vertical-align:middle}td.value:nth-child(3n){vertical-align:top}td.value:nth-child(3n+1){vertical-align:bottom}tr{height:34pt}',
    },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-by-turns': bare({ page: { valign: 'mixed', rowHeightPt: 34 }, figures: { scale: 'county' } }),
  'bare-by-turns-high': bare({ page: { valign: 'mixed', rowHeightPt: 60 }, figures: { scale: 'county' } }),
  'bare-by-turns-cut': bare({
    page: { valign: 'mixed', rowBreaks: 'cut', pageNumber: 'n' },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'city' },
  }),
  'bare-by-turns-blank': bare({
    page: { valign: 'mixed', rowHeightPt: 30 },
    numerals: { zero: '', zeroCells: 'scattered' },
    figures: { scale: 'county' },
  }),
  'bare-leaders': bare({
    page: { css: 'td.value span::before{content:"……"}' },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-dot-leaders': bare({
    page: { css: 'td.value span::before{content:"....."}' },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-label-leaders': bare({
    page: { css: 'td.label span::after{content:"………………"}' },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  ...ROW_SETTING_LAYOUTS,
  'bare-two-fonts': bare({
    page: {
      css: '@font-face{font-family:mix;src:local("Liberation Serif");unicode-range:U+30-34}@font-face{font-family:mix;src:local("DejaVu Sans Mono");unicode-range:U+35-39}td.value{font-family:mix}',
    },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-side-turns': bare({ page: { align: 'turns' }, figures: { scale: 'county' } }),
  'bare-side-turns-blank': bare({
    page: { align: 'turns' },
    figures: { scale: 'city' },
    numerals: { zero: '', zeroCells: 'scattered' },
  }),
  'bare-tiled': bare({
    page: { tiles: { text: '办公室 2024-01-12', degrees: 30 } },
    figures: { scale: 'county' },
    numerals: { zero: '' },
    only: ['chromium'],
  }),
  'bare-tiled-level': bare({
    page: { tiles: { text: '李 20240112', degrees: 0 } },
    figures: { scale: 'county' },
    numerals: { zero: '' },
    only: ['chromium'],
  }),
  'bare-tiled-page': bare({
    page: { tiles: { text: '李 20240112', degrees: 0 }, paper: '210mm 1250mm' },
    figures: { scale: 'county' },
    numerals: { zero: '' },
    only: ['chromium'],
  }),
  tiled: {
    page: { tiles: { text: '办公室 2024-01-12', degrees: 30 } },
    figures: { scale: 'county' },
    numerals: { zero: '' },
    only: ['chromium'],
  },
  'tiled-steep': {
    page: { tiles: { text: '张 7', degrees: 50 } },
    numerals: { zero: '', zeroCells: 'disclosure' },
    only: ['chromium'],
  },
  'tiled-level': {
    page: { tiles: { text: '李 20240112', degrees: 0 } },
    figures: { scale: 'county' },
    numerals: { zero: '', zeroCells: 'disclosure' },
    only: ['chromium'],
  },
  'bare-half-width': bare({
    page: { tableWidthPercent: 62, valign: 'top', rowHeightPt: 30 },
    figures: { scale: 'county' },
    numerals: { zero: '', zeroCells: 'disclosure' },
  }),
  'bare-half-width-bottom': bare({
    page: { tableWidthPercent: 62, valign: 'bottom', rowHeightPt: 34 },
    figures: { scale: 'county' },
    numerals: { zero: '', zeroCells: 'disclosure' },
  }),
  'bare-header-everywhere': bare({
    page: { repeatHeader: true, rowHeightPt: 44, pageNumber: 'n', rowBreaks: 'cut' },
    figures: { scale: 'county' },
  }),
  'bare-beside': bare({
    shape: { blocksApart: true },
    document: { besides: true },
    page: { tablePt: 8 },
    only: ['chromium', 'raw'],
  }),
  'header-only': { page: { rules: 'header-only' }, figures: { scale: 'county' } },
  'header-only-blank': {
    page: { rules: 'header-only' },
    figures: { scale: 'county' },
    numerals: { zero: '', zeroCells: 'scattered' },
  },
  'bare-gbk': bare({ raw: { encoding: 'GBK-EUC', fontName: 'SimSun' }, figures: { scale: 'county' }, only: ['raw'] }),
  'bare-user-unit': bare({ raw: { userUnit: 2 }, figures: { scale: 'county' }, only: ['raw'] }),
  'bare-crop-rotated': bare({
    raw: { rotate: 90, cropped: true, shiftedBox: true },
    figures: { scale: 'county' },
    only: ['raw'],
  }),
  'bare-misprints': bare({ form: { misprints: true, enumerator: '、' }, figures: { scale: 'county' } }),
  'bare-rotated': bare({ raw: { rotate: 270 }, page: { landscape: true }, only: ['raw'] }),
  'three-line': threeLine({ figures: { scale: 'county' } }),
  'three-line-blank': threeLine({ numerals: { zero: '', zeroCells: 'scattered' } }),
  'three-line-right': threeLine({ page: { align: 'right' }, figures: { scale: 'city' } }),
  'three-line-small': threeLine({
    page: { tablePt: 7.5 },
    figures: { scale: 'province' },
    numerals: { thousands: ',' },
  }),
};
