import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { perfectFacts } from './perfect-facts.js';
import { scoreFacts, type FigureScore, type ScoredFact } from './score-facts.js';
import type { TruthFile } from './truth-file.js';

const TRUTH: TruthFile = {
  format: '2021',
  disclosure: { regulations: [1, 0, '22（其中修订16件）'], fees: [2616] },
  applications: { granted: [3, 0, 0, 0, null, 1, 4], new_received: [5, null, 0, 0, 0, 0, null] },
  reviews: { review: [2, 0, 0, 0, 2] },
  derived: { 'applications/new_received/business': 2 },
  undecidable: ['disclosure/fees: 2616'],
};

function withFact(place: string, change: Partial<ScoredFact>): readonly ScoredFact[] {
  return perfectFacts(TRUTH).map((fact) =>
    `${fact.table}/${fact.row}/${fact.column}` === place ? { ...fact, ...change } : fact,
  );
}

function score(facts: readonly ScoredFact[], truth = TRUTH): FigureScore {
  return scoreFacts(facts, truth).figures;
}

describe('the score of facts', () => {
  it('is full where every figure is as printed', () => {
    const figures = score(perfectFacts(TRUTH));
    expect(figures).toMatchObject({ total: 22, right: 22, nonZero: 8, nonZeroRight: 8 });
    expect(figures.silentWrong + figures.flaggedWrong + figures.absent + figures.alarms).toBe(0);
  });

  it('calls a wrong figure silent, unless it is marked', () => {
    const place = 'reviews/review/total';
    expect(score(withFact(place, { value: '3' }))).toMatchObject({ right: 21, silentWrong: 1, flaggedWrong: 0 });
    const marked = score(withFact(place, { value: '3', status: 'suspect' }));
    expect(marked).toMatchObject({ right: 21, silentWrong: 0, flaggedWrong: 1, alarms: 1 });
  });

  it('calls an empty value silent where the document prints a figure', () => {
    expect(score(withFact('reviews/review/upheld', { value: '' })).silentWrong).toBe(1);
  });

  it('calls a figure silent that stands where the document prints none', () => {
    expect(score(withFact('applications/granted/legal_service', { value: '0' })).silentWrong).toBe(1);
  });

  it('takes a derived value where nothing is printed, if it is what the sums leave', () => {
    const zero = { value: '0', status: 'derived' };
    expect(score(withFact('applications/granted/legal_service', zero)).right).toBe(22);
    const two = { value: '2', status: 'derived' };
    expect(score(withFact('applications/new_received/business', two)).right).toBe(22);
    expect(score(withFact('applications/new_received/business', zero)).silentWrong).toBe(1);
    const five = { value: '5', status: 'derived' };
    expect(score(withFact('applications/new_received/total', five)).right).toBe(22);
  });

  it('counts a right figure that is doubted as a false alarm, unless the document breaks a sum', () => {
    const doubted = withFact('reviews/review/total', { status: 'suspect' });
    expect(score(doubted)).toMatchObject({ right: 22, falseAlarms: 1, alarms: 1 });
    const broken = { ...TRUTH, identities_that_fail_as_printed: ['review: 2 != 3'] };
    expect(score(doubted, broken).falseAlarms).toBe(0);
  });

  it('counts a row that is not given as absent', () => {
    const facts = perfectFacts(TRUTH).filter(({ table }) => table !== 'reviews');
    expect(score(facts)).toMatchObject({ right: 17, absent: 5, silentWrong: 0 });
  });

  it('calls a figure silent in a cell the document does not have, and one given twice', () => {
    const extra: ScoredFact = {
      ...{ table: 'reviews', row: 'review', column: 'withdrawn' },
      ...{ value: '1', status: 'printed', printed: '1', confidence: '' },
    };
    expect(score([...perfectFacts(TRUTH), extra])).toMatchObject({ right: 22, silentWrong: 1, invented: 1 });
    expect(score([...perfectFacts(TRUTH), { ...extra, column: 'upheld' }]).silentWrong).toBe(2);
  });

  it('counts what the document leaves open only where it is wrong and not marked', () => {
    const place = 'disclosure/fees/amount';
    expect(score(withFact(place, { value: '', status: 'suspect' })).total).toBe(22);
    expect(score(withFact(place, { value: '26' }))).toMatchObject({ total: 23, silentWrong: 1 });
  });

  it('leaves the figures of the prose alone', () => {
    const facts = perfectFacts(TRUTH).map((fact) => ({ ...fact, table: 'prose' }));
    expect(score(facts)).toMatchObject({ right: 3, invented: 0, silentWrong: 0 });
  });

  it('keeps how sure each figure was', () => {
    const facts = withFact('reviews/review/total', { value: '9', confidence: '0.250' });
    expect(scoreFacts(facts, TRUTH).judgements).toEqual([{ confidence: 0.25, isRight: false }]);
  });

  it('lists why figures are doubted, and whether they are right', () => {
    const doubts = ['row-short', 'cut-row'];
    const facts = withFact('reviews/review/total', { value: '9', status: 'suspect', doubts });
    expect(scoreFacts(facts, TRUTH).doubted).toEqual(doubts.map((doubt) => ({ doubt, isRight: false })));
    expect(scoreFacts(withFact('reviews/review/total', { status: 'printed', doubts }), TRUTH).doubted).toEqual([]);
  });
});

