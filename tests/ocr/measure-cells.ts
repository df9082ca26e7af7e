// Reads drawn cells and prints, by style, how many are right, and by confidence, what share of the glyphs was.
import { createRecogniser } from '../../src/extract/scan/recognise/create-recogniser.js';
import type { CellReading } from '../../src/extract/scan/recognise/recogniser.js';
import { drawCells, MEASURED_FONTS, MEASURED_STYLES, type DrawnCells } from './drawn-cells.js';

const SEED = 1;
/** Enough of each page for shapes to be alike in it. */
const CELLS_EACH = 150;
const BINS = [0.999, 0.99, 0.97, 0.9, 0.7, 0];

interface Counts {
  cells: number;
  right: number;
  silent: number;
  doubted: number;
  readonly seconds: number[];
}

/** Dashes that touch are one stroke, and mean the same. */
const oneDash = (text: string): string => text.replace('——', '—');

function count(
  reading: CellReading,
  truth: string,
  counts: Counts,
  bins: Map<number, { all: number; right: number }>,
): void {
  if (truth === '' && reading.kind === 'blank') return;
  counts.cells++;
  if (reading.kind !== 'figure') {
    if (reading.kind === 'blank') counts.silent++;
    return;
  }
  const best = reading.glyphs.map(({ readings }) => readings[0] ?? { text: '', confidence: 0 });
  const text = best.map((glyph) => glyph.text).join('');
  const isRight = oneDash(text) === oneDash(truth);
  if (isRight) counts.right++;
  if (best.some(({ confidence }) => confidence < 0.99)) counts.doubted++;
  else if (!isRight) counts.silent++;
  if (text.length !== truth.length) return;
  best.forEach((glyph, k) => {
    const bin = BINS.find((least) => glyph.confidence >= least) ?? 0;
    const own = bins.get(bin) ?? { all: 0, right: 0 };
    bins.set(bin, { all: own.all + 1, right: own.right + (glyph.text === truth[k] ? 1 : 0) });
  });
}

/** Measures the styles named, with commas between; all where none is. */
export async function measureCells(named?: string): Promise<void> {
  const wanted = named?.split(',');
  const styles = new Map(Object.entries(MEASURED_STYLES).filter(([name]) => wanted?.includes(name) ?? true));
  const recogniser = createRecogniser();
  const byStyle = new Map<string, Counts>();
  const bins = new Map<number, { all: number; right: number }>();
  const measure = async ({ name, cuttings, truth }: DrawnCells): Promise<void> => {
    const style = name.split(' ')[0] ?? '';
    const counts = byStyle.get(style) ?? { cells: 0, right: 0, silent: 0, doubted: 0, seconds: [] };
    byStyle.set(style, counts);
    const before = process.cpuUsage();
    const readings = await recogniser.readCells(cuttings.slice(0, CELLS_EACH));
    const { user, system } = process.cpuUsage(before);
    counts.seconds.push((user + system) / 1e6);
    readings.forEach((reading, k) => {
      count(reading, truth[k] ?? '', counts, bins);
    });
  };
  for (const cells of drawCells(SEED, MEASURED_FONTS, styles)) await measure(cells);
  for (const [style, { cells, right, silent, doubted, seconds }] of byStyle) {
    const median = [...seconds].sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0;
    const share = (part: number): string => `${((100 * part) / cells).toFixed(2)} %`;
    console.log(
      `${style}: ${share(right)} of ${cells} right, ${silent} wrong at 0.99, ${share(doubted)} below, ${median.toFixed(2)} s`,
    );
  }
  for (const least of BINS) {
    const { all, right } = bins.get(least) ?? { all: 0, right: 0 };
    console.log(`from ${least}: ${right} of ${all} glyphs right`);
  }
  await recogniser.close();
}
