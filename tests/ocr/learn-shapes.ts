// Learns the weights of `src/extract/scan/recognise/shape-weights.ts` from drawn glyphs: one hidden layer, cross entropy,
// Adam (Kingma & Ba 2015). Everything random comes from one seed.
import { writeFileSync } from 'node:fs';
import { createRandom, type Random } from '../corpus/random.js';
import { FEATURE_COUNT } from '../../src/extract/scan/recognise/shape-features.js';
import { encodeNetwork, SHAPE_CLASSES, type ShapeNetwork } from '../../src/extract/scan/recognise/shape-network.js';
import { drawFonts, LEARNT_FONTS, sampleOf, type Sample } from './glyph-samples.js';

const SAMPLES = Number(process.env['SAMPLES'] ?? 60_000);
const HIDDEN = 80;
const EPOCHS = Number(process.env['EPOCHS'] ?? 16);
const BATCH = 64;
const CLASSES = SHAPE_CLASSES.length;
const PLAN: LearningPlan = { features: FEATURE_COUNT, units: HIDDEN, classes: CLASSES, epochs: EPOCHS };
const TARGET = 'src/extract/scan/recognise/shape-weights.ts';

/** Weights with what Adam remembers of their slopes. */
class Layer {
  readonly weights: Float32Array;
  readonly slopes: Float32Array;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  #steps = 0;
  readonly length: number;
  readonly rows: number;

  constructor(rows: number, length: number, random: Random) {
    this.rows = rows;
    this.length = length;
    const spread = Math.sqrt(6 / length);
    this.weights = Float32Array.from({ length: rows * length }, () => (random.next() * 2 - 1) * spread);
    this.slopes = new Float32Array(rows * length);
    this.#mean = new Float32Array(rows * length);
    this.#square = new Float32Array(rows * length);
  }

  forward(input: Float32Array, output: Float32Array): void {
    const { weights, length } = this;
    for (let row = 0; row < this.rows; row++) {
      const from = row * length;
      let sum = weights[from + length - 1] ?? 0;
      for (let k = 0; k < length - 1; k++) sum += (weights[from + k] ?? 0) * (input[k] ?? 0);
      output[row] = sum;
    }
  }

  backward(input: Float32Array, error: Float32Array, back?: Float32Array): void {
    const { weights, slopes, length } = this;
    back?.fill(0);
    for (let row = 0; row < this.rows; row++) {
      const e = error[row] ?? 0;
      if (e === 0) continue;
      const from = row * length;
      for (let k = 0; k < length - 1; k++) slopes[from + k] = (slopes[from + k] ?? 0) + e * (input[k] ?? 0);
      slopes[from + length - 1] = (slopes[from + length - 1] ?? 0) + e;
      if (back !== undefined)
        for (let k = 0; k < length - 1; k++) back[k] = (back[k] ?? 0) + e * (weights[from + k] ?? 0);
    }
  }

  step(rate: number): void {
    this.#steps++;
    const [b1, b2] = [1 - 0.9 ** this.#steps, 1 - 0.999 ** this.#steps];
    const { weights, slopes } = this;
    for (let k = 0; k < weights.length; k++) {
      const slope = (slopes[k] ?? 0) / BATCH + 1e-5 * (weights[k] ?? 0);
      const mean = (this.#mean[k] = 0.9 * (this.#mean[k] ?? 0) + 0.1 * slope);
      const square = (this.#square[k] = 0.999 * (this.#square[k] ?? 0) + 0.001 * slope * slope);
      weights[k] = (weights[k] ?? 0) - (rate * (mean / b1)) / (Math.sqrt(square / b2) + 1e-8);
      slopes[k] = 0;
    }
  }
}

function softmax(scores: Float32Array): void {
  const most = Math.max(...scores);
  let sum = 0;
  scores.forEach((score, k) => (sum += scores[k] = Math.exp(score - most)));
  scores.forEach((score, k) => (scores[k] = score / sum));
}

/** How large a network is, and how often it sees each sample. */
export interface LearningPlan {
  readonly features: number;
  readonly units: number;
  readonly classes: number;
  readonly epochs: number;
}

/** Learns a network from samples. */
export function learn(samples: readonly Sample[], plan: LearningPlan, random: Random): ShapeNetwork {
  const { features: count, units, classes, epochs } = plan;
  const [first, second] = [new Layer(units, count + 1, random), new Layer(classes, units + 1, random)];
  const [hidden, scores, back] = [new Float32Array(units), new Float32Array(classes), new Float32Array(units)];
  const order = samples.map((_, k) => k);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = order.length - 1; k > 0; k--) {
      const j = random.int(0, k);
      [order[k], order[j]] = [order[j] ?? 0, order[k] ?? 0];
    }
    const rate = 0.002 * 0.5 * (1 + Math.cos((Math.PI * epoch) / epochs));
    let right = 0;
    order.forEach((at, k) => {
      const sample = samples[at];
      if (sample === undefined) return;
      const { features, label } = sample;
      first.forward(features, hidden);
      hidden.forEach((value, unit) => (hidden[unit] = Math.max(0, value)));
      second.forward(hidden, scores);
      softmax(scores);
      if (scores.indexOf(Math.max(...scores)) === label) right++;
      scores[label] = (scores[label] ?? 0) - 1;
      second.backward(hidden, scores, back);
      hidden.forEach((value, unit) => {
        if (value <= 0) back[unit] = 0;
      });
      first.backward(features, back);
      if (k % BATCH === BATCH - 1) {
        first.step(rate);
        second.step(rate);
      }
    });
    console.log(`epoch ${epoch + 1}: ${((100 * right) / samples.length).toFixed(3)} % right`);
  }
  return {
    features: count,
    hidden: units,
    classes,
    first: Float64Array.from(first.weights),
    second: Float64Array.from(second.weights),
  };
}

/** Draws, spoils, learns and writes the weights. */
export function learnShapes(): void {
  const random = createRandom(7, 'shapes');
  const fonts = drawFonts(LEARNT_FONTS);
  const samples: Sample[] = [];
  while (samples.length < SAMPLES) {
    const sample = sampleOf(fonts, random);
    if (sample !== undefined) samples.push(sample);
  }
  console.log(`${samples.length} samples of ${fonts.length} fonts`);
  const text = encodeNetwork(learn(samples, PLAN, random));
  writeFileSync(
    TARGET,
    `/** Written by \`node tests/ocr/run.mjs learn\`, from digits drawn in the fonts that docs/scans.md names. */\nexport const SHAPE_WEIGHTS =\n  '${text}';\n`,
  );
}
