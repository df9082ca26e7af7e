/**
 * Tells ink from paper. The level at which a pixel counts as ink follows the paper's brightness and the print's darkness
 * around it, by tiles between which it is interpolated: a photograph's light falls off, a copy's print is grey.
 */
import { greyImage, type GreyImage } from './grey-image.js';

/** Side of a tile in inches: a few glyphs, so that most tiles hold paper and print. */
const TILE_INCHES = 0.2;
/** Of a tile with so many rows of pixels every other row and column tells as much as all. */
const FINE_TILE = 30;
/** Share of the way from the paper to the print at which ink begins. */
const LEVEL = 0.4;
/** Print at least so much darker than its paper, in grey levels, is looked for; less is paper's grain. */
const LEAST_CONTRAST = 48;
/** Share of a tile's pixels that are brighter than its paper: noise. */
const BRIGHTEST_SHARE = 0.2;
/** Print is as dark as this share of the pixels around it. */
const DARKEST_SHARE = 0.01;

/** Bytes of which the four highest bits are set are at least this light: paper, seen four pixels at once. */
const LIGHT = 240;
const HIGHEST_BITS = 0xf0f0f0f0 | 0;

/** How many values a pixel can have. */
const GREYS = 256;

/** 1 where there is ink, as many values as the image has. */
export function toInk({ widthPx, heightPx, dpi, data: pixels }: GreyImage): Uint8Array {
  const data = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const words = new Int32Array(data.buffer, data.byteOffset, data.length >> 2);
  const tile = Math.max(8, Math.round(TILE_INCHES * dpi));
  const across = Math.max(1, Math.ceil(widthPx / tile));
  const down = Math.max(1, Math.ceil(heightPx / tile));
  const levels = tileLevels(greyImage(widthPx, heightPx, dpi, data), { tile, across, down });
  const ink = new Uint8Array(data.length);
  const rowLevels = new Float32Array(across);
  const columns = betweenTiles(widthPx, tile, across);
  for (let y = 0; y < heightPx; y++) {
    const v = Math.min(Math.max((y + 0.5) / tile - 0.5, 0), down - 1);
    const above = Math.floor(v);
    const below = Math.min(above + 1, down - 1);
    let [lowest, highest] = [255, 0];
    for (let t = 0; t < across; t++) {
      const upper = levels[above * across + t] ?? 0;
      const level = (rowLevels[t] = upper + (v - above) * ((levels[below * across + t] ?? 0) - upper));
      lowest = Math.min(lowest, level);
      highest = Math.max(highest, level);
    }
    // What is darker than that is ink wherever it stands: rounding is far less than this.
    lowest = Math.floor(lowest);
    const from = y * widthPx;
    for (let at = from, end = from + widthPx; at < end; at++) {
      // Most pixels are paper, brighter than any level of their row.
      if (highest <= LIGHT && (at & 3) === 0 && isLight(words[at >> 2] ?? 0)) {
        at += 3;
        continue;
      }
      const value = data[at] ?? 255;
      if (value >= highest) continue;
      if (value >= lowest) {
        const left = columns.left[at - from] ?? 0;
        const level = rowLevels[left] ?? 0;
        const next = rowLevels[left + 1] ?? level;
        if (value >= level + (columns.share[at - from] ?? 0) * (next - level)) continue;
      }
      ink[at] = 1;
    }
  }
  return ink;
}

function isLight(word: number): boolean {
  return (word & HIGHEST_BITS) === HIGHEST_BITS;
}

/** For each column of pixels the tile whose middle lies left of it, and how far on it is to the middle of the next one. */
function betweenTiles(widthPx: number, tile: number, across: number) {
  const left = new Uint16Array(widthPx);
  const share = new Float64Array(widthPx);
  for (let x = 0; x < widthPx; x++) {
    const u = Math.min(Math.max((x + 0.5) / tile - 0.5, 0), across - 1);
    left[x] = u;
    share[x] = u - (left[x] ?? 0);
  }
  return { left, share };
}

interface Tiles {
  readonly tile: number;
  readonly across: number;
  readonly down: number;
}

/** The level of each tile: between its paper and the darkest print of the tiles around it. */
function tileLevels({ widthPx, heightPx, data }: GreyImage, { tile, across, down }: Tiles): Float32Array {
  const papers = new Float32Array(across * down);
  const prints = new Float32Array(across * down);
  // Of all tiles of a row at once, so that pixels are looked at in the order in which they lie in memory.
  const counts = new Uint16Array(across * GREYS);
  const step = tile >= FINE_TILE ? 2 : 1;
  for (let ty = 0; ty < down; ty++) {
    counts.fill(0);
    const y1 = Math.min(heightPx, (ty + 1) * tile);
    for (let y = ty * tile; y < y1; y += step)
      for (let tx = 0; tx < across; tx++) {
        const first = tx * GREYS;
        const end = y * widthPx + Math.min(widthPx, (tx + 1) * tile);
        // Counted apart: a count that is raised pixel after pixel is slow, and much paper is quite white.
        let white = 0;
        for (let at = y * widthPx + tx * tile; at < end; at += step) {
          const value = data[at] ?? 255;
          if (value === 255) white++;
          else counts[first + value] = (counts[first + value] ?? 0) + 1;
        }
        counts[first + 255] = (counts[first + 255] ?? 0) + white;
      }
    const rows = Math.ceil((y1 - ty * tile) / step);
    for (let tx = 0; tx < across; tx++) {
      const own = counts.subarray(tx * GREYS, (tx + 1) * GREYS);
      const total = rows * Math.ceil((Math.min(widthPx, (tx + 1) * tile) - tx * tile) / step);
      papers[ty * across + tx] = levelAt(own, total * (1 - BRIGHTEST_SHARE));
      prints[ty * across + tx] = levelAt(own, total * DARKEST_SHARE);
    }
  }
  const levels = new Float32Array(across * down);
  for (let ty = 0; ty < down; ty++)
    for (let tx = 0; tx < across; tx++) {
      let print = 255;
      for (let y = Math.max(0, ty - 1); y <= Math.min(down - 1, ty + 1); y++)
        for (let x = Math.max(0, tx - 1); x <= Math.min(across - 1, tx + 1); x++)
          print = Math.min(print, prints[y * across + x] ?? 255);
      const paper = papers[ty * across + tx] ?? 255;
      levels[ty * across + tx] = paper - Math.max(LEAST_CONTRAST * 0.5, LEVEL * (paper - print));
    }
  return levels;
}

/** The value below which so many pixels lie. */
function levelAt(counts: Uint16Array, wanted: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += counts[value] ?? 0;
    if (sum > wanted) return value;
  }
  return 255;
}
