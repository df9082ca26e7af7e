// Pages of pixels, drawn by hand: paper, bars for rules and glyphs. And a recogniser that says what was drawn where.
import type { GreyImage, PixelBox } from '../../../src/extract/scan/grey-image.js';
import type { CellReading, Cutting, Recogniser, TextReading } from '../../../src/extract/scan/recognise/recogniser.js';

/** Paper of a size in points. */
export function paper(widthPt: number, heightPt: number, dpi = 150): GreyImage {
  const widthPx = Math.round((widthPt * dpi) / 72);
  const heightPx = Math.round((heightPt * dpi) / 72);
  return { widthPx, heightPx, dpi, data: new Uint8Array(widthPx * heightPx).fill(255) };
}

/** Fills a box of points. */
export function fill(image: GreyImage, [x0, y0, x1, y1]: readonly [number, number, number, number], grey = 0): void {
  const px = (points: number): number => Math.round((points * image.dpi) / 72);
  for (let y = px(y0); y < Math.max(px(y0) + 1, px(y1)); y++)
    image.data.fill(grey, y * image.widthPx + px(x0), y * image.widthPx + Math.max(px(x0) + 1, px(x1)));
}

/** Draws the rules of a grid by its lines, in points. */
export function drawGrid(image: GreyImage, xs: readonly number[], ys: readonly number[], grey = 0): void {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  for (const y of ys) fill(image, [left, y, right + 0.7, y + 0.7], grey);
  for (const x of xs) fill(image, [x, top, x + 0.7, bottom + 0.7], grey);
}

/** Draws a digit as a bar of its size, 7 points high. */
export function drawBar(image: GreyImage, x: number, y: number): void {
  fill(image, [x, y, x + 3, y + 7]);
}

/** The box of all ink in a cutting; `undefined` where there is none. */
function inkBox({ image, ink }: Cutting): PixelBox | undefined {
  let box: PixelBox | undefined;
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] !== 1) continue;
    const [x, y] = [at % image.widthPx, Math.floor(at / image.widthPx)];
    box = {
      x0: Math.min(box?.x0 ?? x, x),
      y0: Math.min(box?.y0 ?? y, y),
      x1: Math.max(box?.x1 ?? 0, x + 1),
      y1: Math.max(box?.y1 ?? 0, y + 1),
    };
  }
  return box;
}

/** A recogniser that takes every cell with ink for one digit, and knows no words. */
export function barReader(text = '7', confidence = 1): Recogniser {
  const reading = (cutting: Cutting): CellReading => {
    const box = inkBox(cutting);
    if (!box) return { id: cutting.id, kind: 'blank' };
    return { id: cutting.id, kind: 'figure', glyphs: [{ box, readings: [{ text, confidence }] }] };
  };
  return {
    readCells: (cuttings) => Promise.resolve(cuttings.map(reading)),
    readText: (cuttings) => Promise.resolve(cuttings.map(({ id }): TextReading => ({ id, lines: [] }))),
    readAgain: (cells) => Promise.resolve(cells.map(({ glyphs }) => glyphs)),
    countKnown: () => 0,
    close: () => Promise.resolve(),
  };
}
