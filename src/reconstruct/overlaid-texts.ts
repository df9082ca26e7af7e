/**
 * Finds texts that are laid over the pages: level and no larger than a heading, such a watermark or stamp would be read as
 * part of the lines and rows that it crosses.
 */
import { middleX, middleY, unionOfBoxes } from '../model/index.js';
import type { Glyph, PositionedPage } from '../model/index.js';
import { drawnRuns, placeOfRun } from './drawn-runs.js';
import type { DrawnRun } from './drawn-runs.js';
import { HEADING } from './line-to-row.js';

/** It holds so many characters, a letter among them: figures repeat by themselves, */
const SHORTEST_TEXT = 2;
const LETTER = /\p{L}/u;
/** and lies over so many middles of other glyphs: lines that are set tight touch, but not so far. */
const FEWEST_COVERED = 2;
/** It stands in the same place of this share of the pages, over what does not: a header printed again lies over nothing. */
const PAGES_SHARE = 0.6;
/** Or it is this many times as large as what it lies over: a label that runs on over other cells is not. */
const SIZE_RATIO = 1.25;
/** And where this share of all texts like it does so, all are overlays: some lie between two rows. */
const COVERING_SHARE = 0.25;

/** A text of one page. */
interface PagedRun {
  readonly run: DrawnRun;
  /** Index of its page. */
  readonly page: number;
  /** Alike for the same text in the same place. */
  readonly place: string;
  /** Alike for the same text in the same size. */
  readonly kind: string;
  isOverlay: boolean;
}

/** The pages without such texts. */
export function withoutOverlays(pages: readonly PositionedPage[]): readonly PositionedPage[] {
  const texts = pages.map(({ glyphs }, page) => drawnRuns(glyphs).map((run) => toPagedRun(run, page)));
  const throughout = placesThroughout(texts.flat(), pages.length);
  for (const own of texts) {
    // What repeats may itself be laid over a heading.
    const placed = byMiddle(own.filter(({ place }) => !throughout.has(place)));
    for (const text of own.filter(({ run }) => isWording(run))) {
      const limit = (text.run.glyphs[0]?.fontSize ?? 0) / SIZE_RATIO;
      const under = glyphsUnder(text.run, placed).filter(({ glyph }) => glyph.fontSize <= limit);
      text.isOverlay = under.length >= FEWEST_COVERED;
    }
  }
  const kinds = overlayKinds(texts.flat());
  const others = texts.map((own) => own.filter(({ isOverlay, kind }) => !isOverlay && !kinds.has(kind)));
  const repeated = repeatedOverlays(others);
  return pages.map((page, at) => {
    const kept = (others[at] ?? []).filter(({ place }) => !repeated.has(place));
    const own = new Set(kept.flatMap(({ run }) => run.glyphs));
    return own.size === page.glyphs.length ? page : { ...page, glyphs: page.glyphs.filter((glyph) => own.has(glyph)) };
  });
}

/** Places of texts that stand on most pages and lie over others of several. */
function repeatedOverlays(texts: readonly (readonly PagedRun[])[]): ReadonlySet<string> {
  const throughout = placesThroughout(texts.flat(), texts.length);
  const pagesOver = new Map<string, number>();
  for (const own of texts) {
    const single = byMiddle(own.filter(({ place }) => !throughout.has(place)));
    for (const { run, place } of own.filter((text) => throughout.has(text.place) && isWording(text.run))) {
      const isOver = glyphsUnder(run, single).length >= FEWEST_COVERED;
      if (isOver) pagesOver.set(place, (pagesOver.get(place) ?? 0) + 1);
    }
  }
  return new Set([...pagesOver].flatMap(([place, count]) => (count > 1 ? [place] : [])));
}

function toPagedRun(run: DrawnRun, page: number): PagedRun {
  const kind = `${run.text} ${String(run.glyphs[0]?.fontSize)}`;
  return { run, page, place: placeOfRun(run), kind, isOverlay: false };
}

function placesThroughout(texts: readonly PagedRun[], pageCount: number): ReadonlySet<string> {
  const pagesOf = new Map<string, Set<number>>();
  for (const { place, page } of texts) pagesOf.set(place, (pagesOf.get(place) ?? new Set()).add(page));
  const isThroughout = ({ size }: ReadonlySet<number>): boolean => size > 1 && size >= PAGES_SHARE * pageCount;
  return new Set([...pagesOf].flatMap(([place, own]) => (isThroughout(own) ? [place] : [])));
}

/** Texts of one size of which most are overlays. */
function overlayKinds(texts: readonly PagedRun[]): ReadonlySet<string> {
  const found = new Set(texts.filter(({ isOverlay }) => isOverlay).map(({ kind }) => kind));
  return new Set(
    [...found].filter((kind) => {
      const own = texts.filter((text) => text.kind === kind);
      return own.filter(({ isOverlay }) => isOverlay).length >= COVERING_SHARE * own.length;
    }),
  );
}

function isWording({ text, glyphs }: DrawnRun): boolean {
  return glyphs.length >= SHORTEST_TEXT && LETTER.test(text) && !HEADING.test(text);
}

/** A glyph by its middle. */
interface Placed {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
}

function byMiddle(texts: readonly PagedRun[]): readonly Placed[] {
  const placed = texts.flatMap(({ run }) =>
    run.glyphs.map((glyph) => ({ glyph, x: middleX(glyph.box), y: middleY(glyph.box) })),
  );
  return placed.filter(({ glyph }) => glyph.isVisible && glyph.isSlanted !== true).sort((a, b) => a.y - b.y);
}

/**
 * The glyphs of other texts whose middles a text lies over.
 *
 * @param others from top to bottom
 */
function glyphsUnder({ glyphs }: DrawnRun, others: readonly Placed[]): readonly Placed[] {
  const area = unionOfBoxes(glyphs.map(({ box }) => box));
  if (!area) return [];
  const own = new Set(glyphs);
  const under: Placed[] = [];
  for (let at = firstBelow(others, area.top); at < others.length; at++) {
    const other = others[at];
    if (!other || other.y >= area.bottom) break;
    if (other.x > area.x0 && other.x < area.x1 && !own.has(other.glyph)) under.push(other);
  }
  return under;
}

/** Index of the first glyph whose middle lies below a height. */
function firstBelow(others: readonly Placed[], top: number): number {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle]?.y ?? 0) > top) high = middle;
    else low = middle + 1;
  }
  return low;
}
