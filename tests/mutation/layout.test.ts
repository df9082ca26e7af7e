// Tables changed after reconstruction, as a fault of that stage would change them. Both readings are changed alike, so the
// second reader is no help: labels, headers, order and the laws must do.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Layout, Page } from '../../src/model/index.js';
import { readBases, type BaseDocument } from './base-documents.js';
import { judgeLayout, type Judgement } from './judge-mutated.js';
import { mutateLayout, type LayoutMutation } from './mutate-layout.js';

vi.mock('../../src/extract/index.js', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  PdfReadings: (await import('./held-readings.js')).HeldReadings,
}));
vi.mock('../../src/reconstruct/index.js', async (importOriginal) => {
  const original = await importOriginal<{ pagesToLayout: (pages: readonly Page[]) => Layout }>();
  const { held } = await import('./held-readings.js');
  return { pagesToLayout: (pages: readonly Page[]) => held.changeLayout(original.pagesToLayout(pages)) };
});

const SEED = 5;
const RUNS = Number(process.env['GOUJI_MUTATIONS'] ?? 8);
const bases = await readBases();

const row = fc.noBias(fc.nat(24));
const column = fc.noBias(fc.nat(6));
const kinds = {
  shiftRow: fc.record({ kind: fc.constant('shift-row'), row }),
  dropRow: fc.record({ kind: fc.constant('drop-row'), row }),
  doubleRow: fc.record({ kind: fc.constant('double-row'), row }),
  swapRows: fc.record({ kind: fc.constant('swap-rows'), row, other: row }),
  swapFigures: fc.record({ kind: fc.constant('swap-figures'), row, other: row }),
  swapColumns: fc.record({ kind: fc.constant('swap-columns'), column, other: column }),
  mergeCells: fc.record({ kind: fc.constant('merge-cells'), row, column }),
  blankCell: fc.record({ kind: fc.constant('blank-cell'), row, column }),
  blankLabel: fc.record({ kind: fc.constant('blank-label'), row }),
  noiseLabel: fc.record({
    kind: fc.constant('noise-label'),
    row,
    text: fc.constantFrom('###', '某某', '1.', '471 vI'),
  }),
} as const satisfies Record<string, fc.Arbitrary<LayoutMutation>>;

function baseAt(k: number): BaseDocument {
  const found = bases[k];
  if (found === undefined) throw new RangeError(`no base ${k}`);
  return found;
}

async function hold(kind: fc.Arbitrary<LayoutMutation>, assess: (judgement: Judgement) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(bases.length - 1), kind, async (which, mutation) => {
      const { pages, truth } = baseAt(which);
      assess(await judgeLayout(pages, truth, (layout) => mutateLayout(layout, mutation)));
    }),
    { seed: SEED, numRuns: RUNS },
  );
}

const neverSilent = ({ silent, accused }: Judgement): void => {
  expect({ silent, accused }).toEqual({ silent: [], accused: [] });
};
/** A finding is a mark too: what a law accuses is looked at by a person. */
const neverUnnoticed = ({ unnoticed }: Judgement): void => {
  expect(unnoticed).toEqual([]);
};

describe('tables to spoil', () => {
  it.each(Object.entries(kinds))('are really changed: %s', async (_name, kind) => {
    let changed = 0;
    for (const [k, mutation] of fc.sample<LayoutMutation>(kind, { seed: SEED, numRuns: 8 }).entries()) {
      const { pages, truth } = baseAt(k % bases.length);
      await judgeLayout(pages, truth, (layout) => {
        const after = mutateLayout(layout, mutation);
        if (JSON.stringify(after) !== JSON.stringify(layout)) changed++;
        return after;
      });
    }
    expect(changed).toBeGreaterThan(2);
  });
});

describe('a table of which', () => {
  it('a row is lost makes no silent error', () => hold(kinds.dropRow, neverSilent));
  it('a row stands twice makes no silent error', () => hold(kinds.doubleRow, neverSilent));
  it('two rows changed places, labels and all, makes no silent error', () => hold(kinds.swapRows, neverSilent));
  it('two columns changed places, headers and all, makes no silent error', () => hold(kinds.swapColumns, neverSilent));
  it('two cells are merged makes no silent error', () => hold(kinds.mergeCells, neverSilent));
  it('a cell is blank makes no silent error', () => hold(kinds.blankCell, neverSilent));
  it('a label is blank makes no silent error', () => hold(kinds.blankLabel, neverSilent));
  it('a label is garbage makes no silent error', () => hold(kinds.noiseLabel, neverSilent));
  it('a row is shifted is not overlooked', () => hold(kinds.shiftRow, neverUnnoticed));
});

describe('what nothing in a document can tell', () => {
  // Row sums, column sums and balances all hold when the figures of two detail rows change places under their labels.
  it('is that the figures of two detail rows changed places', async () => {
    const base = baseAt(0);
    const mutation: LayoutMutation = { kind: 'swap-figures', row: 2, other: 3 };
    const { unnoticed, accused } = await judgeLayout(base.pages, base.truth, (layout) =>
      mutateLayout(layout, mutation),
    );
    expect(unnoticed.length).toBeGreaterThan(0);
    expect(accused).toEqual([]);
  });

  it('does not reach rows that a law tells apart', async () => {
    const base = baseAt(0);
    const mutation: LayoutMutation = { kind: 'swap-figures', row: 0, other: 2 };
    const { unnoticed } = await judgeLayout(base.pages, base.truth, (layout) => mutateLayout(layout, mutation));
    expect(unnoticed).toEqual([]);
  });
});
