/**
 * Tells pages whose text layer cannot be what they show: characters that no report prints, where a font has no Unicode
 * table or a wrong one. Where pictures are not read, such a page gives no figure that can be trusted.
 */
import type { Analysis } from './analysis.js';
import { doubtFact, type Page } from './model/index.js';

/**
 * No Unicode at all, private use, control characters, and Chinese characters outside the basic block, which hold rare
 * names; a font whose codes are read as Unicode gives them by the dozen.
 */
const IMPOSSIBLE = /[\ufffd\p{Co}\p{Cn}\p{Cc}\u3400-\u4dbf\u{20000}-\u{3ffff}]/u;
/** A sound page of a report holds none, or a rare name; one font of several that is broken gives a third and more. */
const BROKEN_SHARE = 0.15;
/** A page with fewer glyphs proves nothing. */
const FEWEST_GLYPHS = 20;
/** The doubt of a figure on such a page. */
export const TEXT_LAYER_BROKEN = 'text-layer-broken';

/** The share of a page's visible characters that no report prints; 0 for a page with next to no text. */
export function impossibleShare(page: Page): number {
  if (page.kind !== 'positioned') return 0;
  const visible = page.glyphs.filter((glyph) => glyph.isVisible && !glyph.isSlanted);
  if (visible.length < FEWEST_GLYPHS) return 0;
  return visible.filter((glyph) => IMPOSSIBLE.test(glyph.text)).length / visible.length;
}

/** The pages whose text layer is broken, ascending. */
export function brokenPages(pages: readonly Page[]): readonly Page[] {
  return pages.filter((page) => impossibleShare(page) >= BROKEN_SHARE);
}

/** Doubts the figures of pages whose text layer is broken. */
export function doubtBrokenPages(analysis: Analysis): Analysis {
  const pages = hasWrongWords(analysis.pages) ? analysis.pages : brokenPages(analysis.pages);
  const broken = new Set(pages.map(({ pageNumber }) => pageNumber));
  if (broken.size === 0) return analysis;
  const facts = analysis.binding.facts.map((fact) =>
    fact.place && broken.has(fact.place.pageNumber) ? doubtFact(fact, TEXT_LAYER_BROKEN) : fact,
  );
  return { ...analysis, binding: { ...analysis.binding, facts } };
}

/** So many runs of digits in the tables of a document without a single known label are no accident. */
const TELLING_RUNS = 60;
/** Characters that stand in every Chinese text of some length, whatever it is about. */
const COMMON = /[的一不是在有和年人为上中大国个以及]/u;
/** Of sound text every tenth character or so is one of them; of characters taken for others hardly any. */
const COMMON_SHARE = 0.02;
/** Fewer Chinese characters prove nothing. */
const FEWEST_HAN = 100;

/**
 * Whether the characters of some pages are no Chinese, though they are Chinese characters: the text layer says other ones than
 * the pages show.
 */
export function hasWrongWords(pages: readonly Page[]): boolean {
  const han = pages
    .flatMap((page) => (page.kind === 'positioned' ? page.glyphs : []))
    .filter(({ text, isVisible }) => isVisible && /\p{Script=Han}/u.test(text));
  const common = han.filter(({ text }) => COMMON.test(text)).length;
  return han.length >= FEWEST_HAN && common < COMMON_SHARE * han.length;
}

/** Whether tables are full of figures, none of their labels is known, and the text says other words than the page shows. */
export function hasUnknownLabels({ pages, layout, binding }: Analysis): boolean {
  if (binding.facts.length > 0) return false;
  const isFull = layout.tables.some(
    (table) => table.cells.reduce((sum, { runs }) => sum + runs.length, 0) >= TELLING_RUNS,
  );
  return isFull && hasWrongWords(pages);
}
