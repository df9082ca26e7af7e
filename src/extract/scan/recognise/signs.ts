/** Dashes, points and commas: signs that size and place tell, not shape. */
import type { PixelBox } from '../grey-image.js';
import { bestOf, type CellGlyph, type CellInk, type Group } from './cell-glyph.js';
import { glyphOf } from './own-pixels.js';

/** All shares of the height of a digit. Up to this wide and high ink is a point or a comma. */
const POINT = 0.42;
/** A dash is no higher than this and at least so many times as wide as high. */
const DASH_HEIGHT = 0.3;
const DASH_RATIO = 1.7;
/** Up to this width a dash is `-`, from that on `—`. */
const SHORT_DASH = 0.6;
const LONG_DASH = 1;
/** The middle of a dash is this far above the line that digits stand on; one that is blunt is so high at most, and so sure. */
const MIDDLE = { least: 0.22, most: 0.65 };
const BLUNT_HEIGHT = 0.4;
const BLUNT = 0.9;
/** How sure a 7 is of which the bar is left. */
const LOST_STEM = 0.6;
/** A point stands on the line that digits stand on, off it by no more than this. */
const STRAY = 0.12;
/** A comma hangs this far below that line. */
const COMMA_HANGS = 0.09;
/** Digits stand at least this far apart where a point or a comma is between them. */
export const POINT_GAP = 0.27;
/** What each sign's odds are where it is clear; how sure that is was learnt. */
const CLEAR = 0.99;
/** How sure a point is that stands where commas do, or a comma that stands where points do. */
const DOUBTED = 0.8;
/** Print of fewer pixels leaves points and commas too small to tell apart. */
const FINE_PRINT_PX = 18;

/** The line that digits stand on. */
export function baseOf(groups: readonly Group[], digitPx: number): number {
  const bottoms = groups.filter(({ box }) => box.y1 - box.y0 >= 0.7 * digitPx).map(({ box }) => box.y1);
  return bottoms.sort((p, q) => p - q)[Math.floor(bottoms.length / 2)] ?? Math.max(...groups.map(({ box }) => box.y1));
}

const oddsOf = (best: string, other: string, share: number): ReadonlyMap<string, number> =>
  new Map([
    [best, share],
    [other, 1 - share],
  ]);

/** True for a point or a comma. */
export function isPoint(glyph: CellGlyph): boolean {
  return glyph.features === undefined && /^[.,]/.test(bestOf(glyph)[0]);
}

/** A dash, a point or a comma, which size and place tell; nothing where it is none of them. */
export function signOf(cell: CellInk, { members, box }: Group, base: number | undefined): CellGlyph | undefined {
  const { digitPx, components } = cell;
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  const { isOwn } = glyphOf(components, members);
  const sign = (best: string, other: string, share: number): CellGlyph => ({
    box,
    isOwn,
    odds: oddsOf(best, other, share),
    isWhole: true,
  });
  const isDash = height <= DASH_HEIGHT * digitPx && width >= DASH_RATIO * height && width > POINT * 0.5 * digitPx;
  // The bar of a 7 whose stem is lost lies as high as digits are; it stands for the whole digit, not for a small one above.
  if (isDash && base !== undefined && isAboveMiddle(box, base, digitPx))
    return { ...sign('7', '-', LOST_STEM), box: { ...box, y1: Math.max(box.y1, base) }, isWhole: false };
  if (isDash) return dashOf(width / digitPx, sign);
  if (base !== undefined && isBluntDash(box, base, digitPx)) return sign('-', '+', BLUNT);
  if (width > POINT * digitPx || height > 1.25 * POINT * digitPx) return undefined;
  // Alone in a cell nothing tells a point from a short dash but its shape.
  if (base === undefined) return width > height ? sign('-', '.', 0.7) : sign('.', '-', 0.7);
  const hanging = (box.y1 - base) / digitPx;
  if (hanging < -STRAY || box.y0 < base - POINT * digitPx) return undefined;
  // A comma hangs below the line that digits stand on.
  const isClear = digitPx >= FINE_PRINT_PX;
  if (hanging >= COMMA_HANGS) return sign(',', '.', isClear && hanging >= 1.4 * COMMA_HANGS ? CLEAR : 0.7);
  return sign('.', ',', isClear && hanging <= 0.5 * COMMA_HANGS && height < 1.35 * width ? CLEAR : 0.7);
}

/** A short dash that blur has made as high as a point, but that lies where the middle of a digit does; no digit is so low. */
function isBluntDash(box: PixelBox, base: number, digitPx: number): boolean {
  const [width, height] = [(box.x1 - box.x0) / digitPx, (box.y1 - box.y0) / digitPx];
  return isAtMiddle(box, base, digitPx) && height <= BLUNT_HEIGHT && width > height && width < LONG_DASH;
}

function isAtMiddle(box: PixelBox, base: number, digitPx: number): boolean {
  return (base - (box.y0 + box.y1) / 2) / digitPx > MIDDLE.least && !isAboveMiddle(box, base, digitPx);
}

function isAboveMiddle({ y0, y1 }: PixelBox, base: number, digitPx: number): boolean {
  return (base - (y0 + y1) / 2) / digitPx >= MIDDLE.most;
}

/** Which dash, by its width in heights of a digit; fonts differ, so that there is a width for which nobody can tell. */
function dashOf<T>(width: number, sign: (best: string, other: string, share: number) => T): T {
  const share = width < SHORT_DASH || width > LONG_DASH ? CLEAR : 0.7;
  return width > (SHORT_DASH + LONG_DASH) / 2 ? sign('—', '-', share) : sign('-', '—', share);
}

/**
 * Three digits stand behind the comma of thousands: a point there is doubted. So is one that does not stand between digits,
 * further apart than those of a number: it may be dust.
 */
export function weighGrouping(glyph: CellGlyph, glyphs: readonly CellGlyph[], at: number, digitPx: number): CellGlyph {
  const behind = glyphs.slice(at + 1).findIndex(({ features }) => features === undefined);
  const digits = behind < 0 ? glyphs.length - at - 1 : behind;
  const [text, share] = bestOf(glyph);
  const [before, after] = [glyphs[at - 1], glyphs[at + 1]];
  const hasRoom =
    before?.features !== undefined &&
    after?.features !== undefined &&
    after.box.x0 - before.box.x1 >= POINT_GAP * digitPx;
  if (!isPoint(glyph) || (hasRoom && text === ',' && digits === 3)) return glyph;
  // Where print is too small to tell it from a comma by its shape: no comma stands before more or fewer than three digits.
  if (hasRoom && text === '.' && digits !== 3) return { ...glyph, odds: oddsOf('.', ',', CLEAR) };
  return {
    ...glyph,
    odds: new Map([...glyph.odds].map(([other, own]) => [other, own === share ? Math.min(own, DOUBTED) : own])),
  };
}
