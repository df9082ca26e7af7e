/** Changes to a page as a reader hands it on. Each is small data, so that a failing one can be shrunk and written down. */
import type { Bbox, Glyph, PositionedPage, Ruling } from '../../src/model/index.js';

/** A change of one page; `at` counts glyphs or rules of the kind meant, modulo their number. */
export type PageMutation =
  /** The order of the content stream says nothing: every `step`-th glyph first. */
  | { readonly kind: 'reorder'; readonly step: number }
  /** Drawn again a hair aside, as bold print is faked. */
  | { readonly kind: 'double-all'; readonly by: number }
  | { readonly kind: 'double-glyph'; readonly at: number; readonly by: number }
  | { readonly kind: 'drop-rule'; readonly at: number }
  | { readonly kind: 'break-rule'; readonly at: number; readonly gap: number }
  | { readonly kind: 'move-rule'; readonly at: number; readonly by: number }
  /** A rule that belongs to no table: an underline, a fold, a scratch. Shares of the page. */
  | { readonly kind: 'stray-rule'; readonly isAcross: boolean; readonly place: Spot; readonly length: number }
  /** A glyph that belongs to nothing. */
  | { readonly kind: 'noise'; readonly text: string; readonly place: Spot }
  | { readonly kind: 'jitter'; readonly by: number }
  | { readonly kind: 'nudge-page'; readonly x: number; readonly y: number }
  | { readonly kind: 'drop-label-glyph'; readonly at: number }
  | { readonly kind: 'drop-digit'; readonly at: number }
  | { readonly kind: 'change-digit'; readonly at: number; readonly by: number }
  | { readonly kind: 'repeat-digit'; readonly at: number }
  /** A digit lands further right, perhaps in the next cell. */
  | { readonly kind: 'move-digit'; readonly at: number; readonly by: number }
  | { readonly kind: 'garble-digit'; readonly at: number };

/** A place as shares of the page's width and height. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Changes one page. */
export function mutatePage(page: PositionedPage, mutation: PageMutation): PositionedPage {
  const { glyphs, rulings } = page;
  switch (mutation.kind) {
    case 'reorder':
      return { ...page, glyphs: everyNth(glyphs, mutation.step) };
    case 'double-all':
      return { ...page, glyphs: [...glyphs, ...glyphs.map((glyph) => moved(glyph, mutation.by, 0))] };
    case 'double-glyph':
      return { ...page, glyphs: changeAt(glyphs, mutation.at, isAny, (g) => [g, moved(g, mutation.by, 0)]) };
    case 'drop-rule':
      return { ...page, rulings: changeAt(rulings, mutation.at, isAny, () => []) };
    case 'break-rule':
      return { ...page, rulings: changeAt(rulings, mutation.at, isAny, (rule) => broken(rule, mutation.gap)) };
    case 'move-rule': {
      const move = (rule: Ruling): Ruling[] => [{ ...rule, position: rule.position + mutation.by }];
      return { ...page, rulings: changeAt(rulings, mutation.at, isAny, move) };
    }
    case 'stray-rule':
      return { ...page, rulings: [...rulings, strayRule(page, mutation)] };
    case 'noise':
      return { ...page, glyphs: [...glyphs, noiseGlyph(page, mutation.text, mutation.place)] };
    case 'jitter':
      return { ...page, glyphs: glyphs.map((g, k) => moved(g, mutation.by * sway(k), mutation.by * sway(k + 5))) };
    case 'nudge-page':
      return nudged(page, mutation.x, mutation.y);
    case 'drop-label-glyph':
      return { ...page, glyphs: changeAt(glyphs, mutation.at, isHan, () => []) };
    case 'drop-digit':
      return { ...page, glyphs: changeAt(glyphs, mutation.at, isDigit, () => []) };
    case 'change-digit': {
      const change = (glyph: Glyph): Glyph[] => [{ ...glyph, text: String((Number(glyph.text) + mutation.by) % 10) }];
      return { ...page, glyphs: changeAt(glyphs, mutation.at, isDigit, change) };
    }
    case 'repeat-digit': {
      const repeat = (glyph: Glyph): Glyph[] => [glyph, moved(glyph, glyph.box.x1 - glyph.box.x0, 0)];
      return { ...page, glyphs: changeAt(glyphs, mutation.at, isDigit, repeat) };
    }
    case 'move-digit':
      return { ...page, glyphs: changeAt(glyphs, mutation.at, isDigit, (g) => [moved(g, mutation.by, 0)]) };
    case 'garble-digit':
      return { ...page, glyphs: changeAt(glyphs, mutation.at, isDigit, (g) => [{ ...g, text: '\uFFFD' }]) };
  }
}

