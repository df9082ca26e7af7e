// Pages changed in memory: what a reader may do to a page, and what a page may have beside its tables.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PositionedPage } from '../../src/model/index.js';
import { readBases, type BaseDocument } from './base-documents.js';
import { judgePages, type Judgement } from './judge-mutated.js';
import { mutatePage, type PageMutation } from './mutate-pages.js';

vi.mock('../../src/extract/index.js', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  PdfReadings: (await import('./held-readings.js')).HeldReadings,
}));

const SEED = 4;
const RUNS = Number(process.env['GOUJI_MUTATIONS'] ?? 8);
const bases = await readBases();

const base = fc.constantFrom(...bases.keys());
const pageIndex = fc.nat(3);
const at = fc.noBias(fc.nat(4000));
const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const spot = fc.record({ x: share, y: share });
const kinds = {
  reorder: fc.record({ kind: fc.constant('reorder'), step: fc.integer({ min: 2, max: 40 }) }),
  doubleAll: fc.record({ kind: fc.constant('double-all'), by: fc.constantFrom(0, 0.2, 0.4) }),
  doubleGlyph: fc.record({ kind: fc.constant('double-glyph'), at, by: fc.constantFrom(0, 0.2, 0.5) }),
  dropRule: fc.record({ kind: fc.constant('drop-rule'), at }),
  breakRule: fc.record({ kind: fc.constant('break-rule'), at, gap: fc.constantFrom(0.5, 1, 2, 6) }),
  moveRule: fc.record({ kind: fc.constant('move-rule'), at, by: fc.constantFrom(-6, -3, -1, 1, 3, 6) }),
  strayRule: fc.record({ kind: fc.constant('stray-rule'), isAcross: fc.boolean(), place: spot, length: share }),
  noise: fc.record({ kind: fc.constant('noise'), text: fc.constantFrom('某', '*', '·', '（', 'a'), place: spot }),
  noiseDigit: fc.record({ kind: fc.constant('noise'), text: fc.constantFrom('1', '7'), place: spot }),
  jitter: fc.record({ kind: fc.constant('jitter'), by: fc.constantFrom(0.2, 0.5, 1) }),
  nudgePage: fc.record({ kind: fc.constant('nudge-page'), x: fc.constantFrom(-4, 4.3), y: fc.constantFrom(-20, 7.7) }),
  dropLabelGlyph: fc.record({ kind: fc.constant('drop-label-glyph'), at }),
  dropDigit: fc.record({ kind: fc.constant('drop-digit'), at }),
  changeDigit: fc.record({ kind: fc.constant('change-digit'), at, by: fc.integer({ min: 1, max: 9 }) }),
  repeatDigit: fc.record({ kind: fc.constant('repeat-digit'), at }),
  moveDigit: fc.record({ kind: fc.constant('move-digit'), at, by: fc.constantFrom(-45, -12, 5, 12, 45) }),
  garbleDigit: fc.record({ kind: fc.constant('garble-digit'), at }),
} as const satisfies Record<string, fc.Arbitrary<PageMutation>>;

function mutateOne(pages: readonly PositionedPage[], k: number, mutation: PageMutation): readonly PositionedPage[] {
  return pages.map((page, index) => (index === k % pages.length ? mutatePage(page, mutation) : page));
}

function baseAt(k: number): BaseDocument {
  const found = bases[k];
  if (found === undefined) throw new RangeError(`no base ${k}`);
  return found;
}

type Assess = (judgement: Judgement) => void;

/** Both readers see the change: the page itself is so. */
async function holdOnPage(kind: fc.Arbitrary<PageMutation>, assess: Assess): Promise<void> {
  await fc.assert(
    fc.asyncProperty(base, pageIndex, kind, async (which, page, mutation) => {
      const { pages, truth } = baseAt(which);
      const spoil = (own: readonly PositionedPage[]) => mutateOne(own, page, mutation);
      assess(await judgePages({ pdfium: spoil(pages.pdfium), pdfjs: spoil(pages.pdfjs) }, truth));
    }),
    { seed: SEED, numRuns: RUNS },
  );
}

