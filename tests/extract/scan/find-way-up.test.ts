import { describe, expect, it } from 'vitest';
import { findWayUp } from '../../../src/extract/scan/find-way-up.js';
import type { GreyImage } from '../../../src/extract/scan/grey-image.js';
import { readScan } from '../../../src/extract/scan/read-scan.js';
import { turnByQuarters } from '../../../src/extract/scan/turn-image.js';
import { pagesToLayout, ruledTables } from '../../../src/reconstruct/index.js';
import { barReader, drawBar, drawGrid, fill, paper } from './drawn-page.js';

/** Lines of characters, with a stop behind every fourth one where wanted, and a table below them. */
function writtenPage(hasStops = true): GreyImage {
  const image = paper(300, 400);
  for (let line = 0; line < 8; line++)
    for (let k = 0; k < 20; k++) {
      const [x, y] = [40 + k * 11, 40 + line * 20];
      if (k % 4 !== 3) fill(image, [x, y, x + 10, y + 10]);
      else if (hasStops) fill(image, [x + 1, y + 8, x + 2.5, y + 9.5]);
    }
  drawGrid(image, [40, 100, 160], [250, 270, 290]);
  drawBar(image, 68, 257);
  return image;
}

describe('which way up a page is', () => {
  // Turned clockwise by so many quarters it is put upright by the rest of four.
  it.each([
    [0, 0],
    [1, 3],
    [2, 2],
    [3, 1],
  ] as const)('is told by where its stops hang: turned by %d quarters', (turned, quarters) => {
    expect(findWayUp(turnByQuarters(writtenPage(), turned))).toEqual({ quarters, isSure: true });
  });

  it('is open where nothing tells head from foot', () => {
    expect(findWayUp(writtenPage(false))).toEqual({ quarters: 0, isSure: false });
    expect(findWayUp(paper(200, 200))).toEqual({ quarters: 0, isSure: false });
  });

  it.each([1, 2, 3] as const)(
    'leaves each cell its place on the page as it lies: turned by %d quarters',
    async (turned) => {
      const lying = turnByQuarters(writtenPage(), turned);
      const options = {
        recogniser: barReader(),
        tablesOf: ruledTables,
        prose: 'skip',
        wordings: [],
        isTitle: () => false,
      } as const;
      const { pages } = await readScan([1], () => Promise.resolve(lying), options);
      const { tables } = pagesToLayout(pages);
      const cell = tables[0]?.cells.find(({ text }) => text === '7');
      const box = cell?.parts[0]?.box;
      const [x, y] = [((box?.x0 ?? 0) + (box?.x1 ?? 0)) / 2, ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2];
      // The first cell's middle is (70, 260) on a page of 300 by 400 points.
      const expected = { 1: [140, 70], 2: [230, 140], 3: [260, 230] }[turned];
      expect(Math.abs(x - (expected[0] ?? 0))).toBeLessThan(2);
      expect(Math.abs(y - (expected[1] ?? 0))).toBeLessThan(2);
    },
  );

  it('is not told by stops alone where characters say otherwise', async () => {
    const recogniser = {
      ...barReader(),
      countKnown: (cuttings: readonly { readonly id: string }[]) =>
        cuttings.some(({ id }) => id.endsWith('turned')) ? 40 : 4,
    };
    const options = { recogniser, tablesOf: ruledTables, prose: 'skip', wordings: [], isTitle: () => false } as const;
    const lying = turnByQuarters(writtenPage(), 2);
    const [page] = (await readScan([1], () => Promise.resolve(lying), options)).pages;
    // Turned over, and back again.
    expect(page?.origin?.toSource[0]).toBeCloseTo(1);
  });
});
