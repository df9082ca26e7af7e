/** How sure the figure of a recognised cell is, and what else its picture may say. */
import { readFigure } from './read-figure.js';
import type { FigureCell } from './row-view.js';

/** The doubt of a figure whose glyphs were not read with certainty. */
export const READ_UNSURELY = 'read-unsurely';
/** A figure that is likelier than this is believed: table two has no sum that would catch a misreading (docs/scans.md). */
const SURE = 0.999;
/** Readings less likely than this are none. */
const LEAST_LIKELY = 1e-4;

/** A dash before a digit is a minus, whatever its length is taken for. */
const LONG_MINUS = /^[—–](?=\d)/u;

/** What recognition adds to a figure's reading. */
export interface Recognition {
  readonly confidence: number;
  /** Plain decimals, best first. */
  readonly alternatives: readonly string[];
  readonly doubts: readonly string[];
}

/** What recognition says of a figure; `undefined` where nothing of it was recognised. */
export function recognisedFigure(figure: FigureCell, value: string, marks: readonly string[]): Recognition | undefined {
  const read = figure.cells.flatMap((cell) => (cell.readings === undefined ? [] : [cell.readings]));
  const [only] = read;
  if (only === undefined) return undefined;
  const confidence = read.reduce((product, readings) => product * (readings[0]?.confidence ?? 0), 1);
  // Of several cells, or part of one, the readings are not this text's.
  const isWhole = figure.cells.length === 1 && figure.baseText === figure.cells[0]?.baseText;
  const values = new Map<string, number>();
  for (const { text, confidence: likelihood } of isWhole ? only : []) {
    const { reading } = readFigure(text.replace(LONG_MINUS, '-'), marks);
    if (reading.kind !== 'number') continue;
    // Readings that differ in what says nothing (a stop, a space) are one. Which dash it is says nothing either, but what is
    // not sure of one is not sure of the other: it may be dust, or the bar of a 7.
    const before = values.get(reading.value) ?? 0;
    values.set(reading.value, LONG_MINUS.test(text) ? Math.max(before, likelihood) : before + likelihood);
  }
  const likelihood = Math.max(confidence, values.get(value) ?? 0);
  const alternatives = [...values]
    .filter(([other, likely]) => other !== value && likely >= LEAST_LIKELY)
    .sort((a, b) => b[1] - a[1])
    .map(([other]) => other);
  return { confidence: likelihood, alternatives, doubts: likelihood > SURE ? [] : [READ_UNSURELY] };
}
