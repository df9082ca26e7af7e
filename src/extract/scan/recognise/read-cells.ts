/** Reads the cells of a document: by shape, by the engine, and by what is alike. */
import { findComponents } from './components.js';
import type { CellInk } from './cell-glyph.js';
import { shapesOfCell, type CellShapes } from './cell-shapes.js';
import { chooseForEngine, isForEngine, membersOfClusters, type Placed } from './choose-for-engine.js';
import { clusterShapes } from './clusters.js';
import { layOut, symbolsOfPieces, type Piece } from './montage.js';
import { boxAround } from './own-pixels.js';
import type { CellReading, Cutting, ReadGlyph } from './recogniser.js';
import type { EngineSymbol, TesseractEngine } from './tesseract-engine.js';
import { vote, type Evidence } from './vote.js';

/** Digits are between so many inches high: 6 pt to 20 pt type. */
const DIGIT_INCHES = { least: 0.055, most: 0.2, usual: 0.1 };
/** A montage the engine reads well: digits as high as what it learnt from, and gaps no digit reaches over. */
const DIGIT_HEIGHT = 34;
/** What is still doubtful is read once more in another size: what the engine missed or misread there it may see here. */
const SECOND_HEIGHT = 44;
/** A digit of which less is sure is doubtful; the same as what marks a figure. */
const SURE = 0.999;
const LAYOUT = { lineWidthPx: 1200, gapPx: 30, leadingPx: 26, widthShare: 1 };
/** One cell on its way. */
interface Cell {
  readonly id: string;
  readonly ink: CellInk;
  readonly shapes: CellShapes;
}

/** Reads all cells of a document. */
export async function readCells(
  cuttings: readonly Cutting[],
  openEngine: () => Promise<TesseractEngine>,
): Promise<readonly CellReading[]> {
  const cells = toCells(cuttings);
  const placed = placeGlyphs(cells);
  const all = cells.map((cell, k) => ({ cell, glyphs: placed[k] ?? [] }));
  const chosen = chooseForEngine(placed).flatMap((k) => all[k] ?? []);
  if (chosen.length > 0) await readByEngine(chosen, await openEngine(), DIGIT_HEIGHT);
  const known = knownOfClusters(placed.flat());
  const doubted = all.filter(({ glyphs }) => glyphs.some((glyph) => isForEngine(glyph) && isDoubted(glyph, known)));
  if (doubted.length > 0) await readByEngine(doubted, await openEngine(), SECOND_HEIGHT);
  return cells.map(({ id, shapes }, k): CellReading => {
    if (shapes.kind !== 'figure') return { id, kind: shapes.kind };
    return {
      id,
      kind: 'figure',
      glyphs: (placed[k] ?? []).map((glyph) => toRead(glyph, known)),
    };
  });
}

function toCells(cuttings: readonly Cutting[]): readonly Cell[] {
  const found = cuttings.map(({ image, ink }) => findComponents(ink, image.widthPx, image.heightPx));
  const heights = cuttings.flatMap(({ image }, k) =>
    (found[k]?.boxes ?? [])
      .map(({ y0, y1 }) => (y1 - y0) / image.dpi)
      .filter((inches) => inches >= DIGIT_INCHES.least && inches <= DIGIT_INCHES.most),
  );
  const usual = heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? DIGIT_INCHES.usual;
  return cuttings.map(({ id, image }, k) => {
    const components = found[k] ?? findComponents(new Uint8Array(), 0, 0);
    const tallest = Math.max(0, ...components.boxes.map(({ y0, y1 }) => (y1 - y0) / image.dpi));
    const digitInches = tallest > 0.6 * usual && tallest < 1.6 * usual ? tallest : usual;
    const ink = {
      image,
      components,
      digitPx: digitInches * image.dpi,
      usualPx: usual * image.dpi,
    };
    return { id, ink, shapes: shapesOfCell(ink) };
  });
}

