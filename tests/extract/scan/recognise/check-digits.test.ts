import { describe, expect, it } from 'vitest';
import { checkDigits } from '../../../../src/extract/scan/recognise/check-digits.js';
import { findPieces } from '../../../../src/extract/scan/recognise/components.js';
import { boxAround } from '../../../../src/extract/scan/recognise/own-pixels.js';
import { CELLS, cuttingsOf } from './pictures.js';

/** What becomes of a reading of the field that prints 4586, its glyphs where the digits before them are. */
function readingsOf(text: string): readonly (readonly string[])[] {
  const cutting = cuttingsOf('cells-serif', CELLS.length)[CELLS.indexOf('4586')];
  if (cutting === undefined) throw new Error('no such field');
  const boxes = [...findPieces(cutting.ink, cutting.image.widthPx).boxes].sort((a, b) => a.x0 - b.x0);
  const box = boxAround(boxes);
  let at = -1;
  const glyphs = Array.from(text, (character) => {
    if (/\d/u.test(character)) at++;
    return { box: boxes[at] ?? box, readings: [{ text: character, confidence: 0.9 }] };
  });
  const line = { cutting: 0, box, characterPx: 1.3 * (box.y1 - box.y0) };
  return checkDigits(glyphs, line, cutting).map(({ readings }) => readings.map((reading) => reading.text));
}

const checked = (text: string): string =>
  readingsOf(text)
    .map(([best = '']) => best)
    .join('');

describe('a stroke beside the digits of a figure', () => {
  it('may be a 1', () => {
    expect(readingsOf('458]').at(-1)).toEqual([']', '1']);
    expect(readingsOf('458|').at(-1)).toEqual(['|', '1']);
  });

  it('is a bracket where there are two, or words', () => {
    expect(readingsOf('45[8]').at(-1)).toEqual([']']);
    expect(readingsOf('第45]').at(-1)).toEqual([']']);
  });
});

describe('a bracket that was read within a number', () => {
  it('is left out where the shapes are those of the digits alone', () => {
    expect(checked('45(86')).toBe('4586');
  });

  it('stays where the digits are none of the shapes', () => {
    expect(checked('45(96')).toBe('45(96');
  });
});
