/** Turns pictures: by quarters exactly, by small angles with interpolation. */
import { greyImage, type GreyImage } from './grey-image.js';

/** Paper, where a turned picture has no pixels. */
const PAPER = 255;

/** Two pixels of it. */
const WHITE_PAIR = 0xffff;

/** Turns a picture clockwise by quarters. */
export function turnByQuarters(image: GreyImage, quarters: 0 | 1 | 2 | 3): GreyImage {
  if (quarters === 0) return image;
  const { widthPx: w, heightPx: h, data } = image;
  const turned = new Uint8Array(data.length);
  if (quarters === 2) {
    for (let at = 0, last = data.length - 1; at <= last; at++) turned[at] = data[last - at] ?? PAPER;
    return greyImage(w, h, image.dpi, turned);
  }
  // Row y of the turned picture is a column of the other: from its foot up for one quarter, from its head for three.
  for (let y = 0, to = 0; y < w; y++)
    for (let x = 0; x < h; x++, to++)
      turned[to] = data[quarters === 1 ? (h - 1 - x) * w + y : x * w + (w - 1 - y)] ?? PAPER;
  return greyImage(h, w, image.dpi, turned);
}

/** Turns a picture of the same size about its middle, clockwise as seen, paper filling the corners. */
export function turnByAngle(image: GreyImage, angleDeg: number): GreyImage {
  const { widthPx: w, heightPx: h, data } = image;
  const cos = Math.cos((angleDeg * Math.PI) / 180);
  const sin = Math.sin((angleDeg * Math.PI) / 180);
  const turned = new Uint8Array(data.length).fill(PAPER);
  // Two pixels beside one another are read at once.
  const pairs = new DataView(data.buffer, data.byteOffset, data.byteLength);
  // In 16.16 fixed point along a row, which is several times faster than with floats.
  const stepX = Math.round(cos * 65536);
  const stepY = Math.round(-sin * 65536);
  for (let y = 0; y < h; y++) {
    const dy = y - h / 2;
    const firstX = Math.round((w / 2 - (w / 2) * cos + dy * sin) * 65536);
    const firstY = Math.round((h / 2 + (w / 2) * sin + dy * cos) * 65536);
    const [fromX, toX] = stepsInside(firstX, stepX, w);
    const [fromY, toY] = stepsInside(firstY, stepY, h);
    const from = Math.max(0, fromX, fromY);
    const end = Math.min(w, toX, toY);
    for (let x = from, to = y * w + from, sx = firstX + from * stepX, sy = firstY + from * stepY; x < end; x++, to++) {
      const at = (sy >> 16) * w + (sx >> 16);
      const upper = pairs.getUint16(at, true);
      const lower = pairs.getUint16(at + w, true);
      const fx = (sx >> 8) & 255;
      const fy = (sy >> 8) & 255;
      sx += stepX;
      sy += stepY;
      // White paper is what the picture is filled with.
      if ((upper & lower) === WHITE_PAIR) continue;
      const above = (upper & 255) * (256 - fx) + (upper >> 8) * fx;
      const below = (lower & 255) * (256 - fx) + (lower >> 8) * fx;
      turned[to] = (above * (256 - fy) + below * fy + 32768) >> 16;
    }
  }
  return greyImage(w, h, image.dpi, turned);
}

/** From which step on and up to which a place that begins at `first` lies inside a side with a pixel behind it. */
function stepsInside(first: number, step: number, sidePx: number): readonly [from: number, to: number] {
  const end = (sidePx - 1) * 65536;
  if (step === 0) return first >= 0 && first < end ? [0, Infinity] : [0, 0];
  const [a, b] = step > 0 ? [-first, end - first] : [end - 1 - first, -1 - first];
  return [Math.ceil(a / step), Math.ceil(b / step)];
}

/** The part of a picture in a box, which must lie inside it. */
export function cropImage(image: GreyImage, box: { x0: number; y0: number; x1: number; y1: number }): GreyImage {
  const widthPx = box.x1 - box.x0;
  const heightPx = box.y1 - box.y0;
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const from = (box.y0 + y) * image.widthPx + box.x0;
    data.set(image.data.subarray(from, from + widthPx), y * widthPx);
  }
  return greyImage(widthPx, heightPx, image.dpi, data);
}

/** A picture whose pixels are the means of squares of the other's. */
export function reduceImage(image: GreyImage, factor: number): GreyImage {
  if (factor === 1) return image;
  const known = reduced.get(image.data)?.get(factor);
  if (known !== undefined) return known;
  // By halves where it can be: the halves are wanted, too.
  const made =
    factor % 2 === 0 && factor > 2 ? reduceImage(reduceImage(image, 2), factor / 2) : toReduced(image, factor);
  const all = reduced.get(image.data) ?? new Map<number, GreyImage>();
  reduced.set(image.data, all.set(factor, made));
  return made;
}

/** The reductions of each picture: several steps look at the same ones. */
const reduced = new WeakMap<Uint8Array, Map<number, GreyImage>>();

function toReduced(image: GreyImage, factor: number): GreyImage {
  const widthPx = Math.floor(image.widthPx / factor);
  const heightPx = Math.floor(image.heightPx / factor);
  const reducedImage = greyImage(widthPx, heightPx, image.dpi / factor, new Uint8Array(widthPx * heightPx));
  if (factor === 2) halve(image, reducedImage);
  else average(image, factor, reducedImage);
  return reducedImage;
}

/** The usual one: four pixels beside one another are read at once, and two reckoned. */
function halve({ data: finer, widthPx: stride }: GreyImage, { widthPx, heightPx, data }: GreyImage): void {
  const fours = new DataView(finer.buffer, finer.byteOffset, finer.byteLength);
  for (let y = 0, to = 0; y < heightPx; y++) {
    let at = 2 * y * stride;
    const last = to + widthPx - 1;
    for (; to < last; to += 2, at += 4) {
      const upper = fours.getInt32(at, true);
      const lower = fours.getInt32(at + stride, true);
      // Every other pixel, and those behind them, each in the lower half of 16 bits: there is room for their sum.
      const sums =
        (upper & EVERY_OTHER) + ((upper >>> 8) & EVERY_OTHER) + (lower & EVERY_OTHER) + ((lower >>> 8) & EVERY_OTHER);
      data[to] = ((sums & 0xffff) + 2) >> 2;
      data[to + 1] = ((sums >>> 16) + 2) >> 2;
    }
    if (to > last) continue;
    const upper = (finer[at] ?? PAPER) + (finer[at + 1] ?? PAPER);
    data[to++] = (upper + (finer[at + stride] ?? PAPER) + (finer[at + stride + 1] ?? PAPER) + 2) >> 2;
  }
}

/** The first and the third byte of four. */
const EVERY_OTHER = 0x00ff00ff;

function average(image: GreyImage, factor: number, { widthPx, heightPx, data }: GreyImage): void {
  const { data: finer, widthPx: stride } = image;
  const share = 1 / (factor * factor);
  for (let y = 0, to = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++, to++) {
      let sum = 0;
      for (let k = 0, from = y * factor * stride + x * factor; k < factor; k++, from += stride)
        for (let at = from, end = from + factor; at < end; at++) sum += finer[at] ?? PAPER;
      data[to] = sum * share + 0.5;
    }
}
