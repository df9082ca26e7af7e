// Learns the weights of `src/extract/scan/recognise/character-weights.ts`, and says how they do on a font held back.
import { writeFileSync } from 'node:fs';
import { CHARACTER_SHAPES } from '../../src/extract/scan/recognise/character-shapes.js';
import { classSharesOf, decodeNetwork, encodeNetwork } from '../../src/extract/scan/recognise/shape-network.js';
import { createRandom, type Random } from '../corpus/random.js';
import { characterSample, charactersOfForms, drawCharacters, HELD_BACK } from './character-samples.js';
import type { Sample } from './glyph-samples.js';
import { learn } from './learn-shapes.js';

const SAMPLES = Number(process.env['SAMPLES'] ?? 45_000);
const EPOCHS = Number(process.env['EPOCHS'] ?? 9);
const UNITS = 64;
const TARGET = 'src/extract/scan/recognise/character-weights.ts';

function samplesOf(fonts: ReturnType<typeof drawCharacters>, count: number, random: Random): readonly Sample[] {
  const samples: Sample[] = [];
  while (samples.length < count) {
    const sample = characterSample(fonts, random);
    if (sample !== undefined) samples.push(sample);
  }
  return samples;
}

/** Draws, spoils, learns, writes the weights and measures them. */
export async function learnCharacters(): Promise<void> {
  const random = createRandom(11, 'characters');
  const characters = await charactersOfForms();
  const classes = Array.from(characters).length + 1;
  const samples = samplesOf(drawCharacters(characters), SAMPLES, random);
  console.log(`${samples.length} samples of ${classes - 1} characters`);
  const plan = { features: CHARACTER_SHAPES.count, units: UNITS, classes, epochs: EPOCHS };
  const text = encodeNetwork(learn(samples, plan, random));
  writeFileSync(
    TARGET,
    `/** Written by \`node tests/ocr/run.mjs learn-characters\`, from characters drawn in the fonts that docs/scans.md names: the characters it knows, in the order of its classes. */
export const CHARACTERS =
  '${characters}';

/** A network's weights, for \`decodeNetwork\`. */
export const CHARACTER_WEIGHTS =
  '${text}';
`,
  );
  const network = decodeNetwork(text, CHARACTER_SHAPES.count, classes);
  const heldBack = samplesOf(drawCharacters(characters, HELD_BACK), 4000, random);
  const right = heldBack.filter(({ features, label }) => {
    const shares = classSharesOf(network, features);
    return shares.indexOf(Math.max(...shares)) === label;
  }).length;
  console.log(`held back: ${((100 * right) / heldBack.length).toFixed(2)} % right`);
}
