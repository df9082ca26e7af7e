/** Cells that are blank in the file and may be filled by a script when the page is opened. */
import type { HtmlElement } from './html-elements.js';
import { hasBinding } from './scripted-elements.js';

/** A figure kept beside the element that it is shown in. */
const FIGURE = /^\s*[+\-\u2212]?\d[\d,.]*\s*$/u;
/** Those of a cell that name a figure and no place. */
const SAYS_OF_CELL = /^(?:title|data-(?:value|val|text|content|count|total|to|end|final|target|original-title))$/u;
/** Attributes that hold what is said of an element, and what is shown when a reader points at it. */
const SAYS = /^(?:data-.*|title|alt|value|content|aria-.*|label)$/u;

/**
 * Whether a script may fill a cell, or a figure is kept in it that nobody sees: it holds no text, and it or an element in it
 * names what to write there, or an element in it keeps a figure in an attribute. Most attributes of the cell itself count its place.
 */
export function isFilledByScript(cell: HtmlElement, isScripted: (element: HtmlElement) => boolean): boolean {
  const inside = elementsIn(cell);
  if ([cell, ...inside].some((element) => holdsText(element) || FIELDS.has(element.tagName))) return false;
  return (
    [cell, ...inside].some((element) => hasBinding(element) || isScripted(element)) ||
    inside.some(keepsFigure) ||
    keepsItsFigure(cell)
  );
}

/** What a field of a form shows is known. */
const FIELDS = new Set(['input', 'select', 'textarea', 'table']);

function holdsText({ childNodes }: HtmlElement): boolean {
  return childNodes.some((node) => node.nodeName === '#text' && 'value' in node && node.value.trim() !== '');
}

/** Elements that a page has made up are drawn by its scripts, from any of their attributes. */
function keepsFigure({ tagName, attrs }: HtmlElement): boolean {
  const isMadeUp = tagName.includes('-');
  return attrs.some(({ name, value }) => (isMadeUp || SAYS.test(name)) && FIGURE.test(value.normalize('NFKC')));
}

function keepsItsFigure({ attrs }: HtmlElement): boolean {
  return attrs.some(({ name, value }) => SAYS_OF_CELL.test(name) && FIGURE.test(value.normalize('NFKC')));
}

/** Elements around a figure; whatever is deeper is no cell of a form. */
const DEEPEST = 8;

function elementsIn(element: HtmlElement, depth = 0): readonly HtmlElement[] {
  if (depth > DEEPEST) return [];
  return element.childNodes.flatMap((child) =>
    'tagName' in child && child.tagName !== 'script' ? [child, ...elementsIn(child, depth + 1)] : [],
  );
}
