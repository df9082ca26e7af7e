/**
 * What declarations of style make of text beside showing or hiding it: a mark above the line, a figure struck out, text that
 * is on the page and that nobody sees.
 */
import { lengthPx } from './length-px.js';
import { ORDER_TRAITS, orderTraitsOf, type OrderTrait } from './order-traits.js';

/** A trait of an element's letters: `raised` above or below the line, `struck` through, `tiny` (of no size), `concealed`. */
export type LetterTrait = 'raised' | 'struck' | 'tiny' | 'concealed';
/** What styles make of an element's text. */
export type Trait = LetterTrait | OrderTrait;

/** Traits of letters. */
export const LETTER_TRAITS: readonly LetterTrait[] = ['raised', 'struck', 'tiny', 'concealed'];
/** All traits. */
export const TRAITS: readonly Trait[] = [...LETTER_TRAITS, ...ORDER_TRAITS];

/** The value of a property in some declarations, in lower case; empty where they do not set it. */
export type Declared = (property: string) => string;

/** Moved by less, in pixels, text is set straight, not raised: Word moves characters of other fonts by one. */
const LEAST_RAISE_PX = 2;
/** Text moved so far, in pixels, is beside every window. */
const BESIDE_WINDOW_PX = 500;

/** The traits that declarations give or take. */
export function traitsOf(declared: Declared): ReadonlyMap<Trait, boolean> {
  const traits = new Map<Trait, boolean>();
  const align = declared('vertical-align');
  if (isRaised(declared)) traits.set('raised', true);
  else if (align !== '' && align !== 'inherit') traits.set('raised', false);
  const line = `${declared('text-decoration')} ${declared('text-decoration-line')}`;
  if (line.trim() !== '') traits.set('struck', line.includes('line-through'));
  const size = declared('font-size');
  if (size !== '' && size !== 'inherit') traits.set('tiny', /^0*\.?0+\D*$/u.test(size));
  if (isConcealed(declared)) traits.set('concealed', true);
  if (declared('float') === 'none' || declared('position') === 'static') traits.set('placed', false);
  for (const trait of orderTraitsOf(declared)) traits.set(trait, true);
  return traits;
}

function isRaised(declared: Declared): boolean {
  const align = declared('vertical-align');
  if (align === 'super' || align === 'sub') return true;
  // Word writes what it raised as a property of its own, and as a position for browsers.
  const isMoved = declared('position') === 'relative';
  const moves = [align, declared('mso-text-raise'), ...(isMoved ? [declared('top'), declared('bottom')] : [])];
  return moves.some((move) => Math.abs(lengthPx(move)) >= LEAST_RAISE_PX);
}

function isConcealed(declared: Declared): boolean {
  if (/^0(?:\.0+)?%?$/u.test(declared('opacity'))) return true;
  if (/^rect\([01\spx,]*\)/u.test(declared('clip')) || /^inset\((?:50|100)%/u.test(declared('clip-path'))) return true;
  const isOut = ['left', 'top', 'right'].some((side) => lengthPx(declared(side)) <= -BESIDE_WINDOW_PX);
  if (isOut && /^(?:absolute|fixed)$/u.test(declared('position'))) return true;
  if (lengthPx(declared('text-indent')) <= -BESIDE_WINDOW_PX) return true;
  const hasNoRoom = ['width', 'height', 'max-width', 'max-height'].some((side) =>
    /^[01](?:px)?$/u.test(declared(side)),
  );
  return hasNoRoom && declared('overflow') === 'hidden';
}
