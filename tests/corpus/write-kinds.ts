// Writes documents of the kinds beside the layouts, each with its truth, as the command asks for them.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KINDS, type KindRecipe } from './kinds.js';
import { hasPoppler } from './scan/poppler.js';
import { truthToJson } from './truth.js';

/** What to write. */
export interface KindOrder {
  readonly kind: string;
  /** Only these styles; all of the kind if left out. */
  readonly styles?: readonly string[];
  readonly seed: number;
  /** How many documents; styles take turns. One of each if left out. */
  readonly count?: number;
  readonly out: string;
  readonly plantOf: (seed: number) => KindRecipe['plant'];
  readonly proseOf: (seed: number) => KindRecipe['prose'];
  readonly faultOf: (seed: number) => KindRecipe['fault'];
  readonly given?: Pick<KindRecipe, 'given' | 'givenStatistics'>;
}

/** Writes the documents of an order; returns how many. */
export async function writeKinds(order: KindOrder): Promise<number> {
  const kind = KINDS[order.kind];
  if (kind === undefined) throw new Error(`no such kind: ${order.kind}; known: ${Object.keys(KINDS).join(', ')}`);
  if (order.kind === 'scan' && !hasPoppler()) {
    console.error('no scans made: they need pdftoppm (Debian package poppler-utils)');
    return 0;
  }
  const styles = order.styles ?? kind.styles;
  const count = order.count ?? styles.length;
  await mkdir(order.out, { recursive: true });
  for (let k = 0; k < count; k++) {
    const seed = order.seed + k;
    const plant = order.plantOf(seed);
    const fault = order.faultOf(seed);
    const made = kind.make({
      ...{ seed, style: styles[k % styles.length] ?? '', prose: order.proseOf(seed) },
      ...(plant === undefined ? {} : { plant }),
      ...(fault === undefined ? {} : { fault }),
      ...order.given,
    });
    for (const file of made.files) await writeFile(path.join(order.out, file.name), file.bytes);
    await writeFile(path.join(order.out, `${made.name}.truth.json`), truthToJson(made.truth));
    if (made.second !== undefined)
      await writeFile(path.join(order.out, `${made.name}.second.truth.json`), truthToJson(made.second));
  }
  return count;
}
