/** The colours in which letters are drawn and of what is behind them: letters of the colour of their ground are not seen. */
import { BLACK, WHITE, isUnseenOn, parseColour, type Colour } from '../markup/colours.js';
import { attributeOf, styleOf, type HtmlElement } from './html-elements.js';
import type { PossibleValue, StyleSheets } from './style-sheets.js';
import { inkDeclared } from './traits.js';

/** Colours that letters and what is behind them may have; none where that is not known. */
export interface Ink {
  readonly letters: readonly Colour[];
  readonly ground: readonly Colour[];
}

/** As browsers draw what no style says anything of. */
export const PLAIN_INK: Ink = { letters: [BLACK], ground: [WHITE] };

/** Whether letters may be of the colour of their ground. */
export function isUnseenInk({ letters, ground }: Ink): boolean {
  return letters.some((letter) => ground.some((behind) => isUnseenOn(letter, behind)));
}

/** The ink inside an element, of what it is around it. */
export function inkInside(element: HtmlElement, around: Ink, sheets: StyleSheets): Ink {
  const letters = statedValues(element, 'color', sheets);
  const ground = statedValues(element, 'background', sheets);
  if (letters.length === 0 && ground.length === 0) return around;
  return {
    letters: mixed(letters, around.letters, (value) => lettersOf(value, around.letters)),
    ground: mixed(ground, around.ground, (value) => groundOf(value, around.ground)),
  };
}

/** The values that may hold; what is around does so too where none is certain. */
function mixed(
  values: readonly PossibleValue[],
  around: readonly Colour[],
  read: (value: string) => readonly Colour[],
): readonly Colour[] {
  if (values.length === 0) return around;
  const own = values.flatMap(({ value }) => read(value));
  return values[0]?.isCertain === true ? own : [...around, ...own];
}

const KEPT = /^(?:inherit|unset|currentcolor|initial|revert)?$/u;

function lettersOf(value: string, around: readonly Colour[]): readonly Colour[] {
  if (KEPT.test(value)) return around;
  const colour = parseColour(value);
  return colour ? [colour] : [];
}

/** A picture behind letters is not known; without a colour the ground shows through. */
function groundOf(value: string, around: readonly Colour[]): readonly Colour[] {
  if (/url\(|gradient|image|var\(/u.test(value)) return [];
  const colours = [value, ...value.split(/\s+(?![^(]*\))/u)].flatMap((part) => parseColour(part) ?? []);
  const [colour] = colours;
  return colour === undefined || colour.alpha < 0.5 ? around : [colour];
}

const ATTRIBUTES = { color: 'color', background: 'bgcolor' } as const;

/** What an element's own style says, its attributes or the sheets of the page. */
function statedValues(
  element: HtmlElement,
  aspect: 'color' | 'background',
  sheets: StyleSheets,
): readonly PossibleValue[] {
  const own = inkDeclared((property) => styleOf(element, property))[aspect];
  const bySheets = sheets.valuesOf(element, aspect, own);
  if (bySheets.length > 0) return bySheets;
  const attribute = attributeOf(
    element,
    aspect === 'color' && element.tagName === 'body' ? 'text' : ATTRIBUTES[aspect],
  );
  const picture = aspect === 'background' ? attributeOf(element, 'background') : undefined;
  const isInk = aspect === 'background' || element.tagName === 'font' || element.tagName === 'body';
  const value = picture === undefined ? (isInk ? attribute : undefined) : 'url()';
  return value === undefined ? [] : [{ value: value.trim().toLowerCase(), isCertain: true }];
}
