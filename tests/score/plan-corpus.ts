/** Chooses which documents a corpus of a given size holds, so that every renderer and layout has its turn. */
import { LAYOUTS, type Renderer } from '../corpus/layouts.js';
import { draws, drawMixtures, layoutNamed } from '../corpus/mixed-layouts.js';

/** What a corpus is to hold. */
export interface CorpusWish {
  readonly seed: number;
  /** As many as there are pairs of renderer and layout where absent. */
  readonly count?: number;
  /** Those that can be used here and are wanted. */
  readonly renderers: readonly Renderer[];
  /** Names parted by commas, a `*` at the end of one stands for any end; all where absent. `mixed:3`: any three at once. */
  readonly layout?: string;
}

/** One run of the generator. */
export interface GeneratorRun {
  readonly renderer: Renderer;
  readonly layouts: readonly string[];
  /** The seed of its first document; the next ones follow. */
  readonly seed: number;
  readonly count: number;
}

/** How mixtures are asked for. */
const MIXTURE = /^mixed:(\d)$/u;

/** All renderers, in the order of the report. */
export const RENDERERS: readonly Renderer[] = ['chromium', 'libreoffice', 'raw', 'text'];

/**
 * The runs of the generator: the count is shared out by how many layouts each renderer has, and where it is less than
 * that, layouts are taken at even steps from a place that depends on the seed.
 *
 * @throws {RangeError} for a layout that no wanted renderer draws.
 */
export function planCorpus({ seed, count, renderers, layout }: CorpusWish): readonly GeneratorRun[] {
  const mixture = MIXTURE.exec(layout ?? '');
  if (mixture !== null) return planMixtures(Number(mixture[1]), { seed, renderers, count: count ?? renderers.length });
  const offers = renderers.map((renderer) => ({ renderer, layouts: layoutsOf(renderer, layout) }));
  const pairCount = offers.reduce((sum, { layouts }) => sum + layouts.length, 0);
  if (pairCount === 0) throw new RangeError(`no renderer draws the layout ${layout ?? ''}`);
  const wanted = count ?? pairCount;
  let [sharedPairs, sharedCount] = [0, 0];
  return offers.flatMap(({ renderer, layouts }) => {
    // Shares are taken from the running sum, so that rounding neither loses nor adds a document.
    sharedPairs += layouts.length;
    const first = sharedCount;
    sharedCount = Math.round((wanted * sharedPairs) / pairCount);
    const own = sharedCount - first;
    if (own === 0) return [];
    return [{ renderer, layouts: evenly(layouts, own, seed), seed: seed + first, count: own }];
  });
}

/** Renderers have like shares of the mixtures. */
function planMixtures(size: number, wish: Required<Omit<CorpusWish, 'layout'>>): readonly GeneratorRun[] {
  const { renderers, seed, count } = wish;
  return renderers.flatMap((renderer, at) => {
    const first = Math.floor((count * at) / renderers.length);
    const own = Math.floor((count * (at + 1)) / renderers.length) - first;
    const layouts = drawMixtures(renderer, size, { seed: seed + first, count: own });
    return own === 0 ? [] : [{ renderer, layouts, seed: seed + first, count: own }];
  });
}

function layoutsOf(renderer: Renderer, wanted: string | undefined): readonly string[] {
  const mixtures = wanted?.split(',').filter((name) => name.includes('+')) ?? [];
  const single = Object.keys(LAYOUTS).filter((name) => wanted === undefined || isWantedLayout(name, wanted));
  return [...single, ...mixtures].filter((name) => draws(layoutNamed(name) ?? { only: [] }, renderer));
}

/** Whether a layout is among those named: names parted by commas, a `*` at the end of one stands for any end. */
export function isWantedLayout(name: string, wanted: string): boolean {
  if (MIXTURE.test(wanted)) return name.includes('+');
  return wanted.split(',').some((part) => (part.endsWith('*') ? name.startsWith(part.slice(0, -1)) : part === name));
}

function evenly(names: readonly string[], count: number, seed: number): readonly string[] {
  if (count >= names.length) return names;
  return Array.from({ length: count }, (_, k) => {
    const name = names[(Math.floor((k * names.length) / count) + seed) % names.length];
    if (name === undefined) throw new RangeError('no layout');
    return name;
  });
}
