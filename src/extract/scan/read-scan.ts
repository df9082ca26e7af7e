/**
 * Reads pictures of pages: each cell cut out and read for what it can be, the text around the tables as far as it is wanted.
 * Gives the same pages as the readers of text layers do.
 */
import type { Glyph, PositionedPage } from '../../model/index.js';
import type { PlacedCutting } from './cut-out.js';
import type { GreyImage } from './grey-image.js';
import { placeGlyphs } from './place-glyphs.js';
import { prepareSheet } from './prepare-page.js';
import type { PreparedPage, ScanOptions } from './prepare-page.js';
import type { ReadGlyph } from './recognise/recogniser.js';

/** Sheets read at once: shapes that are alike within a document are read alike, and a document has as many as this. */
const SHEETS_AT_ONCE = 16;

/**
 * Reads sheets from their pictures.
 *
 * @param draw gives the picture of a sheet; called for one after the other, so that few are held at a time
 * @returns their pages, in the order of the numbers; two with the same number of a sheet that shows two
 */
export async function readScan(
  pageNumbers: readonly number[],
  draw: (pageNumber: number) => Promise<GreyImage>,
  options: ScanOptions,
): Promise<readonly PositionedPage[]> {
  const pages: PositionedPage[] = [];
  for (let from = 0; from < pageNumbers.length; from += SHEETS_AT_ONCE) {
    const prepared: PreparedPage[] = [];
    for (const pageNumber of pageNumbers.slice(from, from + SHEETS_AT_ONCE)) {
      const isFirst = pageNumber === pageNumbers[0];
      prepared.push(...(await prepareSheet({ pageNumber, image: await draw(pageNumber) }, options, isFirst)));
    }
    pages.push(...(await readPrepared(prepared, options)));
  }
  return pages;
}

async function readPrepared(
  prepared: readonly PreparedPage[],
  { recogniser, wordings: known }: ScanOptions,
): Promise<readonly PositionedPage[]> {
  const allCells = prepared.flatMap(({ cells }) => cells);
  const readCells = await recogniser.readCells(allCells.map(({ cutting }) => cutting));
  const glyphsOf = new Map<string, readonly Glyph[]>();
  const wordings: PlacedCutting[] = [];
  for (const [at, reading] of readCells.entries()) {
    const cell = allCells[at];
    if (!cell) continue;
    if (reading.kind === 'figure') glyphsOf.set(reading.id, placed(reading.glyphs, cell));
    if (reading.kind === 'wording' || (reading.kind === 'figure' && !isFigure(reading.glyphs))) wordings.push(cell);
  }
  const prose = prepared.flatMap(({ lines }) => lines);
  const texts = [...wordings, ...prose];
  const readTexts = [
    ...(await recogniser.readText(
      wordings.map(({ cutting }) => cutting),
      known,
    )),
    ...(await recogniser.readText(prose.map(({ cutting }) => cutting))),
  ];
  for (const [at, { id, lines }] of readTexts.entries()) {
    const text = texts[at];
    // What looked like a figure that no report prints, and is no wording either, is given as it looked.
    if (!text || (glyphsOf.has(id) && !lines.some(({ glyphs }) => glyphs.some(isHan)))) continue;
    glyphsOf.set(
      id,
      lines.flatMap(({ glyphs }) => placed(glyphs, text)),
    );
  }
  return prepared.map(({ page, cells, lines }) => ({
    ...page,
    glyphs: [...cells, ...lines].flatMap(({ cutting }) => glyphsOf.get(cutting.id) ?? []),
  }));
}

/** What figures look like: a number, or dashes and strokes that stand for none. */
const FIGURE = /^(?:[+-]?\d[\d,]*(?:\.\d+)?|[-—/]+)$/u;

/** Several glyphs that are hardly likely to be what they look like are characters rather. */
const UNLIKELY = { glyphs: 4, confidence: 0.1 };

/** Whether glyphs make a figure: the strokes of small characters may look like digits and signs one by one. */
function isFigure(glyphs: readonly ReadGlyph[]): boolean {
  const best = glyphs.map(({ readings }) => readings[0]);
  const confidence = best.reduce((product, reading) => product * (reading?.confidence ?? 0), 1);
  if (glyphs.length >= UNLIKELY.glyphs && confidence < UNLIKELY.confidence) return false;
  return FIGURE.test(best.map((reading) => reading?.text ?? '').join(''));
}

function isHan({ readings }: ReadGlyph): boolean {
  return /\p{Script=Han}/u.test(readings[0]?.text ?? '');
}

function placed(glyphs: Parameters<typeof placeGlyphs>[0], { cutting, box, isCut }: PlacedCutting): readonly Glyph[] {
  return placeGlyphs(glyphs, { box, image: cutting.image, isCut });
}
