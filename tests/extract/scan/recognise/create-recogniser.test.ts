import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecogniser } from '../../../../src/extract/scan/recognise/create-recogniser.js';
import type { CellReading, Recogniser } from '../../../../src/extract/scan/recognise/recogniser.js';
import { languageFolder } from '../../../../src/extract/scan/recognise/tesseract-engine.js';
import { CELLS, cuttingOf, cuttingsOf, LABELS } from './pictures.js';

const textOf = (reading: CellReading): string =>
  reading.kind === 'figure' ? reading.glyphs.map(({ readings }) => readings[0]?.text ?? '').join('') : reading.kind;
const isWritten = (text: string): boolean => /\p{Script=Han}/u.test(text);

let recogniser: Recogniser;
beforeAll(() => {
  recogniser = createRecogniser();
});
afterAll(() => recogniser.close());

describe.each(['cells-serif', 'cells-sans'] as const)('the cells of %s', (name) => {
  it('are read as printed, and what is no figure is told apart', async () => {
    const read = await recogniser.readCells(cuttingsOf(name, CELLS.length));
    const expected = CELLS.map((text) => (text === '' ? 'blank' : isWritten(text) ? 'wording' : text));
    expect(read.map(textOf)).toEqual(expected);
    expect(read.map(({ id }) => id)).toEqual(CELLS.map((_, k) => String(k)));
  });

  it('are read alike in any order', async () => {
    const cuttings = cuttingsOf(name, CELLS.length);
    const forwards = await recogniser.readCells(cuttings);
    const backwards = await recogniser.readCells([...cuttings].reverse());
    expect([...backwards].reverse().map(textOf)).toEqual(forwards.map(textOf));
  });
});

describe('a glyph', () => {
  it('lies in its cutting, right of the one before, and its readings are shares with the best first', async () => {
    for (const reading of await recogniser.readCells(cuttingsOf('cells-serif', CELLS.length))) {
      if (reading.kind !== 'figure') continue;
      const lefts = reading.glyphs.map(({ box }) => box.x0);
      expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
      for (const { box, readings } of reading.glyphs) {
        expect(box.x0).toBeGreaterThanOrEqual(0);
        expect(box.y1).toBeGreaterThan(box.y0);
        const shares = readings.map(({ confidence }) => confidence);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
        expect(shares.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1.001);
      }
    }
  });
});

describe('text', () => {
  it('is read by lines, with its years and numbers', async () => {
    const read = await recogniser.readText(cuttingsOf('labels', LABELS.length));
    const texts = read.map(({ lines }) =>
      lines.map(({ glyphs }) => glyphs.map(({ readings }) => readings[0]?.text ?? '').join('')).join('|'),
    );
    expect(texts[1]).toBe(LABELS[1]);
    expect(texts[2]).toBe(LABELS[2]);
    // Brackets are often taken for others: what aligns labels does not look at them.
    expect(texts[0]).toContain('予以公开');
    expect(texts[3]).toMatch(/^22.其中修订16件.$/u);
  });

  it('has its digits checked by shape, each where it stands', async () => {
    const [, , title] = await recogniser.readText(cuttingsOf('labels', LABELS.length));
    const year = (title?.lines[0]?.glyphs ?? []).filter(({ readings }) => /^\d$/.test(readings[0]?.text ?? ''));
    expect(year.map(({ readings }) => readings[0]?.text).join('')).toBe('2023');
    expect(Math.min(...year.map(({ readings }) => readings[0]?.confidence ?? 0))).toBeGreaterThan(0.99);
    const ends = year.map(({ box }) => box.x1);
    expect(year.slice(1).every(({ box }, k) => box.x0 >= (ends[k] ?? 0))).toBe(true);
  });

  it('of an empty cutting has no lines', async () => {
    const empty = cuttingOf('empty', 40, 20, new Uint8Array(800).fill(255));
    expect(await recogniser.readText([empty])).toEqual([{ id: 'empty', lines: [] }]);
    expect(await recogniser.readCells([empty])).toEqual([{ id: 'empty', kind: 'blank' }]);
    expect(await recogniser.readCells([])).toEqual([]);
  });
});

describe('the engine', () => {
  it.each(['eng', 'chi_sim'] as const)('finds the data of %s inside node_modules', (language) => {
    const folder = languageFolder(language);
    expect(path.relative(path.resolve('node_modules'), folder)).not.toMatch(/^\.\.|^\//);
    expect(existsSync(path.join(folder, `${language}.traineddata.gz`))).toBe(true);
  });

  it('that does not answer in time is an error in both languages, and is started anew', async () => {
    const hasty = createRecogniser({ timeLimitMs: 1 });
    const cells = cuttingsOf('cells-serif', CELLS.length);
    await expect(hasty.readCells(cells)).rejects.toMatchObject({ code: 'time-limit', text: { zh: /没有回应/ } });
    await expect(hasty.readCells(cells)).rejects.toMatchObject({ code: 'time-limit' });
    await hasty.close();
  });

  it('whose thread dies is an error in both languages, at once, and is started anew', async () => {
    const threadPath = path.resolve('tests/extract/scan/recognise/dying-engine.mjs');
    const mortal = createRecogniser({ threadPath });
    const cells = cuttingsOf('cells-serif', CELLS.length);
    await expect(mortal.readCells(cells)).rejects.toMatchObject({ code: 'crashed', text: { en: /has died/ } });
    await expect(mortal.readCells(cells)).rejects.toMatchObject({ code: 'crashed', text: { zh: /出错/ } });
    await mortal.close();
  });
});
