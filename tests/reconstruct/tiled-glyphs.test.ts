import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { page, write } from './sketch.js';

type Glyphs = ReturnType<typeof write>;

/** A text in three columns and four rows, from the given place on. */
function tiles(text: string, x = 20, y = 30): Glyphs {
  const places = Array.from({ length: 12 }, (_, k) => [x + 190 * (k % 3), y + 70 * Math.floor(k / 3)] as const);
  return places.flatMap(([left, top]) => write(text, left, top));
}

const textsOf = (...pages: readonly Glyphs[]): string[] =>
  pagesToLayout(pages.map((glyphs, at) => page(glyphs, [], { pageNumber: at + 1 }))).lines.map(({ text }) => text);

describe('a small text all over the pages', () => {
  it('is no part of the report where it stands in the same places of two pages', () => {
    const own = [write('总体情况', 100, 30), write('主动公开', 100, 60)];
    const pages = own.map((glyphs) => [...tiles('李 2024'), ...glyphs]);
    expect(textsOf(...pages)).toEqual(['总体情况', '主动公开']);
  });

  it('is kept where it stands in other places, on one page only, or is as short as figures', () => {
    expect(textsOf(tiles('李 2024'), tiles('李 2024', 25, 44))).toHaveLength(8);
    expect(textsOf(tiles('李 2024'))).toHaveLength(4);
    expect(textsOf(tiles('12'), tiles('12'))).toHaveLength(8);
    expect(textsOf(tiles('不适用'), tiles('不适用'))).toHaveLength(8);
  });
});
