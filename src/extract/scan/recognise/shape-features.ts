/**
 * Describes the shape of a glyph by numbers that change little with its size, weight and sharpness: where its edges are
 * and which way they look (the direction features of Kimura et al. 1987, as used for printed and written digits since).
 */
import type { GreyImage, PixelBox } from '../grey-image.js';

/** How finely a shape is looked at. */
export interface ShapeGrid {
  /** The glyph is drawn into this many pixels, keeping its shape unless it is wider. */
  readonly width: number;
  readonly height: number;
  /** Fields across and down that edges are counted by. */
  readonly across: number;
  readonly down: number;
}

/** Directions that edges are counted by. */
const DIRECTIONS = 8;
/** How many fields lie around a pixel. */
const AROUND = 4;

/** A glyph: which part of a picture, and which pixels of that part are its own. */
export interface Shape {
  readonly image: GreyImage;
  readonly box: PixelBox;
  /** True for a pixel of the box (in coordinates of the picture) that is the glyph's or next to it. */
  readonly isOwn: (x: number, y: number) => boolean;
}

/** What describes shapes by one grid. */
export interface ShapeDescriber {
  /** How many numbers describe a shape. */
  readonly count: number;
  readonly describe: (shape: Shape) => Float32Array;
}

/** Makes what describes shapes by a grid. */
export function shapeDescriber(grid: ShapeGrid): ShapeDescriber {
  const fields = grid.across * grid.down;
  const count = fields * (DIRECTIONS + 1) + 1;
  const pixels = sharesOfPixels(grid);
  const room: Room = {
    values: growing(),
    narrowed: growing(),
    drawn: new Float64Array(grid.width * grid.height),
    features: new Float64Array(count),
  };
  const describe = (shape: Shape): Float32Array => {
    const { x0, y0, x1, y1 } = shape.box;
    const [width, height] = [x1 - x0, y1 - y0];
    const drawn = resample(darknessOf(shape, room), { width, height }, { grid, room });
    const features = room.features.fill(0);
    countEdges(drawn, features, { grid, fields, ...pixels });
    countInk(drawn, features, { grid, fields, ...pixels });
    features[count - 1] = Math.min(2, width / height);
    return new Float32Array(features);
  };
  return { count, describe };
}

/** Where pixels are reckoned: making and forgetting such arrays for each of some thousand glyphs takes longer than their sums. */
interface Room {
  /** Give an array of at least so many values, whatever they are. */
  readonly values: (count: number) => Float64Array;
  readonly narrowed: (count: number) => Float64Array;
  readonly drawn: Float64Array;
  readonly features: Float64Array;
}

function growing(): (count: number) => Float64Array {
  let array = new Float64Array();
  return (count) => (array = array.length < count ? new Float64Array(count) : array);
}

/** Digits and signs: higher than wide, of few strokes. */
const FIGURES = shapeDescriber({ width: 20, height: 28, across: 4, down: 6 });
/** How many numbers describe a digit or a sign. */
export const FEATURE_COUNT = FIGURES.count;
/** Describes a digit or a sign. */
export const shapeFeatures = FIGURES.describe;

/** Darkness of the box in [0, 1]: 0 is the lightest pixel in it, 1 its darkest; pixels of others are paper. */
function darknessOf({ image, box, isOwn }: Shape, room: Room): Float64Array {
  const count = (box.x1 - box.x0) * (box.y1 - box.y0);
  const values = room.values(count);
  let [lightest, darkest] = [0, 255];
  for (let y = box.y0, to = 0; y < box.y1; y++)
    for (let x = box.x0, at = y * image.widthPx + x; x < box.x1; x++, at++, to++) {
      const value = image.data[at] ?? 255;
      if (value > lightest) lightest = value;
      if (value < darkest) darkest = value;
      values[to] = value === 255 || isOwn(x, y) ? value : 255;
    }
  const share = 1 / Math.max(1, lightest - darkest);
  for (let k = 0; k < count; k++) values[k] = Math.max(0, (lightest - (values[k] ?? 0)) * share);
  return values;
}

/** Which pixels of a line, and how much of each, make each pixel of another length of line. */
interface Taps {
  /** By pixel: the first that counts, and where the weights of it and those behind it begin and end. */
  readonly firsts: Int32Array;
  readonly starts: Int32Array;
  readonly weights: Float64Array;
}

function tapsOf(from: number, to: number, offset: number, scale: number): Taps {
  const reach = Math.max(1, 1 / scale);
  const firsts = new Int32Array(to);
  const starts = new Int32Array(to + 1);
  const weights = new Float64Array(to * (Math.ceil(2 * reach) + 1));
  for (let k = 0, count = 0; k < to; k++) {
    const middle = (k + 0.5 - offset) / scale - 0.5;
    const first = Math.ceil(middle - reach);
    const last = Math.floor(middle + reach);
    let sum = 0;
    for (let at = first; at <= last; at++) sum += 1 - Math.abs(at - middle) / reach;
    firsts[k] = Math.max(0, first);
    for (let at = Math.max(0, first); at <= Math.min(from - 1, last); at++)
      weights[count++] = (1 - Math.abs(at - middle) / reach) / sum;
    starts[k + 1] = count;
  }
  return { firsts, starts, weights };
}

