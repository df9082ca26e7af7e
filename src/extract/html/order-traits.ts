/** What declarations of style make of the order in which text is seen: where an element stands, and how what is in it does. */
import { lengthPx } from './length-px.js';

/**
 * A trait of an element that sets the order in which text is seen: `placed` (beside, before or over its neighbours, wherever
 * it stands in the source), `arranged` (lays out what is in it in another order), `rightward` (from right to left), `turned`
 * (its own characters are mirrored, turned, reversed or out of their cell).
 */
export type OrderTrait = 'placed' | 'arranged' | 'rightward' | 'turned';

/** All of them. */
export const ORDER_TRAITS: readonly OrderTrait[] = ['placed', 'arranged', 'rightward', 'turned'];

type Declared = (property: string) => string;

/** Moved by less, in pixels, a character stays between its neighbours. */
const LEAST_MOVE_PX = 4;
/** Moved by so much, in pixels, it may stand in another cell. */
const LEAST_FAR_PX = 30;

/** The traits that declarations give; a value that a script or another rule fills in (`var(--x)`) may be any. */
export function orderTraitsOf(declared: Declared): readonly OrderTrait[] {
  const found = { placed: isPlaced(declared), arranged: isArranged(declared), turned: isTurned(declared) };
  const traits: OrderTrait[] = (['placed', 'arranged', 'turned'] as const).filter((trait) => found[trait]);
  return /^(?:rtl|var\(.*)$/u.test(declared('direction')) ? [...traits, 'rightward'] : traits;
}

const GRID_PLACES = ['grid-area', 'grid-column', 'grid-column-start', 'grid-row', 'grid-row-start'];
const INSETS = ['left', 'right', 'top', 'bottom', 'inset', 'inset-inline-start', 'inset-inline-end'];

function isPlaced(declared: Declared): boolean {
  if (/^(?:left|right|inline-|var\()/u.test(declared('float'))) return true;
  if (/^(?:absolute|fixed)$/u.test(declared('position'))) return true;
  if (/^[-+]?0*[1-9]|^(?:var|calc)\(/u.test(declared('order'))) return true;
  if (GRID_PLACES.some((property) => !/^(?:auto)?$/u.test(declared(property)))) return true;
  if (lengthPx(declared('letter-spacing')) <= -LEAST_MOVE_PX) return true;
  const margin = largestBack(declared, ['margin-left', 'margin-right', 'margin-inline-start', 'margin-inline-end']);
  return largestMove(declared) >= LEAST_MOVE_PX || margin >= 2 * LEAST_MOVE_PX;
}

function isArranged(declared: Declared): boolean {
  const flex = `${declared('flex-direction')} ${declared('flex-wrap')} ${declared('flex-flow')}`;
  if (/reverse|var\(/u.test(flex)) return true;
  return /^(?:vertical|tb|sideways)/u.test(declared('writing-mode') || declared('-webkit-writing-mode'));
}

/** Mirrored, turned or of no size. */
const TURNS = /rotate\w*\((?!0\D)|matrix|scale\w*\((?:[^)]*-|[^)]*(?<![\d.])0(?:\.0*)?\s*[,)])|skew|var\(/u;
const MATRIX_OF_REST = /matrix\(1(?:,\s*0){2},\s*1(?:,\s*0){2}\)/gu;

function isTurned(declared: Declared): boolean {
  // An override reverses where the direction says so, and that may stand in another rule.
  if (declared('unicode-bidi').includes('override') && declared('direction') !== 'ltr') return true;
  const transform = declared('transform') || declared('-webkit-transform');
  if (TURNS.test(transform.replace(MATRIX_OF_REST, ''))) return true;
  if (!/^(?:|none|0(?:deg|rad|turn)?)$/u.test(declared('rotate'))) return true;
  if (/-|^0+(?:\.0+)?(?:\s|$)/u.test(declared('scale'))) return true;
  // Letters drawn over one another, or back over those before them.
  if (lengthPx(declared('letter-spacing')) <= -2 * LEAST_MOVE_PX) return true;
  const margin = largestBack(declared, ['margin-left', 'margin-inline-start', 'margin-top']);
  return largestMove(declared) >= LEAST_FAR_PX || margin >= LEAST_FAR_PX;
}

/** How far a position or a shift moves an element, in pixels; what is centred by shares of itself is not moved. */
function largestMove(declared: Declared): number {
  const position = declared('position');
  // Where it says nothing of the position another rule may.
  const isMoved = /^(?:|relative|absolute|fixed)$/u.test(position);
  const insets = isMoved ? INSETS.flatMap((side) => declared(side).split(/\s+/u)) : [];
  const shifts = `${declared('transform')} translate(${declared('translate')})`.matchAll(/translate\w*\(([^)]*)\)/gu);
  const byShift = position === 'absolute' ? [] : [...shifts].flatMap(([, shift = '']) => shift.split(/[\s,]+/u));
  return Math.max(0, ...[...insets, ...byShift].map((length) => movePx(length, position !== 'absolute')));
}

/** A share is one of the room around, or of the element itself: about a cell. */
function movePx(length: string, countsShares: boolean): number {
  if (/^(?:var|calc)\(/u.test(length)) return LEAST_FAR_PX;
  const px = Math.abs(lengthPx(length));
  return length.endsWith('%') ? (countsShares ? 5 * px : 0) : px;
}

/** How far margins draw an element back over what is before it, in pixels. */
function largestBack(declared: Declared, sides: readonly string[]): number {
  const [top = '', right = top, , left = right] = declared('margin').split(/\s+/u);
  const ofAll = sides.includes('margin-right') ? [right, left] : [left];
  return Math.max(0, ...[...sides.map(declared), ...ofAll].map((side) => -lengthPx(side)));
}
