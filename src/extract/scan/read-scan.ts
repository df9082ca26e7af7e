/**
 * Reads pictures of pages: each cell cut out and read for what it can be, the text around the tables as far as it is wanted.
 * Gives the same pages as the readers of text layers do.
 */
import { isCentredIn, UNREADABLE } from '../../model/index.js';
import type { CellPlace, Glyph, PositionedPage } from '../../model/index.js';
import type { PlacedCutting } from './cut-out.js';
import { POINTS_PER_INCH, type GreyImage } from './grey-image.js';
import { findPieces } from './recognise/components.js';
import { boxAround } from './recognise/own-pixels.js';
import { placeGlyphs } from './place-glyphs.js';
import { prepareSheet, PROSE_UNREAD } from './prepare-page.js';
import type { PreparedPage, ScanOptions } from './prepare-page.js';
import type { Cutting, ReadCell, ReadGlyph, Recogniser, TextReading } from './recognise/recogniser.js';

/** Sheets read at once: shapes that are alike within a document are read alike, and a document has as many as this. */
const SHEETS_AT_ONCE = 16;

/** What was read from pictures. */
export interface ReadPages {
  /** In the order of their numbers; two with the same number of a sheet that shows two. */
  readonly pages: readonly PositionedPage[];
  /** Figures that may be read once more. */
  readonly doubtful: readonly DoubtfulCell[];
}

/** A figure that was not read for sure, with its picture. */
export interface DoubtfulCell extends ReadCell {
  readonly placed: PlacedCutting;
  /** Its glyphs as they stand on their page, one of those read. */
  readonly page: PositionedPage;
  readonly shown: readonly Glyph[];
}

/** So sure is no figure doubted; of those that are less sure so many are kept of a page, the likeliest first. */
const SURE = 0.999;
const MOST_DOUBTFUL = 24;

/**
 * Reads sheets from their pictures.
 *
 * @param draw gives the picture of a sheet; called for one after the other, so that few are held at a time
 */
export async function readScan(
  pageNumbers: readonly number[],
  draw: (pageNumber: number) => Promise<GreyImage>,
  options: ScanOptions,
): Promise<ReadPages> {
  const pages: PositionedPage[] = [];
  const doubtful: DoubtfulCell[] = [];
  for (let from = 0; from < pageNumbers.length; from += SHEETS_AT_ONCE) {
    const prepared: PreparedPage[] = [];
    for (const pageNumber of pageNumbers.slice(from, from + SHEETS_AT_ONCE)) {
      const isFirst = pageNumber === pageNumbers[0];
      prepared.push(...(await prepareSheet({ pageNumber, image: await draw(pageNumber) }, options, isFirst)));
    }
    const read = await readPrepared(prepared, options);
    pages.push(...read.pages);
    doubtful.push(...read.doubtful);
  }
  return { pages, doubtful };
}

/** Whether the middle of a doubtful figure lies in a place on the page of the file. */
export function isCellAt({ page, placed: { box, cutting } }: DoubtfulCell, place: CellPlace): boolean {
  if (page.pageNumber !== place.pageNumber) return false;
  const [a, b, c, d, e, f] = page.origin?.toSource ?? [1, 0, 0, 1, 0, 0];
  const scale = POINTS_PER_INCH / cutting.image.dpi;
  const [x, y] = [((box.x0 + box.x1) / 2) * scale, ((box.y0 + box.y1) / 2) * scale];
  const [sx, sy] = [a * x + c * y + e, b * x + d * y + f];
  return isCentredIn({ x0: sx, x1: sx, top: sy, bottom: sy }, place.box);
}

/** Has doubtful figures read once more in another way, and puts what both readings say on their pages. */
export async function readCellsAgain(
  pages: readonly PositionedPage[],
  cells: readonly DoubtfulCell[],
  recogniser: Recogniser,
): Promise<readonly PositionedPage[]> {
  const read = await recogniser.readAgain(cells);
  const changed = new Map<Glyph, Glyph>();
  for (const [k, { shown, placed: cell }] of cells.entries()) {
    const again = placed(read[k] ?? [], cell);
    if (again.length !== shown.length) continue;
    shown.forEach((glyph, at) => {
      const readings = again[at]?.readings;
      if (readings !== undefined) changed.set(glyph, { ...glyph, readings });
    });
  }
  return pages.map((page) => {
    const isOld = page.glyphs.every((glyph) => !changed.has(glyph));
    return isOld ? page : { ...page, glyphs: page.glyphs.map((glyph) => changed.get(glyph) ?? glyph) };
  });
}

