import { describe, expect, it } from 'vitest';
import { toFlatOdt } from './fodt.js';
import { toGrid } from './form.js';
import { toHtml } from './html.js';
import { LAYOUTS, type Layout } from './layouts.js';
import { makeDocument, type Made } from './make.js';
import { renderRaw } from './raw.js';
import { renderText } from './text.js';
import { truthToJson } from './truth.js';

function make(name: string, layout: Layout, seed = 7): Made {
  return makeDocument({ seed, layoutName: name, layout, renderer: 'raw' });
}

const layouts = Object.entries(LAYOUTS);

describe.each(layouts)('the layout %s', (name, layout) => {
  const made = make(name, layout);

  it('gives the same truth, page, word-processor file and text for the same seed', () => {
    const again = make(name, layout);
    expect(truthToJson(again.truth)).toBe(truthToJson(made.truth));
    expect(toHtml(again.blocks, again.page)).toBe(toHtml(made.blocks, made.page));
    expect(toFlatOdt(again.blocks, again.page)).toBe(toFlatOdt(made.blocks, made.page));
    expect(renderText(again)).toEqual(renderText(made));
  });

  // Embedding needs a font on the machine, which these tests must not.
  it.skipIf(layout.raw?.embedded !== undefined)('gives the same PDF bytes for the same seed', () => {
    const bytes = renderRaw(made);
    expect(Buffer.from(bytes.subarray(0, 64)).toString('latin1')).toMatch(
      layout.raw?.leadingText === true ? /\r\n%PDF-/ : /^%PDF-/,
    );
    expect(Buffer.compare(bytes, renderRaw(make(name, layout)))).toBe(0);
  });

  it('fills the grid of every table without a hole', () => {
    for (const table of made.tables)
      for (const row of toGrid(table)) expect(row.every((cell) => cell !== undefined)).toBe(true);
  });

  it('prints every figure of its truth once', () => {
    const keys = made.tables.flatMap((table) => table.rows.flat().flatMap((cell) => cell.key ?? []));
    expect(new Set(keys).size).toBe(keys.length);
    const expected = [made.truth.disclosure, made.truth.applications, made.truth.reviews]
      .flatMap((rows) => Object.values(rows))
      .reduce((sum, row) => sum + row.length, 0);
    const leftOut = layout.shape?.leaveOut === true || layout.document?.noReviews === true;
    if (leftOut) expect(keys.length).toBeLessThan(expected);
    else expect(keys).toHaveLength(expected);
  });
});

describe('a truth file', () => {
  it('holds what the hand-checked ones hold, a row to a line', () => {
    const text = truthToJson(make('official', {}).truth);
    expect(text).toMatch(/^ {4}"handled_total": \[(\d+, ){6}\d+\],?$/m);
    expect(JSON.parse(text)).toMatchObject({ format: '2021', layout: 'official', identities_that_fail_as_printed: [] });
  });

  it('says null where a zero is printed as a mark, and needs no derived value for it', () => {
    const { truth } = make('dash-zero', { numerals: { zero: '—' }, figures: { scale: 'county' } });
    expect(Object.values(truth.applications).flat()).not.toContain(0);
    expect(truth.derived).toBeUndefined();
  });
});
