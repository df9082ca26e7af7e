/** Chooses what the engine reads of a document's cells: reading takes time, and shapes that are alike read alike. */
import { bestOf, type CellGlyph } from './cell-glyph.js';

/** What the engine says of a glyph. */
export interface EngineWord {
  readonly text: string;
  readonly confidence: number;
}

/** A glyph with the number of its cluster; none for signs. */
export interface Placed {
  readonly glyph: CellGlyph;
  readonly cluster: number | undefined;
  engine?: EngineWord;
  /** What the engine read when it was asked once more. */
  again?: EngineWord;
}

/** So many times each kind of shape is read by the engine before others like it are taken as read. */
const ENOUGH_READS = 4;
/** And so often a kind that is not well known by its shape. */
const ENOUGH_READS_OF_DOUBTED = 8;
/** A shape that is less known than this is read by the engine itself, unless it is one of many that are known as well. */
const WELL_KNOWN = 0.98;
/** So many shapes are alike because the font prints that digit so, and not by chance. */
const MANY = 12;
/** What is known this much less than those like it, as a share of theirs, may be another digit that is spoilt. */
const AS_KNOWN = 0.9;
/** A kind of shape of which the network knows less is no kind. */
const LEAST_KNOWN = 0.6;
/** A stroke or a plus that is known so well needs no second reader: no digit is as high or as slanted. */
const SURE_SIGN = 0.95;

/** True for what the engine is to read: digits, and what may be one. Other signs are known by their shape alone. */
export function isForEngine({ glyph, cluster }: Placed): boolean {
  const [text, share] = bestOf(glyph);
  return cluster !== undefined && !(/^[/+]$/.test(text) && share >= SURE_SIGN);
}

/**
 * Which cells the engine is to read: all with a doubtful shape, and so many that each kind of shape is among them.
 *
 * @param cells the glyphs of each
 * @returns places in the list, ascending
 */
export function chooseForEngine(cells: readonly (readonly Placed[])[]): readonly number[] {
  const kinds = new Map([...membersOfClusters(cells.flat())].map(([cluster, members]) => [cluster, kindOf(members)]));
  const reads = new Map<number, number>();
  return [...cells.keys()].filter((k) => {
    const digits = (cells[k] ?? []).filter(isForEngine);
    const isWanted = digits.some(({ glyph, cluster = -1 }) => {
      const isWellKnown = bestOf(glyph)[1] >= WELL_KNOWN;
      if (!glyph.isWhole || !(isWellKnown || isTypical(glyph, kinds.get(cluster)))) return true;
      return (reads.get(cluster) ?? 0) < (isWellKnown ? ENOUGH_READS : ENOUGH_READS_OF_DOUBTED);
    });
    if (isWanted)
      for (const { cluster } of digits) if (cluster !== undefined) reads.set(cluster, (reads.get(cluster) ?? 0) + 1);
    return isWanted;
  });
}

/** The glyphs of each cluster, by its number. */
export function membersOfClusters(placed: readonly Placed[]): ReadonlyMap<number, readonly Placed[]> {
  const byCluster = new Map<number, Placed[]>();
  for (const glyph of placed) {
    if (glyph.cluster === undefined) continue;
    const members = byCluster.get(glyph.cluster);
    if (members === undefined) byCluster.set(glyph.cluster, [glyph]);
    else members.push(glyph);
  }
  return byCluster;
}

/** What all shapes of a cluster are, how many there are, and the share that the middle one of them has. */
interface Kind {
  /** Nothing where they are not all the same. */
  readonly text: string | undefined;
  readonly share: number;
  readonly count: number;
}

function kindOf(members: readonly Placed[]): Kind {
  const best = members.map(({ glyph }) => bestOf(glyph)).sort((a, b) => a[1] - b[1]);
  const [text, share] = best[best.length >> 1] ?? ['', 0];
  return { text: best.every(([own]) => own === text) ? text : undefined, share, count: members.length };
}

function isTypical(glyph: CellGlyph, kind: Kind | undefined): boolean {
  if (kind?.text === undefined || kind.count < MANY || kind.share < LEAST_KNOWN) return false;
  const [text, share] = bestOf(glyph);
  return text === kind.text && share >= AS_KNOWN * kind.share;
}
