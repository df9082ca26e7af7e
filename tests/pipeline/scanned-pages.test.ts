import { describe, expect, it } from 'vitest';
import { PdfReadings, type Recogniser } from '../../src/extract/index.js';
import type { Bbox, Glyph, PositionedPage } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';
import { ScannedPages } from '../../src/scanned-pages.js';
import { picturePage, toPicturePdf } from '../corpus/scan/image-files.js';
import { barReader, drawBar, drawGrid, paper } from '../extract/scan/drawn-page.js';
import { CONTEXT } from './drawn-report.js';

/** A page that shows a table of two cells, one with a digit. */
function tablePdf(): Uint8Array {
  const image = paper(260, 340);
  drawGrid(image, [40, 100, 160], [150, 170, 190]);
  drawBar(image, 68, 157);
  return toPicturePdf([picturePage({ ...image, channels: 1 }, 8)], image.dpi);
}

/** The same page as a reader of text would give it, had it a line of text above a picture. */
function textPage(picture: Bbox): PositionedPage {
  const glyphs = Array.from('收到和处理政府信息公开申请情况如下表所示各栏', (text, k): Glyph => {
    const box = { x0: 20 + 10 * k, x1: 30 + 10 * k, top: 100, bottom: 110 };
    return { text, box, fontSize: 10, font: 0, angleDeg: 0, isVisible: true };
  });
  return {
    ...{ kind: 'positioned', pageNumber: 1, width: 260, height: 340, reader: 'pdfium' },
    ...{ fonts: [{ name: 'Song', embedded: true }], glyphs, rulings: [], clips: [], images: [picture], doubts: [] },
  };
}

async function replaced(page: PositionedPage): Promise<readonly PositionedPage[]> {
  const readings = new PdfReadings(tablePdf());
  try {
    const scans = { recogniser: () => Promise.resolve(barReader()), prose: 'full' } as const;
    return await new ScannedPages(readings, scans, CONTEXT).replaceIn([page]);
  } finally {
    await readings.close();
  }
}

describe('a scanned page', () => {
  it('has a figure that stands where it is asked for read once more, and only once', async () => {
    const readings = new PdfReadings(tablePdf());
    try {
      const reader: Recogniser = {
        ...barReader('7', 0.9),
        readAgain: (cells) =>
          Promise.resolve(
            cells.map(({ glyphs }) =>
              glyphs.map(({ box }) => ({ box, readings: [{ text: '7', confidence: 0.9995 }] })),
            ),
          ),
      };
      const scans = { recogniser: () => Promise.resolve(reader), prose: 'skip' } as const;
      const scanned = new ScannedPages(readings, scans, CONTEXT);
      const blank = { ...textPage({ x0: 0, x1: 260, top: 0, bottom: 340 }), glyphs: [] };
      const sure = async (): Promise<readonly (number | undefined)[]> =>
        (await scanned.replaceIn([blank])).flatMap(({ glyphs }) =>
          glyphs.map((glyph) => glyph.readings?.[0]?.confidence),
        );
      expect(await sure()).toEqual([0.9]);
      const [cell, other] = [40, 100].map((x0) => ({ pageNumber: 1, box: { x0, x1: x0 + 60, top: 150, bottom: 170 } }));
      if (!cell || !other) throw new RangeError('two cells');
      expect(await scanned.readAgain([other, { ...cell, pageNumber: 2 }])).toBe(false);
      expect(await scanned.readAgain([cell])).toBe(true);
      expect(await sure()).toEqual([0.9995]);
      expect(await scanned.readAgain([cell])).toBe(false);
    } finally {
      await readings.close();
    }
  });
});

describe('a page whose characters make no words', () => {
  it('is read from what it shows', async () => {
    const page = textPage({ x0: 0, x1: 1, top: 0, bottom: 1 });
    const glyphs = Array.from({ length: 120 }, (_, k): Glyph => {
      const box = { x0: 20 + 10 * (k % 20), x1: 30 + 10 * (k % 20), top: 12 * k, bottom: 12 * k + 10 };
      return { ...{ text: '兀', box, fontSize: 10, font: 0 }, angleDeg: 0, isVisible: true };
    });
    const [read] = await replaced({ ...page, glyphs });
    expect(read?.reader).toBe('scan');
    expect(read?.glyphs.map(({ text }) => text)).toEqual(['7']);
  });
});

describe('a page of text with a picture', () => {
  it('has the table that the picture shows, and keeps its text', async () => {
    const { tables, lines } = pagesToLayout(await replaced(textPage({ x0: 30, x1: 240, top: 140, bottom: 260 })));
    expect(tables.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['7', '', '', '']]);
    expect(lines.map(({ text }) => text)).toEqual(['收到和处理政府信息公开申请情况如下表所示各栏']);
  });

  it('stays as it is where the picture shows no table', async () => {
    const page = textPage({ x0: 30, x1: 240, top: 200, bottom: 330 });
    expect(await replaced(page)).toEqual([page]);
  });
});
