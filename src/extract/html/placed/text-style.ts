/** How large letters are and how far they stand apart: what text in a place takes from the elements around it. */
import { attributeOf, type HtmlElement } from '../html-elements.js';
import { widthIn, type Fonts, type Width } from './letter-widths.js';
import type { Placing, StatedStyle } from './stated-styles.js';

/** Style of letters, in pixels. */
export interface TextStyle {
  readonly size: number;
  /** Of a line, as a share of the letters' size, or in pixels where that is stated. */
  readonly line: { readonly share: number } | { readonly px: number };
  readonly letterGap: number;
  readonly wordGap: number;
  /** White space stands as in the source. */
  readonly isPre: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly isVisible: boolean;
  readonly widthOf: (sign: string) => Width;
}

/** What browsers take where nothing is said. */
export const PLAIN_TEXT: TextStyle = {
  size: 16,
  line: { share: 1.2 },
  letterGap: 0,
  wordGap: 0,
  isPre: false,
  align: 'left',
  isVisible: true,
  widthOf: widthIn('', new Map()),
};

/** The height of a line. */
export function lineHeight({ line, size }: TextStyle): number {
  return 'px' in line ? line.px : line.share * size;
}

const PX_PER_UNIT: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  rem: 16,
};

/**
 * A length in pixels.
 *
 * @param of what `em` and `%` are shares of
 * @returns `undefined` for what is no length that is followed here
 */
export function toPx(
  value: string,
  of: { readonly em: number; readonly whole?: number | undefined },
): number | undefined {
  const found = /^(?<size>[-+]?(?:\d+\.?\d*|\.\d+))(?<unit>[a-z]*|%)$/u.exec(value)?.groups;
  if (found === undefined) return undefined;
  const size = Number(found['size']);
  const unit = found['unit'] ?? '';
  if (unit === '') return size === 0 ? 0 : undefined;
  if (unit === 'em') return size * of.em;
  if (unit === '%') return of.whole === undefined ? undefined : (size / 100) * of.whole;
  const px = PX_PER_UNIT[unit];
  return px === undefined ? undefined : size * px;
}

/** What is known of all elements of a page. */
export interface PageStyles {
  readonly stated: StatedStyle;
  readonly fonts: Fonts;
}

/** The style of the letters in an element; `undefined` where some of it is not known. */
export function styleInside(
  element: HtmlElement,
  around: TextStyle,
  { stated, fonts }: PageStyles,
): TextStyle | undefined {
  const unknown = new Set<Placing>();
  const said = (property: Placing): string => {
    const value = stated(element, property);
    if (value === undefined) unknown.add(property);
    return /^(?:inherit|initial|unset)$/u.test(value ?? '') ? '' : (value ?? '');
  };
  const length = (property: Placing, em: number, whole?: number): number | undefined => {
    const value = said(property);
    if (value === '' || value === 'normal') return value === '' ? undefined : 0;
    const px = toPx(value, { em, whole });
    if (px === undefined) unknown.add(property);
    return px;
  };
  const size = length('font-size', around.size, around.size) ?? around.size;
  const visibility = said('visibility');
  const isInk = !/^(?:transparent|rgba\([^)]*,\s*0?\.?0+\))$/u.test(said('color'));
  const families = said('font-family');
  const style: TextStyle = {
    size,
    widthOf: families === '' ? around.widthOf : widthIn(families, fonts),
    line: lineOf(said('line-height'), size) ?? around.line,
    letterGap: length('letter-spacing', size) ?? around.letterGap,
    wordGap: length('word-spacing', size) ?? around.wordGap,
    isPre:
      said('white-space') === '' ? around.isPre || element.tagName === 'pre' : said('white-space').startsWith('pre'),
    align: alignOf(said('text-align') || (attributeOf(element, 'align') ?? '')) ?? around.align,
    isVisible: isInk && (visibility === '' ? around.isVisible : visibility === 'visible'),
  };
  return unknown.size === 0 ? style : undefined;
}

function lineOf(value: string, size: number): TextStyle['line'] | undefined {
  if (value === '' || value === 'normal') return value === '' ? undefined : PLAIN_TEXT.line;
  if (/^[\d.]+$/u.test(value)) return { share: Number(value) };
  const px = toPx(value, { em: size, whole: size });
  return px === undefined ? undefined : { px };
}

function alignOf(value: string): TextStyle['align'] | undefined {
  if (value === 'center' || value === 'right') return value;
  return value === 'end' ? 'right' : /^(?:left|start|justify)$/u.test(value) ? 'left' : undefined;
}