/** Draws the glyph at the common size: as high as it gets, in the middle. */
function resample(
  values: Float64Array,
  { width, height }: { width: number; height: number },
  { grid, room }: { grid: ShapeGrid; room: Room },
): Float64Array {
  const scaleY = (grid.height - 2) / height;
  const scaleX = Math.min(scaleY, (grid.width - 2) / width);
  const columns = tapsOf(width, grid.width, (grid.width - width * scaleX) / 2, scaleX);
  const rows = tapsOf(height, grid.height, 1, scaleY);
  const narrowed = room.narrowed(grid.width * height);
  for (let x = 0; x < grid.width; x++) {
    const [start, end, first] = [columns.starts[x] ?? 0, columns.starts[x + 1] ?? 0, columns.firsts[x] ?? 0];
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (let k = start, at = y * width + first; k < end; k++, at++)
        sum += (columns.weights[k] ?? 0) * (values[at] ?? 0);
      narrowed[y * grid.width + x] = sum;
    }
  }
  const drawn = room.drawn.fill(0);
  for (let y = 0; y < grid.height; y++) {
    const [start, end, first] = [rows.starts[y] ?? 0, rows.starts[y + 1] ?? 0, rows.firsts[y] ?? 0];
    for (let k = start, from = first * grid.width; k < end; k++) {
      const weight = rows.weights[k] ?? 0;
      for (let x = 0, to = y * grid.width; x < grid.width; x++, to++, from++)
        drawn[to] = (drawn[to] ?? 0) + weight * (narrowed[from] ?? 0);
    }
  }
  return drawn;
}

/** A grid, how many fields it has, and for each pixel the four fields around it and its share in each. */
interface Fields extends PixelShares {
  readonly grid: ShapeGrid;
  readonly fields: number;
}

/** Whole numbers apart from fractions: a place that is read as a fraction has to be made whole each time. */
interface PixelShares {
  readonly places: Int32Array;
  readonly shares: Float32Array;
}

function sharesOfPixels({ width, height, across, down }: ShapeGrid): PixelShares {
  const places = new Int32Array(width * height * AROUND);
  const shares = new Float32Array(width * height * AROUND);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const columns = fieldsOf(x, width, across);
      const rows = fieldsOf(y, height, down);
      const at = (y * width + x) * AROUND;
      places.set(
        rows.flatMap((row) => columns.map((column) => row.field * across + column.field)),
        at,
      );
      shares.set(
        rows.flatMap((row) => columns.map((column) => row.share * column.share)),
        at,
      );
    }
  return { places, shares };
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

function countEdges(drawn: Float64Array, features: Float64Array, { grid, fields, places, shares }: Fields): void {
  const { width, height } = grid;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const dx = (x + 1 < width ? (drawn[at + 1] ?? 0) : 0) - (x > 0 ? (drawn[at - 1] ?? 0) : 0);
      const dy = (y + 1 < height ? (drawn[at + width] ?? 0) : 0) - (y > 0 ? (drawn[at - width] ?? 0) : 0);
      const strength = Math.sqrt(dx * dx + dy * dy);
      if (strength < 0.02) continue;
      const turn = eighthsOf(dx, dy);
      const whole = Math.floor(turn);
      const one = (whole % DIRECTIONS) * fields;
      const other = ((whole + 1) % DIRECTIONS) * fields;
      const ofOther = strength * (turn - whole);
      const ofOne = strength - ofOther;
      for (let k = at * AROUND, end = k + AROUND; k < end; k++) {
        const place = places[k] ?? 0;
        const share = shares[k] ?? 0;
        features[one + place] = (features[one + place] ?? 0) + share * ofOne;
        features[other + place] = (features[other + place] ?? 0) + share * ofOther;
      }
    }
  // The root tames what is strong only because the stroke is heavy.
  const length = fields * DIRECTIONS;
  let sum = 0;
  for (let k = 0; k < length; k++) sum += features[k] ?? 0;
  for (let k = 0; k < length; k++) features[k] = Math.sqrt((features[k] ?? 0) / (sum + 1e-6)) * Math.sqrt(fields);
}

/** The angle of a direction in eighths of a turn, from 0 to 8; to a thousandth (Abramowitz and Stegun, 4.4.49). */
function eighthsOf(dx: number, dy: number): number {
  const ax = Math.abs(dx);
  const ay = Math.abs(dy);
  const tangent = Math.min(ax, ay) / Math.max(ax, ay);
  const square = tangent * tangent;
  const angle = (((-0.085133 + 0.0208351 * square) * square + 0.180141) * square - 0.3302995) * square + 0.999866;
  const own = (angle * tangent * 4) / Math.PI;
  const quarter = ay > ax ? 2 - own : own;
  const half = dx < 0 ? 4 - quarter : quarter;
  return dy < 0 ? 8 - half : half;
}

function countInk(drawn: Float64Array, features: Float64Array, { grid, fields, places, shares }: Fields): void {
  const from = fields * DIRECTIONS;
  for (let at = 0; at < drawn.length; at++) {
    const value = drawn[at] ?? 0;
    if (value <= 0.02) continue;
    for (let k = at * AROUND, end = k + AROUND; k < end; k++) {
      const to = from + (places[k] ?? 0);
      features[to] = (features[to] ?? 0) + (shares[k] ?? 0) * value;
    }
  }
  const perField = (grid.width * grid.height) / fields;
  for (let k = from; k < from + fields; k++) features[k] = (features[k] ?? 0) / perField;
}
