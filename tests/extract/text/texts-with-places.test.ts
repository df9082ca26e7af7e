import { describe, expect, it } from 'vitest';
import { textsWithoutPlaces } from '../../../src/extract/text/texts-with-places.js';

const TEXTS = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? `第${at}格` : String(at)));
const print = (write: (text: string, at: number) => string): string[] => TEXTS.map(write);

describe('texts that a program printed with numbers of its own', () => {
  it.each([
    ['tuples with boxes', print((text, at) => `(72.0, ${at}.5, 90.2, 95.5, '${text}\\n', ${at}, 0)`)],
    ['objects with rows and columns', print((text, at) => JSON.stringify({ row: at, col: 1, text }))],
    ['corners and a score', print((text, at) => `[[[72.0, ${at}.0], [110.0, 14.0]], ('${text}', 0.99)]`)],
    ['scores behind a tab', print((text, at) => `${text}\t0.9${10 + at}`)],
  ])('are kept without them: %s', (_, lines) => {
    expect(textsWithoutPlaces(['一、总体情况', ...lines]).filter((line) => line !== '')).toEqual([
      '一、总体情况',
      ...TEXTS,
    ]);
  });

  it.each([
    ['a few lines of them', print((text) => `${text}\t0.98`).slice(0, 10)],
    ['rows with several texts', print((text, at) => `['${text}', '${at}', '3', '4']`)],
    ['lists of one text without a place', print((text) => `["${text}"]`)],
    ['figures of a table', print((_, at) => `收费\t${at}.25`)],
  ])('are not %s', (_, lines) => {
    expect(textsWithoutPlaces(lines)).toEqual(lines);
  });
});
