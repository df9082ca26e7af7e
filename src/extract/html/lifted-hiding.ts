/**
 * Pages that hide their article until a script has set it: what is hidden is nearly all that the page says, and a script inside
 * the page looks it up by its name and shows it. Any other hiding stays.
 */
import { allElements, attributeOf, isHidden, styleOf, type HtmlElement } from './html-elements.js';
import { codesOf, lookedUpIn } from './scripted-elements.js';
import type { StyleSheets } from './style-sheets.js';

/** Of the text of a page so much must be in what is hidden; the rest is its title, its menu and its foot. */
const LEAST_SHARE = 0.6;
/** A page with less text, in characters, is no report. */
const LEAST_TEXT = 200;
/** What a script writes, adds or takes away to show an element. */
const SHOWS = /\b(?:visibility|opacity|display|classList|className|removeAttribute|removeClass|fadeIn|show)\b/u;
const NO_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'title']);

/** The elements whose hiding a script inside the page lifts when it is opened; mostly none. */
export function liftedHidings(root: HtmlElement, sheets: StyleSheets): ReadonlySet<HtmlElement> {
  const names = new Set(
    codesOf(root)
      .filter((code) => SHOWS.test(code))
      .flatMap(lookedUpIn),
  );
  if (names.size === 0) return new Set();
  const elements = allElements(root);
  const isNamed = (element: HtmlElement): boolean => names.has(attributeOf(element, 'id')?.trim() ?? '');
  const hidden = elements.filter((element) => isNamed(element) && isSwitchedOff(element, sheets));
  if (hidden.length === 0) return new Set();
  const least = Math.max(LEAST_TEXT, LEAST_SHARE * textLength(elements));
  return new Set(hidden.filter((element) => textLength(allElements(element)) >= least));
}

function isSwitchedOff(element: HtmlElement, sheets: StyleSheets): boolean {
  const isFaint = /^0(?:\.0+)?%?$/u.test(styleOf(element, 'opacity'));
  return isFaint || isHidden(element) || sheets.visibilityOf(element) !== 'shown';
}

/** The length of the text of elements, in characters, without what is no text of a page. */
export function textLength(elements: readonly HtmlElement[]): number {
  return elements
    .filter(({ tagName }) => !NO_TEXT.has(tagName))
    .flatMap(({ childNodes }) => childNodes)
    .reduce((sum, node) => sum + (node.nodeName === '#text' && 'value' in node ? node.value.trim().length : 0), 0);
}
