// Learns how sure readings of glyphs are: reads cells whose text is known, spoilt at random in fonts that are measured
// nowhere else, and counts by what speaks for a reading how often it was right.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRandom, type Random } from '../corpus/random.js';
import type { ScanStyle } from '../corpus/scan/make-scan.js';
import { supportOf, supportOfSign } from '../../src/extract/scan/recognise/certainty.js';
import { readCells, type Judge } from '../../src/extract/scan/recognise/read-cells.js';
import type { CellReading, GlyphReading } from '../../src/extract/scan/recognise/recogniser.js';
import { openTesseract } from '../../src/extract/scan/recognise/tesseract-engine.js';
import type { Evidence } from '../../src/extract/scan/recognise/vote.js';
import type { Font } from './draw-texts.js';
import { drawCells } from './drawn-cells.js';

/** Most of them are not those that shapes were learnt from. */
export const FONTS: readonly Font[] = [
  { family: 'C059', weight: 400 },
  { family: 'Linux Biolinum O', weight: 400 },
  { family: 'Nimbus Sans Narrow', weight: 400 },
  { family: 'AR PL UMing TW MBE', weight: 400 },
  { family: 'Noto Sans CJK SC', weight: 500 },
  { family: 'Liberation Serif', weight: 400 },
  { family: 'Noto Serif CJK SC', weight: 400 },
  { family: 'C059', weight: 700 },
];
/** Cells of a page that are read, and at once. */
export const CELLS = 320;
export const AT_ONCE = { many: CELLS, some: 80, few: 20 };
const TARGET = 'src/extract/scan/recognise/certainty-counts.ts';

/** A glyph as read before it was made sure, and what spoke for it; nothing for signs that size and place tell. */
interface SeenGlyph {
  readonly best: GlyphReading;
  readonly evidence?: {
    readonly isWhole: boolean;
    readonly isWide: boolean;
    /** Absent where no digit stands beside it. */
    readonly room?: number;
    readonly shape: readonly (readonly [string, number])[];
    readonly engine?: GlyphReading;
    readonly again?: GlyphReading;
    readonly reads: readonly (readonly [string, number])[];
  };
}

interface SeenCell {
  readonly truth: string;
  readonly glyphs: readonly SeenGlyph[];
}

/** Kinds of pages: of all sorts; blurred, where digits touch; such as print many points; and of few cells, with hardly any digits alike, blurred or not. */
export type PageKind = 'any' | 'blurred' | 'points' | 'few' | 'blurred-few';

/** How a page of a kind is spoilt. */
export function styleOf(kind: PageKind, random: Random): ScanStyle {
  const isBlurred = kind === 'blurred' || kind === 'blurred-few';
  const dpi = isBlurred ? random.pick([150, 200] as const) : random.pick([150, 200, 200, 300] as const);
  const maybe = (likely: number, change: Partial<ScanStyle>): Partial<ScanStyle> =>
    random.next() < likely ? change : {};
  const blurPx = isBlurred ? (0.0045 + random.next() * 0.002) * dpi : 0.1 + random.next() * 0.006 * dpi;
  return {
    ...{ dpi, file: 'jpeg' },
    ...maybe(isBlurred ? 1 : 0.6, { blurPx }),
    ...maybe(0.5, { noise: random.int(2, 18) }),
    ...maybe(0.2, { specks: 0.001 }),
    ...maybe(kind === 'any' ? 0.12 : 0, { fax: true }),
    ...maybe(0.6, { quality: random.int(35, 90) }),
  };
}

/** What is printed on pages with many points. */
export const pointed = (random: Random): string =>
  random.next() < 0.8 ? `${random.int(0, 9999)}.${random.int(0, 99)}` : String(random.int(10, 99_999));

/** Reads pages of so many seeds and adds what was seen to a file, a cell a line. */
export async function gatherReadings(into: string, kind: PageKind, from: number, count: number): Promise<void> {
  const engine = await openTesseract({ language: 'eng', characters: '0123456789', timeLimitMs: 120_000 });
  for (let seed = from; seed < from + count; seed++) {
    const styles = new Map([[`${kind} ${seed}`, styleOf(kind, createRandom(seed, 'degradation'))]]);
    const step = kind === 'few' || kind === 'blurred-few' ? AT_ONCE.few : seed % 2 === 0 ? AT_ONCE.many : AT_ONCE.some;
    for (const { name, cuttings, truth } of drawCells(seed, FONTS, styles, kind === 'points' ? pointed : undefined)) {
      for (let at = 0; at < CELLS; at += step) {
        const spoken = new Map<readonly GlyphReading[], Evidence>();
        const judge: Judge = (readings, _, evidence) => {
          if (evidence) spoken.set(readings, evidence);
          return readings;
        };
        const read = await readCells(cuttings.slice(at, at + step), () => Promise.resolve(engine), judge);
        const seen = read.flatMap((reading, k) => seenCell(reading, truth[at + k] ?? '', spoken));
        appendFileSync(into, seen.map((cell) => `${JSON.stringify(cell)}\n`).join(''));
      }
      console.log(name);
    }
  }
  await engine.close();
}