/** Only the first reader errs. */
async function holdInReader(kind: fc.Arbitrary<PageMutation>, reader: 'auto' | 'both', assess: Assess): Promise<void> {
  await fc.assert(
    fc.asyncProperty(base, pageIndex, kind, async (which, page, mutation) => {
      const { pages, truth } = baseAt(which);
      assess(await judgePages({ ...pages, pdfium: mutateOne(pages.pdfium, page, mutation) }, truth, reader));
    }),
    { seed: SEED, numRuns: RUNS },
  );
}

const allRight: Assess = ({ right, total, accused, refused }) => {
  expect({ wrong: total - right, accused, refused }).toEqual({ wrong: 0, accused: [], refused: '' });
};
const neverSilent: Assess = ({ silent, accused }) => {
  expect({ silent, accused }).toEqual({ silent: [], accused: [] });
};
/** Table two has no law: one wrong digit of it that both readers see is seen by nobody. */
const neverSilentInLaws: Assess = ({ silent, accused }) => {
  const lawful = silent.filter((text) => !text.startsWith('disclosure/'));
  expect({ silent: lawful, accused }).toEqual({ silent: [], accused: [] });
};
const neverUnnoticedInLaws: Assess = ({ unnoticed }) => {
  expect(unnoticed.filter((text) => !text.startsWith('disclosure/'))).toEqual([]);
};

describe('documents to spoil', () => {
  it.each(bases.map(({ name }, k) => [name, k] as const))('are read right before: %s', async (_name, k) => {
    const { pages, truth } = baseAt(k);
    allRight(await judgePages(pages, truth));
  });
});

describe('a change that leaves the page as it looks', () => {
  it('of the order of glyphs changes no figure', () => holdOnPage(kinds.reorder, allRight));
  it('that draws everything twice changes no figure', () => holdOnPage(kinds.doubleAll, allRight));
  it('that draws a glyph twice changes no figure', () => holdOnPage(kinds.doubleGlyph, allRight));
  it('that moves glyphs by a hair changes no figure', () => holdOnPage(kinds.jitter, allRight));
  it('that moves the whole page changes no figure', () => holdOnPage(kinds.nudgePage, allRight));
});

describe('a change of the rules', () => {
  it('by one that is not there makes no silent error', () => holdOnPage(kinds.dropRule, neverSilent));
  it('by a gap makes no silent error', () => holdOnPage(kinds.breakRule, neverSilent));
  it('by one that stands aside makes no silent error', () => holdOnPage(kinds.moveRule, neverSilent));
  it('by one too many makes no silent error where laws hold', () => holdOnPage(kinds.strayRule, neverSilentInLaws));

  // The cell is taken for two, and the half without the figure for the row's: 19 is printed, nothing is read.
  it('by one right across a cell makes no silent error', async () => {
    const { pages, truth } = baseAt(0);
    const rule = { isAcross: true, place: { x: 180 / 595, y: 74.6 / 842 }, length: 120 / 595 } as const;
    const scratch = (own: readonly PositionedPage[]) => mutateOne(own, 1, { kind: 'stray-rule', ...rule });
    neverSilent(await judgePages({ pdfium: scratch(pages.pdfium), pdfjs: scratch(pages.pdfjs) }, truth));
  });
});

describe('a stray glyph', () => {
  it('that is no digit makes no silent error', () => holdOnPage(kinds.noise, neverSilent));
  it('that is a digit is not overlooked where a law holds', () => holdOnPage(kinds.noiseDigit, neverUnnoticedInLaws));
  it('that a label lacks makes no silent error', () => holdOnPage(kinds.dropLabelGlyph, neverSilent));
});

describe.each([
  ['drops a digit', kinds.dropDigit],
  ['takes a digit for another', kinds.changeDigit],
  ['sees a digit twice', kinds.repeatDigit],
  ['sees a digit elsewhere', kinds.moveDigit],
  ['cannot tell a digit', kinds.garbleDigit],
] as const)('a reader that %s', (_what, kind) => {
  it('makes no silent error where both are asked', () => holdInReader(kind, 'both', neverSilent));
  it('makes no silent error in tables with laws', () => holdInReader(kind, 'auto', neverSilentInLaws));
});
