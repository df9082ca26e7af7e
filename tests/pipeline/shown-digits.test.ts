import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reportToFactRows } from '../../src/export/index.js';
import { createRecogniser } from '../../src/extract/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { readSource } from '../../src/ingest/index.js';
import type { Glyph, PositionedPage } from '../../src/model/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import { withShownDigits } from '../../src/shown-digits.js';
import { scoreFacts } from '../score/score-facts.js';
import type { TruthFile } from '../score/truth-file.js';

/** A glyph of 5 by 10 points. */
const glyph = (text: string, x0: number, top = 100): Glyph => ({
  ...{ text, box: { x0, x1: x0 + 5, top, bottom: top + 10 }, fontSize: 10, font: 0 },
  ...{ angleDeg: 0, isVisible: true },
});
const read = (text: string, x0: number, top = 100): Glyph => ({
  ...glyph(text, x0, top),
  readings: [{ text, confidence: 0.9995 }],
});
const page = (glyphs: readonly Glyph[]): PositionedPage => ({
  ...{ kind: 'positioned', pageNumber: 1, width: 300, height: 400, reader: 'pdfium' },
  ...{ fonts: [{ name: 'Song', embedded: true }], glyphs, rulings: [], clips: [], images: [], doubts: [] },
});
const textOf = ({ glyphs }: PositionedPage): string => glyphs.map(({ text }) => text).join('');

describe('a page with the digits that it shows', () => {
  it('takes digits from its picture, and words from its text layer', () => {
    const own = page([glyph('共', 20), glyph('4', 30), glyph('7', 35), glyph('件', 40)]);
    const shown = withShownDigits(own, [page([read('井', 20), read('1', 31), read('4', 36), read('件', 40)])]);
    expect(textOf(shown)).toBe('共14件');
    expect(shown.reader).toBe('scan');
    expect(shown.glyphs.map(({ readings }) => readings?.[0]?.text)).toEqual([undefined, '1', '4', undefined]);
  });

  it.each([
    ['none', [read('1', 31)]],
    ['a character', [read('1', 31), read('口', 36)]],
    ['two', [read('1', 31), read('4', 35), read('4', 37)]],
  ])('does not know a digit where %s was read', (_, glyphs) => {
    expect(textOf(withShownDigits(page([glyph('4', 30), glyph('7', 35)]), [page(glyphs)]))).toBe('1\ufffd');
  });

  it('finds digits on a page that was turned to be read', () => {
    // A quarter: what was read at (x, y) lies at (300 - y, x).
    const turned: PositionedPage = {
      ...page([read('8', 97.5, 262.5)]),
      origin: { pageNumber: 1, toSource: [0, 1, -1, 0, 300, 0] },
    };
    expect(textOf(withShownDigits(page([glyph('1', 30, 95)]), [turned]))).toBe('8');
  });
});

describe('a font whose table of characters is wrong in its digits', () => {
  it('gives the figures that the page shows', { timeout: 120_000 }, async () => {
    const folder = fileURLToPath(new URL('../frozen/documents/', import.meta.url));
    const path = `${folder}raw-raw-wrong-figures-549.pdf`;
    const recogniser = createRecogniser();
    try {
      const [report, ...others] = await sourceToReports(await readSource({ sourcePath: path, location: path }), {
        families: await loadFamilies(PIPELINES_DIRECTORY),
        reader: 'auto',
        scans: { recogniser: () => Promise.resolve(recogniser), prose: 'skip' },
      });
      if (report === undefined || others.length > 0) throw new RangeError('one report');
      const truth = JSON.parse(await readFile(path.replace('.pdf', '.truth.json'), 'utf8')) as TruthFile;
      const { figures } = scoreFacts(reportToFactRows(report), truth);
      expect(figures).toMatchObject({ total: 200, right: 200, silentWrong: 0 });
      expect(report).toMatchObject({ year: 2024, agency: '苇泽县人民政府' });
    } finally {
      await recogniser.close();
    }
  });
});
