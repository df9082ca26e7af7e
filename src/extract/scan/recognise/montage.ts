/** Lays pieces of pictures out in one picture, so that the engine reads them all at once, and finds them again in it. */
import { greyImage, type GreyImage, type PixelBox } from '../grey-image.js';
import type { EngineLine, EngineSymbol } from './tesseract-engine.js';

/** A piece to lay out. */
export interface Piece {
  readonly image: GreyImage;
  /** The part of the picture that is the piece. */
  readonly box: PixelBox;
  /** How high the piece is to be in the montage, in pixels. */
  readonly heightPx: number;
  /** What of the box shows; the rest is paper. All of it where absent. */
  readonly isOwn?: (x: number, y: number) => boolean;
}

/** How pieces are laid out, in pixels of the montage. */
export interface MontageLayout {
  /** A line is full when it is longer than this. */
  readonly lineWidthPx: number;
  /** Between pieces of a line. */
  readonly gapPx: number;
  /** Between lines. */
  readonly leadingPx: number;
  /** How wide pieces become, in shares of what their height asks for. */
  readonly widthShare: number;
}

/** A montage, and where each piece is in it. */
export interface Montage {
  readonly picture: GreyImage;
  readonly places: readonly PixelBox[];
}

const MARGIN = 20;
/** Engines were trained on about this many pixels per inch for text of this size. */
const DPI = 150;

/** Lays pieces out in lines, in their order. */
export function layOut(pieces: readonly Piece[], layout: MontageLayout): Montage {
  const places: PixelBox[] = [];
  let [x, top, lineHeight, widthPx] = [MARGIN, MARGIN, 0, 2 * MARGIN];
  for (const { box, heightPx } of pieces) {
    const width = Math.max(4, Math.round(((box.x1 - box.x0) * heightPx * layout.widthShare) / (box.y1 - box.y0)));
    if (x > MARGIN && x + width > layout.lineWidthPx)
      [x, top, lineHeight] = [MARGIN, top + lineHeight + layout.leadingPx, 0];
    places.push({ x0: x, y0: top, x1: x + width, y1: top + heightPx });
    x += width + layout.gapPx;
    widthPx = Math.max(widthPx, x + MARGIN);
    lineHeight = Math.max(lineHeight, heightPx);
  }
  const heightPx = top + lineHeight + MARGIN;
  const picture = greyImage(widthPx, heightPx, DPI, new Uint8Array(widthPx * heightPx).fill(255));
  pieces.forEach((piece, k) => {
    const place = places[k];
    if (place !== undefined) draw(piece, place, picture);
  });
  return { picture, places };
}

/** Draws a piece at its place, darkest black and lightest white; area average down, bilinear up. */
function draw({ image, box, isOwn }: Piece, place: PixelBox, onto: GreyImage): void {
  const [stepX, stepY] = [(box.x1 - box.x0) / (place.x1 - place.x0), (box.y1 - box.y0) / (place.y1 - place.y0)];
  const values = stretched(image, box, isOwn);
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const taps = Math.max(1, Math.ceil(Math.max(stepX, stepY) - 0.25));
  const across = tapsAlong(place.x1 - place.x0, width, stepX, taps);
  const down = tapsAlong(place.y1 - place.y0, height, stepY, taps);
  for (let y = place.y0; y < place.y1; y++)
    for (let x = place.x0; x < place.x1; x++) {
      let sum = 0;
      for (let v = (y - place.y0) * taps; v < (y - place.y0 + 1) * taps; v++) {
        const upper = (down.before[v] ?? 0) * width;
        const lower = (down.after[v] ?? 0) * width;
        const fy = down.shares[v] ?? 0;
        for (let u = (x - place.x0) * taps; u < (x - place.x0 + 1) * taps; u++) {
          const left = across.before[u] ?? 0;
          const right = across.after[u] ?? 0;
          const fx = across.shares[u] ?? 0;
          sum +=
            ((values[upper + left] ?? 255) * (1 - fx) + (values[upper + right] ?? 255) * fx) * (1 - fy) +
            ((values[lower + left] ?? 255) * (1 - fx) + (values[lower + right] ?? 255) * fx) * fy;
        }
      }
      onto.data[y * onto.widthPx + x] = Math.round(sum / (taps * taps));
    }
}

/** Where taps along one side fall: the pixels before and after each, and the share of the one after. */
function tapsAlong(length: number, from: number, step: number, taps: number) {
  const count = length * taps;
  const [before, after, shares] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const clamp = (at: number): number => Math.min(from - 1, Math.max(0, at));
  for (let k = 0; k < count; k++) {
    const place = (Math.floor(k / taps) + ((k % taps) + 0.5) / taps) * step - 0.5;
    const first = Math.floor(place);
    before[k] = clamp(first);
    after[k] = clamp(first + 1);
    shares[k] = place - first;
  }
  return { before, after, shares };
}

/** The grey of a box from black to white. */
function stretched(image: GreyImage, box: PixelBox, isOwn: Piece['isOwn']): Uint8Array {
  const width = box.x1 - box.x0;
  const grey = new Uint8Array(width * (box.y1 - box.y0)).fill(255);
  let [darkest, lightest] = [255, 0];
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) {
      const value = image.data[y * image.widthPx + x] ?? 255;
      if (isOwn?.(x, y) === false) continue;
      grey[(y - box.y0) * width + x - box.x0] = value;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
    }
  const scale = 255 / Math.max(1, lightest - darkest);
  const levels = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.max(0, Math.min(255, Math.round((value - darkest) * scale))),
  );
  for (let k = 0; k < grey.length; k++) grey[k] = levels[grey[k] ?? 255] ?? 255;
  return grey;
}

/**
 * The symbols of each piece: those whose middle is in its place, or not further from it than half a gap. In the order in
 * which the engine read them, which is surer than its boxes.
 */
export function symbolsOfPieces(
  lines: readonly EngineLine[],
  places: readonly PixelBox[],
  reachPx: number,
): readonly (readonly EngineSymbol[])[] {
  const found: EngineSymbol[][] = places.map(() => []);
  for (const symbol of lines.flat()) {
    const [x, y] = [(symbol.box.x0 + symbol.box.x1) / 2, (symbol.box.y0 + symbol.box.y1) / 2];
    const owner = places.findIndex(
      ({ x0, y0, x1, y1 }) => x >= x0 - reachPx && x < x1 + reachPx && y >= y0 - reachPx && y < y1 + reachPx,
    );
    found[owner]?.push(symbol);
  }
  return found;
}
