import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.js';
import { confirmDigits } from '../../src/confirm-digits.js';
import { digitsShownOtherwise, PdfReadings } from '../../src/extract/index.js';
import type { PositionedPage } from '../../src/model/index.js';
import { ScannedPages } from '../../src/scanned-pages.js';
import { CONTEXT } from './drawn-report.js';

/** A report whose text layer says each digit three too high. */
const FILE = new URL('../frozen/documents/raw-raw-wrong-figures-549.pdf', import.meta.url);

describe('digits of a text layer', () => {
  let readings: PdfReadings;
  let pages: readonly PositionedPage[];
  beforeAll(async () => {
    readings = new PdfReadings(await readFile(FILE));
    pages = await readings.read('pdfium');
  });
  afterAll(async () => {
    await readings.close();
  });

  /** The pages with what they show, some digits said to be others. */
  const saying = (other: (digit: string) => string): readonly PositionedPage[] =>
    pages.map((page) => ({
      ...page,
      glyphs: page.glyphs.map((glyph) =>
        /^\d$/u.test(glyph.text) ? { ...glyph, text: other(String((Number(glyph.text) + 7) % 10)) } : glyph,
      ),
    }));
  const confirmed = (own: readonly PositionedPage[]) =>
    confirmDigits(analyse(own, CONTEXT), {
      readings,
      scanned: new ScannedPages(readings, undefined, CONTEXT),
      context: CONTEXT,
    });

  it('that are those drawn are found so', async () => {
    const own = saying((digit) => digit);
    for (const page of own) expect(digitsShownOtherwise(page, await readings.draw(page.pageNumber))).toEqual([]);
    const analysis = await confirmed(own);
    expect(analysis.checks.filter(({ outcome }) => outcome === 'violated')).toEqual([]);
    expect(analysis.binding.facts.filter(({ status }) => status === 'suspect')).toEqual([]);
  });

  it('of which one is drawn as another are found out, and all figures doubted where pictures are not read', async () => {
    const own = saying((digit) => (digit === '3' ? '8' : digit));
    const [, second] = own;
    if (second === undefined) throw new RangeError('two pages');
    expect(digitsShownOtherwise(second, await readings.draw(2))).toEqual(['8>3']);
    const { facts } = (await confirmed(own)).binding;
    expect(facts.filter(({ status }) => status === 'printed')).toEqual([]);
    expect(facts.filter(({ doubts }) => doubts.includes('text-layer-broken')).length).toBeGreaterThan(190);
  });
});
