// Learns what a second reading of a doubtful figure is worth: reads cells whose text is known, those that are not sure once more,
// and counts by what the second reading says how often the first was right.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRandom } from '../corpus/random.js';
import { firstOf, secondTexts, supportOfSecond } from '../../src/extract/scan/recognise/read-again.js';
import { readCells } from '../../src/extract/scan/recognise/read-cells.js';
import { openTesseract } from '../../src/extract/scan/recognise/tesseract-engine.js';
import { drawCells } from './drawn-cells.js';
import { AT_ONCE, CELLS, FONTS, pointed, styleOf, type PageKind } from './learn-certainty.js';

const TARGET = 'src/extract/scan/recognise/second-counts.ts';
/** Cells read at once where hardly any digits are to be alike: most are doubtful then. */
const FEWEST = 6;
/** As `bind/recognised-figure.ts` has it: what is surer is not doubted. */
const SURE = 0.999;

interface SeenTwice {
  readonly truth: string;
  readonly first: ReturnType<typeof firstOf>;
  readonly second: string;
}

/** Reads pages of so many seeds and adds the doubtful figures to a file, one a line. */
export async function gatherSecond(into: string, kind: PageKind, from: number, count: number): Promise<void> {
  const engine = await openTesseract({ language: 'eng', characters: '0123456789', timeLimitMs: 120_000 });
  const open = () => Promise.resolve(engine);
  for (let seed = from; seed < from + count; seed++) {
    const styles = new Map([[`${kind} ${seed}`, styleOf(kind, createRandom(seed, 'degradation'))]]);
    const step = kind === 'few' || kind === 'blurred-few' ? FEWEST : AT_ONCE.some;
    for (const { name, cuttings, truth } of drawCells(seed, FONTS, styles, kind === 'points' ? pointed : undefined)) {
      for (let at = 0; at < CELLS; at += step) {
        const batch = cuttings.slice(at, at + step);
        const read = await readCells(batch, open);
        const cells = read.flatMap((reading, k) => {
          const [cutting, text] = [batch[k], truth[at + k]];
          if (reading.kind !== 'figure' || cutting === undefined || text === undefined) return [];
          return firstOf(reading.glyphs).confidence > SURE ? [] : [{ cutting, glyphs: reading.glyphs, truth: text }];
        });
        const second = await secondTexts(cells, open);
        const seen = cells.map(({ glyphs, truth: text }, k): SeenTwice => {
          return { truth: text, first: firstOf(glyphs), second: second[k] ?? '' };
        });
        appendFileSync(into, seen.map((cell) => `${JSON.stringify(cell)}\n`).join(''));
      }
      console.log(name);
    }
  }
  await engine.close();
}

/** Counts what was seen and writes the table that the recogniser uses. */
export function learnSecond(from: string): void {
  const counts = new Map<string, [number, number]>();
  for (const line of readFileSync(from, 'utf8').split('\n')) {
    if (line === '') continue;
    const { truth, first, second } = JSON.parse(line) as SeenTwice;
    if (!/^(?:[+-]?\d[\d,]*(?:\.\d+)?|[-—/]+)$/u.test(first.text)) continue;
    const support = supportOfSecond(first, second);
    if (support === undefined) continue;
    const [right, all] = counts.get(support) ?? [0, 0];
    counts.set(support, [right + (valueOf(first.text) === valueOf(truth) ? 1 : 0), all + 1]);
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const table = rows.map(([support, [right, all]]) => `  ['${support}', [${right}, ${all}]],`).join('\n');
  writeFileSync(
    TARGET,
    `/** By what a second reading says of a first one: how many of the first were right, of how many. Written by \`node tests/ocr/run.mjs learn-second\`. */
export const SECOND_COUNTS: ReadonlyMap<string, readonly [right: number, all: number]> = new Map([\n${table}\n]);\n`,
  );
}

/** A comma changes no figure, nor does which dash stands for none. */
const valueOf = (text: string): string => text.replaceAll(',', '').replace(/[-—–]+/gu, '-');