function placeGlyphs(cells: readonly Cell[]): readonly (readonly Placed[])[] {
  const features = cells.flatMap(({ shapes }) => shapes.glyphs.flatMap((glyph) => glyph.features ?? []));
  const clusters = clusterShapes(features);
  let next = 0;
  return cells.map(({ shapes }) =>
    shapes.glyphs.map((glyph) => ({
      glyph,
      cluster: glyph.features === undefined ? undefined : clusters[next++],
    })),
  );
}

/** What the engine is to read. */
type Chosen = readonly { readonly cell: Cell; readonly glyphs: readonly Placed[] }[];

/** Has cells read; the second time what is read is kept beside the first. */
async function readByEngine(chosen: Chosen, engine: TesseractEngine, digitHeight: number): Promise<void> {
  const pieces = chosen.map(({ cell, glyphs }): Piece => {
    const box = boxAround(glyphs.map(({ glyph }) => glyph.box));
    // Signs are left out: the engine would take them for digits.
    const owns = glyphs.filter(isForEngine).map(({ glyph }) => glyph);
    const isOwn = (x: number, y: number): boolean =>
      owns.some(({ box: own, isOwn: isOf }) => x >= own.x0 - 1 && x <= own.x1 && isOf(x, y));
    const height = Math.max(...glyphs.map(({ glyph }) => glyph.box.y1 - glyph.box.y0));
    const heightPx = Math.round((digitHeight * (box.y1 - box.y0)) / Math.max(height, 1));
    return {
      image: cell.ink.image,
      box,
      heightPx: Math.min(heightPx, digitHeight * 2),
      isOwn,
    };
  });
  const { picture, places } = layOut(pieces, LAYOUT);
  const symbols = symbolsOfPieces(await engine.read(picture), places, LAYOUT.gapPx / 2);
  chosen.forEach(({ glyphs }, k) => {
    matchSymbols(glyphs, symbols[k] ?? [], digitHeight === DIGIT_HEIGHT ? 'engine' : 'again');
  });
}

/** Gives each glyph the symbol that the engine read there; none where it counts differently, since it misses thin ones. */
function matchSymbols(glyphs: readonly Placed[], symbols: readonly EngineSymbol[], into: 'engine' | 'again'): void {
  const digits = glyphs.filter(isForEngine);
  if (symbols.length !== digits.length) return;
  digits.forEach((placed, k) => {
    const symbol = symbols[k];
    if (symbol !== undefined) placed[into] = { text: symbol.text, confidence: symbol.confidence };
  });
}

/** What is known of each cluster together. */
function knownOfClusters(placed: readonly Placed[]): ReadonlyMap<number, Evidence['alike']> {
  return new Map(
    [...membersOfClusters(placed)].map(([cluster, members]) => {
      const shape = new Map<string, number>();
      const engine = new Map<string, number>();
      for (const { glyph, engine: read } of members) {
        for (const [text, share] of glyph.odds)
          shape.set(text, (shape.get(text) ?? 0) + Math.log(Math.max(share, 1e-4)) / members.length);
        if (read !== undefined) engine.set(read.text, (engine.get(read.text) ?? 0) + 1);
      }
      return [cluster, { count: members.length, shape, engine }];
    }),
  );
}

function isDoubted(placed: Placed, known: ReadonlyMap<number, Evidence['alike']>): boolean {
  return (toRead(placed, known).readings[0]?.confidence ?? 0) < SURE;
}

function toRead(placed: Placed, known: ReadonlyMap<number, Evidence['alike']>): ReadGlyph {
  const { glyph, cluster, engine, again } = placed;
  const { box, odds } = glyph;
  const alike = cluster === undefined ? undefined : known.get(cluster);
  if (alike === undefined)
    return {
      box,
      readings: [...odds].map(([text, confidence]) => ({ text, confidence })),
    };
  return {
    box,
    readings: vote({
      shape: odds,
      alike,
      isWhole: glyph.isWhole,
      ...(engine === undefined ? {} : { engine }),
      ...(again === undefined ? {} : { again }),
    }),
  };
}
