/**
 * In which order a dump's header names the columns of a block. Figures stand under their columns by nothing but their order,
 * and sums hold whichever way columns are exchanged: a header in another order than the form's has to be seen.
 */
import type { Block, Label } from '../../model/index.js';
import { lettersOf, occurrences } from './anchors.js';

/** Wordings of so many letters are looked for anywhere; shorter ones only near others of the header. */
const TELLING_LETTERS = 3;
/** A header's wordings stand at most so many letters apart. */
const WIDEST_GAP = 20;
/** Letters around the long wordings of a header in which its short ones stand. */
const MARGIN = 8;
/** A header holds at least this share of the wordings that are long enough to be looked for. */
const HEADER_SHARE = 0.6;

/** The order of a header: by place in the header, the form's column; `unclear` where it is another and not all there. */
export type HeaderOrder = readonly number[] | 'as-form' | 'unclear';

/**
 * Tells the order of a block's columns from the wordings of its header in a dump.
 *
 * @param letters all of the dump's, as a stream holds them
 */
export function headerOrder(letters: string, block: Block): HeaderOrder {
  const tree = treeOf(block);
  const places = wordingPlaces(letters, tree);
  const leaves = new Set(block.columns.map(({ path }) => path.at(-1)?.text ?? ''));
  const orders = new Map<Branch, readonly number[]>();
  for (const header of headersAmong(places, leaves)) {
    for (const branch of tree) {
      const segments = segmentsOf(header, branch);
      const last = segments.at(-1);
      if (!last || segments.every(isAscending)) continue;
      const isFull = last.length === branch.children.length;
      const isPlain = isFull && (orders.get(branch) ?? last).join() === last.join();
      // The end of one group and the next one are no order, and a group in another order may look like that.
      if (mayBeGroups(segments, branch, tree)) {
        if (isFull && !isAscending(last)) return 'unclear';
      } else if (isPlain) orders.set(branch, last);
      else return 'unclear';
    }
  }
  return orders.size === 0
    ? 'as-form'
    : tree.flatMap((branch) => (branch.depth === 0 ? walk(branch, tree, orders) : []));
}

/** Columns, or groups of columns, under one group. */
interface Branch {
  /** Wordings of the groups around, outermost first, joined. */
  readonly path: string;
  readonly depth: number;
  readonly children: readonly Label[];
  /** By child: the columns of the form under it. */
  readonly columns: readonly (readonly number[])[];
}

function treeOf({ columns }: Block): readonly Branch[] {
  const branches = new Map<string, { depth: number; children: Label[]; columns: number[][] }>();
  for (const [at, { path }] of columns.entries()) {
    for (const [depth, label] of path.entries()) {
      const key = pathOf(path.slice(0, depth));
      const branch = branches.get(key) ?? { depth, children: [], columns: [] };
      branches.set(key, branch);
      let child = branch.children.findIndex(({ text }) => text === label.text);
      if (child < 0) child = branch.children.push(label) - 1;
      (branch.columns[child] ??= []).push(at);
    }
  }
  return [...branches].map(([path, branch]) => ({ path, ...branch }));
}

function pathOf(labels: readonly Label[]): string {
  return labels.map(({ text }) => text).join('/');
}

interface Place {
  /** First letter. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The form's wording. */
  readonly text: string;
}

/** Where wordings of the header stand as they are worded, ascending; a wording within another is none. */
function wordingPlaces(letters: string, tree: readonly Branch[]): readonly Place[] {
  const labels = new Map(tree.flatMap(({ children }) => children.map((label) => [label.text, label])));
  const all = [...labels].flatMap(([text, label]) => {
    const wordings = [...new Set([label.text, ...label.variants].map(lettersOf))].filter((wording) => wording !== '');
    return wordings.flatMap((wording) =>
      occurrences(letters, wording).map((start) => ({ start, end: start + wording.length, text })),
    );
  });
  const byLength = [...all].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Place[] = [];
  for (const each of byLength) {
    if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The wordings of each header: where most of the long ones of the columns stand close together. */
function headersAmong(places: readonly Place[], leaves: ReadonlySet<string>): readonly (readonly Place[])[] {
  const long = places.filter(({ start, end }) => end - start >= TELLING_LETTERS);
  const clusters: Place[][] = [];
  for (const place of long) {
    const last = clusters.at(-1);
    if (last && place.start - (last.at(-1)?.end ?? 0) <= WIDEST_GAP) last.push(place);
    else clusters.push([place]);
  }
  const named = (cluster: readonly Place[]): number =>
    new Set(cluster.map(({ text }) => text).filter((text) => leaves.has(text))).size;
  const wanted = named(long);
  return clusters
    .filter((cluster) => named(cluster) > 1 && named(cluster) >= HEADER_SHARE * wanted)
    .map((cluster) => {
      const from = (cluster[0]?.start ?? 0) - MARGIN;
      const to = (cluster.at(-1)?.end ?? 0) + MARGIN;
      return places.filter(({ start, end }) => start >= from && end <= to);
    });
}

/** The children of a branch in the order in which a header names them, begun anew where one comes again. */
function segmentsOf(header: readonly Place[], { children }: Branch): readonly (readonly number[])[] {
  if (children.length < 2) return [];
  const segments: number[][] = [];
  for (const { text } of header) {
    const child = children.findIndex((label) => label.text === text);
    if (child < 0) continue;
    const last = segments.at(-1);
    if (last && !last.includes(child)) last.push(child);
    else segments.push([child]);
  }
  return segments;
}

/** Whether wordings that go back are the next group's, of which some were lost: groups have columns of the same wordings. */
function mayBeGroups(segments: readonly (readonly number[])[], branch: Branch, tree: readonly Branch[]): boolean {
  const wordings = (of: Branch): string => of.children.map(({ text }) => text).join();
  const alike = tree.filter((other) => wordings(other) === wordings(branch)).length;
  const children = segments.flat();
  const runs = children.filter((child, at) => at === 0 || child <= (children[at - 1] ?? -1)).length;
  return alike > 1 && runs <= alike;
}

function isAscending(segment: readonly number[]): boolean {
  return segment.every((child, at) => at === 0 || child > (segment[at - 1] ?? -1));
}

/** The columns under a branch in the header's order. */
function walk(
  branch: Branch,
  tree: readonly Branch[],
  orders: ReadonlyMap<Branch, readonly number[]>,
): readonly number[] {
  const order = orders.get(branch) ?? [...branch.children.keys()];
  return order.flatMap((child) => {
    const label = branch.children[child];
    const path = branch.path === '' ? (label?.text ?? '') : `${branch.path}/${label?.text ?? ''}`;
    const inner = label && tree.find((other) => other.path === path);
    return inner ? walk(inner, tree, orders) : (branch.columns[child] ?? []);
  });
}
