/** Reads the cells of a document: by shape, by the engine, and by what is alike. */
import { findComponents } from './components.js';
import { bestOf, type CellInk } from './cell-glyph.js';
import { shapesOfCell, type CellShapes } from './cell-shapes.js';
import { chooseForEngine, isForEngine, membersOfClusters, type Placed } from './choose-for-engine.js';
import { supportOf, supportOfSign, withCertainty } from './certainty.js';
import { clusterShapes } from './clusters.js';
import { layOut, symbolsOfPieces, type Piece } from './montage.js';
import { boxAround } from './own-pixels.js';
import type { CellReading, Cutting, GlyphReading, ReadGlyph } from './recogniser.js';
import { roomBeside, usualPitch } from './room-beside.js';
import type { EngineSymbol, TesseractEngine } from './tesseract-engine.js';
import { vote, type Evidence } from './vote.js';

/** Digits are between so many inches high: 6 pt to 20 pt type. */
const DIGIT_INCHES = { least: 0.055, most: 0.2, usual: 0.1 };
/** A montage the engine reads well: digits as high as what it learnt from, and gaps no digit reaches over. */
const DIGIT_HEIGHT = 34;
/** What is still doubtful is read once more in another size: what the engine missed or misread there it may see here. */
const SECOND_HEIGHT = 44;
/** A digit of which less is sure is doubtful; of what is surer, a second reading tells nothing new. */
const SURE = 0.99;
const LAYOUT = { lineWidthPx: 1200, gapPx: 30, leadingPx: 26, widthShare: 1 };
/** One cell on its way. */
interface Cell {
  readonly id: string;
  readonly ink: CellInk;
  readonly shapes: CellShapes;
}

/** What says how sure readings are by what speaks for the best; the evidence is absent for signs that size and place tell. */
export type Judge = (
  readings: readonly GlyphReading[],
  support: string,
  evidence?: Evidence,
) => readonly GlyphReading[];

/**
 * Reads all cells of a document.
 *
 * @param judge another one for programs that learn how sure readings are
 */
export async function readCells(
  cuttings: readonly Cutting[],
  openEngine: () => Promise<TesseractEngine>,
  judge: Judge = withCertainty,
): Promise<readonly CellReading[]> {
  const cells = toCells(cuttings);
  const placed = placeGlyphs(cells);
  const all = cells.map((cell, k) => ({ cell, glyphs: placed[k] ?? [] }));
  const chosen = chooseForEngine(placed).flatMap((k) => all[k] ?? []);
  if (chosen.length > 0) await readByEngine(chosen, await openEngine(), DIGIT_HEIGHT);
  const first = knownOf(all);
  const doubted = all.filter(({ cell, glyphs }) =>
    glyphs.some((glyph, k) => isForEngine(glyph) && isDoubted(toRead(glyphs, k, { cell, known: first, judge }))),
  );
  if (doubted.length > 0) await readByEngine(doubted, await openEngine(), SECOND_HEIGHT);
  // Where the engine misread some of a kind at first, what it reads the second time tells what most of them are.
  const known = doubted.length > 0 ? knownOf(all) : first;
  return all.map(({ cell, glyphs }): CellReading => {
    const { id, shapes } = cell;
    if (shapes.kind !== 'figure') return { id, kind: shapes.kind };
    return { id, kind: 'figure', glyphs: glyphs.map((_, k) => toRead(glyphs, k, { cell, known, judge })) };
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

/** What a document tells of its digits. */
interface Known {
  readonly kinds: ReadonlyMap<number, Evidence['alike']>;
  /** Of most digits, in shares of their height. */
  readonly usualWidth: number;
  /** From one to the next, in the same. */
  readonly usualPitch: number;
}

function knownOf(cells: Chosen): Known {
  return {
    kinds: knownOfClusters(cells.flatMap(({ glyphs }) => glyphs)),
    usualWidth: usualWidth(cells),
    usualPitch: usualPitch(
      cells.map(({ cell, glyphs }) => ({ glyphs: glyphs.map(({ glyph }) => glyph), digitPx: cell.ink.digitPx })),
    ),
  };
}

/** Digits of any open font are about so wide. */
const USUAL_WIDTH = 0.7;
/** What is wider than this share of the usual width is wide; a 1 is narrower than others. */
const WIDE = { any: 1.15, one: 0.85 };

function usualWidth(cells: Chosen): number {
  const widths = cells.flatMap(({ cell, glyphs }) =>
    glyphs
      .filter(({ glyph }) => glyph.features !== undefined && glyph.isWhole && /^[02-9]$/u.test(bestOf(glyph)[0]))
      .map(({ glyph }) => (glyph.box.x1 - glyph.box.x0) / cell.ink.digitPx),
  );
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? USUAL_WIDTH;
}

/** What is known of each cluster together. */
function knownOfClusters(placed: readonly Placed[]): ReadonlyMap<number, Evidence['alike']> {
  return new Map(
    [...membersOfClusters(placed)].map(([cluster, members]) => {
      const shape = new Map<string, number>();
      const engine = new Map<string, number>();
      for (const { glyph, engine: once, again } of members) {
        const read = again ?? once;
        for (const [text, share] of glyph.odds)
          shape.set(text, (shape.get(text) ?? 0) + Math.log(Math.max(share, 1e-4)) / members.length);
        if (read) engine.set(read.text, (engine.get(read.text) ?? 0) + 1);
      }
      return [cluster, { count: members.length, shape, engine }];
    }),
  );
}

function isDoubted({ readings }: ReadGlyph): boolean {
  return (readings[0]?.confidence ?? 0) < SURE;
}

function toRead(
  glyphs: readonly Placed[],
  at: number,
  { cell: { ink }, known, judge }: { readonly cell: Cell; readonly known: Known; readonly judge: Judge },
): ReadGlyph {
  const placed = glyphs[at];
  if (placed === undefined) throw new RangeError('no such glyph');
  const { glyph, cluster, engine, again } = placed;
  const { box, odds, isWhole } = glyph;
  const alike = cluster === undefined ? undefined : known.kinds.get(cluster);
  const usualPx = known.usualWidth * ink.digitPx;
  const widest = (bestOf(glyph)[0] === '1' ? WIDE.one : WIDE.any) * usualPx;
  const isWide = box.x1 - box.x0 > widest;
  const beside = { before: glyphs[at - 1]?.glyph, after: glyphs[at + 1]?.glyph, digitPx: ink.digitPx, usualPx };
  const room = roomBeside(glyph, beside, known.usualPitch);
  const asked = { ...(engine && { engine }), ...(again && { again }) };
  const evidence = alike && { shape: odds, alike, isWhole, isWide, room, ...asked };
  const readings = evidence ? vote(evidence) : [...odds].map(([text, confidence]) => ({ text, confidence }));
  const [best] = readings;
  if (best === undefined) return { box, readings };
  return { box, readings: judge(readings, evidence ? supportOf(evidence, best) : supportOfSign(best), evidence) };
}
