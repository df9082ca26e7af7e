import { describe, expect, it } from 'vitest';
import { greyImage } from '../../../../src/extract/scan/grey-image.js';
import { leastShare } from '../../../../src/extract/scan/recognise/certainty.js';
import { firstOf, readAgain } from '../../../../src/extract/scan/recognise/read-again.js';
import type { GlyphReading, ReadCell, ReadGlyph } from '../../../../src/extract/scan/recognise/recogniser.js';
import { SECOND_COUNTS } from '../../../../src/extract/scan/recognise/second-counts.js';
import type { TesseractEngine } from '../../../../src/extract/scan/recognise/tesseract-engine.js';

/** A cell that holds a black square for each glyph. */
function cell(...readings: readonly (readonly GlyphReading[])[]): ReadCell {
  const image = greyImage(10 * readings.length, 10, 72, new Uint8Array(100 * readings.length).fill(0));
  const glyphs = readings.map((own, k): ReadGlyph => {
    return { box: { x0: 10 * k, y0: 0, x1: 10 * k + 9, y1: 10 }, readings: own };
  });
  return { cutting: { id: 'a', image, ink: new Uint8Array(image.data.length).fill(1) }, glyphs };
}

/** An engine that sees a text at the head of every picture, and keeps which characters it was told. */
function engine(text: string, told: string[] = []): () => Promise<TesseractEngine> {
  const symbols = Array.from(text, (each, k) => {
    return { text: each, confidence: 1, box: { x0: 25 + 10 * k, y0: 25, x1: 30 + 10 * k, y1: 50 } };
  });
  const read: TesseractEngine['read'] = (_, characters = '') => {
    told.push(characters);
    return Promise.resolve([symbols]);
  };
  return () => Promise.resolve({ read, close: () => Promise.resolve() });
}

const digit = (text: string, confidence: number): readonly GlyphReading[] => [{ text, confidence }];
const leastOf = (support: string): number => leastShare(...(SECOND_COUNTS.get(support) ?? [0, 0]));

describe('a doubtful figure that is read once more', () => {
  it('is as sure as figures were that were read twice alike, and no surer', async () => {
    const [glyphs = []] = await readAgain([cell(digit('3', 0.9995), digit('5', 0.995))], engine('35'));
    expect(firstOf(glyphs).text).toBe('35');
    expect(firstOf(glyphs).confidence).toBeCloseTo(leastOf('digits sure seconded'), 6);
    expect(firstOf(glyphs).confidence).toBeGreaterThan(0.999);
  });

  it('is surer in spite of its point where that is seen again', async () => {
    const told: string[] = [];
    const point = [
      { text: '.', confidence: 0.995 },
      { text: '', confidence: 0.004 },
    ];
    const [glyphs = []] = await readAgain([cell(digit('7', 0.9999), point, digit('5', 0.9999))], engine('7.5', told));
    expect(firstOf(glyphs).confidence).toBeCloseTo(leastOf('points sure seconded'), 6);
    expect(told).toEqual(['0123456789.,-+/']);
  });

  it('stays doubtful where it is negative: dust looks like a minus both ways', async () => {
    const [glyphs = []] = await readAgain([cell(digit('-', 0.98), digit('5', 0.9999))], engine('-5'));
    expect(firstOf(glyphs).confidence).toBeLessThan(0.999);
  });

  it('stays doubtful where it is less sure: a point that is glued to a digit is lost both ways', async () => {
    const [glyphs = []] = await readAgain([cell(digit('3', 0.9995), digit('5', 0.97))], engine('35'));
    expect(firstOf(glyphs).confidence).toBeLessThan(0.999);
  });

  it('stays doubtful where it was hardly a guess', async () => {
    const [glyphs = []] = await readAgain([cell(digit('3', 0.6))], engine('3'));
    expect(firstOf(glyphs).confidence).toBeLessThan(0.999);
  });

  it('has what is read otherwise among its readings', async () => {
    const [glyphs = []] = await readAgain([cell(digit('3', 0.9995), digit('5', 0.995))], engine('36'));
    expect(glyphs[0]?.readings).toEqual(digit('3', 0.9995));
    expect(glyphs[1]?.readings.map(({ text }) => text)).toEqual(['5', '6']);
    expect(glyphs[1]?.readings[0]?.confidence).toBeLessThan(0.999);
  });

  it('is as it was where another number of characters is seen, or none', async () => {
    const cells = [cell(digit('3', 0.9995), digit('5', 0.995))];
    expect(await readAgain(cells, engine('3'))).toEqual([cells[0]?.glyphs]);
    expect(await readAgain(cells, engine(''))).toEqual([cells[0]?.glyphs]);
  });
});
