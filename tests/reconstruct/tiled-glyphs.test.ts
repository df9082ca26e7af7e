import { describe, expect, it } from 'vitest';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { page, write } from './sketch.js';

type Glyphs = ReturnType<typeof write>;

/** A text in three columns and four rows, from the given place on. */
function tiles(text: string, x = 20, y = 30): Glyphs {
  const places = Array.from({ length: 12 }, (_, k) => [x + 190 * (k % 3), y + 70 * Math.floor(k / 3)] as const);
  return places.flatMap(([left, top]) => write(text, left, top));
}

/** A text in two columns and four rows, so far apart. */
function lattice(text: string, step: number, x = 60): Glyphs {
  return Array.from({ length: 8 }, (_, k) => write(text, x + 200 * (k % 2), 30 + step * (k >> 1))).flat();
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

  it('is no part of a page that stands alone, where it is laid evenly over all of it', () => {
    const text = ['总体情况', '主动公开'].map((line, k) => write(line, 100, 37 + 26 * k));
    const laid = lattice('李 2024', 110);
    expect(textsOf([...laid, ...text.flat()])).toEqual(['总体情况', '主动公开']);
  });

  it('is kept on a page that stands alone where rows say it: units in cells', () => {
    const labels = [0, 1, 2, 3].flatMap((k) => write('本年新收', 100, 30 + 110 * k));
    expect(textsOf([...lattice('共0件', 110, 200), ...labels])).toHaveLength(4);
    expect(textsOf([...lattice('共0件', 110, 200), ...labels]).join(' ')).toContain('共0件');
  });
});
