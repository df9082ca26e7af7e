import { describe, expect, it } from 'vitest';
import { isUpsideDown } from '../../../src/extract/scan/find-upright.js';
import type { GreyImage } from '../../../src/extract/scan/grey-image.js';
import { readScan } from '../../../src/extract/scan/read-scan.js';
import type { Recogniser } from '../../../src/extract/scan/recognise/recogniser.js';
import { splitSheet } from '../../../src/extract/scan/split-sheet.js';
import { toInk } from '../../../src/extract/scan/to-ink.js';
import { whitenEdges } from '../../../src/extract/scan/whiten-edges.js';
import { pagesToLayout, ruledTables } from '../../../src/reconstruct/index.js';
import { barReader, drawBar, drawGrid, fill, paper } from './drawn-page.js';

/** Lines of glyphs, each a little longer than the one before, beginning at `x`. */
function writeLines(image: GreyImage, x: number, count: number, ragged = 3): void {
  for (let line = 0; line < count; line++)
    for (let k = 0; k < 10 + ((line * 7) % (ragged * 3)); k++)
      fill(image, [x + k * 11, 40 + line * 20, x + 9 + k * 11, 49 + line * 20]);
}

/** Reads seven glyphs, sure or not, of a picture by whether it stands on its head. */
function wayReader(isUpright: (id: string) => boolean): Recogniser {
  return {
    ...barReader(),
    readText: (cuttings) =>
      Promise.resolve(
        cuttings.map(({ id }) => {
          const glyph = {
            box: { x0: 0, y0: 0, x1: 1, y1: 1 },
            readings: [{ text: '政', confidence: isUpright(id) ? 0.95 : 0.4 }],
          };
          return { id, lines: [{ glyphs: new Array<typeof glyph>(7).fill(glyph) }] };
        }),
      ),
  };
}

describe('a sheet', () => {
  it('is taken for upside down only where turned words read much better', async () => {
    const image = paper(300, 260);
    writeLines(image, 40, 5);
    const page = { image, ink: toInk(image) };
    expect(
      await isUpsideDown(
        page,
        [],
        wayReader((id) => id.endsWith('turned')),
      ),
    ).toBe(true);
    expect(
      await isUpsideDown(
        page,
        [],
        wayReader((id) => !id.endsWith('turned')),
      ),
    ).toBe(false);
    expect(
      await isUpsideDown(
        page,
        [],
        wayReader(() => true),
      ),
    ).toBe(false);
  });

  it('is taken for upside down where characters are known only on their heads, whatever the engine makes of it', async () => {
    const image = paper(300, 260);
    // A row of figures, wider than the line of characters.
    for (let k = 0; k < 20; k++) fill(image, [20 + k * 13, 80, 22 + k * 13, 89]);
    fill(image, [150, 120, 250, 129]);
    const widths: number[] = [];
    const reader: Recogniser = {
      ...wayReader(() => true),
      countKnown: (cuttings) => {
        widths.push(...cuttings.map((cutting) => cutting.image.widthPx));
        return cuttings.some(({ id }) => id.endsWith('turned')) ? 40 : 4;
      },
    };
    expect(await isUpsideDown({ image, ink: toInk(image) }, [], reader)).toBe(true);
    // The characters come first.
    expect(widths[0]).toBeGreaterThan((100 * 150) / 72);
    expect(widths[0]).toBeLessThan((110 * 150) / 72);
  });

  it('of two pages is parted between them, one of a wide table is not', () => {
    const two = paper(600, 400);
    writeLines(two, 40, 9);
    writeLines(two, 340, 9);
    expect(splitSheet(two).map(({ image }) => image.widthPx)).toHaveLength(2);
    const wide = { ...two, data: Uint8Array.from(two.data) };
    drawGrid(wide, [40, 560], [300, 320]);
    expect(splitSheet(wide)).toHaveLength(1);
  });

  it('of a stack of pages is parted at the foot of each, wherever a table is not', async () => {
    const stack = paper(200, 850);
    for (const y of [40, 330, 620]) {
      drawGrid(stack, [40, 100, 160], [y, y + 20, y + 40]);
      drawBar(stack, 68, y + 7);
    }
    expect(splitSheet(stack).map(({ topPx }) => Math.round((topPx * 72) / stack.dpi / 10))).toEqual([0, 28, 57]);
    const options = { recogniser: barReader(), tablesOf: ruledTables, prose: 'skip', wordings: [] } as const;
    const draw = (): Promise<GreyImage> => Promise.resolve(stack);
    const { pages } = await readScan([1], draw, { ...options, isTitle: () => false });
    const { tables } = pagesToLayout(pages.map((page, k) => ({ ...page, pageNumber: k + 1 })));
    const tops = tables.flatMap(({ parts }) => parts.map(({ box }) => Math.round(box.top / 10) * 10));
    expect(tops).toEqual([40, 330, 620]);
    for (const x of [40, 160]) fill(stack, [x, 60, x + 0.7, 700]);
    expect(splitSheet(stack)).toHaveLength(1);
  });

  it('loses the dark edges of the lid and keeps its rules', () => {
    const image = paper(300, 260);
    drawGrid(image, [40, 120, 200], [60, 100]);
    const sound = Uint8Array.from(image.data);
    fill(image, [0, 0, 12, 260], 20);
    fill(image, [0, 0, 300, 8], 30);
    const cleaned = whitenEdges(image);
    expect(Buffer.compare(cleaned.data, sound)).toBe(0);
  });

  it('of two pages gives two, each cell with its place on the sheet', async () => {
    const sheet = paper(600, 400);
    for (const x of [40, 340]) {
      writeLines(sheet, x, 5);
      drawGrid(sheet, [x, x + 60, x + 120], [300, 320, 340]);
      drawBar(sheet, x + 28, 307);
      drawBar(sheet, x + 88, 327);
    }
    const options = {
      recogniser: barReader(),
      tablesOf: ruledTables,
      prose: 'skip',
      wordings: [],
      isTitle: () => false,
    } as const;
    const { pages } = await readScan([4], () => Promise.resolve(sheet), options);
    expect(pages.map(({ pageNumber }) => pageNumber)).toEqual([4, 4]);
    const { tables } = pagesToLayout(pages.map((page, k) => ({ ...page, pageNumber: k + 1 })));
    const places = tables.flatMap(({ parts }) => parts);
    expect(places.map(({ pageNumber, box }) => [pageNumber, Math.round(box.x0 / 10) * 10])).toEqual([
      [4, 40],
      [4, 340],
    ]);
  });
});
