import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { writeSeries } from '../corpus/series/write-series.js';
import type { ReadReports } from './score-document.js';
import { printSeriesScore, scoreSeries } from './score-series.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-series-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function families() {
  const loaded = await loadFamilies(PIPELINES_DIRECTORY);
  const [family] = loaded;
  if (family === undefined) throw new Error('no family');
  const read: ReadReports = (source) => sourceToReports(source, { families: loaded, reader: 'auto' });
  return { family, read };
}

describe('scoreSeries', () => {
  it('finds what was planted between years, copies included, and nothing else', { timeout: 60_000 }, async () => {
    await writeSeries({ styles: ['carry-broken', 'copies-differ', 'renamed'], seed: 3, out: folder });
    const { family, read } = await families();
    const score = await scoreSeries(folder, family, read);
    expect(score).toMatchObject({ series: 3, expected: 5, found: 5, missed: [], falselyFound: [] });
  });

  it('names what a blind reader misses and what a wrong one makes up', { timeout: 60_000 }, async () => {
    await writeSeries({ styles: ['carry-broken', 'plain'], seed: 3, out: folder });
    const { family, read } = await families();
    const wrong: ReadReports = async (source) =>
      (await read(source)).map((report) => ({
        ...report,
        facts: report.facts.map((fact) =>
          fact.row === 'carried_in' && fact.column === 'total' && source.sourcePath.startsWith('years-4-2')
            ? { ...fact, value: '77' }
            : fact,
        ),
      }));
    const falseOnes = await scoreSeries(folder, family, wrong);
    expect(falseOnes.falselyFound).toEqual([expect.stringMatching(/^years-4-2\..*: X\.carry error applications$/)]);
    const blind = await scoreSeries(folder, family, () => Promise.resolve([]));
    expect(blind).toMatchObject({ expected: 1, found: 0 });
    expect(printSeriesScore(blind)).toContain('missed years-3-2');
  });
});
