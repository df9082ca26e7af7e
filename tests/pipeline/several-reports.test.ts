import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.js';
import type { Analysis } from '../../src/analysis.js';
import { docxToPage, htmlToPage, textToPage } from '../../src/extract/index.js';
import type { PositionedPage } from '../../src/model/index.js';
import { analyseInLines, doubtMixed, reportParts } from '../../src/several-reports.js';
import { KINDS } from '../corpus/kinds.js';
import type { MadeFiles } from '../corpus/made-files.js';
import { makeDocument } from '../corpus/make.js';
import { renderText } from '../corpus/text.js';
import { write } from '../reconstruct/sketch.js';
import { CONTEXT, drawReport, SOUND } from './drawn-report.js';

/** The pages of a report under a title in larger print. */
function report(title: string, written = SOUND): PositionedPage[] {
  return drawReport(written, 'pdfium', '').map((page, k) =>
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

  it('are two where both leave out the rows of noughts', () => {
    const short = { ...SOUND, three: SOUND.three.filter((line, k) => k < 3 || line.includes('|12|')) };
    const pages = ['某某局', '某某镇'].flatMap((body) => report(`${body}2023年政府信息公开工作年度报告`, short));
    expect(reportParts(analyse(numbered(pages), CONTEXT), CONTEXT).pageNumbers).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
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
    const { binding, prose } = doubtMixed(analysis);
    expect(prose.facts.length).toBeGreaterThan(0);
    const facts = [...binding.facts, ...prose.facts];
    expect(facts.every(({ status, doubts }) => status === 'suspect' && doubts.includes('several-reports'))).toBe(true);
  });
});

describe('the reports of a file without pages', () => {
  function made(kind: string): { file: Uint8Array; documents: MadeFiles } {
    const documents = KINDS[kind]?.make({ seed: 21009, style: 'two-reports', prose: { wordings: 'known' } });
    const file = documents?.files[0]?.bytes;
    if (documents === undefined || file === undefined) throw new Error(`no document of kind ${kind}`);
    return { file, documents };
  }

  function dump(seed: number): string {
    const layout = { figures: { scale: 'county', disclosure: '2021', applications: '2021' } } as const;
    return Buffer.from(renderText(makeDocument({ seed, layoutName: 'plain', layout, renderer: 'text' }))).toString();
  }

  function namesOf(analyses: readonly Analysis[]): string[] {
    return analyses.map(({ subject, binding }) => `${subject.agency} ${subject.year} ${binding.facts.length}`);
  }

  const analysed = (text: string): readonly Analysis[] => analyseInLines(textToPage(Buffer.from(text)), CONTEXT);
  const doubtsOf = ([first]: readonly Analysis[]): string[] => [
    ...new Set(first?.binding.facts.flatMap(({ doubts }) => doubts)),
  ];

  it.each(['web', 'docx'])('are told by their titles, their prose with them: %s', async (kind) => {
    const { file, documents } = made(kind);
    const page = kind === 'web' ? htmlToPage(file) : await docxToPage(file);
    const analyses = analyseInLines(page, CONTEXT);
    const truths = [documents.truth, documents.second];
    expect(analyses.map(({ subject }) => [subject.agency, subject.year])).toEqual(
      truths.map((truth) => [truth?.agency, truth?.year]),
    );
    expect(analyses.flatMap(({ findings }) => findings.filter(({ rule }) => rule.startsWith('prose.')))).toEqual([]);
  });

  it('are told in a dump', () => {
    const alone = [dump(1), dump(2)].map((text) => namesOf(analysed(text))).flat();
    expect(namesOf(analysed(dump(1) + dump(2)))).toEqual(alone);
  });

  it('are one where the title stands twice', () => {
    const [title] = dump(1).split('\n');
    expect(namesOf(analysed(`${title}\n${dump(1)}`))).toEqual(namesOf(analysed(dump(1))));
  });

  it('are two under one title where they say other figures', () => {
    const [title = ''] = dump(1).split('\n');
    const other = dump(2).split('\n').slice(1).join('\n');
    const analyses = analysed(`${dump(1)}\n${title}\n${other}`);
    expect(namesOf(analyses)).toEqual([...namesOf(analysed(dump(1))), ...namesOf(analysed(dump(1)))]);
    expect(analyses.flatMap((each) => doubtsOf([each]))).not.toContain('repeated-block');
  });

  it('are one that is shown twice, and doubted where a copy says another figure', () => {
    const twice = analysed(`${dump(1)}\n${dump(1)}`);
    expect(namesOf(twice)).toEqual(namesOf(analysed(dump(1))));
    const mended = dump(1).replace('行政许可\t7436', '行政许可\t7346');
    expect(mended).not.toBe(dump(1));
    const analyses = analysed(`${dump(1)}\n${mended}`);
    expect(namesOf(analyses)).toEqual(namesOf(twice));
    expect(doubtsOf(analyses)).toContain('repeated-block');
  });

  it('are one where the titles of others are listed below', () => {
    const list = '\n苇泽县财政局2022年政府信息公开工作年度报告\n苇泽县财政局2021年政府信息公开工作年度报告\n';
    expect(namesOf(analysed(dump(1) + list))).toEqual(namesOf(analysed(dump(1))));
  });

  it('cannot be told apart where half the tables stand under another title: every figure is doubted', () => {
    const [half = ''] = dump(2).split('三、');
    expect(doubtsOf(analysed(dump(1) + half))).toContain('several-reports');
    expect(doubtsOf(analysed(dump(1)))).not.toContain('several-reports');
  });
});