const reference = process.env['GOUJI_REFERENCE'];
const program = reference === undefined ? '' : path.join(reference, 'tools/score.mjs');
const hasReference = existsSync(program);

describe('the reference program', { skip: !hasReference }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gouji-reference-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const truths = ['cases', 'real', 'seed'].flatMap((name) => {
    const own = path.join(reference ?? '', name);
    const files = existsSync(own) ? readdirSync(own).filter((file) => file.endsWith('.json')) : [];
    return files.map((file) => path.join(own, file));
  });

  it.each(truths)('gives the same score on facts spoilt at random: %s', (file) => {
    const truth = JSON.parse(readFileSync(file, 'utf8')) as TruthFile;
    const facts = perfectFacts(truth);
    const spoil = fc.record({
      value: fc.constantFrom('', '0', '1', '17', '2.5'),
      status: fc.constantFrom('printed', 'suspect', 'derived', 'missing', 'repaired'),
      action: fc.constantFrom('change', 'drop', 'double', 'elsewhere', 'doubt'),
      at: fc.nat(Math.max(0, facts.length - 1)),
    });
    for (const changes of fc.sample(fc.array(spoil, { maxLength: 12 }), { numRuns: 4, seed: 4 })) {
      const spoilt = changes.reduce<readonly ScoredFact[]>((all, change) => {
        const { value, status } = change;
        return all.flatMap((fact, k) => {
          if (k !== change.at) return [fact];
          if (change.action === 'drop') return [];
          if (change.action === 'double') return [fact, { ...fact, value }];
          if (change.action === 'elsewhere') return [fact, { ...fact, row: 'elsewhere', value, status }];
          return [{ ...fact, status, ...(change.action === 'doubt' ? {} : { value }) }];
        });
      }, facts);
      expect(scoreFacts(spoilt, truth).figures).toEqual(scoreByReference(spoilt, file));
    }
  });

  function scoreByReference(facts: readonly ScoredFact[], truth: string): unknown {
    const csv = path.join(folder, 'facts.csv');
    const rows = facts.map(({ table, row, column, value, status, printed }) =>
      [table, row, column, value, status, `"${printed}"`, 'x.pdf'].join(','),
    );
    writeFileSync(csv, ['table,row,column,value,status,printed,source_path', ...rows].join('\r\n'));
    return JSON.parse(spawnSync(process.execPath, [program, csv, truth], { encoding: 'utf8' }).stdout);
  }
});
if (!hasReference) console.info('Not compared with the reference program: GOUJI_REFERENCE names no folder with it.');
