import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../src/extract/scan/grey-image.js';
import type { ReadGlyph, Recogniser } from '../../../src/extract/scan/recognise/recogniser.js';
import { readCellsAgain, readScan } from '../../../src/extract/scan/read-scan.js';
import { turnByAngle } from '../../../src/extract/scan/turn-image.js';
import type { Layout } from '../../../src/model/index.js';
import { pagesToLayout, ruledTables } from '../../../src/reconstruct/index.js';
import { barReader, drawBar, drawGrid, fill, paper } from './drawn-page.js';

const XS = [40, 100, 160, 220];
const YS = [50, 70, 90];

/** Two rows of three cells, a bar in every one but the last. */
function tablePage(): GreyImage {
  const image = paper(260, 340);
  drawGrid(image, XS, YS);
  for (const x of XS.slice(0, 3)) for (const y of YS.slice(0, 2)) if (x < 160 || y < 70) drawBar(image, x + 28, y + 7);
  // Something that is no table, so that an angle can be told.
  for (let line = 0; line < 6; line++)
    for (let k = 0; k < 15; k++) fill(image, [40 + k * 12, 160 + line * 20, 49 + k * 12, 169 + line * 20]);
  return image;
}

async function layoutOf(image: GreyImage, reader = barReader()): Promise<Layout> {
  const options = {
    recogniser: reader,
    tablesOf: ruledTables,
    prose: 'skip',
    wordings: [],
    isTitle: () => false,
  } as const;
  const { pages } = await readScan([1], () => Promise.resolve(image), options);
  return pagesToLayout(pages);
}