function isAny(): boolean {
  return true;
}

function isDigit({ text }: Glyph): boolean {
  return /^\d$/u.test(text);
}

function isHan({ text }: Glyph): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Puts something else in the place of the `at`-th item of a kind. */
function changeAt<Item>(
  items: readonly Item[],
  at: number,
  isMeant: (item: Item) => boolean,
  change: (item: Item) => readonly Item[],
): readonly Item[] {
  const places = [...items.keys()].filter((k) => {
    const item = items[k];
    return item !== undefined && isMeant(item);
  });
  const place = places[at % Math.max(1, places.length)];
  return items.flatMap((item, k) => (k === place ? change(item) : [item]));
}

function everyNth<Item>(items: readonly Item[], step: number): readonly Item[] {
  return Array.from({ length: step }, (_, first) => items.filter((_item, k) => k % step === first)).flat();
}

/** A number in [-1, 1] that looks like none: jitter without chance. */
function sway(k: number): number {
  return Math.sin(k * 12.9898);
}

function moved(glyph: Glyph, x: number, y: number): Glyph {
  return { ...glyph, box: movedBox(glyph.box, x, y) };
}

function movedBox({ x0, top, x1, bottom }: Bbox, x: number, y: number): Bbox {
  return { x0: x0 + x, top: top + y, x1: x1 + x, bottom: bottom + y };
}

function nudged(page: PositionedPage, x: number, y: number): PositionedPage {
  return {
    ...page,
    glyphs: page.glyphs.map((glyph) => moved(glyph, x, y)),
    rulings: page.rulings.map((rule) => {
      const [across, along] = rule.orientation === 'horizontal' ? [y, x] : [x, y];
      return { ...rule, position: rule.position + across, start: rule.start + along, end: rule.end + along };
    }),
    clips: page.clips.map((clip) => movedBox(clip, x, y)),
  };
}

function broken(rule: Ruling, gap: number): readonly Ruling[] {
  const middle = (rule.start + rule.end) / 2;
  if (rule.end - rule.start < 3 * gap) return [rule];
  return [
    { ...rule, end: middle - gap / 2 },
    { ...rule, start: middle + gap / 2 },
  ];
}

function strayRule(
  page: PositionedPage,
  { isAcross, place, length }: { isAcross: boolean; place: Spot; length: number },
): Ruling {
  const [along, across] = isAcross ? [page.width, page.height] : [page.height, page.width];
  const [start, position] = isAcross ? [place.x, place.y] : [place.y, place.x];
  return {
    orientation: isAcross ? 'horizontal' : 'vertical',
    position: position * across,
    start: start * along,
    end: Math.min(1, start + length) * along,
    thickness: 0.5,
    source: 'stroke',
  };
}

function noiseGlyph(page: PositionedPage, text: string, place: Spot): Glyph {
  const [x, y] = [place.x * page.width, place.y * page.height];
  const size = 9;
  const box = { x0: x, top: y, x1: x + (/[\d*.]/u.test(text) ? size / 2 : size), bottom: y + size };
  return { text, box, fontSize: size, font: 0, angleDeg: 0, isVisible: true };
}
