// The score must be able to fail: the same documents through a pipeline with one broken stage.
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../corpus/layouts.js';
import { makeDocument } from '../corpus/make.js';
import { renderRaw } from '../corpus/raw.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Fact, Report } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { addDocuments, breaksPromise, isPerfect } from './group-scores.js';
import { scoreDocument, type KnownDocument, type ReadReports } from './score-document.js';

const folder = await mkdtemp(join(tmpdir(), 'gouji-score-test-'));
const families = await loadFamilies(PIPELINES_DIRECTORY);
const readReports: ReadReports = (source) => sourceToReports(source, { families, reader: 'pdfium' });

function makeKnown(plant?: 'review-total-off'): KnownDocument {
  const layout = { ...LAYOUTS['raw-fills'], figures: { scale: 'city' } } as const;
  const recipe = { seed: 7, layoutName: 'raw-fills', layout, renderer: 'raw' } as const;
  const made = makeDocument({ ...recipe, ...(plant === undefined ? {} : { plant }) });
  const path = join(folder, `${made.name}.pdf`);
  writeFileSync(path, renderRaw(made));
  return { name: made.name, path, kind: 'pdf', truth: made.truth };
}

function breakFacts(change: (facts: readonly Fact[]) => readonly Fact[]): ReadReports {
  return async (source) => (await readReports(source)).map((report) => ({ ...report, facts: change(report.facts) }));
}

describe('the score of a document', () => {
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const sound = makeKnown();

  it('is perfect where the pipeline reads it right', async () => {
    const group = addDocuments('all', [await scoreDocument(sound, readReports)]);
    expect(group.figures).toMatchObject({ total: 200, right: 200 });
    expect([isPerfect(group), breaksPromise(group)]).toEqual([true, false]);
  });

  it('judges two reports of one body and year in the order of the file', async () => {
    const { applications } = sound.truth;
    const second = { ...sound.truth, applications: { ...applications, granted: [9, 9, 9, 9, 9, 9, 54] } };
    const readTwice: ReadReports = async (source) => {
      const reports = await readReports(source);
      return [...reports, ...reports];
    };
    const { figures } = await scoreDocument({ ...sound, second }, readTwice);
    expect(figures).toMatchObject({ total: 400, silentWrong: 7 });
  });

  it('is bad where a stage exchanges two rows', async () => {
    const other: Readonly<Record<string, string>> = { granted: 'partial', partial: 'granted' };
    const swapRows = breakFacts((facts) => facts.map((fact) => ({ ...fact, row: other[fact.row] ?? fact.row })));
    const group = addDocuments('all', [await scoreDocument(sound, swapRows)]);
    expect(group.figures.silentWrong).toBeGreaterThan(2);
    expect(breaksPromise(group)).toBe(true);
  });

  it('is bad where a stage shifts the columns of a table', async () => {
    const shift = breakFacts((facts) =>
      facts.map((fact, k) => (fact.table === 'applications' ? { ...fact, value: facts[k - 1]?.value ?? '' } : fact)),
    );
    const { figures } = await scoreDocument(sound, shift);
    expect(figures.silentWrong).toBeGreaterThan(20);
    expect(figures.nonZeroRight / figures.nonZero).toBeLessThan(0.5);
  });

  it('is bad where a stage finds nothing, or takes nothing for a figure', async () => {
    const { figures } = await scoreDocument(
      sound,
      breakFacts(() => []),
    );
    expect(figures).toMatchObject({ absent: 200, right: 0, silentWrong: 0 });
    const blank = breakFacts((facts) => facts.map((fact) => ({ ...fact, value: '' })));
    expect((await scoreDocument(sound, blank)).figures.silentWrong).toBe(200);
  });

  it('does not take an alarm on everything for a good score', async () => {
    const doubt = breakFacts((facts) => facts.map((fact) => ({ ...fact, status: 'suspect' as const })));
    const group = addDocuments('all', [await scoreDocument(sound, doubt)]);
    expect(group.figures.falseAlarms).toBe(200);
    expect(isPerfect(group)).toBe(false);
  });

  it('tells a planted error found from one missed, and an accusation from a doubt', async () => {
    const planted = makeKnown('review-total-off');
    const both: ReadReports = (source) => sourceToReports(source, { families, reader: 'both' });
    expect((await scoreDocument(planted, both)).findings).toMatchObject({
      ...{ planted: 1, found: 1, foundAsPublisher: 1, falseAccusations: 0 },
    });
    const silent: ReadReports = async (source) =>
      (await both(source)).map((report): Report => ({ ...report, findings: [] }));
    expect((await scoreDocument(planted, silent)).missed).toHaveLength(1);
    const untrue = { ...planted, truth: { ...planted.truth, expected_findings: [] } };
    expect((await scoreDocument(untrue, both)).falselyAccused).toHaveLength(1);
  });

  it('counts a wrong year or agency', async () => {
    const wrong: ReadReports = async (source) =>
      (await readReports(source)).map((report): Report => ({ ...report, year: 1999, agency: '某局' }));
    expect((await scoreDocument(sound, wrong)).wrongSubject).toHaveLength(2);
  });

  it('tells a document that cannot go on from a crash, and counts its figures as absent', async () => {
    const crash: ReadReports = () => Promise.reject(new TypeError('a bug'));
    const crashed = await scoreDocument(sound, crash);
    expect(crashed).toMatchObject({ outcome: 'crashed', reason: 'a bug', figures: { absent: 200, right: 0 } });
    expect(breaksPromise(addDocuments('all', [crashed]))).toBe(true);
    const gone = await scoreDocument({ ...sound, path: join(folder, 'gone.pdf') }, readReports);
    expect(gone).toMatchObject({ outcome: 'unread', reason: 'vanished' });
  });
});
