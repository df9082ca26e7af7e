/**
 * Names the shape of a glyph: one of the digits and signs that a figure is written with, or none of them. A network with
 * one hidden layer, learnt from digits drawn in open fonts and spoilt in many ways (`tests/ocr/learn-shapes.ts`).
 */
import { FEATURE_COUNT } from './shape-features.js';
import { SHAPE_WEIGHTS } from './shape-weights.js';

/** What a shape can be; the last is anything else: two digits that touch, a part of one, a character. */
export const SHAPE_CLASSES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '/', '+', ''] as const;

/** The weights of a network. */
export interface ShapeNetwork {
  readonly features: number;
  readonly hidden: number;
  readonly classes: number;
  /** `hidden` rows of one weight for each feature and one more that is added. */
  readonly first: Float64Array;
  /** One row for each class, of one weight for each hidden unit and one more. */
  readonly second: Float64Array;
}

/** A network as it is used: its weights stand by what they are multiplied with, so that they are passed over in their order. */
export interface DecodedNetwork {
  readonly features: number;
  readonly hidden: number;
  readonly classes: number;
  /** For each feature one weight of each hidden unit, and at the end what is added to each. */
  readonly first: Float64Array;
  /** The same for each hidden unit and the classes. */
  readonly second: Float64Array;
}

/** Weights are kept as whole numbers of eight bits, each row with a scale of its own. */
export function decodeNetwork(text: string, features: number, classes: number): DecodedNetwork {
  const bytes = Buffer.from(text, 'base64');
  const hidden = bytes.readUInt16LE(0);
  let at = 2;
  const columns = (count: number, length: number): Float64Array => {
    const weights = new Float64Array(count * length);
    for (let row = 0; row < count; row++) {
      const scale = bytes.readFloatLE(at);
      at += 4;
      for (let k = 0; k < length; k++) weights[k * count + row] = bytes.readInt8(at++) * scale;
    }
    return weights;
  };
  return { features, hidden, classes, first: columns(hidden, features + 1), second: columns(classes, hidden + 1) };
}

/** Writes weights as {@link decodeNetwork} reads them. */
export function encodeNetwork({ features, hidden, first, second }: ShapeNetwork): string {
  const parts = [Buffer.from(Uint16Array.of(hidden).buffer)];
  const rows = (weights: Float64Array, length: number): void => {
    for (let from = 0; from < weights.length; from += length) {
      const row = weights.subarray(from, from + length);
      const scale = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
      parts.push(Buffer.from(Float32Array.of(scale).buffer));
      parts.push(Buffer.from(Int8Array.from(row, (weight) => Math.round(weight / scale)).buffer));
    }
  };
  rows(first, features + 1);
  rows(second, hidden + 1);
  return Buffer.concat(parts).toString('base64');
}

const network = decodeNetwork(SHAPE_WEIGHTS, FEATURE_COUNT, SHAPE_CLASSES.length);

/** How likely a shape is each of {@link SHAPE_CLASSES}; sums to 1. */
export function classifyShape(features: Float32Array): Float64Array {
  return classSharesOf(network, features);
}

/** How likely what the features describe is each class of a network; sums to 1. */
export function classSharesOf(
  { first, hidden, second, classes }: DecodedNetwork,
  features: Float32Array,
): Float64Array {
  const units = multiply(first, features, hidden);
  for (let k = 0; k < units.length; k++) if ((units[k] ?? 0) < 0) units[k] = 0;
  const shares = multiply(second, units, classes);
  let most = -Infinity;
  for (const share of shares) most = Math.max(most, share);
  let sum = 0;
  for (let k = 0; k < shares.length; k++) sum += shares[k] = Math.exp((shares[k] ?? 0) - most);
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] ?? 0) / sum;
  return shares;
}

/** So many columns are multiplied at once: sums are read and written once for all of them. */
const AT_ONCE = 8;

/** Much of what describes a shape is 0, and more of the units: these are passed over. */
function multiply(columns: Float64Array, input: ArrayLike<number>, rows: number): Float64Array {
  const count = input.length;
  // Behind the last that is not 0 stand zeros, which add nothing.
  const [starts, values] = [new Int32Array(count + AT_ONCE), new Float64Array(count + AT_ONCE)];
  let filled = 0;
  for (let k = 0; k < count; k++) {
    const value = input[k] ?? 0;
    if (value === 0) continue;
    starts[filled] = k * rows;
    values[filled++] = value;
  }
  const sums = columns.slice(count * rows);
  const start = (k: number): number => starts[k] ?? 0;
  const value = (k: number): number => values[k] ?? 0;
  for (let k = 0; k < filled; k += AT_ONCE) {
    const [a, b, c, d] = [start(k), start(k + 1), start(k + 2), start(k + 3)];
    const [e, f, g, h] = [start(k + 4), start(k + 5), start(k + 6), start(k + 7)];
    const [va, vb, vc, vd] = [value(k), value(k + 1), value(k + 2), value(k + 3)];
    const [ve, vf, vg, vh] = [value(k + 4), value(k + 5), value(k + 6), value(k + 7)];
    for (let row = 0; row < rows; row++)
      sums[row] =
        (sums[row] ?? 0) +
        ((columns[a + row] ?? 0) * va + (columns[b + row] ?? 0) * vb) +
        ((columns[c + row] ?? 0) * vc + (columns[d + row] ?? 0) * vd) +
        ((columns[e + row] ?? 0) * ve + (columns[f + row] ?? 0) * vf) +
        ((columns[g + row] ?? 0) * vg + (columns[h + row] ?? 0) * vh);
  }
  return sums;
}
