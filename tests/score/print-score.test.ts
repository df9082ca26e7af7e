import { describe, expect, it } from 'vitest';
import { calibrate } from './calibration.js';
import { LAYOUTS } from '../corpus/layouts.js';
import { planCorpus } from './plan-corpus.js';
import { alignColumns, percent, printScore } from './print-score.js';
import { NO_FIGURES } from './score-facts.js';
import { NO_FINDINGS } from './score-findings.js';
import { NO_PROSE } from './score-prose.js';
import type { DocumentScore } from './score-document.js';

const THREE_LINE = Object.keys(LAYOUTS).filter((name) => name.startsWith('three-line'));

const DOCUMENT: DocumentScore = {
  ...{ name: 'a.pdf', kind: 'pdf', renderer: 'raw', layout: 'official', outcome: 'read', reason: '' },
  figures: { ...NO_FIGURES, total: 200, right: 200, nonZero: 10, nonZeroRight: 10 },
  findings: NO_FINDINGS,
  ...{
    wrongSubject: [],
    prose: NO_PROSE,
    proseTroubles: [],
    mistakes: [],
    missed: [],
    falselyAccused: [],
    falseRemarks: [],
    judgements: [],
    doubted: [],
  },
  elapsedMs: 120,
};

function print(documents: readonly DocumentScore[], isEvery = false, showsDoubts = false): string {
  const calibration = calibrate(documents.flatMap(({ judgements }) => judgements));
  const corpus = { version: '1.2.3', origin: 'seed 5', documents, calibration, makingSeconds: 1 };
  return printScore(corpus, { isEvery, showsMistakes: false, showsDoubts });
}

describe('the printed score', () => {
  it('names version, seed and count, and folds up layouts without trouble', () => {
    const text = print([DOCUMENT]);
    expect(text).toContain('Gouji 1.2.3, seed 5: 1 documents, 200 figures');
    expect(text).toContain('(1 layouts: nothing wrong)');
    expect(print([DOCUMENT], true)).toMatch(/^ {2}official +1 +0 +200 +100\.00/mu);
  });

  it('shows a layout with trouble and names what went wrong', () => {
    const mistake = { kind: 'silent', place: 'reviews/review/total', want: '2', got: '3' } as const;
    const figures = { ...DOCUMENT.figures, right: 199, silentWrong: 1 };
    const text = print([{ ...DOCUMENT, figures, mistakes: [mistake] }]);
    expect(text).toMatch(/^ {2}official +1 +0 +200 +99\.50/mu);
    expect(text).toContain('a.pdf: silent: reviews/review/total: want 2, got 3');
  });

  it('tells on demand how many figures marked for each reason are right', () => {
    const doubted = [
      { doubt: 'row-short', isRight: true },
      { doubt: 'cut-row', isRight: false },
      { doubt: 'row-short', isRight: true },
      { doubt: 'row-short', isRight: false },
    ];
    expect(print([{ ...DOCUMENT, doubted }], false, true)).toMatch(/row-short +3 +2 +66\.66\ncut-row +1 +0 +0\.00$/u);
    expect(print([{ ...DOCUMENT, doubted }])).not.toContain('row-short');
  });

  it('says that no confidence is given yet', () => {
    expect(print([DOCUMENT])).toContain('no confidence is given yet (0 of 200 figures carry one)');
  });

  it('prints how far confidence can be believed once there is one', () => {
    const judgements = [
      { confidence: 0.995, isRight: true },
      { confidence: 0.6, isRight: false },
    ];
    expect(print([{ ...DOCUMENT, judgements }])).toMatch(/2 of 200 figures carry a confidence, Brier score 0\.1800/u);
  });

  it('never rounds up to 100 %', () => {
    expect([percent(19999, 20000), percent(20000, 20000), percent(0, 0)]).toEqual(['99.99', '100.00', '—']);
  });

  it('aligns Chinese, which takes two columns a character', () => {
    expect(
      alignColumns([
        ['表', '1'],
        ['abc', '22'],
      ]),
    ).toEqual(['表    1', 'abc  22']);
  });
});

describe('calibration', () => {
  it('puts certainty into the last bin', () => {
    const { bins, brier } = calibrate([
      { confidence: 1, isRight: true },
      { confidence: 0.999, isRight: false },
    ]);
    expect(bins).toHaveLength(1);
    expect(bins[0]).toMatchObject({ from: 0.999, to: 1, count: 2, shareRight: 0.5 });
    expect(brier).toBeCloseTo(0.499, 3);
  });
});

describe('the plan of a corpus', () => {
  it('gives every renderer its share and loses no document', () => {
    const runs = planCorpus({ seed: 3, count: 50, renderers: ['chromium', 'raw', 'text'] });
    expect(runs.map(({ renderer }) => renderer)).toEqual(['chromium', 'raw', 'text']);
    expect(runs.reduce((sum, { count }) => sum + count, 0)).toBe(50);
    expect(new Set(runs.flatMap(({ layouts }) => layouts)).size).toBeGreaterThan(30);
  });

  it('gives no seed twice', () => {
    const runs = planCorpus({ seed: 3, count: 50, renderers: ['chromium', 'raw', 'text'] });
    const seeds = runs.flatMap(({ seed, count }) => Array.from({ length: count }, (_, k) => seed + k));
    expect(new Set(seeds).size).toBe(50);
  });

  it('takes several layouts, and all that begin alike', () => {
    const runs = planCorpus({ seed: 1, renderers: ['chromium'], layout: 'official,three-line*' });
    expect(runs.flatMap(({ layouts }) => layouts)).toEqual(['official', ...THREE_LINE]);
  });

  it('refuses a layout that none of the renderers draws', () => {
    expect(() => planCorpus({ seed: 1, renderers: ['text'], layout: 'official' })).toThrow(RangeError);
  });
});
