// Layouts without rules whose labels and figures are set at different heights of their rows.
import type { Layout } from './layout.js';

/** A layout without rules, whichever renderer draws it. */
export function bare(layout: Layout): Layout {
  return { ...layout, page: { rules: 'none', ...layout.page }, raw: { rules: 'none', ...layout.raw } };
}

/** By name. */
export const ROW_SETTING_LAYOUTS: Readonly<Record<string, Layout>> = {
  'bare-labels-above': bare({
    page: { css: 'td{vertical-align:top}td.value{vertical-align:bottom}', rowHeightPt: 34 },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-labels-below': bare({
    page: { css: 'td{vertical-align:bottom}td.value{vertical-align:top}', rowHeightPt: 34 },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-labels-above-cut': bare({
    page: {
      css: 'td{vertical-align:top}td.value{vertical-align:bottom}',
      ...{ rowBreaks: 'cut', rowHeightPt: 34, pageNumber: 'n' },
    },
    form: { labelShares: [5, 9, 16] },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-labels-below-cut': bare({
    page: {
      css: 'td{vertical-align:bottom}td.value{vertical-align:top}',
      ...{ rowBreaks: 'cut', rowHeightPt: 40, repeatHeader: true },
    },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
  'bare-labels-above-blank': bare({
    page: { css: 'td{vertical-align:top}td.value{vertical-align:bottom}', rowHeightPt: 34 },
    figures: { scale: 'county' },
    numerals: { zero: '' },
    only: ['chromium'],
  }),
  'bare-labels-below-blank': bare({
    page: { css: 'td{vertical-align:bottom}td.value{vertical-align:top}', rowHeightPt: 34 },
    figures: { scale: 'county' },
    numerals: { zero: '' },
    only: ['chromium'],
  }),
  'bare-labels-right': bare({
    page: { css: 'td.label{text-align:right}td.value:nth-child(2n){vertical-align:bottom}', rowHeightPt: 30 },
    figures: { scale: 'county' },
    numerals: { zero: '', zeroCells: 'scattered' },
    only: ['chromium'],
  }),
  'bare-labels-hanging': bare({
    page: {
      css: 'td.label{padding-left:1.5em;text-indent:-1.5em;vertical-align:top}td.value{vertical-align:middle}',
      rowHeightPt: 40,
    },
    figures: { scale: 'county' },
    only: ['chromium'],
  }),
};
