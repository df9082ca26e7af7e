import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.js';
import type { PositionedPage } from '../../src/model/index.js';
import { doubtMixed, reportParts } from '../../src/several-reports.js';
import { write } from '../reconstruct/sketch.js';
import { CONTEXT, drawReport, SOUND } from './drawn-report.js';

/** The pages of a report under a title in larger print. */
function report(title: string): PositionedPage[] {
  return drawReport(SOUND, 'pdfium', '').map((page, k) =>
    k === 0 ? { ...page, glyphs: [...write(title, 40, 30, { size: 16 }), ...page.glyphs] } : page,
  );
}

/** A page with nothing but a title. */
function cover(title: string): PositionedPage {
  const [page] = report(title);
  if (!page) throw new Error('no page');
  return { ...page, glyphs: write(title, 40, 30, { size: 16 }), rulings: [] };
}

function numbered(pages: readonly PositionedPage[]): PositionedPage[] {
  return pages.map((page, k) => ({ ...page, pageNumber: k + 1 }));
}

const ONE = report('某某局2023年政府信息公开工作年度报告');
const OTHER = report('某某镇2023年政府信息公开工作年度报告');

describe('the reports of a file', () => {
  it('are two where two titles each have the tables of a whole report behind them', () => {
    const parts = reportParts(analyse(numbered([...ONE, ...OTHER]), CONTEXT), CONTEXT);
    expect(parts).toEqual({
      pageNumbers: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      isMixed: false,
    });
  });

  it('are one under one title', () => {
    expect(reportParts(analyse(ONE, CONTEXT), CONTEXT)).toEqual({ pageNumbers: [[1, 2, 3]], isMixed: false });
  });

  it('are one where a cover prints the title before the report does', () => {
    const pages = numbered([cover('某某局2023年政府信息公开工作年度报告'), ...ONE]);
    expect(reportParts(analyse(pages, CONTEXT), CONTEXT)).toEqual({ pageNumbers: [[1, 2, 3, 4]], isMixed: false });
  });

  it('take a cover with the report behind it', () => {
    const pages = numbered([...ONE, cover('某某镇2023年政府信息公开工作年度报告'), ...OTHER]);
    expect(reportParts(analyse(pages, CONTEXT), CONTEXT).pageNumbers).toEqual([
      [1, 2, 3],
      [4, 5, 6, 7],
    ]);
  });

  it('are one where its tables are an annex under the same title', () => {
    const pages = numbered([cover('某某局2023年政府信息公开工作年度报告'), ...ONE]);
    const { isMixed, pageNumbers } = reportParts(analyse(pages, CONTEXT), CONTEXT);
    expect([isMixed, pageNumbers.length]).toEqual([false, 1]);
  });

  it('cannot be told apart where half the tables stand under another title: every figure is doubted', () => {
    const analysis = analyse(numbered([...ONE, ...OTHER.slice(0, 1)]), CONTEXT);
    expect(reportParts(analysis, CONTEXT)).toEqual({ pageNumbers: [[1, 2, 3, 4]], isMixed: true });
    const { facts } = doubtMixed(analysis).binding;
    expect(facts.every(({ status, doubts }) => status === 'suspect' && doubts.includes('several-reports'))).toBe(true);
  });
});
