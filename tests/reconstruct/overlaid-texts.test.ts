import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { page, write } from './sketch.js';

const layoutOf = (...pages: readonly (readonly Glyph[])[]): ReturnType<typeof pagesToLayout> =>
  pagesToLayout(pages.map((glyphs, at) => page(glyphs, [], { pageNumber: at + 1 })));
const textsOf = (...pages: readonly (readonly Glyph[])[]): string[] => layoutOf(...pages).lines.map(({ text }) => text);

/** Two rows of a table without rules, the second beside what is drawn over it. */
const rows = (y = 300): Glyph[] => [
  ...write('予以公开 17 3 20', 60, y),
  ...write('不予公开 11 0 11', 60, y + 20),
  ...write('其他处理 11 0 11', 60, y + 40),
];

describe('a text laid over the pages', () => {
  it('is no part of the lines that it crosses where it is larger than they are', () => {
    const stamp = write('某县 2023 公开', 80, 312, { size: 20 });
    expect(textsOf([...stamp, ...rows()])).toEqual(textsOf(rows()));
  });

  it('leaves the figures beside it whole: a digit behind a large character is no raised note', () => {
    const stamps = [write('公开', 78, 296, { size: 20 }), write('公开', 78, 325, { size: 20 })];
    expect(layoutOf([...stamps.flat(), ...rows()])).toEqual(layoutOf(rows()));
  });

  it('is left out where it crosses nothing, if others of its kind do', () => {
    const stamp = (y: number): Glyph[] => write('某县公开', 80, y, { size: 20 });
    const pages = [
      [...stamp(312), ...rows()],
      [...stamp(500), ...rows(260)],
    ];
    expect(textsOf(...pages)).toEqual(textsOf(rows(), rows(260)));
  });

  it('is left out in the size of the text too, where it stands in the same place of most pages', () => {
    const mark = write('内部资料', 70, 302);
    const own = [rows(), rows(299)];
    expect(textsOf(...own.map((glyphs) => [...mark, ...glyphs]))).toEqual(textsOf(...own));
  });

  it('is kept where nothing tells it from a heading or from a label that runs on', () => {
    const heading = write('三、申请情况', 60, 280, { size: 20 });
    expect(textsOf([...heading, ...rows()], [...heading, ...rows()])).toContain('三、申请情况');
    const small = write('某县', 70, 286, { size: 8 });
    expect(
      textsOf([
        ...write('申请情况', 60, 280, { size: 20 }),
        ...small.map((each) => ({ ...each, isSlanted: true as const })),
      ]),
    ).toEqual(['申请情况']);
    const label = write('（一）予以公开的申请', 20, 303);
    expect(textsOf([...label, ...rows()]).join()).toContain('（一）');
  });
});
