// Dumps changed line by line. There is no second reader here: labels, order and the laws must do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDumps, type BaseDump } from './base-documents.js';
import { judgeLines, type Judgement } from './judge-mutated.js';
import { mutateLines, type LineMutation } from './mutate-lines.js';

const SEED = 6;
const RUNS = Number(process.env['GOUJI_MUTATIONS'] ?? 8);
const dumps = writeDumps();

const at = fc.noBias(fc.nat(40));
const part = fc.noBias(fc.nat(20));
const kinds = {
  dropLine: fc.record({ kind: fc.constant('drop-line'), at }),
  doubleLine: fc.record({ kind: fc.constant('double-line'), at }),
  swapLines: fc.record({ kind: fc.constant('swap-lines'), at, other: at }),
  joinLines: fc.record({ kind: fc.constant('join-lines'), at }),
  doubleGap: fc.record({ kind: fc.constant('double-gap'), at, part }),
  splitNumber: fc.record({ kind: fc.constant('split-number'), at, part }),
  dropFigure: fc.record({ kind: fc.constant('drop-figure'), at, part }),
  noiseLine: fc.record({
    kind: fc.constant('noise-line'),
    at,
    text: fc.constantFrom('- 3 -', '第 3 页', '某某', '12', ''),
  }),
  noiseLabel: fc.record({ kind: fc.constant('noise-label'), at, text: fc.constantFrom('###', '某某', '471 vI', '') }),
  breakLine: fc.record({ kind: fc.constant('break-line'), at, part }),
  loseGap: fc.record({ kind: fc.constant('lose-gap'), at, part }),
} as const satisfies Record<string, fc.Arbitrary<LineMutation>>;

function dumpAt(k: number): BaseDump {
  const found = dumps[k];
  if (found === undefined) throw new RangeError(`no dump ${k}`);
  return found;
}

const neverSilent = ({ silent, accused }: Judgement): void => {
  expect({ silent, accused }).toEqual({ silent: [], accused: [] });
};

async function hold(kind: fc.Arbitrary<LineMutation>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(dumps.length - 1), kind, async (which, mutation) => {
      const { lines, truth } = dumpAt(which);
      neverSilent(await judgeLines(mutateLines(lines, mutation), truth));
    }),
    { seed: SEED, numRuns: RUNS },
  );
}

describe('dumps to spoil', () => {
  it.each(dumps.map(({ name }, k) => [name, k] as const))('are read right before: %s', async (_name, k) => {
    const { lines, truth } = dumpAt(k);
    const { right, total, silent } = await judgeLines(lines, truth);
    expect({ wrong: total - right, silent }).toEqual({ wrong: 0, silent: [] });
  });

  it.each(Object.entries(kinds))('are really changed: %s', (_name, kind) => {
    const { lines } = dumpAt(0);
    const changed = fc
      .sample<LineMutation>(kind, { seed: SEED, numRuns: 10 })
      .filter((m) => mutateLines(lines, m).join() !== lines.join());
    expect(changed.length).toBeGreaterThan(2);
  });
});

describe('a dump makes no silent error', () => {
  it('where a row is lost', () => hold(kinds.dropLine));
  it('where a row stands twice', () => hold(kinds.doubleLine));
  it('where two rows changed places', () => hold(kinds.swapLines));
  it('where two rows run together', () => hold(kinds.joinLines));
  it('where a separator is doubled', () => hold(kinds.doubleGap));
  it('where a number is split', () => hold(kinds.splitNumber));
  it('where a figure is lost', () => hold(kinds.dropFigure));
  it('where a line end gets into a row', () => hold(kinds.breakLine));
  it('where two figures run together', () => hold(kinds.loseGap));
  it('where a line of something else stands between', () => hold(kinds.noiseLine));
  it('where a label is garbage', () => hold(kinds.noiseLabel));
});

/** Changes one after the other. */
function mutateAll(lines: readonly string[], mutations: readonly LineMutation[]): readonly string[] {
  return mutations.reduce((changed, mutation) => mutateLines(changed, mutation), lines);
}

describe('a dump in which several things happened at once', () => {
  it('makes no silent error but to show a blank where the dump has lost a figure', async () => {
    const several = fc.array(fc.oneof(...Object.values<fc.Arbitrary<LineMutation>>(kinds)), {
      minLength: 2,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(dumps.length - 1), several, async (which, mutations) => {
        const { lines, truth } = dumpAt(which);
        const { silent, accused } = await judgeLines(mutateAll(lines, mutations), truth);
        const losesFigures = mutations.some(({ kind }) => kind === 'drop-figure');
        expect(accused).toEqual([]);
        expect(silent.filter((each) => !losesFigures || !each.includes('got empty'))).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe('a row within the wrapped label of another', () => {
  // The pieces of the label make up the other row, and sums over columns are blind to rows that changed places.
  it.each<[string, readonly LineMutation[]]>([
    ['it has a label of its own', [{ kind: 'swap-lines', at: 20, other: 2 }]],
    [
      'its own label is missing where it belongs',
      [
        { kind: 'swap-lines', at: 8, other: 21 },
        { kind: 'split-number', at: 30, part: 5 },
      ],
    ],
    [
      'another row has the label that it lacks',
      [
        { kind: 'swap-lines', at: 3, other: 40 },
        { kind: 'noise-label', at: 3, text: '471 vI' },
      ],
    ],
  ])('is marked, for %s', async (_why, mutations) => {
    const { lines, truth } = dumpAt(2);
    neverSilent(await judgeLines(mutateAll(lines, mutations), truth));
  });
});

describe('a row with fewer figures than the others', () => {
  // It is taken for one that begins or ends with blanks: the figures move on, and what no law catches stands unmarked.
  it('is marked as a whole where two of its figures run together', async () => {
    const { lines, truth } = dumpAt(0);
    neverSilent(await judgeLines(mutateLines(lines, { kind: 'lose-gap', at: 0, part: 0 }), truth));
  });

  it('is marked as a whole where its end stands on the next line', async () => {
    const { lines, truth } = dumpAt(1);
    neverSilent(await judgeLines(mutateLines(lines, { kind: 'break-line', at: 0, part: 1 }), truth));
  });
});
