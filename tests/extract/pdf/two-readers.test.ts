/** The two readers know nothing of each other: what both say is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bbox, Glyph, PositionedPage, Ruling } from '../../../src/model/index.js';
import { onePagePdf, ucs2, type RawPage } from './raw-pdf.js';
import { readPages } from './read-page.js';

/** Readers place a glyph's middle alike within this, in points; 0.01 was the most seen on the reference documents. */
const SAME_PLACE = 1;
/** Readers place rulings alike within this, in points; 0.01 was the most seen. */
const SAME_RULE = 0.5;

const repository = path.resolve(import.meta.dirname, '../../..');
const reference = path.resolve(repository, process.env['GOUJI_REFERENCE'] ?? '../shared', 'real');
const samples = path.join(repository, 'samples', 'reports');

function pdfsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Where one reader is blind by its own word, the other may see more. */
function saysBlind(page: PositionedPage): boolean {
  return page.doubts.some((doubt) => doubt.kind === 'font-not-embedded');
}

function middle({ x0, top, x1, bottom }: Bbox): readonly [number, number] {
  return [(x0 + x1) / 2, (top + bottom) / 2];
}

/**
 * Browsers print Kangxi radicals for common characters and say so in an ActualText, which only PDFium reads. No digit is
 * ever printed that way.
 */
function isSameText(a: string, b: string): boolean {
  const isWord = (text: string): boolean => !/[\p{N}\uFFFD]/u.test(text.normalize('NFKC'));
  return a === b || (isWord(a) && isWord(b) && a.length === b.length);
}

/** Glyphs of the first list without an equal in the second, each of which is used once. */
function unmatched(glyphs: readonly Glyph[], others: readonly Glyph[]): Glyph[] {
  const left = [...others];
  return glyphs.filter((glyph) => {
    const [x, y] = middle(glyph.box);
    const at = left.findIndex((other) => {
      const [otherX, otherY] = middle(other.box);
      const isSame =
        isSameText(other.text, glyph.text) && other.angleDeg === glyph.angleDeg && other.isVisible === glyph.isVisible;
      return (
        isSame && Math.hypot(otherX - x, otherY - y) <= SAME_PLACE && Math.abs(other.fontSize - glyph.fontSize) < 0.1
      );
    });
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function withoutTwin(rulings: readonly Ruling[], others: readonly Ruling[]): Ruling[] {
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_RULE;
  return rulings.filter(
    (a) =>
      !others.some(
        (b) =>
          a.orientation === b.orientation &&
          a.source === b.source &&
          isNear(a.position, b.position) &&
          isNear(a.start, b.start) &&
          isNear(a.end, b.end) &&
          isNear(a.thickness, b.thickness),
      ),
  );
}

async function expectAgreement(bytes: Uint8Array): Promise<void> {
  const [first, second] = [await readPages(bytes, 'pdfium'), await readPages(bytes, 'pdfjs')];
  expect(second).toHaveLength(first.length);
  for (const [index, page] of first.entries()) {
    const other = second[index];
    if (other === undefined) throw new Error('no such page');
    expect(other.width).toBeCloseTo(page.width, 2);
    expect(other.height).toBeCloseTo(page.height, 2);
    expect(unmatched(page.glyphs, other.glyphs)).toEqual([]);
    if (!saysBlind(page)) expect(unmatched(other.glyphs, page.glyphs)).toEqual([]);
    expect(withoutTwin(page.rulings, other.rulings)).toEqual([]);
    expect(withoutTwin(other.rulings, page.rulings)).toEqual([]);
  }
}

describe('two readers', () => {
  it.each<[string, string, Omit<RawPage, 'content'>?]>([
    ['text and rules', 'BT /F1 10 Tf 50 200 Td (1 2 3) Tj ET 50 190 m 350 190 l S 50 210 300 .5 re f'],
    ['a turned page', 'BT /F1 10 Tf 0 1 -1 0 50 200 Tm (12) Tj ET 50 190 m 350 190 l S', { rotate: 90 }],
    [
      'a shifted box',
      'BT /F1 10 Tf 150 200 Td (12) Tj ET 50 190 m 350 190 l S',
      { rotate: 270, cropBox: [100, 0, 300, 250] },
    ],
    ['spacing and scale', 'BT /F1 10 Tf 3 Tc 5 Tw 80 Tz 50 200 Td [(1 2) -300 (34)] TJ 2 0 .5 2 50 100 Tm (5 6) Tj ET'],
    [
      'fonts not embedded',
      `BT /GB 10 Tf 50 200 Td ${ucs2('年度9无')} Tj ET BT /GBV 9 Tf 80 200 Td ${ucs2('年度95')} Tj ET`,
    ],
    ['invisible text', 'BT 3 Tr /F1 10 Tf 50 200 Td (12) Tj ET'],
  ])('agree on %s', async (_, content, page = {}) => {
    await expectAgreement(onePagePdf(content, page));
  });

  it.skipIf(pdfsIn(samples).length === 0).each(pdfsIn(samples).map((file) => [path.basename(file), file]))(
    'agree on the sample %s',
    async (_, file) => {
      await expectAgreement(readFileSync(file));
    },
  );
});

describe.skipIf(pdfsIn(reference).length === 0)('two readers on published reports', () => {
  it.each(pdfsIn(reference).map((file) => [path.basename(file), file]))('agree on %s', async (_, file) => {
    await expectAgreement(readFileSync(file));
  });

  it.each(pdfsIn(reference).map((file) => [path.basename(file), file]))('read %s without a doubt', async (_, file) => {
    const pages = await readPages(readFileSync(file), 'pdfium');
    expect(pages.flatMap((page) => page.doubts)).toEqual([]);
  });
});

if (pdfsIn(reference).length === 0) {
  describe('two readers on published reports', () => {
    it.skip('need the reference folder: set GOUJI_REFERENCE to the folder that holds real/', () => undefined);
  });
}