function seenCell(
  reading: CellReading,
  truth: string,
  spoken: ReadonlyMap<readonly GlyphReading[], Evidence>,
): readonly SeenCell[] {
  if (reading.kind !== 'figure') return [];
  const glyphs = reading.glyphs.map(({ readings }): SeenGlyph => {
    const evidence = spoken.get(readings);
    const best = readings[0] ?? { text: '', confidence: 0 };
    if (evidence === undefined) return { best };
    const { isWhole, isWide, room, shape, engine, again, alike } = evidence;
    const said = { ...(engine && { engine }), ...(again && { again }) };
    const wide = { isWhole, isWide, ...(Number.isFinite(room) && { room }) };
    return { best, evidence: { ...wide, shape: [...shape].slice(0, 3), ...said, reads: [...alike.engine] } };
  });
  return [{ truth, glyphs }];
}

/** Counts what was seen and writes the table that the recogniser uses. */
export function learnCertainty(from: string): void {
  const counts = new Map<string, [number, number]>();
  for (const line of readFileSync(from, 'utf8').split('\n')) {
    if (line === '') continue;
    const { truth, glyphs } = JSON.parse(line) as SeenCell;
    // Two dashes that touch are one to the eye, and mean the same; what is no figure is never taken for one.
    if (truth === '——' || !isFigure(glyphs)) continue;
    // A comma that left no trace says nothing.
    const isCommaSeen = glyphs.some(({ best }) => best.text === ',');
    const isRight = rightOnes(glyphs, isCommaSeen ? truth : truth.replaceAll(',', ''));
    const supports = glyphs.map(supportOfSeen);
    // Which sign one is, the digits behind it tell: where one of those is nobody's reading, so is the sign, and both are doubted.
    const isOpen = supports.some((support) => /open|unread/u.test(support));
    glyphs.forEach((glyph, k) => {
      const support = supports[k] ?? '';
      if (isOpen && glyph.evidence === undefined) return;
      const [right, all] = counts.get(support) ?? [0, 0];
      counts.set(support, [right + (isRight[k] === true ? 1 : 0), all + 1]);
    });
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const table = rows.map(([support, [right, all]]) => `  ['${support}', [${right}, ${all}]],`).join('\n');
  writeFileSync(
    TARGET,
    `/** By what speaks for a reading: how many were right, of how many. Written by \`node tests/ocr/run.mjs learn-certainty\`. */
export const CERTAINTY_COUNTS: ReadonlyMap<string, readonly [right: number, all: number]> = new Map([\n${table}\n]);\n`,
  );
}

function supportOfSeen({ best, evidence }: SeenGlyph): string {
  if (evidence === undefined) return supportOfSign(best);
  const { isWhole, isWide, room = -Infinity, shape, reads, engine, again } = evidence;
  const alike = { count: 0, shape: new Map<string, number>(), engine: new Map(reads) };
  return supportOf(
    { isWhole, isWide, room, shape: new Map(shape), alike, ...(engine && { engine }), ...(again && { again }) },
    best,
  );
}

/** As `read-scan.ts` has it. */
const isFigure = (glyphs: readonly SeenGlyph[]): boolean =>
  /^(?:[+-]?\d[\d,]*(?:\.\d+)?|[-—/]+)$/u.test(glyphs.map(({ best }) => best.text).join(''));

/** So many of its kind that were read alike clear a glyph of having hidden another. */
const CLEARED = 5;

/**
 * Which glyphs were read right. Where their number is not the truth's, those that stand in it in the same order (a longest
 * common subsequence). What was not seen at all is thought to be hidden in the neighbour that fewer are like: a point that
 * is glued to a digit, or in one that is wide. Where many are like both, it left no trace.
 */
export function rightOnes(read: readonly SeenGlyph[], truth: string): readonly boolean[] {
  const texts = read.map(({ best }) => best.text);
  if (texts.length === truth.length) return texts.map((text, k) => text === truth[k]);
  const lengths = Array.from({ length: texts.length + 1 }, () => new Array<number>(truth.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = texts.length - 1; i >= 0; i--)
    for (let j = truth.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = texts[i] === truth[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const right = texts.map(() => false);
  const suspects: number[] = [];
  let [i, j] = [0, 0];
  while (i < texts.length && j < truth.length) {
    if (texts[i] === truth[j]) {
      right[i] = true;
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else {
      suspects.push(i - 1, i);
      j++;
    }
  }
  if (j < truth.length) suspects.push(texts.length - 1);
  for (const k of suspects) {
    const { reads = [], isWide = false } = read[k]?.evidence ?? {};
    const alike = reads.find(([text]) => text === texts[k])?.[1] ?? 0;
    if ((isWide || alike < CLEARED) && right[k] !== undefined) right[k] = false;
  }
  return right;
}
