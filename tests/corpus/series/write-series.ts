// Writes series of reports, each report with its truth beside it.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderRaw } from '../raw.js';
import { renderText } from '../text.js';
import { truthToJson } from '../truth.js';
import { makeSeries, SERIES_STYLES } from './make-series.js';

/** What to write. */
export interface SeriesOrder {
  /** Only these styles; all if left out. */
  readonly styles?: readonly string[];
  readonly seed: number;
  /** How many series; styles take turns. One of each if left out. */
  readonly count?: number;
  readonly out: string;
}

/** Writes the series of an order; returns how many reports they hold. */
export async function writeSeries({
  styles = SERIES_STYLES,
  seed,
  count = styles.length,
  out,
}: SeriesOrder): Promise<number> {
  await mkdir(out, { recursive: true });
  let written = 0;
  for (let k = 0; k < count; k++) {
    for (const { made, format, truth } of makeSeries(seed + k, styles[k % styles.length] ?? '')) {
      const [ending, bytes] =
        format === 'raw' ? (['pdf', renderRaw(made)] as const) : (['txt', renderText(made)] as const);
      await writeFile(path.join(out, `${made.name}.${ending}`), bytes);
      await writeFile(path.join(out, `${made.name}.truth.json`), truthToJson(truth));
      written++;
    }
  }
  return written;
}
