/**
 * Reads pictures of pages: turned upright, rules found, each cell cut out and read for what it can be, the text around the
 * tables as far as it is wanted. Gives the same pages as the readers of text layers do.
 */
import type { Bbox, Glyph, PositionedPage, Ruling } from '../../model/index.js';
import { cutBox, cutCell } from './cut-out.js';
import type { PlacedCutting } from './cut-out.js';
import { estimateSkew } from './estimate-skew.js';
import { findRules } from './find-rules.js';
import type { GreyImage } from './grey-image.js';
import { placeGlyphs } from './place-glyphs.js';
import type { Recogniser } from './recognise/recogniser.js';
import { findTextLines } from './text-blocks.js';
import { toInk } from './to-ink.js';
import { turnByAngle } from './turn-image.js';

/** How much of the text outside tables is read. */
export type ProseReading =
  /** All of it. */
  | 'full'
  /** What stands above everything else on the first page: who reports on which year. */
  | 'skip';

/** What reading pictures needs. */
export interface ScanOptions {
  readonly recogniser: Recogniser;
  /** The tables that rules draw, with their cells; those that will be found in the page once more. */
  readonly tablesOf: (rulings: readonly Ruling[]) => readonly { readonly box: Bbox; readonly cells: readonly Bbox[] }[];
  readonly prose: ProseReading;
}

/** A picture of a page. */
export interface PagePicture {
  /** Of the source, from 1. */
  readonly pageNumber: number;
  readonly image: GreyImage;
}

/** Pages read at once: shapes that are alike within a document are read alike, and a document has as many as this. */
const PAGES_AT_ONCE = 16;
/** Lines of the title block: the title, the bureau, what stands above them. */
const TITLE_LINES = 6;
/** Skew below this, in degrees, is left: a rule across a page falls by a pixel. */
const LEAST_SKEW = 0.03;

const POINTS_PER_INCH = 72;

/**
 * Reads pages from their pictures.
 *
 * @param draw gives the picture of a page; called for one page after the other, so that few are held at a time
 * @returns one page for each number, in their order
 */
export async function readScan(
  pageNumbers: readonly number[],
  draw: (pageNumber: number) => Promise<GreyImage>,
  options: ScanOptions,
): Promise<readonly PositionedPage[]> {
  const pages: PositionedPage[] = [];
  for (let from = 0; from < pageNumbers.length; from += PAGES_AT_ONCE) {
    const prepared: PreparedPage[] = [];
    for (const pageNumber of pageNumbers.slice(from, from + PAGES_AT_ONCE)) {
      const isFirst = pageNumber === pageNumbers[0];
      prepared.push(preparePage({ pageNumber, image: await draw(pageNumber) }, options, isFirst));
    }
    pages.push(...(await readPrepared(prepared, options.recogniser)));
  }
  return pages;
}

/** A page with what is to be read of it. */
interface PreparedPage {
  readonly page: PositionedPage;
  readonly cells: readonly PlacedCutting[];
  readonly lines: readonly PlacedCutting[];
}

function preparePage(picture: PagePicture, options: ScanOptions, isFirst: boolean): PreparedPage {
  const { pageNumber } = picture;
  const skew = estimateSkew(picture.image);
  const isAskew = Math.abs(skew) >= LEAST_SKEW;
  const image = isAskew ? turnByAngle(picture.image, -skew) : picture.image;
  const rulings = findRules(image);
  const inked = { image, ink: toInk(image) };
  const tables = options.tablesOf(rulings);
  const cells = tables.flatMap((table, t) =>
    table.cells.map((cell, c) => cutCell(inked, cell, `${pageNumber}/table ${t}/cell ${c}`)),
  );
  const boxes = findTextLines(
    inked,
    tables.map(({ box }) => box),
  );
  const wanted = options.prose === 'full' ? boxes : isFirst ? boxes.slice(0, TITLE_LINES) : [];
  const lines = wanted.map((box, at) => cutBox(inked, box, `${pageNumber}/line ${at}`));
  const scale = POINTS_PER_INCH / image.dpi;
  const page: PositionedPage = {
    kind: 'positioned',
    pageNumber,
    width: image.widthPx * scale,
    height: image.heightPx * scale,
    reader: 'scan',
    fonts: [{ name: '', embedded: true }],
    glyphs: [],
    rulings,
    clips: [],
    images: [],
    doubts: [],
    ...(isAskew && { origin: { pageNumber, toSource: turnAboutMiddle(image, skew) } }),
  };
  return { page, cells, lines };
}

/** Takes points of a page that was turned back by an angle to where they were. */
function turnAboutMiddle({ widthPx, heightPx, dpi }: GreyImage, skewDeg: number): PageOriginMatrix {
  const scale = POINTS_PER_INCH / dpi;
  const [x, y] = [(widthPx * scale) / 2, (heightPx * scale) / 2];
  const cos = Math.cos((skewDeg * Math.PI) / 180);
  const sin = Math.sin((skewDeg * Math.PI) / 180);
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

type PageOriginMatrix = NonNullable<PositionedPage['origin']>['toSource'];

async function readPrepared(
  prepared: readonly PreparedPage[],
  recogniser: Recogniser,
): Promise<readonly PositionedPage[]> {
  const allCells = prepared.flatMap(({ cells }) => cells);
  const readCells = await recogniser.readCells(allCells.map(({ cutting }) => cutting));
  const glyphsOf = new Map<string, readonly Glyph[]>();
  const wordings: PlacedCutting[] = [];
  for (const [at, reading] of readCells.entries()) {
    const cell = allCells[at];
    if (!cell) continue;
    if (reading.kind === 'figure') glyphsOf.set(reading.id, placed(reading.glyphs, cell));
    if (reading.kind === 'wording') wordings.push(cell);
  }
  const texts = [...wordings, ...prepared.flatMap(({ lines }) => lines)];
  const readTexts = await recogniser.readText(texts.map(({ cutting }) => cutting));
  for (const [at, { id, lines }] of readTexts.entries()) {
    const text = texts[at];
    if (text)
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

function placed(glyphs: Parameters<typeof placeGlyphs>[0], { cutting, box, isCut }: PlacedCutting): readonly Glyph[] {
  return placeGlyphs(glyphs, { box, image: cutting.image, isCut });
}
