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
  const isTiny = isTinySize(declared('font-size') || SIZE_IN_FONT.exec(declared('font'))?.groups?.['size']);
  if (isTiny !== undefined) traits.set('tiny', isTiny);
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

/** The size in a list of a font's properties: `italic 400 12px/1.5 serif`. */
const SIZE_IN_FONT = /(?:^|\s)(?<size>0|[\d.]+(?:px|pt|r?em|ex|ch|cm|mm|%))(?=[\s/])/u;
/** Smaller letters, in pixels, are dots. */
const LEAST_LETTER_PX = 4;

/** `undefined` where it says nothing, or a share of what is around it that is seen if that is. */
function isTinySize(size = ''): boolean | undefined {
  if (size === '' || /^(?:inherit|unset|initial)$/u.test(size)) return undefined;
  const isTiny = /^[-+]?[.\d]/u.test(size) && lengthPx(size) < LEAST_LETTER_PX && isLength(size);
  return !isTiny && /(?:[^r]em|%|ex|ch)$/u.test(size) ? undefined : isTiny;
}

function isLength(size: string): boolean {
  return lengthPx(size) > 0 || /^[-+]?0*\.?0+\D*$/u.test(size);
}

/** Elements drawn at less than this of their size are dots. */
const LEAST_ZOOM = 0.3;
/** Nothing is seen through less room than this, in pixels. */
const LEAST_ROOM_PX = 6;
const BY_SIDE = ['width', 'height', 'max-width', 'max-height'];
/** Shapes that text is cut out by, or that cover it. */
const CUTS = ['clip-path', '-webkit-clip-path', 'mask', 'mask-image', '-webkit-mask', '-webkit-mask-image'];

function isConcealed(declared: Declared): boolean {
  if (isFaint(declared('opacity')) || /opacity\(\s*0?\.?0|blur\((?!0)/u.test(declared('filter'))) return true;
  if (/^rect\([01\spx,]*\)/u.test(declared('clip')) || CUTS.some((cut) => declared(cut).includes('('))) return true;
  // What a variable stands for may be set anywhere.
  if (['display', 'visibility'].some((property) => declared(property).startsWith('var('))) return true;
  if (declared('content-visibility') === 'hidden' || /^(?!none)./u.test(declared('-webkit-text-security'))) return true;
  if (/^[\d.]+$/u.test(declared('zoom')) && Number(declared('zoom')) < LEAST_ZOOM) return true;
  const isOut = ['left', 'top', 'right'].some((side) => lengthPx(declared(side)) <= -BESIDE_WINDOW_PX);
  if (isOut && /^(?:absolute|fixed)$/u.test(declared('position'))) return true;
  if (lengthPx(declared('text-indent')) <= -BESIDE_WINDOW_PX) return true;
  const hasNoRoom = BY_SIDE.some((side) => declared(side).startsWith('0') || isNoRoom(declared(side)));
  return hasNoRoom && hidesOverflow(declared);
}

function isFaint(opacity: string): boolean {
  const share = Number.parseFloat(opacity) / (opacity.endsWith('%') ? 100 : 1);
  return share < LEAST_OPACITY;
}

/** Less is not seen. */
const LEAST_OPACITY = 0.1;

function isNoRoom(side: string): boolean {
  const px = side.endsWith('%') ? 0 : lengthPx(side);
  return px > 0 && px < LEAST_ROOM_PX;
}

/** Whether what has no room in an element is cut off. */
function hidesOverflow(declared: Declared): boolean {
  return /hidden|clip/u.test(`${declared('overflow')} ${declared('overflow-x')} ${declared('overflow-y')}`);
}

/** The width, in pixels, beyond which what is in an element is cut off; absent where nothing is. */
export function roomDeclared(declared: Declared): string | undefined {
  const widths = ['width', 'max-width'].map((side) => (declared(side).endsWith('%') ? 0 : lengthPx(declared(side))));
  const [width] = widths.filter((px) => px > 0).sort((a, b) => a - b);
  return width === undefined || !hidesOverflow(declared) ? undefined : String(width);
}

/** What declarations say of letters and ground; absent where they say nothing. */
export function inkDeclared(declared: Declared): {
  readonly color?: string;
  readonly background?: string;
} {
  const clip = `${declared('background-clip')} ${declared('-webkit-background-clip')} ${declared('background')}`;
  // Letters cut out of a picture.
  const color = /\btext\b/u.test(clip) ? 'picture' : declared('-webkit-text-fill-color') || declared('color');
  const background = [declared('background'), declared('background-color'), declared('background-image')]
    .filter((value) => !/^(?:|none|inherit|initial|unset)$/u.test(value))
    .reverse()
    .join(' ');
  return { ...(color === '' ? {} : { color }), ...(background === '' ? {} : { background }) };
}

/** Where declarations set an element among its neighbours; absent where they say nothing. */
export function placeDeclared(declared: Declared): {
  readonly float?: string;
  readonly order?: string;
  readonly 'grid-row'?: string;
  readonly 'grid-column'?: string;
} {
  const [row = '', column = ''] = declared('grid-area')
    .split('/')
    .map((part) => part.trim());
  const stated = {
    float: declared('float'),
    order: declared('order'),
    'grid-row': declared('grid-row') || declared('grid-row-start') || row,
    'grid-column': declared('grid-column') || declared('grid-column-start') || column,
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== ''));
}
