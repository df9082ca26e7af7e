/** Where an element stands that a style takes out of the flow of text. */
import { isBlock, type HtmlElement } from '../html-elements.js';
import { combine, shift, transformOf, type Affine } from './affine.js';
import type { Placing, StatedStyle } from './stated-styles.js';
import { toPx } from './text-style.js';

/** A box that others may be placed in. */
export interface Frame {
  /** From the box's own pixels, from its left top corner, to the page's. */
  readonly toPage: Affine;
  /** In pixels; absent where nothing states it. */
  readonly width?: number;
  readonly height?: number;
}

/** The frame that an element is whose position is absolute; `undefined` where some of it is not known. */
export function placedFrame(element: HtmlElement, around: Frame, em: number, stated: StatedStyle): Frame | undefined {
  const unknown = new Set<Placing>();
  const length = (property: Placing, whole: number | undefined): number | undefined => {
    const value = stated(element, property);
    if (value === '' || value === 'auto') return undefined;
    const px = value === undefined ? undefined : toPx(value, { em, whole });
    if (px === undefined) unknown.add(property);
    return px;
  };
  const sides = { width: around.width, height: around.height };
  const [left, top] = [length('left', sides.width), length('top', sides.height)];
  const [right, bottom] = [
    left === undefined ? length('right', sides.width) : undefined,
    top === undefined ? length('bottom', sides.height) : undefined,
  ];
  const margin = length('margin-left', sides.width) ?? 0;
  const size = sizeOf(element, around, em, stated);
  // A block of which it is not said stands at the left edge of what it is in.
  const x = left ?? (right === undefined && isBlock(element) ? 0 : fromFarSide(sides.width, right, size.width));
  const y = top ?? fromFarSide(sides.height, bottom, size.height);
  if (unknown.size > 0 || x === undefined || y === undefined) return undefined;
  const turn = turnOf(element, size, em, stated);
  return turn && { ...size, toPage: combine(around.toPage, combine(shift(x + margin, y), turn)) };
}

function fromFarSide(whole: number | undefined, gap: number | undefined, own: number | undefined): number | undefined {
  return whole === undefined || gap === undefined || own === undefined ? undefined : whole - gap - own;
}

/** The stated size of an element. */
export function sizeOf(
  element: HtmlElement,
  around: Pick<Frame, 'width' | 'height'>,
  em: number,
  stated: StatedStyle,
): Pick<Frame, 'width' | 'height'> {
  const side = (property: 'width' | 'height'): number | undefined =>
    toPx(stated(element, property) ?? '', { em, whole: around[property] });
  const [width, height] = [side('width'), side('height')];
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}

/** The element's own transform; `undefined` where it is not known. */
function turnOf(
  element: HtmlElement,
  { width, height }: Pick<Frame, 'width' | 'height'>,
  em: number,
  stated: StatedStyle,
): Affine | undefined {
  const transform = stated(element, 'transform');
  if (transform === undefined) return undefined;
  if (transform === '' || transform === 'none') return transformOf('', [0, 0]);
  const stating = stated(element, 'transform-origin') ?? '';
  const [across = '50%', down = '50%'] = stating.split(/\s+/u).filter((part) => part !== '');
  const x = toPx(NAMED[across] ?? across, { em, whole: width });
  const y = toPx(NAMED[down] ?? down, { em, whole: height });
  return x === undefined || y === undefined ? undefined : transformOf(transform, [x, y]);
}

const NAMED: Readonly<Record<string, string>> = {
  left: '0%',
  top: '0%',
  center: '50%',
  right: '100%',
  bottom: '100%',
};