async function readPrepared(prepared: readonly PreparedPage[], options: ScanOptions): Promise<ReadPages> {
  const { recogniser } = options;
  const allCells = prepared.flatMap(({ cells }) => cells);
  const readCells = await recogniser.readCells(allCells.map(({ cutting }) => cutting));
  const glyphsOf = new Map<string, readonly Glyph[]>();
  const glyphsRead = new Map<string, readonly ReadGlyph[]>();
  const wordings: PlacedCutting[] = [];
  for (const [at, reading] of readCells.entries()) {
    const cell = allCells[at];
    if (!cell) continue;
    if (reading.kind === 'figure') {
      glyphsOf.set(reading.id, placed(reading.glyphs, cell));
      if (isFigure(reading.glyphs)) glyphsRead.set(reading.id, reading.glyphs);
    }
    // What little ink a cell has may be what its edge has left of a glyph.
    if (reading.kind === 'blank' && cell.isCut) glyphsOf.set(reading.id, unreadable(cell));
    if (reading.kind === 'wording' || (reading.kind === 'figure' && !isFigure(reading.glyphs))) wordings.push(cell);
  }
  const prose = prepared.flatMap(({ lines }) => lines);
  const texts = new Map([...wordings, ...prose].map((text) => [text.cutting.id, text]));
  const readTexts = await readTextsOf(wordings, prose, options);
  for (const { id, lines } of readTexts) {
    const text = texts.get(id);
    // What looked like a figure that no report prints, and is no wording either, is given as it looked.
    if (!text || (glyphsOf.has(id) && !lines.some(({ glyphs }) => glyphs.some(isHan)))) continue;
    glyphsOf.set(
      id,
      lines.flatMap(({ glyphs }) => placed(glyphs, text)),
    );
  }
  // Print that nobody can read is not nothing.
  for (const wording of wordings)
    if ((glyphsOf.get(wording.cutting.id) ?? []).length === 0) glyphsOf.set(wording.cutting.id, unreadable(wording));
  const isRead = new Set(readTexts.map(({ id }) => id));
  const pages = prepared.map(({ page, cells, lines }) => ({
    ...page,
    glyphs: [...cells, ...lines].flatMap(({ cutting }) => glyphsOf.get(cutting.id) ?? []),
    doubts:
      page.doubts.length === 0 && lines.some(({ cutting }) => !isRead.has(cutting.id)) ? [PROSE_UNREAD] : page.doubts,
  }));
  const doubtful = pages.flatMap((page, k) => {
    const cells = (prepared[k]?.cells ?? []).flatMap((cell): readonly DoubtfulCell[] => {
      const { cutting } = cell;
      const [glyphs, shown] = [glyphsRead.get(cutting.id), glyphsOf.get(cutting.id)];
      if (glyphs === undefined || shown === undefined || likelihoodOf(glyphs) > SURE) return [];
      return [{ cutting, glyphs, placed: cell, page, shown }];
    });
    return cells.sort((a, b) => likelihoodOf(b.glyphs) - likelihoodOf(a.glyphs)).slice(0, MOST_DOUBTFUL);
  });
  return { pages, doubtful };
}

/** Lines at least this high, as a share of the highest, may be the title. */
const TITLE_SHARE = 0.8;

/**
 * Reads the wordings of tables and lines of text; of these, with `skip`, those in the largest print first, and all where
 * those are no title: the engine reads large print better where it sees the usual one beside it.
 */
async function readTextsOf(
  wordings: readonly PlacedCutting[],
  lines: readonly PlacedCutting[],
  { recogniser, prose, isTitle, wordings: known }: ScanOptions,
): Promise<readonly TextReading[]> {
  const heights = lines.map(({ cutting }) => printHeight(cutting));
  const least = TITLE_SHARE * Math.max(0, ...heights);
  const large = prose === 'skip' ? lines.filter((_, k) => (heights[k] ?? 0) >= least) : [];
  // At once, since each call of the engine takes time.
  const read = await recogniser.readText(cuttingsOf([...wordings, ...large]), known);
  const title = read.slice(wordings.length).flatMap((reading) => reading.lines.map(({ glyphs }) => textOf(glyphs)));
  if (large.length > 0 && (large.length === lines.length || isTitle(title))) return read;
  return [...read.slice(0, wordings.length), ...(await recogniser.readText(cuttingsOf(lines)))];
}

/** The pieces of print that are as high as its characters take up at least this share of the width of all. */
const HIGH_SHARE = 0.25;

/** How high the characters of a cutting are, in pixels; lines that touch are one cutting. */
function printHeight({ image, ink }: Cutting): number {
  const pieces = findPieces(ink, image.widthPx).boxes.map(({ x0, y0, x1, y1 }) => ({
    width: x1 - x0,
    height: y1 - y0,
  }));
  pieces.sort((a, b) => b.height - a.height);
  let left = HIGH_SHARE * pieces.reduce((sum, { width }) => sum + width, 0);
  return pieces.find(({ width }) => (left -= width) <= 0)?.height ?? 0;
}

/** A sign for print that cannot be read, where there is any. */
function unreadable(cell: PlacedCutting): readonly Glyph[] {
  const { ink, image } = cell.cutting;
  const { boxes } = findPieces(ink, image.widthPx);
  if (boxes.length === 0) return [];
  return placed([{ box: boxAround(boxes), readings: [{ text: UNREADABLE, confidence: 0 }] }], cell);
}

const cuttingsOf = (placed: readonly PlacedCutting[]): readonly Cutting[] => placed.map(({ cutting }) => cutting);

const textOf = (glyphs: readonly ReadGlyph[]): string => glyphs.map(({ readings }) => readings[0]?.text ?? '').join('');

/** What figures look like: a number, or dashes and strokes that stand for none. */
const FIGURE = /^(?:[+-]?\d[\d,]*(?:\.\d+)?|[-—/]+)$/u;

/** Several glyphs that are hardly likely to be what they look like are characters rather. */
const UNLIKELY = { glyphs: 4, confidence: 0.1 };

/** Whether glyphs make a figure: the strokes of small characters may look like digits and signs one by one. */
function isFigure(glyphs: readonly ReadGlyph[]): boolean {
  if (glyphs.length >= UNLIKELY.glyphs && likelihoodOf(glyphs) < UNLIKELY.confidence) return false;
  return FIGURE.test(textOf(glyphs));
}

function likelihoodOf(glyphs: readonly ReadGlyph[]): number {
  return glyphs.reduce((product, { readings }) => product * (readings[0]?.confidence ?? 0), 1);
}

function isHan({ readings }: ReadGlyph): boolean {
  return /\p{Script=Han}/u.test(readings[0]?.text ?? '');
}

function placed(glyphs: Parameters<typeof placeGlyphs>[0], { cutting, box, isCut }: PlacedCutting): readonly Glyph[] {
  return placeGlyphs(glyphs, { box, image: cutting.image, isCut });
}
