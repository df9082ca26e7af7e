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

/** Weights are kept as whole numbers of eight bits, each row with a scale of its own. */
export function decodeNetwork(text: string, features: number, classes: number): ShapeNetwork {
  const bytes = Buffer.from(text, 'base64');
  const hidden = bytes.readUInt16LE(0);
  let at = 2;
  const rows = (count: number, length: number): Float64Array => {
    const weights = new Float64Array(count * length);
    for (let row = 0; row < count; row++) {
      const scale = bytes.readFloatLE(at);
      at += 4;
      for (let k = 0; k < length; k++) weights[row * length + k] = bytes.readInt8(at++) * scale;
    }
    return weights;
  };
  return { features, hidden, classes, first: rows(hidden, features + 1), second: rows(classes, hidden + 1) };
}

/** The opposite of {@link decodeNetwork}. */
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
export function classSharesOf({ first, hidden, second, classes }: ShapeNetwork, features: Float32Array): Float64Array {
  const units = multiply(first, features, hidden);
  for (let k = 0; k < units.length; k++) if ((units[k] ?? 0) < 0) units[k] = 0;
  const shares = multiply(second, units, classes);
  const most = shares.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let k = 0; k < shares.length; k++) sum += shares[k] = Math.exp((shares[k] ?? 0) - most);
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] ?? 0) / sum;
  return shares;
}

/** More than half of what describes a shape is 0, and as many units: these are passed over. */
function multiply(weights: Float64Array, input: ArrayLike<number>, rows: number): Float64Array {
  const count = input.length;
  const [places, values] = [new Int32Array(count), new Float64Array(count)];
  let filled = 0;
  for (let k = 0; k < count; k++) {
    const value = input[k] ?? 0;
    if (value === 0) continue;
    places[filled] = k;
    values[filled++] = value;
  }
  const output = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = row * (count + 1);
    // Two sums by turns: one addition need not wait for the one before; behind the last value stand zeros.
    let [a, b] = [weights[from + count] ?? 0, 0];
    for (let k = 0; k < filled; k += 2) {
      a += (weights[from + (places[k] ?? 0)] ?? 0) * (values[k] ?? 0);
      b += (weights[from + (places[k + 1] ?? 0)] ?? 0) * (values[k + 1] ?? 0);
    }
    output[row] = a + b;
  }
  return output;
}
