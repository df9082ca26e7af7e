/**
 * Describes the shape of a glyph by numbers that change little with its size, weight and sharpness: where its edges are
 * and which way they look (the direction features of Kimura et al. 1987, as used for printed and written digits since).
 */
import type { GreyImage, PixelBox } from '../grey-image.js';

/** The glyph is drawn into this many pixels, keeping its shape unless it is wider. */
const WIDTH = 20;
const HEIGHT = 28;
/** Fields across and down, and directions, that edges are counted by. */
const ACROSS = 4;
const DOWN = 6;
const DIRECTIONS = 8;

const FIELDS = ACROSS * DOWN;
/** How many numbers describe a shape. */
export const FEATURE_COUNT = FIELDS * (DIRECTIONS + 1) + 1;

/** A glyph: which part of a picture, and which pixels of that part are its own. */
export interface Shape {
  readonly image: GreyImage;
  readonly box: PixelBox;
  /** True for a pixel of the box (in coordinates of the picture) that is the glyph's or next to it. */
  readonly isOwn: (x: number, y: number) => boolean;
}

/** Describes a shape. */
export function shapeFeatures(shape: Shape): Float32Array {
  const { x0, y0, x1, y1 } = shape.box;
  const [width, height] = [x1 - x0, y1 - y0];
  const drawn = resample(darknessOf(shape), width, height);
  const features = new Float32Array(FEATURE_COUNT);
  countEdges(drawn, features);
  countInk(drawn, features);
  features[FEATURE_COUNT - 1] = Math.min(2, width / height);
  return features;
}

/** Darkness of the box in [0, 1]: 0 is the lightest pixel in it, 1 its darkest; pixels of others are paper. */
function darknessOf({ image, box, isOwn }: Shape): Float32Array {
  const width = box.x1 - box.x0;
  const values = new Float32Array(width * (box.y1 - box.y0));
  let [lightest, darkest] = [0, 255];
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) {
      const value = image.data[y * image.widthPx + x] ?? 255;
      if (value > lightest) lightest = value;
      if (value < darkest) darkest = value;
      values[(y - box.y0) * width + x - box.x0] = value === 255 || isOwn(x, y) ? value : 255;
    }
  const range = Math.max(1, lightest - darkest);
  return values.map((value) => Math.max(0, (lightest - value) / range));
}

/** Which pixels of a line, and how much of each, make one pixel of another length of line. */
function weightsOf(from: number, to: number, offset: number, scale: number): readonly (readonly [number, number])[][] {
  const reach = Math.max(1, 1 / scale);
  return Array.from({ length: to }, (_, k) => {
    const middle = (k + 0.5 - offset) / scale - 0.5;
    const taps: [number, number][] = [];
    let sum = 0;
    for (let at = Math.ceil(middle - reach); at <= Math.floor(middle + reach); at++) {
      const weight = 1 - Math.abs(at - middle) / reach;
      sum += weight;
      if (at >= 0 && at < from && weight > 0) taps.push([at, weight]);
    }
    return taps.map(([at, weight]): [number, number] => [at, weight / sum]);
  });
}

/** Draws the glyph at the common size: as high as it gets, in the middle. */
function resample(values: Float32Array, width: number, height: number): Float32Array {
  const scaleY = (HEIGHT - 2) / height;
  const scaleX = Math.min(scaleY, (WIDTH - 2) / width);
  const columns = weightsOf(width, WIDTH, (WIDTH - width * scaleX) / 2, scaleX);
  const rows = weightsOf(height, HEIGHT, 1, scaleY);
  const narrowed = new Float32Array(WIDTH * height);
  columns.forEach((taps, x) => {
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (const [at, weight] of taps) sum += weight * (values[y * width + at] ?? 0);
      narrowed[y * WIDTH + x] = sum;
    }
  });
  const drawn = new Float32Array(WIDTH * HEIGHT);
  rows.forEach((taps, y) => {
    for (const [at, weight] of taps)
      for (let x = 0; x < WIDTH; x++) {
        drawn[y * WIDTH + x] = (drawn[y * WIDTH + x] ?? 0) + weight * (narrowed[at * WIDTH + x] ?? 0);
      }
  });
  return drawn;
}

/** For each pixel four fields around it and its share in each, two numbers each. */
const SHARES = sharesOfPixels();

function sharesOfPixels(): Float32Array {
  const shares = new Float32Array(WIDTH * HEIGHT * 8);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const across = fieldsOf(x, WIDTH, ACROSS);
      const down = fieldsOf(y, HEIGHT, DOWN);
      const around = down.flatMap((row) =>
        across.flatMap((column) => [row.field * ACROSS + column.field, row.share * column.share]),
      );
      shares.set(around, (y * WIDTH + x) * 8);
    }
  return shares;
}

/** The two fields that a pixel lies between, with its share in each. */
function fieldsOf(place: number, length: number, count: number): readonly { field: number; share: number }[] {
  const position = ((place + 0.5) / length) * count - 0.5;
  const first = Math.floor(position);
  const share = 1 - (position - first);
  return [
    { field: Math.max(0, first), share },
    { field: Math.min(count - 1, first + 1), share: 1 - share },
  ];
}

/** Adds a value to the four fields around a pixel. */
function spread(features: Float32Array, from: number, pixel: number, value: number): void {
  for (let k = pixel * 8; k < pixel * 8 + 8; k += 2) {
    const at = from + (SHARES[k] ?? 0);
    features[at] = (features[at] ?? 0) + (SHARES[k + 1] ?? 0) * value;
  }
}

function countEdges(drawn: Float32Array, features: Float32Array): void {
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const at = y * WIDTH + x;
      const dx = (x + 1 < WIDTH ? (drawn[at + 1] ?? 0) : 0) - (x > 0 ? (drawn[at - 1] ?? 0) : 0);
      const dy = (y + 1 < HEIGHT ? (drawn[at + WIDTH] ?? 0) : 0) - (y > 0 ? (drawn[at - WIDTH] ?? 0) : 0);
      const strength = Math.sqrt(dx * dx + dy * dy);
      if (strength < 0.02) continue;
      const turn = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1) * DIRECTIONS;
      const first = Math.floor(turn) % DIRECTIONS;
      const share = 1 - (turn - Math.floor(turn));
      spread(features, first * FIELDS, at, strength * share);
      spread(features, ((first + 1) % DIRECTIONS) * FIELDS, at, strength * (1 - share));
    }
  // The root tames what is strong only because the stroke is heavy.
  const length = FIELDS * DIRECTIONS;
  let sum = 0;
  for (let k = 0; k < length; k++) sum += features[k] ?? 0;
  for (let k = 0; k < length; k++) features[k] = Math.sqrt((features[k] ?? 0) / (sum + 1e-6)) * Math.sqrt(FIELDS);
}

function countInk(drawn: Float32Array, features: Float32Array): void {
  const from = FIELDS * DIRECTIONS;
  drawn.forEach((value, at) => {
    if (value > 0.02) spread(features, from, at, value);
  });
  const perField = (WIDTH * HEIGHT) / FIELDS;
  for (let k = from; k < from + FIELDS; k++) features[k] = (features[k] ?? 0) / perField;
}
