/** Fits the widths of letters, which are known but roughly, to where the next text of the line begins. */
import { bbox } from '../../../model/index.js';
import type { DraftGlyph } from './page-draft.js';

/** A text that ends so near to the next one, as a share of its letters' size, touches it. */
const TOUCHING_SHARE = 0.3;
/** Letters may be so much narrower than is thought, as a share of their width. */
const NARROWER_SHARE = 0.4;
/** Letters whose middles differ by less than this share of their size stand on one line. */
const SAME_LINE_SHARE = 0.5;

interface Stretch {
  readonly glyphs: readonly DraftGlyph[];
  readonly x0: number;
  readonly x1: number;
  readonly middle: number;
  readonly size: number;
}

/** Stretches of text, each as wide as reaches to the next one where the two touch or would overlap. */
export function joinedStretches(stretches: readonly (readonly DraftGlyph[])[]): readonly (readonly DraftGlyph[])[] {
  const isLevel = ([first]: readonly DraftGlyph[]): boolean => first?.angleDeg === 0 && !first.isSlanted;
  const level = stretches.filter(isLevel).flatMap(toStretch);
  const nextOf = nextInLine(level);
  const torn = new Set<readonly DraftGlyph[]>();
  const joined = level.map((own) => {
    const next = nextOf(own);
    const gap = next === undefined ? Infinity : next.x0 - own.x1;
    const isFitting = gap < TOUCHING_SHARE * own.size && gap > -NARROWER_SHARE * (own.x1 - own.x0);
    if (isFitting) return scaled(own, (own.x1 + gap - own.x0) / (own.x1 - own.x0));
    if (next !== undefined && mayTouch(own, next, gap)) torn.add(own.glyphs).add(next.glyphs);
    return own.glyphs;
  });
  const known = joined.map((glyphs, at) => {
    const isTorn = torn.has(level[at]?.glyphs ?? []);
    return isTorn ? glyphs.map((glyph) => ({ ...glyph, isUnsure: true })) : glyphs;
  });
  return [...known, ...stretches.filter((each) => !isLevel(each))];
}

/** A letter whose width is not known may be wider than is thought by so much of its size. */
const ROUGH_SHARE = 0.15;
const NUMBER_PART = /^[\d.,]+$/u;

/** Whether two pieces may be one number, since nobody knows how wide the first is. */
function mayTouch(own: Stretch, next: Stretch, gap: number): boolean {
  const said = ({ glyphs }: Stretch): string => glyphs.map(({ text }) => text).join('');
  if (!NUMBER_PART.test(said(own)) || !NUMBER_PART.test(said(next))) return false;
  const rough = own.glyphs.filter(({ isRough }) => isRough).length;
  return gap < (TOUCHING_SHARE + ROUGH_SHARE * rough) * own.size;
}

/** Stretches are looked for by the height at which they stand, in steps of so many pixels: a page may hold thousands. */
const STEP_PX = 32;

function nextInLine(stretches: readonly Stretch[]): (stretch: Stretch) => Stretch | undefined {
  const byHeight = new Map<number, Stretch[]>();
  for (const each of [...stretches].sort((a, b) => a.x0 - b.x0)) {
    const step = Math.floor(each.middle / STEP_PX);
    byHeight.set(step, [...(byHeight.get(step) ?? []), each]);
  }
  return (own) => {
    const step = Math.floor(own.middle / STEP_PX);
    const near = [step - 1, step, step + 1].flatMap(
      (at) => byHeight.get(at)?.find((each) => each.x0 > own.x0 && isBeside(own, each)) ?? [],
    );
    return near.reduce<Stretch | undefined>((first, each) => (first && first.x0 <= each.x0 ? first : each), undefined);
  };
}

function toStretch(glyphs: readonly DraftGlyph[]): readonly Stretch[] {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (first === undefined || last === undefined || last.box.x1 <= first.box.x0) return [];
  const middle = (first.box.top + first.box.bottom) / 2;
  return [{ glyphs, x0: first.box.x0, x1: last.box.x1, middle, size: first.size }];
}

function isBeside(one: Stretch, other: Stretch): boolean {
  return Math.abs(one.middle - other.middle) < SAME_LINE_SHARE * Math.max(one.size, other.size);
}

function scaled({ glyphs, x0 }: Stretch, by: number): readonly DraftGlyph[] {
  return glyphs.map((glyph) => {
    const { box } = glyph;
    return { ...glyph, box: bbox(x0 + (box.x0 - x0) * by, box.top, x0 + (box.x1 - x0) * by, box.bottom) };
  });
}
