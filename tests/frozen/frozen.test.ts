// The frozen corpus: real printings with known figures, read without any other program.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { listKnownDocuments } from '../score/known-documents.js';
import { scoreDocument } from '../score/score-document.js';
import { changedPath, DOCUMENTS, EXPECTED, toBriefScore, type BriefScore } from './brief-score.js';
import { printFrozen } from './make-frozen.js';
import { recipeNames } from './recipes.js';

/** In bytes: a clone must stay quick. */
const MAX_CORPUS = 3 * 1024 * 1024;

const families = await loadFamilies(PIPELINES_DIRECTORY);
const documents = await listKnownDocuments(DOCUMENTS);
const expected = (existsSync(EXPECTED) ? JSON.parse(await readFile(EXPECTED, 'utf8')) : {}) as Record<string, unknown>;

describe('the frozen corpus', () => {
  it.each(documents)('is read as accepted, without a silent error or a false accusation: $name', async (document) => {
    const score = await scoreDocument(document, (source) => sourceToReports(source, { families, reader: 'auto' }));
    // These hold whatever was accepted.
    expect(score.mistakes.filter(({ kind }) => kind !== 'marked' && kind !== 'absent')).toEqual([]);
    expect(score.figures.silentWrong).toBe(0);
    expect(score.falselyAccused).toEqual([]);
    expect(score.wrongSubject).toEqual([]);
    expect(score.outcome).not.toBe('crashed');
    await compare(document.name, toBriefScore(score));
  });

  it('is small', async () => {
    const sizes = (await readdir(DOCUMENTS)).map(async (name) => (await stat(join(DOCUMENTS, name))).size);
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_CORPUS);
  });

  it('expects nothing of a document that is not there', () => {
    const names = documents.map(({ name }) => name);
    expect(Object.keys(expected).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has a document for every recipe, and no other', () => {
    const names = documents.map(({ name }) => /^.*-\d+/u.exec(name)?.[0] ?? name);
    expect([...names].sort()).toEqual(recipeNames().sort());
  });
});

describe('printing the frozen corpus anew', () => {
  it('writes a document and its truth', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gouji-frozen-'));
    try {
      await printFrozen(folder, ['dump-tabs', 'raw-gbk']);
      const names = (await listKnownDocuments(folder)).map(({ name }) => name);
      expect(names).toEqual(documents.map(({ name }) => name).filter((name) => /dump-tabs|raw-gbk/u.test(name)));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Compares with what was accepted; writes what differs down, to be looked at and accepted. */
async function compare(name: string, score: BriefScore): Promise<void> {
  const accepted = expected[name];
  const path = changedPath(name);
  if (JSON.stringify(accepted) === JSON.stringify(score)) {
    await rm(path, { force: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(score, null, 2)}\n`);
  expect(score, `differs from what was accepted; look at it, then npm run frozen:accept -- ${name}`).toEqual(accepted);
}