describe('a page read from its picture', () => {
  it('has its tables, each cell with what it shows, a blank one blank', async () => {
    const { tables } = await layoutOf(tablePage());
    expect(tables.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['7', '7', '7', '7', '7', '']]);
  });

  it('says of each cell how sure its text is', async () => {
    const { tables } = await layoutOf(tablePage(), barReader('7', 0.6));
    expect(tables[0]?.cells[0]?.readings).toEqual([{ text: '7', confidence: 0.6 }]);
    expect(tables[0]?.cells.at(-1)?.readings).toBeUndefined();
  });

  it('has figures that are not sure read once more where that is asked for', async () => {
    const surer: Recogniser = {
      ...barReader('7', 0.6),
      readAgain: (cells) =>
        Promise.resolve(
          cells.map(({ glyphs }) => glyphs.map(({ box }) => ({ box, readings: [{ text: '7', confidence: 0.9995 }] }))),
        ),
    };
    const options = {
      recogniser: surer,
      tablesOf: ruledTables,
      prose: 'skip',
      wordings: [],
      isTitle: () => false,
    } as const;
    const { pages, doubtful } = await readScan([1], () => Promise.resolve(tablePage()), options);
    expect(doubtful).toHaveLength(5);
    const read = await readCellsAgain(pages, doubtful.slice(0, 1), surer);
    const sure = read[0]?.glyphs.map(({ readings }) => readings?.[0]?.confidence);
    expect(sure?.sort()).toEqual([0.6, 0.6, 0.6, 0.6, 0.9995]);
    expect(
      (await readScan([1], () => Promise.resolve(tablePage()), { ...options, recogniser: barReader() })).doubtful,
    ).toEqual([]);
  });

  it('that lies askew has its cells where they are on the page as it lies', async () => {
    const { tables } = await layoutOf(turnByAngle(tablePage(), 1.5));
    const first = tables[0]?.cells[0]?.parts[0]?.box;
    // The first cell's middle, (70, 60), turned clockwise about the page's, (130, 170).
    const [sin, cos] = [Math.sin(Math.PI / 120), Math.cos(Math.PI / 120)];
    const [x, y] = [130 - 60 * cos + 110 * sin, 170 - 60 * sin - 110 * cos];
    expect(Math.abs(((first?.x0 ?? 0) + (first?.x1 ?? 0)) / 2 - x)).toBeLessThan(1);
    expect(Math.abs(((first?.top ?? 0) + (first?.bottom ?? 0)) / 2 - y)).toBeLessThan(1);
  });

  it('has wording read as such where its strokes looked like signs and digits', async () => {
    const glyph = (text: string): ReadGlyph => ({
      box: { x0: 0, y0: 0, x1: 9, y1: 9 },
      readings: [{ text, confidence: text === '4' ? 0.5 : 0.9 }],
    });
    const looks = ['6./82+', '44444', '12'];
    const reader: Recogniser = {
      ...barReader(),
      readCells: (cuttings) =>
        Promise.resolve(
          cuttings.map(({ id }, k) => ({ id, kind: 'figure', glyphs: Array.from(looks[k] ?? '12', glyph) })),
        ),
      readText: (cuttings) =>
        Promise.resolve(cuttings.map(({ id }) => ({ id, lines: [{ glyphs: Array.from('其他', glyph) }] }))),
    };
    const { tables } = await layoutOf(tablePage(), reader);
    expect(tables[0]?.cells.slice(0, 3).map(({ text }) => text)).toEqual(['其他', '其他', '12']);
  });

  it('says of print that nobody can read that it is there', async () => {
    const reader: Recogniser = {
      ...barReader(),
      readCells: (cuttings) => Promise.resolve(cuttings.map(({ id }) => ({ id, kind: 'wording' }))),
      readText: (cuttings) => Promise.resolve(cuttings.map(({ id }) => ({ id, lines: [] }))),
    };
    const cells = (await layoutOf(tablePage(), reader)).tables[0]?.cells;
    expect(cells?.map(({ text }) => text)).toEqual([...Array<string>(5).fill('\ufffd'), '']);
    expect(cells?.[0]?.doubts).toContain('unreadable-glyph');
  });

  it('believes no figure of a cell at whose edge a stroke is cut', async () => {
    const image = tablePage();
    fill(image, [150, 58, 170, 60]);
    const { tables } = await layoutOf(image);
    const confidences = tables[0]?.cells.map(({ readings }) => readings?.[0]?.confidence);
    expect(confidences).toEqual([1, 0.5, 0.5, 1, 1, undefined]);
  });

  it.each([
    ['its title where that says all', true, ['title']],
    ['all its first lines where the title does not', false, ['title', 'title+text']],
  ])('has of its text only %s read', async (_, isTitle, expected) => {
    const image = paper(260, 340);
    for (let k = 0; k < 5; k++) fill(image, [40 + k * 24, 40, 60 + k * 24, 60]);
    for (let k = 0; k < 15; k++) fill(image, [40 + k * 12, 80, 49 + k * 12, 89]);
    const asked: string[] = [];
    const recogniser: Recogniser = {
      ...barReader(),
      readText: (cuttings) => {
        if (cuttings.length > 0) asked.push(['', 'title', 'title+text'][cuttings.length] ?? '');
        return Promise.resolve(cuttings.map(({ id }) => ({ id, lines: [] })));
      },
      countKnown: (cuttings) => (cuttings.some(({ id }) => id.endsWith('turned')) ? 0 : 9),
    };
    const options = { recogniser, tablesOf: ruledTables, prose: 'skip', wordings: [], isTitle: () => isTitle } as const;
    const [page] = (await readScan([1], () => Promise.resolve(image), options)).pages;
    expect(asked).toEqual(expected);
    expect(page?.doubts).toHaveLength(isTitle ? 1 : 0);
  });

  it('takes lines that touch for no title', async () => {
    const image = paper(260, 340);
    for (let k = 0; k < 5; k++) fill(image, [40 + k * 24, 40, 60 + k * 24, 60]);
    for (let k = 0; k < 15; k++) {
      fill(image, [40 + k * 12, 80, 49 + k * 12, 89]);
      fill(image, [40 + k * 12, 92, 49 + k * 12, 101]);
    }
    // Dust between them.
    for (let y = 88; y < 93; y++) fill(image, [90, y, 93, y + 1]);
    const asked: (readonly string[])[] = [];
    const recogniser: Recogniser = {
      ...barReader(),
      readText: (cuttings) => {
        asked.push(cuttings.map(({ id }) => id));
        return Promise.resolve(cuttings.map(({ id }) => ({ id, lines: [] })));
      },
      countKnown: () => 9,
    };
    const options = { recogniser, tablesOf: ruledTables, prose: 'skip', wordings: [], isTitle: () => true } as const;
    await readScan([1], () => Promise.resolve(image), options);
    expect(asked.at(-1)).toEqual(['1/0/line 0']);
  });
});
